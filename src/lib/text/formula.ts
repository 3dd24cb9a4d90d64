/**
 * Cells that a spreadsheet would run: those that begin as a formula does, after spaces, line breaks and other signs that
 * it passes over. Such a cell is written with an apostrophe before it; one that begins with apostrophes and then so gets
 * one more, so that taking one off gives back what was there.
 */
export const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/** @returns the cell without the apostrophe that kept a spreadsheet from running it */
export const withoutGuard = (cell: string): string =>
	cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
