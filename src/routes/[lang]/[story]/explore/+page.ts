/** Taken over by a script of our own (src/entry). */
export const csr = false;
