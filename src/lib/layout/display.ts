/** Sizes of a story’s first words, computed before there is a page to measure them on, px. */
import { hasCjk, wrapText, textWidth } from './textWidth.ts';

/** Width of the serif at weight 600, set slightly tighter, relative to the sans of the width table. */
const serif = 1.1;
/** Chinese characters are square in every face. */
const scale = (text: string) => (hasCjk(text) ? 1 : serif);

export interface Display {
	/** Font size, px; the line height is 1.1 times that. */
	size: number;
	lines: string[];
}

/** A few Chinese characters read as one word, so they are never broken across lines. */
export const isWhole = (text: string): boolean => hasCjk(text) && text.length <= 8;

const linesAt = (words: readonly string[], size: number, width: number, most: number): string[] | null => {
	const lines = words.flatMap((text) => wrapText(text, size * scale(text), width, isWhole(text) ? 1 : most + 1));
	return lines.length <= most && lines.every((line) => !line.endsWith('…')) ? lines : null;
};

/** The largest size, from `most` down to `least`, at which the words fit in `lines` lines. */
export function largest(words: readonly string[], width: number, most: number, least: number, lines: number): Display {
	for (let size = most; size > least; size -= 2) {
		const found = linesAt(words, size, width, lines);
		if (found) return { size, lines: found };
	}
	return { size: least, lines: words.flatMap((text) => wrapText(text, least * scale(text), width, 99)) };
}

/**
 * Two quotations, the shorter one up to 1.6 times larger where there is room.
 * @param width of the page’s text, px
 * @param wide whether they stand side by side
 */
export function displayTwo(quotes: readonly (readonly string[])[], width: number, wide: boolean): Display[] {
	const [most, least] = wide ? [84, 34] : [44, 26];
	const lengthOf = (words: readonly string[]) => words.reduce((sum, text) => sum + textWidth(text, 10), 0);
	const room = wide ? width * (quotes.length > 1 ? 0.42 : 0.8) : width * 0.66;
	const base = quotes.map((words) => largest(words, room, most, least, 3));
	if (quotes.length < 2) return base;
	const common = Math.min(...base.map(({ size }) => size));
	const short = lengthOf(quotes[0]) <= lengthOf(quotes[1]) ? 0 : 1;
	return quotes.map((words, index) =>
		index === short
			? largest(words, wide ? room : width * 0.9, Math.round(common * 1.6), common, wide ? 2 : 2)
			: largest(words, room, common, common, 99)
	);
}

/** Whether a title fits on one line at `size` px. */
export const inOneLine = (title: string, size: number, width: number): boolean =>
	textWidth(title, size) * scale(title) <= width;

/** Width of set words, px. */
export const setWidth = ({ lines, size }: Display): number =>
	Math.max(0, ...lines.map((line) => textWidth(line, size) * scale(line)));
