/** How wide the labels of the timeline are, and where they break: known before there is a page to measure them on. */
import { WIDTHS } from './widths.ts';
import { partBreak, wordBreaks, type Breaks } from './wordBreaks.ts';

const table = new Map<string, number>();
for (const line of WIDTHS.split('\n'))
	for (const character of line.slice(2)) table.set(character, parseInt(line.slice(0, 2), 36));

const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** Marks that both scripts use, and that the Chinese face draws one em wide; the · of names is Latin on every page. */
const sharedMark = /[“”‘’…—]/;
const invisible = /[\p{M}\u200b-\u200f\u2060\ufeff]/u;
const notAtStart = /^[。，、；：！？”’）》】」』〉〕…—·～％]/;
const notAtEnd = /^[“‘（《【「『〈〔]/;
/** Also kept off a line's start, but only when they touch the character before: “use .NET” may break. */
const closing = /^[,.;:!?)\]}%/-]/;
const opening = /^[([{·]/;

/** Whether a text has Chinese, Japanese or Korean characters: its quotation marks and dashes are then wide ones. */
export function hasCjk(text: string): boolean {
	return cjk.test(text);
}

/**
 * @param size of the font, px
 * @param wide whether “”‘’…— are one em each. By default in texts with Chinese in them; pass true for any text of a
 * Chinese page, where the Chinese face draws them.
 * @returns px in Throughline Sans, at the wider of its weights 400 and 600, before kerning; an upper bound for text
 * that the table covers, a guess (0.6 em a character) for scripts that no face of ours has
 */
export function textWidth(text: string, size: number, wide = hasCjk(text)): number {
	return px(units(text, wide), size);
}

/**
 * Breaks a text into lines: Latin at spaces and after hyphens, dashes and slashes (not before a digit, so that
 * 2023-05 stays whole), Chinese between words (wordBreaks.ts) but for the marks that may not begin or end a line. What
 * is longer than a line breaks between the parts of a name, else by character, and Chinese does wherever more of it fits
 * so.
 * @param maxWidth px
 * @param wide as for `textWidth`
 * @param within what is longer than a line may break so; else it is cut there, with all that follows it. By default by
 * character: nothing is lost. For labels between the parts of a name alone, or nowhere.
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
 * @returns the text in the pieces between which a line of it may end well; joined they are the text as it was. A text
 * without Chinese is one piece: browsers break that as it should be.
 */
export function phrases(text: string): string[] {
	if (!cjk.test(text)) return [text];
	const characters = graphemes(text);
	const breaks = wordBreaks(text, characters);
	const starts = characters.flatMap((_, at) => (at && breaks[at] > 0 && mayBreak(characters, at) ? [at] : []));
	return [0, ...starts].map((start, index) => characters.slice(start, starts[index]).join(''));
}

/** How much of the room a line fills that ends early: with a phrase, with a word. */
const phraseFills = 0.6;
const wordFills = 0.35;

interface Line {
	/** Graphemes, and how wide each is, thousandths of an em. */
	characters: string[];
	widths: number[];
	size: number;
	maxWidth: number;
	maxLines: number;
	wide: boolean;
	within: Within;
}

/** Where a word may break. */
export type Within = 'characters' | 'parts' | 'words';

/** @param words where a line of Chinese ends well; without, it ends anywhere that it may */
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

/** Whole thousandths of an em, so that sums of parts are exact. */
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
	// From U+2100 on (№, →, 汉字) the Latin face ends and the Chinese one takes over.
	if (character.codePointAt(0)! >= 0x2100) return 1000;
	return table.get(character.normalize('NFD')[0]) ?? 600;
}

function clean(text: string): string {
	// Not \s, which has the no-break space in it.
	return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** Characters that are whatever stands beside them one grapheme each: Latin, its punctuation, Chinese. */
export const single = /^[ -~\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
// Made once, and only where it is needed: making one costs more than all the texts of a page.
let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): string[] {
	if (single.test(text)) return [...text];
	segmenter ??= new Intl.Segmenter();
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The greatest `end` for which what is from `start` up to it fits. */
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

/** Whether a break here would put a mark where a line may not have it; looks past a space. */
function forbidden(characters: string[], at: number): boolean {
	const before = characters[at - 1] === ' ' ? characters[at - 2] : characters[at - 1];
	const after = characters[at] === ' ' ? characters[at + 1] : characters[at];
	const touching = characters[at - 1] !== ' ' && characters[at] !== ' ';
	if (notAtStart.test(after) || notAtEnd.test(before)) return true;
	return touching && (closing.test(after) || opening.test(before));
}
