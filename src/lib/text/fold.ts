/** Folds case, width and accents, which readers seldom type exactly. */
export const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
