/** How high words are in a box, and the largest type at which they fit: by our own table of widths, before any program. */
import { hasCjk, textWidth, wrapText } from '../../layout/textWidth.ts';
import type { Paragraph } from './parts.ts';

/**
 * How much wider a face may be than the sans whose widths are tabled. A program that lacks our faces takes others
 * (Georgia, Arial), so there is more room than ours need. Chinese is set in squares by all.
 */
const allowance = { serif: 1.18, sans: 1.1, bold: 1.05 };

export const words = ({ runs }: Pick<Paragraph, 'runs'>): string => runs.map(({ text }) => text).join('');

const scaleOf = ({ face, runs }: Pick<Paragraph, 'face' | 'runs'>, text: string) =>
	hasCjk(text) ? 1.04 : allowance[face] * (runs.some(({ bold }) => bold) ? allowance.bold : 1);

/** @returns how many lines it takes in a width */
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

/** No more lines than these: what is longer ends in “…”, in the style that it begins with. The notes have it whole. */
export function short(paragraph: Paragraph, width: number, lines: number): Paragraph {
	if (linesIn(paragraph, width) <= lines) return paragraph;
	const text = words(paragraph);
	const cut = wrapText(text, paragraph.size * scaleOf(paragraph, text), width, lines);
	return { ...paragraph, runs: [{ ...paragraph.runs[0], text: cut.join(hasCjk(text) ? '' : ' ') }] };
}

/**
 * The left half of an opening Chinese mark is empty: what is one line stands by so much further out, points, so that its
 * words begin where those beneath do.
 */
export function hangOf(paragraph: Paragraph, width: number): number {
	const [{ lang = '' }] = paragraph.runs;
	const hangs = /^(zh|ja)/.test(lang) && /^[“「『]/.test(words(paragraph));
	return hangs && linesIn(paragraph, width) === 1 ? paragraph.size / 2 : 0;
}

/** @returns the width of one line, with the room that other faces need */
export const wide = (text: string, size: number, bold = false): number =>
	textWidth(text, size) * scaleOf({ face: 'sans', runs: [{ text, bold }] }, text);

/**
 * @param sizes falling
 * @returns the first of `make` that fits, else null
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
