/**
 * Which characters of a page each web font carries, and the CSS for it.
 *
 * A family consists of a Latin and a Chinese face, divided by `unicode-range`. Both scripts use “ ” ‘ ’ … —: on a
 * Chinese page they come from the Chinese face, one em wide as its typography requires, on other pages from the Latin
 * one. Text in a script other than its page’s (an English quotation on a Chinese page, where ’ is an apostrophe; a
 * Chinese one on an English page) is set in the families “… Latin” or “… Han”, which use the same files. The · in names
 * is always Latin.
 *
 * Chinese has one weight, in headings too: bold closes the counters of dense characters.
 *
 * No italics are shipped: the browser slants `em` in Latin, and leaves it upright in Chinese (style sheets turn
 * `font-synthesis-style` off and set emphasis dots, or nothing).
 */
import { fallbackRules, fallbacks, fontFace, type Family } from './fallbacks.ts';

export type FaceName = 'serif-latin' | 'serif-latin-ext' | 'serif-han' | 'sans-latin' | 'sans-latin-ext' | 'sans-han';

export interface FaceFile {
	name: FaceName;
	family: Family;
	/** The weights in the file, as CSS: one weight or a range. */
	weight: string;
	/** CSS `unicode-range` of this face on this page. */
	unicodeRange: string;
	/** Each character once, in Unicode order. */
	characters: string;
}

type Range = [from: number, to: number];

const sharedMarks = '“”‘’…—';
/** Added to the Latin faces by default: text that scripts write later (counts, dates, a search) needs no other font. */
const always = String.fromCodePoint(...Array.from({ length: 95 }, (_, n) => 0x20 + n)) + sharedMarks + '–·';

// The two subsets that Fontsource divides the Latin faces into; the first is enough for most stories.
const latin = ranges(
	'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,' +
		'U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
);
const latinExt = without(
	ranges(
		'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,' +
			'U+20A0-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF'
	),
	latin
);
// The Chinese faces also have Greek, Russian, and symbols (№ → ①) that the Latin subsets lack.
const han = without(
	ranges('U+0370-04FF,U+2100-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF,U+20000-3134F'),
	latin.concat(latinExt)
);
// U+2020 (†) is among the punctuation of the first subset’s range, but only the second one draws it.
const latinDrawn = without(latin, ranges('U+2020'));
const latinExtDrawn = latinExt.concat(ranges('U+2020'));
const marks: Range[] = Array.from(sharedMarks, (mark): Range => [mark.codePointAt(0)!, mark.codePointAt(0)!]);

/**
 * The font files that a page needs.
 * @param texts all text that the page shows in each role, in any order and with repeats: `serif` for headings and
 * running text, `sans` for labels
 * @param lang language of the page, BCP 47
 * @param later characters that scripts may write into the page
 * @returns only faces with characters to draw; a character that no shipped face has is in none
 */
export function facesFor(texts: { serif: string; sans: string }, lang: string, later = always): FaceFile[] {
	const [serif, sans] = [texts.serif, texts.sans].map((text) => [...new Set(text)].join(''));
	const wideMarks = lang.startsWith('zh') ? marks : [];
	const face = (name: FaceName, family: Family, text: string): FaceFile[] => {
		const isHan = name.endsWith('-han');
		const drawn = isHan ? han : name.endsWith('-ext') ? latinExtDrawn : latinDrawn;
		const own = isHan ? han.concat(wideMarks) : drawn;
		if (!pick(text, own)) return [];
		const weight = isHan ? '400' : '400 600';
		const unicodeRange = css(isHan ? own : without(drawn, wideMarks));
		if (isHan) return [{ name, family, weight, unicodeRange, characters: pick(text, han.concat(marks)) }];
		const extra = name.endsWith('-latin') ? later : '';
		return [{ name, family, weight, unicodeRange, characters: pick(text + extra, drawn) }];
	};
	return [
		...face('serif-latin', 'Throughline Serif', serif),
		...face('serif-latin-ext', 'Throughline Serif', serif),
		...face('serif-han', 'Throughline Serif', serif),
		...face('sans-latin', 'Throughline Sans', sans),
		...face('sans-latin-ext', 'Throughline Sans', sans),
		...face('sans-han', 'Throughline Sans', sans)
	];
}

/** The weights to make static files for, for software without variable fonts; see fonts.ts, `subsetStatic`. */
export function staticWeights({ weight }: Pick<FaceFile, 'weight'>): string[] {
	return weight.split(' ');
}

/**
 * @param story slug, '' for the front page
 * @param base path the site is served under, '' or '/…'
 */
export function fontUrl(story: string, lang: string, name: FaceName, base = ''): string {
	return `${base}/fonts/${story && `${story}/`}${lang}/${name}.woff2`;
}

/** @param weight one of `staticWeights` */
export function staticUrl(story: string, lang: string, name: FaceName, weight: string, base = ''): string {
	return `${base}/fonts/${story}/${lang}/${name}-${weight}.ttf`;
}

/**
 * The `@font-face` rules of a page, and of the fallbacks that are shown until its faces are loaded (fallbacks.ts). All
 * have `font-display: swap`, so that every reader gets them, on the first visit too. Preload those of the page’s
 * language.
 *
 * Every face declares one range of weights, because a browser takes all characters of a text from faces that share
 * theirs.
 *
 * @param story slug, '' for the front page
 * @param faces the faces of this page, from `facesFor`
 * @param base path the site is served under, '' or '/…'
 */
export function fontCss(story: string, lang: string, faces: FaceFile[], base = ''): string {
	const chinese = lang.startsWith('zh');
	const rules = faces.flatMap(({ name, family, unicodeRange }) => {
		const rule = (family: string, range: string) =>
			fontFace({
				'font-family': `'${family}'`,
				'font-weight': '400 600',
				'font-display': 'swap',
				src: `url(${fontUrl(story, lang, name, base)}) format('woff2')`,
				'unicode-range': range
			});
		const own = rule(family, unicodeRange);
		if (name.endsWith('-han')) return chinese ? [own] : [own, rule(`${family} Han`, css(han.concat(marks)))];
		const full = name.endsWith('-ext') ? latinExtDrawn : latinDrawn;
		return chinese ? [own, rule(`${family} Latin`, css(full))] : [own];
	});
	const latinRange = css(without(latin, chinese ? marks : []));
	const families = new Set(faces.map(({ family }) => family));
	const waiting = fallbacks.filter(({ of }) => families.has(of));
	return [...rules, ...waiting.flatMap((fallback) => fallbackRules(fallback, chinese, latinRange))].join('\n');
}

function pick(text: string, drawn: Range[]): string {
	const inRange = (point: number) => drawn.some(([from, to]) => from <= point && point <= to);
	const points = [...new Set(text)].map((character) => character.codePointAt(0)!);
	return points
		.filter((point) => point >= 0x20 && inRange(point))
		.sort((a, b) => a - b)
		.map((point) => String.fromCodePoint(point))
		.join('');
}

function ranges(list: string): Range[] {
	return list.split(',').map((part) => {
		const [from, to = from] = part.slice(2).split('-');
		return [parseInt(from, 16), parseInt(to, 16)];
	});
}

function without(list: Range[], removed: Range[]): Range[] {
	return removed.reduce<Range[]>(
		(left, [from, to]) =>
			left.flatMap(([a, b]): Range[] => {
				if (to < a || b < from) return [[a, b]];
				const parts: Range[] = [
					[a, from - 1],
					[to + 1, b]
				];
				return parts.filter(([first, last]) => first <= last);
			}),
		list
	);
}

function css(list: Range[]): string {
	const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0');
	return [...list]
		.sort(([a], [b]) => a - b)
		.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
		.join(',');
}
