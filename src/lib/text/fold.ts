/** Alike in case, width and accents: what a reader types rarely has them right. */
export const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
