/** A plain document. */
export const csr = false;
