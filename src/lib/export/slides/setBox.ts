/** Height of text in a box, and the largest type with which it fits: computed from our own table of widths. */
import { hasCjk, textWidth, wrapText } from '../../layout/textWidth.ts';
import type { Paragraph } from './parts.ts';

/**
 * Width of a face relative to the sans in the table of widths. A program without our faces uses others (Georgia,
 * Arial), so there is more room than ours need. Chinese characters are square in all.
 */
const allowance = { serif: 1.18, sans: 1.1, bold: 1.05 };

export const words = ({ runs }: Pick<Paragraph, 'runs'>): string => runs.map(({ text }) => text).join('');

const scaleOf = ({ face, runs }: Pick<Paragraph, 'face' | 'runs'>, text: string) =>
	hasCjk(text) ? 1.04 : allowance[face] * (runs.some(({ bold }) => bold) ? allowance.bold : 1);

/** @returns the number of lines in a given width */
export function linesIn(paragraph: Paragraph, width: number): number {
	const text = words(paragraph);
	return Math.max(1, wrapText(text, paragraph.size * scaleOf(paragraph, text), width, 200).length);
}

export const heightOf = (paragraphs: readonly Paragraph[], width: number): number =>
	Math.ceil(
		paragraphs.reduce(
			(sum, one, index) => sum + (index ? (one.before ?? 0) : 0) + linesIn(one, width) * one.size * one.leading,
			0
		)
	);

/** Cuts the text to a number of lines, with “…” in the style of its beginning. The notes have the full text. */
export function short(paragraph: Paragraph, width: number, lines: number): Paragraph {
	if (linesIn(paragraph, width) <= lines) return paragraph;
	const text = words(paragraph);
	const cut = wrapText(text, paragraph.size * scaleOf(paragraph, text), width, lines);
	return { ...paragraph, runs: [{ ...paragraph.runs[0], text: cut.join(hasCjk(text) ? '' : ' ') }] };
}

/**
 * The left half of an opening Chinese mark is empty: a single line hangs by that, in points, so that its words align
 * with the text beneath.
 */
export function hangOf(paragraph: Paragraph, width: number): number {
	const [{ lang = '' }] = paragraph.runs;
	const hangs = /^(zh|ja)/.test(lang) && /^[“「『]/.test(words(paragraph));
	return hangs && linesIn(paragraph, width) === 1 ? paragraph.size / 2 : 0;
}

/** @returns the width of a line, with the extra room that other faces need */
export const wide = (text: string, size: number, bold = false): number =>
	textWidth(text, size) * scaleOf({ face: 'sans', runs: [{ text, bold }] }, text);

/**
 * @param sizes in descending order
 * @returns the first result of `make` that fits, else null
 */
export function firstThatFits<T extends readonly Paragraph[]>(
	sizes: readonly number[],
	make: (size: number) => T,
	box: { width: number; height: number }
): T | null {
	for (const size of sizes) {
		const made = make(size);
		if (heightOf(made, box.width) <= box.height) return made;
	}
	return null;
}
