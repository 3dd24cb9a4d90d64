/**
 * One text in many guises: script variants, full and half width, quotation marks, reading aids of a scrape. A normal
 * form for comparing, with the way back from each of its characters to the text it was made of.
 */
import { Converter } from 'opencc-js/t2cn';

/** What may be done to a text, in this order; each can be left out, to learn whether it matters. */
export const steps = ['annotations', 'spacing', 'width', 'punctuation', 'script'] as const;
export type Step = (typeof steps)[number];

export interface Normal {
	text: string;
	/** By UTF-16 unit of `text`: where in the original the character that it came from starts. */
	starts: Uint32Array;
	/** Where that character ends (first unit after it). */
	ends: Uint32Array;
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** 著 and 着 part only in traditional script, where OpenCC keeps 著 for “written”; in a comparison they are one. */
const simplified = (character: string) => toSimplified(character).replaceAll('著', '着');

const punctuation = new Map<string, string>();
const fold = (to: string, from: string) => [...from].forEach((mark) => punctuation.set(mark, to));
fold('"', '“”„‟«»「」『』〝〞〟');
fold("'", '‘’‚‛‹›ʼ′');
fold('-', '‐‑‒–—―−﹘﹣─');
fold('·', '•‧∙⋅・･');
fold('.', '。｡');
fold('~', '～〜∼');

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
const space = /\s/;
/** Scripts that write words apart: a space between two of their characters counts. */
const spaced = /[\p{L}\p{N}]/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const isSpaced = (character: string) => spaced.test(character) && !unspaced.test(character);
const mark = /\p{M}/u;
const han = /\p{sc=Han}/u;

const syllable =
	/^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aoeiuüv]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ueng|ue|ve|üe|üan|ün|ng|n|m)$/;
// Pinyin may be composed or not: letters, and marks on their own.
// eslint-disable-next-line no-misleading-character-class
const reading = /[（(]([a-z\u00e0-\u00fc\u0101-\u01dc\u1e3f\u0144\u0148\u01f9\u0300-\u036f]{1,9})[)）]/gu;
const picture = /!\[[^\]\n]*\]\([^)\n]*\)/g;

/** Pinyin without its tones, if it is one syllable. */
function pinyin(text: string): { toned: boolean } | null {
	const bare = text
		.normalize('NFD')
		.replace(/[\u0300-\u0307\u0309-\u036f]/g, '')
		.normalize('NFC');
	return syllable.test(bare) ? { toned: bare !== text.normalize('NFC') } : null;
}

/** Does a text carry readings after its characters, as some scrapes do: 中國(guó)? Then one without a tone is one too. */
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

/** Ranges that are no part of the text: readings, pictures. Sorted. */
function annotations(text: string, readings: boolean): [number, number][] {
	const ranges = [...text.matchAll(picture)].map(({ 0: all, index }): [number, number] => [index, index + all.length]);
	if (readings)
		for (const { 0: all, 1: inner, index } of text.matchAll(reading))
			if (pinyin(inner) && han.test(before(text, index))) ranges.push([index, index + all.length]);
	return ranges.sort(([a], [b]) => a - b);
}

const caches = new Map<string, Map<string, string>>();

/**
 * @param readings whether the text carries readings (`hasReadings` of the whole of it)
 * @param only the steps to take, by default all
 */
export function normalise(text: string, readings = false, only: readonly Step[] = steps): Normal {
	const takes = Object.fromEntries(steps.map((step) => [step, only.includes(step)])) as Record<Step, boolean>;
	const key = only.join();
	const cache = caches.get(key) ?? new Map<string, string>();
	caches.set(key, cache);
	const convert = (cluster: string) => {
		let to = cluster;
		if (takes.width) to = to.normalize('NFKC');
		if (takes.punctuation) to = [...to].map((one) => punctuation.get(one) ?? one).join('');
		if (takes.script && han.test(to)) to = simplified(to);
		if (cache.size < 50_000) cache.set(cluster, to);
		return to;
	};

	const skipped = takes.annotations ? annotations(text, readings) : [];
	const out: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	let skip = 0;
	let gap = -1;
	let last = '';
	const put = (character: string, start: number, end: number) => {
		if (takes.punctuation && last === character) {
			if (character === '-' || (character === '.' && out.length > 2 && out.slice(-3).every((one) => one === '.'))) {
				ends[ends.length - 1] = end;
				return;
			}
		}
		out.push(character);
		last = character;
		for (let unit = 0; unit < character.length; unit++) {
			starts.push(start);
			ends.push(end);
		}
	};

	for (let at = 0; at < text.length;) {
		while (skip < skipped.length && skipped[skip][1] <= at) skip++;
		if (skip < skipped.length && at >= skipped[skip][0]) {
			at = skipped[skip][1];
			continue;
		}
		let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
		while (end < text.length && text.charCodeAt(end) > 0x2ff && mark.test(text[end])) end++;
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
	return { text: out.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * What had to be done to find one text to be another: the steps without which the two differ. Empty where they are the
 * same to the letter.
 */
export function needed(a: string, b: string, readings: boolean): Step[] {
	if (a === b) return [];
	return steps.filter((step) => {
		const rest = steps.filter((other) => other !== step);
		return normalise(a, readings, rest).text !== normalise(b, false, rest).text;
	});
}
