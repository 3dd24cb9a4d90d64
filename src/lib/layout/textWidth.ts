/** Measures the timeline’s labels and breaks their lines, before there is a page to measure them on. */
import { WIDTHS } from './widths.ts';
import { partBreak, wordBreaks, type Breaks } from './wordBreaks.ts';

const table = new Map<string, number>();
for (const line of WIDTHS.split('\n'))
	for (const character of line.slice(2)) table.set(character, parseInt(line.slice(0, 2), 36));

const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** Punctuation that both scripts share and that the Chinese face draws one em wide; the · of names is always Latin. */
const sharedMark = /[“”‘’…—]/;
const invisible = /[\p{M}\u200b-\u200f\u2060\ufeff]/u;
const notAtStart = /^[。，、；：！？”’）》】」』〉〕…—·～％]/;
const notAtEnd = /^[“‘（《【「『〈〔]/;
/** Also kept off a line's start, but only when they touch the character before: “use .NET” may break. */
const closing = /^[,.;:!?)\]}%/-]/;
const opening = /^[([{·]/;

/** Whether a text has Chinese, Japanese or Korean characters, so that its quotation marks are full width. */
export function hasCjk(text: string): boolean {
	return cjk.test(text);
}

/**
 * @param size font size, px
 * @param wide whether “”‘’…— are one em each. By default so in texts with Chinese; pass true for any text on a Chinese
 * page, where the Chinese face draws them.
 * @returns px in Throughline Sans, at the wider of its weights 400 and 600, before kerning; an upper bound for text
 * that the table covers, a guess (0.6 em per character) for scripts that our faces lack
 */
export function textWidth(text: string, size: number, wide = hasCjk(text)): number {
	return px(units(text, wide), size);
}

/**
 * Breaks a text into lines: Latin at spaces and after hyphens, dashes and slashes (not before a digit, so that 2023-05
 * stays whole), Chinese between words (wordBreaks.ts), except where punctuation may not begin or end a line. A word
 * longer than a line breaks between the parts of a name, else between any characters; Chinese breaks between any
 * characters where breaking between words would cut the text.
 * @param maxWidth px
 * @param wide as for `textWidth`
 * @param within where a word longer than a line may break; otherwise the text is cut there. By default between any
 * characters, so that nothing is lost; for labels only between the parts of a name, or nowhere.
 * @returns at most `maxLines` lines, each at most `maxWidth` wide; the last ends in “…” if something was cut. No lines
 * if not even that fits.
 */
export function wrapText(
	text: string,
	size: number,
	maxWidth: number,
	maxLines: number,
	wide = hasCjk(text),
	within: Within = 'characters'
): string[] {
	const cleaned = clean(text);
	const characters = graphemes(cleaned);
	const widths = characters.map((character) => units(character, wide));
	const line: Line = { characters, widths, size, maxWidth, maxLines, wide, within };
	if (!cjk.test(cleaned)) return wrap(line).lines;
	const byWords = wrap(line, wordBreaks(cleaned, characters));
	if (!byWords.cut) return byWords.lines;
	const anywhere = wrap(line);
	return anywhere.cut ? byWords.lines : anywhere.lines;
}

/**
 * @returns the pieces of a text between which a line may well break; joined they give the text unchanged. A text
 * without Chinese is one piece, since browsers break it correctly.
 */
export function phrases(text: string): string[] {
	if (!cjk.test(text)) return [text];
	const characters = graphemes(text);
	const breaks = wordBreaks(text, characters);
	const starts = characters.flatMap((_, at) => (at && breaks[at] > 0 && mayBreak(characters, at) ? [at] : []));
	return [0, ...starts].map((start, index) => characters.slice(start, starts[index]).join(''));
}

/** Minimum share of the line that must be filled to break after a phrase, and after a word. */
const phraseFills = 0.6;
const wordFills = 0.35;

interface Line {
	/** Graphemes, and the width of each in thousandths of an em. */
	characters: string[];
	widths: number[];
	size: number;
	maxWidth: number;
	maxLines: number;
	wide: boolean;
	within: Within;
}

/** Where a word longer than a line may break. */
export type Within = 'characters' | 'parts' | 'words';

/** @param words where a Chinese line should preferably end; without it, anywhere allowed */
function wrap(
	{ characters, widths, size, maxWidth, maxLines, wide, within }: Line,
	words?: Breaks
): { lines: string[]; cut: boolean } {
	const lines: string[] = [];
	let start = 0;
	while (start < characters.length && lines.length < maxLines) {
		const end = reach(widths, start, (sum) => px(sum, size) <= maxWidth);
		const rest = characters.slice(start).join('');
		if (end === characters.length) return { lines: [...lines, rest], cut: false };
		if (lines.length === maxLines - 1 || end === start)
			return { lines: [...lines, truncate(rest, size, maxWidth, wide)].filter(Boolean), cut: true };
		const ends = (at: number, rank: number, fills: number) =>
			words![at] >= rank && mayBreak(characters, at) && px(sumOf(widths, start, at), size) >= fills * maxWidth;
		const stop =
			(words && lastWhere(start, end, (at) => ends(at, 2, phraseFills))) ??
			(words && lastWhere(start, end, (at) => ends(at, 1, wordFills))) ??
			lastWhere(start, end, (at) => mayBreak(characters, at)) ??
			(within === 'words' ? start : undefined) ??
			lastWhere(start, end, (at) => partBreak(characters, at) && !forbidden(characters, at)) ??
			(within === 'parts' ? start : undefined) ??
			lastWhere(start, end, (at) => !forbidden(characters, at)) ??
			end;
		if (stop === start) return { lines: [...lines, truncate(rest, size, maxWidth, wide)].filter(Boolean), cut: true };
		lines.push(characters.slice(start, stop).join('').trimEnd());
		start = characters[stop] === ' ' ? stop + 1 : stop;
	}
	return { lines, cut: start < characters.length };
}

/**
 * @param maxWidth px
 * @param wide as for `textWidth`
 * @returns the text, or as much of its beginning as fits with “…” after it; empty if not even “…” fits
 */
export function truncate(text: string, size: number, maxWidth: number, wide = hasCjk(text)): string {
	const cleaned = clean(text);
	const fits = (sum: number) => px(sum, size) <= maxWidth;
	if (fits(units(cleaned, wide))) return cleaned;
	const dots = units('…', wide);
	if (!fits(dots)) return '';
	const characters = graphemes(cleaned);
	const widths = characters.map((character) => units(character, wide));
	const end = reach(widths, 0, (sum) => fits(sum + dots));
	return `${characters
		.slice(0, end)
		.join('')
		.replace(/[\s，、；：,;:“‘（《【「『([]+$/u, '')}…`;
}

/** Width in whole thousandths of an em, so that sums of parts are exact. */
function units(text: string, wide: boolean): number {
	let sum = 0;
	for (const character of text) sum += wide && sharedMark.test(character) ? 1000 : unitsOf(character);
	return sum;
}

function px(sum: number, size: number): number {
	return (sum * size) / 1000;
}

function unitsOf(character: string): number {
	const known = table.get(character);
	if (known !== undefined) return known;
	if (invisible.test(character)) return 0;
	// From U+2100 on (№, →, 汉字) the Chinese face takes over from the Latin one.
	if (character.codePointAt(0)! >= 0x2100) return 1000;
	return table.get(character.normalize('NFD')[0]) ?? 600;
}

function clean(text: string): string {
	// Not \s, since that includes the no-break space.
	return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Characters that are always a single grapheme each: Latin, its punctuation, Chinese. */
export const single = /^[ -~\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
// Created once and lazily: creating one costs more than measuring all the texts of a page.
let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): string[] {
	if (single.test(text)) return [...text];
	segmenter ??= new Intl.Segmenter();
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The greatest `end` for which everything from `start` up to it fits. */
function reach(widths: number[], start: number, fits: (sum: number) => boolean): number {
	let end = start;
	for (let sum = 0; end < widths.length && fits((sum += widths[end])); end++);
	return end;
}

function sumOf(widths: number[], from: number, to: number): number {
	let sum = 0;
	for (let at = from; at < to; at++) sum += widths[at];
	return sum;
}

function lastWhere(start: number, end: number, holds: (at: number) => boolean): number | undefined {
	for (let at = end; at > start; at--) if (holds(at)) return at;
}

function mayBreak(characters: string[], at: number): boolean {
	const before = characters[at - 1];
	const after = characters[at];
	if (forbidden(characters, at)) return false;
	if (before === ' ' || after === ' ') return true;
	return cjk.test(before) || cjk.test(after) || (/[-‐–—/]$/.test(before) && !/^\d/.test(after));
}

/** Whether a break here would put punctuation where a line may not have it; looks past a space. */
function forbidden(characters: string[], at: number): boolean {
	const before = characters[at - 1] === ' ' ? characters[at - 2] : characters[at - 1];
	const after = characters[at] === ' ' ? characters[at + 1] : characters[at];
	const touching = characters[at - 1] !== ' ' && characters[at] !== ' ';
	if (notAtStart.test(after) || notAtEnd.test(before)) return true;
	return touching && (closing.test(after) || opening.test(before));
}
