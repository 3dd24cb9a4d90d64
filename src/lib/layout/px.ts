/** A tenth of a px is less than anyone sees, and the same text for what hardly moved. */
export const px = (value: number) => Math.round(value * 10) / 10;
