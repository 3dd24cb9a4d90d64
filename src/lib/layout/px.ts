/** Rounds to a tenth of a px: finer than anyone sees, and the text stays the same for what hardly moved. */
export const px = (value: number) => Math.round(value * 10) / 10;
