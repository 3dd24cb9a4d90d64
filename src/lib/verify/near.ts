/** Finds names that are nearly another: one letter wrong, one Chinese character replaced. */
import search from 'approx-string-match';
import { memoiseByObject, memoiseByText } from './remember.ts';

const [first, last] = ['\u0002'.repeat(4), '\u0003'.repeat(4)];

/** Edit distance of two words; null above the limit. */
export function distance(one: string, other: string, limit: number): number | null {
	if (Math.abs(one.length - other.length) > limit) return null;
	// The marks make it the distance of whole words: the library searches for one within the other.
	const [best] = search(first + one + last, first + other + last, limit).sort((a, b) => a.errors - b.errors);
	return best ? best.errors : null;
}

/** Bit set of the letters in a word: words that differ in many letters are skipped. */
const lettersOf = memoiseByText((word) => {
	let bits = 0;
	for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
	return bits;
});

function bitsOf(number: number): number {
	let count = 0;
	for (let rest = number; rest; rest &= rest - 1) count++;
	return count;
}

/** A short word with one other letter is another word. */
const limitOf = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** Two letters swapped are one slip, though two edits. */
const isExchange = (one: string, other: string) => {
	const at = [...one].findIndex((letter, i) => letter !== other[i]);
	return (
		one.length === other.length &&
		at >= 0 &&
		one[at] === other[at + 1] &&
		one[at + 1] === other[at] &&
		one.slice(at + 2) === other.slice(at + 2)
	);
};

export interface Near {
	name: string;
	/** Number of letters that are wrong, missing or extra; less than one if two are swapped. */
	errors: number;
}

/** The name that a word was probably meant to be; null if none is near. */
export function nearest(word: string, names: Iterable<string>): Near | null {
	let best: Near | null = null;
	const lower = word.toLowerCase();
	for (const name of names) {
		const other = name.toLowerCase();
		if (other === lower || bitsOf(lettersOf(lower) ^ lettersOf(other)) > 4) continue;
		const errors =
			isExchange(lower, other) && word.length > 3
				? 0.5
				: distance(lower, other, Math.min(limitOf(word), limitOf(name)));
		if (errors && (!best || errors < best.errors)) best = { name, errors };
	}
	return best;
}

const asked = memoiseByObject((names: Iterable<string>) => memoiseByText((word) => nearest(word, names)));

/** The same for several lists that never change; of equally near names, the first list’s is taken. */
export function nearestName(word: string, lists: readonly Iterable<string>[]): string | null {
	const found = lists.flatMap((names) => asked(names)(word) ?? []);
	return found.length ? found.reduce((best, one) => (one.errors < best.errors ? one : best)).name : null;
}

let segmenter: Intl.Segmenter | undefined;

/** Positions of the dictionary words of several characters in a text, [start, end). */
const words = memoiseByText((text) => {
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return [...segmenter.segment(text)]
		.filter(({ segment }) => segment.length > 1)
		.map(({ segment, index }): [number, number] => [index, index + segment.length]);
});

const han = /^\p{sc=Han}[\p{sc=Han}·]+$/u;

export interface Misspelling {
	start: number;
	end: number;
	/** The name that was meant. */
	name: string;
}

/** Where a Chinese text has a name with one character wrong, missing or extra, or two swapped. */
export function slipsIn(text: string, names: readonly string[]): Misspelling[] {
	const found: Misspelling[] = [];
	for (const name of names) {
		if (!han.test(name)) continue;
		const { length } = name;
		for (const start of startsOf(name, text)) {
			const end = start + length;
			const [window, less, more] = [0, -1, 1].map((by) => text.slice(start, end + by));
			if (window.length === length && han.test(window) && isOneOff(window, name)) found.push({ start, end, name });
			else if (length <= 3) continue;
			else if (isWithout(name, less)) found.push({ start, end: end - 1, name });
			else if (more.length > length && han.test(more) && isWithout(more, name))
				found.push({ start, end: end + 1, name });
		}
	}
	return found;
}

const slips = memoiseByObject((names: readonly string[]) => memoiseByText((text) => slipsIn(text, names)));

/**
 * The same for a text that may have other words there instead of the name.
 * @param names the same list each time
 * @param isKnown whether a stretch is itself a name or a word in the source
 */
export function misspelt(text: string, names: readonly string[], isKnown: (words: string) => boolean): Misspelling[] {
	return slips(names)(text).filter(({ start, end, name }) => {
		if (isKnown(text.slice(start, end))) return false;
		const isShort = name.length < 3;
		// 美国AI is not a misspelt 中国AI: it contains a word that the name does not.
		const isWord = words(text).some(
			([a, b]) =>
				a < end &&
				start < b &&
				(isShort || ((a > start || b < end) && !name.includes(text.slice(Math.max(a, start), Math.min(b, end)))))
		);
		// Characters that form a known word with a neighbour, such as 硅谷, belong to that word.
		const pairs = [text.slice(start - 1, start + 1), text.slice(end - 1, end + 1)];
		return !isWord && !(isShort && pairs.some((pair) => pair.length === 2 && isKnown(pair)));
	});
}

/** Where a name might begin, judged by any of its characters that the text has. */
function startsOf(name: string, text: string): number[] {
	const starts = new Set<number>();
	let absent = 0;
	for (let i = 0; i < name.length; i++) {
		let at = text.indexOf(name[i]);
		if (at < 0 && ++absent > 1) return [];
		for (; at >= 0; at = text.indexOf(name[i], at + 1))
			for (const by of [-1, 0, 1]) if (at - i + by >= 0) starts.add(at - i + by);
	}
	return [...starts].sort((a, b) => a - b);
}

/** For the same length: one character differs, or two neighbours are swapped. */
function isOneOff(window: string, name: string): boolean {
	const differ = [...name].flatMap((one, i) => (one === window[i] ? [] : [i]));
	if (differ.length === 1) return true;
	const [a, b] = differ;
	return name.length > 2 && differ.length === 2 && b === a + 1 && name[a] === window[b] && name[b] === window[a];
}

/** Is the shorter one the longer without one inner character? */
function isWithout(longer: string, shorter: string): boolean {
	if (longer.length !== shorter.length + 1) return false;
	for (let at = 1; at < longer.length - 1; at++)
		if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true;
	return false;
}
