/** CSS that shows, of all widths that a line is drawn for, the one that fits. */
import { lineWidths, wideFrom } from '../layout/lines.ts';

/**
 * Rules for a container of each width, and for print.
 * @param rulesOf returns CSS by the index in `lineWidths`
 */
export function styles(rulesOf: (index: number) => string): string {
	const within = lineWidths.map((from, index) => {
		const to = lineWidths[index + 1];
		const range = [...(index ? [`(min-width:${from}px)`] : []), ...(to ? [`(max-width:${to - 0.02}px)`] : [])];
		return `@container ${range.join(' and ')}{${rulesOf(index)}}`;
	});
	return `@media screen{${within.join('')}}@media print{${rulesOf(lineWidths.indexOf(wideFrom))}}`;
}

/** CSS that shows the fitting drawing, whose width gives its height: away from the screen, a browser leaves it alone. */
export const chosen = (): string =>
	`.widths>div{display:none}@media screen{.widths>div{content-visibility:auto}}${styles((index) => `.widths>.at-${lineWidths[index]}{display:block}`)}`;
