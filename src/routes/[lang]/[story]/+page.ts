/** Taken over by a script of our own (src/entry), as embed and explore are; the others are plain documents. */
export const csr = false;
