/** Names that are nearly another one: a letter wrong, a 汉字 exchanged. */
import search from 'approx-string-match';

const [first, last] = ['\u0002'.repeat(4), '\u0003'.repeat(4)];

/** Edits between two words; null for more than a limit. */
export function distance(one: string, other: string, limit: number): number | null {
	if (Math.abs(one.length - other.length) > limit) return null;
	// The marks make it the distance of the whole words: the library looks for one within the other.
	const [best] = search(first + one + last, first + other + last, limit).sort((a, b) => a.errors - b.errors);
	return best ? best.errors : null;
}

const letters = new Map<string, number>();

/** Which letters a word has, as bits: words that differ in many are not looked at closely. */
function lettersOf(word: string): number {
	let bits = letters.get(word);
	if (bits === undefined) {
		bits = 0;
		for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
		if (letters.size > 50_000) letters.clear();
		letters.set(word, bits);
	}
	return bits;
}

function bitsOf(number: number): number {
	let count = 0;
	for (let rest = number; rest; rest &= rest - 1) count++;
	return count;
}

/** A short word that differs in a letter is another word. */
const limitOf = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** Two letters exchanged are one slip, though two edits. */
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

/** The name that a word was probably meant to be; null where none is near. */
export function nearestName(word: string, names: Iterable<string>): string | null {
	let best: { name: string; errors: number } | null = null;
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
	return best?.name ?? null;
}

let segmenter: Intl.Segmenter | undefined;

/** Where a text’s dictionary words of several characters stand, [start, end). */
function words(text: string): [number, number][] {
	segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
	return [...segmenter.segment(text)]
		.filter(({ segment }) => segment.length > 1)
		.map(({ segment, index }) => [index, index + segment.length]);
}

const han = /^\p{sc=Han}[\p{sc=Han}·]+$/u;

export interface Misspelling {
	start: number;
	end: number;
	/** The name that was meant. */
	name: string;
}

/**
 * Names in a Chinese text with one character wrong, missing, too many, or two exchanged.
 * @param names that may have been meant
 * @param isKnown is a stretch a name or a word of the source by itself? null where the text is right and the names may not be
 */
export function misspelt(
	text: string,
	names: readonly string[],
	isKnown: ((words: string) => boolean) | null
): Misspelling[] {
	const found: Misspelling[] = [];
	let dictionary: [number, number][] | undefined;
	const wanted = names.filter((name) => han.test(name));
	for (const name of wanted) {
		const { length } = name;
		for (const start of startsOf(name, text)) {
			const end = start + length;
			const window = text.slice(start, end);
			let one: [number, number] | null = null;
			if (window.length === length && han.test(window) && isOneOff(window, name)) one = [start, end];
			else if (length > 3) {
				const [less, more] = [text.slice(start, end - 1), text.slice(start, end + 1)];
				if (isWithout(name, less)) one = [start, end - 1];
				else if (more.length > length && han.test(more) && isWithout(more, name)) one = [start, end + 1];
			}
			if (!one || isKnown?.(text.slice(...one))) continue;
			if (!isKnown) {
				found.push({ start: one[0], end: one[1], name });
				continue;
			}
			dictionary ??= words(text);
			// 美国AI is not a misspelt 中国AI: a word of its own is in it.
			const [from, to] = one;
			const isWord = dictionary.some(
				([a, b]) =>
					a < to &&
					from < b &&
					(length < 3 || ((a > from || b < to) && !name.includes(text.slice(Math.max(a, from), Math.min(b, to)))))
			);
			// 硅谷 is a word of the source, and 谷学 none.
			const parts =
				length < 3 &&
				[text.slice(from - 1, from + 1), text.slice(to - 1, to + 1)].some((pair) => pair.length === 2 && isKnown(pair));
			if (!isWord && !parts) found.push({ start: from, end: to, name });
		}
	}
	return found;
}

/** Where a name might begin, by any character of it that stands in the text. */
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

/** Of the same length: one character another, or two neighbours exchanged. */
function isOneOff(window: string, name: string): boolean {
	const differ = [...name].flatMap((one, i) => (one === window[i] ? [] : [i]));
	if (differ.length === 1) return true;
	const [a, b] = differ;
	return name.length > 2 && differ.length === 2 && b === a + 1 && name[a] === window[b] && name[b] === window[a];
}

/** Is the shorter one the longer without one character within it? */
function isWithout(longer: string, shorter: string): boolean {
	if (longer.length !== shorter.length + 1) return false;
	for (let at = 1; at < longer.length - 1; at++)
		if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true;
	return false;
}
