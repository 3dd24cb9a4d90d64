/**
 * Makes texts comparable that differ in script variant, full or half width, quotation marks, or reading aids left by
 * scraping. Each character of the normal form can be traced back to its place in the original.
 */
import { Converter } from 'opencc-js/t2cn';

/** The steps of normalisation, in order; each can be left out to find out whether it matters. */
export const steps = ['annotations', 'spacing', 'width', 'punctuation', 'script'] as const;
export type Step = (typeof steps)[number];

export interface Normal {
	text: string;
	/** For each UTF-16 unit of `text`, where the original character that it came from starts. */
	starts: Uint32Array;
	/** Where that character ends (first unit after it). */
	ends: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** 著 and 着 differ only in traditional script, where OpenCC keeps 著 for “written”; comparisons treat them as one. */
const simplified = (character: string) => toSimplified(character).replaceAll('著', '着');

const punctuation = new Map<string, string>();
const fold = (to: string, from: string) => [...from].forEach((mark) => punctuation.set(mark, to));
fold('"', '“”„‟«»「」『』〝〞〟');
fold("'", '‘’‚‛‹›ʼ′');
fold('-', '‐‑‒–—―−﹘﹣─');
fold('·', '•‧∙⋅・･');
fold('.', '。｡');
fold('~', '～〜∼');

/** Normalising the width would turn a footnote mark into digits: 1893¹ is not 18931. */
const raised = /[⁰¹²³⁴-⁹]/;
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
const space = /\s/;
/** Scripts that separate words with spaces: a space between two of their characters counts. */
const spaced = /[\p{L}\p{N}]/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const isSpaced = (character: string) => spaced.test(character) && !unspaced.test(character);
const mark = /\p{M}/u;
/** UTF-16 units of a character with its combining marks; further marks are treated separately. */
const longCluster = 64;
const han = /\p{sc=Han}/u;

const syllable =
	/^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aoeiuüv]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ueng|ue|ve|üe|üan|ün|ng|n|m)$/;
// Pinyin may be composed or not: letters, and marks on their own.
// eslint-disable-next-line no-misleading-character-class
const reading = /[（(]([a-z\u00e0-\u00fc\u0101-\u01dc\u1e3f\u0144\u0148\u01f9\u0300-\u036f]{1,9})[)）]/gu;

/** Pinyin with or without tones, if it is one syllable. */
function pinyin(text: string): { toned: boolean } | null {
	const bare = text
		.normalize('NFD')
		.replace(/[\u0300-\u0307\u0309-\u036f]/g, '')
		.normalize('NFC');
	return syllable.test(bare) ? { toned: bare !== text.normalize('NFC') } : null;
}

/**
 * Does a text have readings after its characters, as some scrapes do: 中國(guó)? Then toneless syllables are readings
 * too.
 */
export function hasReadings(text: string): boolean {
	let count = 0;
	for (const found of text.matchAll(reading))
		if (pinyin(found[1])?.toned && han.test(before(text, found.index)) && ++count > 2) return true;
	return false;
}

const before = (text: string, offset: number) => {
	const unit = text.charCodeAt(offset - 1);
	return text.slice(offset - (unit >= 0xdc00 && unit < 0xe000 ? 2 : 1), offset);
};

/** Finds the next position of a sign on the same line. Asked in order, it looks at each unit once. */
function ahead(text: string, sign: string): (from: number) => number {
	let [at, end] = [-1, -1];
	const next = (of: string, known: number, from: number) => {
		if (known >= from) return known;
		const found = text.indexOf(of, from);
		return found < 0 ? Infinity : found;
	};
	return (from) => {
		at = next(sign, at, from);
		end = next('\n', end, from);
		return at < end ? at : -1;
	};
}

/** Images, `![words](address)`: [start, end). From each unclosed one, a pattern would search to the end of the line. */
export function pictures(text: string): [number, number][] {
	const found: [number, number][] = [];
	const [bracket, round] = [ahead(text, ']'), ahead(text, ')')];
	for (let at = text.indexOf('!['); at >= 0; at = text.indexOf('![', at)) {
		const close = bracket(at + 2);
		const end = close >= 0 && text[close + 1] === '(' ? round(close + 2) : -1;
		if (end >= 0) found.push([at, end + 1]);
		at = end >= 0 ? end + 1 : at + 2;
	}
	return found;
}

/** Ranges that are not part of the text: readings and images. Sorted. */
function annotations(text: string, readings: boolean): [number, number][] {
	const ranges = pictures(text);
	if (readings)
		for (const { 0: all, 1: inner, index } of text.matchAll(reading))
			if (pinyin(inner) && han.test(before(text, index))) ranges.push([index, index + all.length]);
	return ranges.sort(([a], [b]) => a - b);
}

const caches = new Map<string, Map<string, string>>();

/**
 * @param readings whether the text has readings (`hasReadings` of the whole text)
 * @param only the steps to take, by default all
 */
export function normalise(text: string, readings = false, only: readonly Step[] = steps): Normal {
	const takes = Object.fromEntries(steps.map((step) => [step, only.includes(step)])) as Record<Step, boolean>;
	const key = only.join();
	const cache = caches.get(key) ?? new Map<string, string>();
	caches.set(key, cache);
	const convert = (cluster: string) => {
		let to = cluster;
		if (takes.width && !raised.test(to)) to = to.normalize('NFKC');
		if (takes.punctuation) to = [...to].map((one) => punctuation.get(one) ?? one).join('');
		if (takes.script && han.test(to)) to = simplified(to);
		if (cache.size < 50_000) cache.set(cluster, to);
		return to;
	};

	const skipped = takes.annotations ? annotations(text, readings) : [];
	const out = new Growing(text.length);
	let skip = 0;
	let gap = -1;
	let last = '';
	let dots = 0;
	const put = (character: string, start: number, end: number) => {
		if (takes.punctuation && last === character) {
			if (character === '-' || (character === '.' && dots > 2)) {
				out.stretch(end);
				return;
			}
		}
		out.add(character, start, end);
		dots = character === '.' ? dots + 1 : 0;
		last = character;
	};

	for (let at = 0; at < text.length;) {
		while (skip < skipped.length && skipped[skip][1] <= at) skip++;
		if (skip < skipped.length && at >= skipped[skip][0]) {
			at = skipped[skip][1];
			continue;
		}
		let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
		const most = Math.min(text.length, at + longCluster);
		while (end < most && text.charCodeAt(end) > 0x2ff && mark.test(text[end])) end++;
		const cluster = text.slice(at, end);
		if (takes.spacing && invisible.test(cluster)) {
			at = end;
			continue;
		}
		if (takes.spacing && space.test(cluster)) {
			if (gap < 0) gap = at;
			at = end;
			continue;
		}
		const characters = [...(cache.get(cluster) ?? convert(cluster))];
		if (gap >= 0 && last && isSpaced(last) && isSpaced(characters[0] ?? '')) put(' ', gap, at);
		gap = -1;
		for (const character of characters) put(character, at, end);
		at = end;
	}
	return out.normal();
}

/** A normal form under construction: a text of 50 MB is 50 million characters. */
class Growing {
	private readonly done: string[] = [];
	private text = '';
	private length = 0;
	private starts: Uint32Array<ArrayBuffer>;
	private ends: Uint32Array<ArrayBuffer>;

	constructor(expected: number) {
		this.starts = new Uint32Array(expected);
		this.ends = new Uint32Array(expected);
	}

	add(character: string, start: number, end: number): void {
		// A single growing string would become a chain of millions of pieces.
		if (this.text.length > 4096) {
			this.done.push(this.text);
			this.text = '';
		}
		this.text += character;
		for (let unit = 0; unit < character.length; unit++) {
			if (this.length === this.starts.length) this.grow();
			this.starts[this.length] = start;
			this.ends[this.length++] = end;
		}
	}

	/** Extends the end of what was added last. */
	stretch(end: number): void {
		this.ends[this.length - 1] = end;
	}

	normal(): Normal {
		return {
			text: this.done.join('') + this.text,
			starts: this.starts.slice(0, this.length),
			ends: this.ends.slice(0, this.length)
		};
	}

	private grow(): void {
		const larger = (from: Uint32Array) => {
			const to = new Uint32Array(from.length * 2 + 16);
			to.set(from);
			return to;
		};
		this.starts = larger(this.starts);
		this.ends = larger(this.ends);
	}
}

/** Which steps make two texts equal: those without which they still differ. Empty if they are identical. */
export function needed(a: string, b: string, readings: boolean): Step[] {
	if (a === b) return [];
	return steps.filter((step) => {
		const rest = steps.filter((other) => other !== step);
		return normalise(a, readings, rest).text !== normalise(b, false, rest).text;
	});
}
