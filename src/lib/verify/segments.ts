/** Which words of a sentence belong to which of its numbers: “46 to Japan, | 25 to the United States”. */
import type { NumberFound } from './numerals/found.ts';
import { memoiseByObject, memoiseByText } from './remember.ts';

/** UTF-16 units that are examined before and after a number. */
const reach = 160;
/** UTF-16 units before a stop that tell whether it ends a sentence. */
const stopReach = 8;
/** The normal form has no spaces after a sentence: “…recession.In 29 of 50 states”. */
const sentenceEnd =
	/[!?;\n]|(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs))\.(?=["')\]]*(?:\s*["'([]?\p{Lu}|\s*$|\p{sc=Han}|["']))|(?<=(?:\p{Ll}{3}|\p{sc=Han}|%)["')]?)\.(?=\d)/gu;
/** Where one number’s words end and the next one’s begin, the surest first. */
const cuts = [
	/, ?(?:and|while|but|whereas|against|compared|with) |,(?:而|但|其中|比|相比)/g,
	/[,:]/g,
	/ (?:and|while|but|whereas|against|versus|compared (?:with|to)|than) |而|和|以及|与(?=.*\p{sc=Han}.*占)|比|较/gu
];

/** [start, end) of the sentence around a stretch, limited to `far` on either side. */
export function sentenceContaining(text: string, start: number, end: number, far = reach): [number, number] {
	const base = Math.max(0, start - far);
	const before = [...text.slice(base, start).matchAll(sentenceEnd)].at(-1);
	return [
		before ? base + before.index + before[0].length : base,
		stopAfter(text, end, far) ?? Math.min(text.length, end + far)
	];
}

/** Where a sentence ends after a place; what stands before a stop tells whether it does. */
function stopAfter(text: string, end: number, far: number): number | null {
	const from = Math.max(0, end - stopReach);
	for (const { index } of text.slice(from, end + far).matchAll(sentenceEnd))
		if (from + index >= end) return from + index;
	return null;
}

/** Every sentence of a text, [start, end). */
export const sentencesOf: (text: string) => readonly (readonly [number, number])[] = memoiseByText((text) => {
	const found: [number, number][] = [];
	let from = 0;
	for (const { index } of text.matchAll(sentenceEnd)) {
		if (index > from) found.push([from, index + 1]);
		from = index + 1;
	}
	if (text.slice(from).trim()) found.push([from, text.length]);
	return found;
});

/** Where one number’s words end before the next number; null if nothing separates them. */
function cutBetween(text: string, from: number, to: number): number | null {
	const between = text.slice(from, to);
	// 四分之一(46条): one number explains the other.
	if (/^[^,;]{0,12}\($/.test(between)) return null;
	for (const cut of cuts) {
		const found = between.matchAll(cut).next().value;
		if (found) return from + found.index;
	}
	return null;
}

/** The clause that a stretch stands in. */
export function clauseContaining(text: string, { start, end }: { start: number; end: number }): string {
	const [from, to] = sentenceContaining(text, start, end);
	const before = text.slice(from, start).split(/[,:]/).at(-1)!;
	return before + text.slice(start, end) + text.slice(end, to).split(/[,:]/)[0];
}

const segments = memoiseByObject((numbers: readonly NumberFound[]) =>
	numbers.map((): [number, number] | undefined => undefined)
);

/**
 * [start, end) of the words that belong to a number alone. @param numbers of the text, in order: always the same list
 */
export function segmentOf(text: string, numbers: readonly NumberFound[], index: number): [number, number] {
	return (segments(numbers)[index] ??= readSegment(text, numbers, index));
}

const counts = ({ kind, name }: NumberFound) => !name && kind !== 'ordinal' && kind !== 'day';

/**
 * The date that stands in a number’s own words: the last one, or, where they have as many dates as numbers, the one in
 * the same place: “from 214 in 1908 to 590 in 1909”.
 */
export function dateWithin<D extends { start: number; end: number }>(
	dates: readonly D[],
	numbers: readonly NumberFound[],
	index: number,
	[from, to]: readonly [number, number]
): D | undefined {
	const isIn = ({ start, end }: { start: number; end: number }) => start >= from && end <= to;
	const own = dates.filter(isIn);
	if (own.length < 2) return own[0];
	const beside = numbers.filter((one) => isIn(one) && counts(one) && (!one.weak || one === numbers[index]));
	return own.length === beside.length ? own[beside.indexOf(numbers[index])] : own.at(-1);
}

function readSegment(text: string, numbers: readonly NumberFound[], index: number): [number, number] {
	const number = numbers[index];
	let [from, to] = sentenceContaining(text, number.start, number.end);
	for (let at = index - 1; at >= 0 && numbers[at].end > from; at--) {
		if (!counts(numbers[at])) continue;
		const cut = cutBetween(text, numbers[at].end, number.start);
		if (cut === null) continue;
		from = cut;
		break;
	}
	for (let at = index + 1; at < numbers.length && numbers[at].start < to; at++) {
		if (!counts(numbers[at])) continue;
		const cut = cutBetween(text, number.end, numbers[at].start);
		if (cut === null) continue;
		to = cut;
		break;
	}
	return [from, to];
}
