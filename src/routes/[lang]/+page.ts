export const csr = false;
export const prerender = true;
