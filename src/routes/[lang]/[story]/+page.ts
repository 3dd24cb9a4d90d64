/** Hydrated by our own script (src/entry), as embed and explore are; the other pages are plain documents. */
export const csr = false;
