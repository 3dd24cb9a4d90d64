/**
 * Matches cells that a spreadsheet would run as a formula, including those with spaces, line breaks and other ignored
 * characters before it. Such a cell is written with an apostrophe before it; one that already begins with apostrophes
 * gets one more, so that removing one always restores the text.
 */
export const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;

/** @returns the cell without the apostrophe that keeps a spreadsheet from running it */
export const withoutGuard = (cell: string): string =>
	cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
