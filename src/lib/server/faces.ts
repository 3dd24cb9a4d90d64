/**
 * Which characters of a page each web font carries, and the CSS that says so.
 *
 * A family is made of a Latin and a Chinese face that share it by `unicode-range`. Both scripts use “ ” ‘ ’ … — ·: on a
 * Chinese page the Chinese face has them, one em wide as its typography wants, on other pages the Latin one. English
 * text in a Chinese page (an original quotation, where ’ is an apostrophe) sets the families “… Latin” instead; they
 * are the same files.
 *
 * No italics are shipped: `em` is slanted by the browser in Latin, and in Chinese left upright (style sheets turn
 * `font-synthesis-style` off and set emphasis dots, or nothing).
 */

export type FaceName =
	'serif-latin' | 'serif-latin-ext' | 'serif-han' | 'display-han' | 'sans-latin' | 'sans-latin-ext' | 'sans-han';

export interface FaceFile {
	name: FaceName;
	family: Family;
	/** The weights in the file, as CSS: one, or a range. */
	weight: string;
	/** CSS `unicode-range` on this page. */
	unicodeRange: string;
	/** Each once, in the order of Unicode. */
	characters: string;
}

type Family = 'Throughline Serif' | 'Throughline Sans';
type Range = [from: number, to: number];

const sharedMarks = '“”‘’…—·';
/** Always in a Latin face: what scripts write later (counts, dates, a search) needs no other font. */
const always = String.fromCodePoint(...Array.from({ length: 95 }, (_, n) => 0x20 + n)) + sharedMarks + '–';

// The two slices that Fontsource cuts the Latin faces into; the first is enough for most stories.
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
// The Chinese faces also have Greek, Russian, and symbols (№ → ①) that the Latin slices lack.
const han = without(
	ranges('U+0370-04FF,U+2100-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF,U+20000-3134F'),
	latin.concat(latinExt)
);
// U+2020 (†) is among the punctuation of the first slice’s range, but only the second slice draws it.
const latinDrawn = without(latin, ranges('U+2020'));
const latinExtDrawn = latinExt.concat(ranges('U+2020'));
const marks: Range[] = Array.from(sharedMarks, (mark): Range => [mark.codePointAt(0)!, mark.codePointAt(0)!]);

/**
 * The files a page needs.
 * @param texts all that the page shows in each role: running text, headings, labels; in any order, repeats allowed
 * @param lang of the page, BCP 47
 * @returns only faces with characters to draw; characters that no face of ours has are in none
 */
export function facesFor(texts: { serif: string; display: string; sans: string }, lang: string): FaceFile[] {
	const wideMarks = lang.startsWith('zh') ? marks : [];
	const face = (name: FaceName, family: Family, weight: string, text: string, drawn: Range[], extra = '') => {
		const characters = pick(text, drawn);
		if (!characters) return [];
		const ranges = name.endsWith('-han') ? drawn : without(drawn, wideMarks);
		return [{ name, family, weight, unicodeRange: css(ranges), characters: pick(characters + extra, drawn) }];
	};
	const hanDrawn = han.concat(wideMarks);
	const { serif, display, sans } = texts;
	return [
		...face('serif-latin', 'Throughline Serif', '400 600', serif + display, latinDrawn, always),
		...face('serif-latin-ext', 'Throughline Serif', '400 600', serif + display, latinExtDrawn),
		...face('serif-han', 'Throughline Serif', '400', serif, hanDrawn),
		...face('display-han', 'Throughline Serif', '600', display, hanDrawn),
		...face('sans-latin', 'Throughline Sans', '400 600', sans, latinDrawn, always),
		...face('sans-latin-ext', 'Throughline Sans', '400 600', sans, latinExtDrawn),
		...face('sans-han', 'Throughline Sans', '400', sans, hanDrawn)
	];
}

/** The weights that a face is cut to where variable fonts are of no use; see fonts.ts, `subsetStatic`. */
export function staticWeights({ weight }: Pick<FaceFile, 'weight'>): string[] {
	return weight.split(' ');
}

/**
 * @param story '' for the front page
 * @param base path the site is served under, '' or '/…'
 */
export function fontUrl(story: string, lang: string, name: FaceName, base = ''): string {
	return `${base}/fonts/${story && `${story}/${lang}/`}${name}.woff2`;
}

/** @param weight one of `staticWeights` */
export function staticUrl(story: string, lang: string, name: FaceName, weight: string, base = ''): string {
	return `${base}/fonts/${story}/${lang}/${name}-${weight}.ttf`;
}

/**
 * The `@font-face` rules of a page.
 *
 * Every face stands in two groups of weights, because a browser takes all characters of a text from the faces of one
 * group: bold Chinese that is in no heading would else leave the family. It is drawn at 400, and not smeared.
 *
 * `font-display` is `optional` for Latin: a swap changes where lines break, even between fonts made equally wide on
 * average, and one line more on the first screen is already over the budget for layout shift (0.02). Preload these
 * files, so that they are there in the 100 ms that a browser waits. Chinese takes `swap`: its characters are one em in
 * every font, so nothing moves as long as line-height is set, and its files are too big for 100 ms.
 *
 * @param story '' for the front page
 * @param faces of this page, from `facesFor`
 * @param base path the site is served under, '' or '/…'
 */
export function fontCss(story: string, lang: string, faces: FaceFile[], base = ''): string {
	const rules = faces.flatMap(({ name, family, weight, unicodeRange, characters }) => {
		const isHan = name.endsWith('-han');
		const rule = (family: string, weight: string, range: string) =>
			fontFace({
				'font-family': `'${family}'`,
				'font-weight': weight,
				'font-display': isHan ? 'swap' : 'optional',
				src: `url(${fontUrl(story, lang, name, base)}) format('woff2')`,
				'unicode-range': range
			});
		const groups = weight === '600' ? ['600'] : ['400 599', '600'];
		const own = groups.map((group) => rule(family, group, unicodeRange));
		const full = name.endsWith('-ext') ? latinExtDrawn : latinDrawn;
		const needsLatin = lang.startsWith('zh') && !isHan && characters;
		return needsLatin ? [...own, ...groups.map((group) => rule(`${family} Latin`, group, css(full)))] : own;
	});
	const latinRange = css(without(latin, lang.startsWith('zh') ? marks : []));
	const own = fallbacks
		.filter(({ family }) => faces.some((face) => face.family === family))
		.map(({ family, weight, local, widen, ascent, descent }) =>
			fontFace({
				'font-family': `'${family} Fallback'`,
				'font-weight': weight,
				src: local.map((name) => `local('${name}')`).join(','),
				'size-adjust': percent(widen),
				'ascent-override': percent(ascent / widen),
				'descent-override': percent(descent / widen),
				'line-gap-override': '0%',
				'unicode-range': latinRange
			})
		);
	return [...rules, ...own].join('\n');
}

/**
 * What a reader sees who does not get our Latin faces in time, as wide and as high as they are: `widen` is the width of
 * English text in ours over that in the font named (letters by how often they occur; the free twins Gelasio and
 * Liberation Sans measured), `ascent` and `descent` are ours, in ems.
 */
export const fallbacks: {
	family: Family;
	weight: string;
	local: string[];
	widen: number;
	ascent: number;
	descent: number;
}[] = [
	{
		family: 'Throughline Serif',
		weight: '400 599',
		local: ['Georgia', 'Gelasio'],
		widen: 1.084,
		ascent: 1.036,
		descent: 0.335
	},
	{
		family: 'Throughline Serif',
		weight: '600',
		local: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'],
		widen: 0.944,
		ascent: 1.036,
		descent: 0.335
	},
	{
		family: 'Throughline Sans',
		weight: '400 599',
		local: ['Arial', 'Liberation Sans', 'Arimo'],
		widen: 0.942,
		ascent: 1.024,
		descent: 0.4
	},
	{
		family: 'Throughline Sans',
		weight: '600',
		local: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'Arimo Bold'],
		widen: 0.898,
		ascent: 1.024,
		descent: 0.4
	}
];

function fontFace(descriptors: Record<string, string>): string {
	const body = Object.entries(descriptors).map(([name, value]) => `${name}:${value}`);
	return `@font-face{${body.join(';')}}`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)}%`;
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
