/** Which words of a sentence belong to which of its numbers: “46 to Japan, | 25 to the United States”. */
import type { NumberFound } from './numerals.ts';
import { kept, remembered } from './remember.ts';

/** UTF-16 units that are examined before and after a number. */
const reach = 160;
/** The normal form has no spaces after a sentence: “…recession.In 29 of 50 states”. */
const sentenceEnd =
	/[!?;\n]|(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs))\.(?=["')\]]*(?:\s*["'([]?\p{Lu}|\s*$|\p{sc=Han}|["']))|(?<=(?:\p{Ll}{3}|\p{sc=Han})["')]?)\.(?=\d)/gu;
/** Where one number’s words may end and the next one’s begin, the most reliable first. */
const cuts = [
	/, ?(?:and|while|but|whereas|against|compared|with) |,(?:而|但|其中|比|相比)/g,
	/[,:]/g,
	/ (?:and|while|but|whereas|against|versus|compared (?:with|to)|than) |而|和|以及|与(?=.*\p{sc=Han}.*占)|比|较/gu
];

/** [start, end) of the sentence around a stretch, limited to `far` on either side. */
export function sentenceAround(text: string, start: number, end: number, far = reach): [number, number] {
	const base = Math.max(0, start - far);
	const before = [...text.slice(base, start).matchAll(sentenceEnd)].at(-1);
	const next = text
		.slice(end, end + far)
		.matchAll(sentenceEnd)
		.next().value;
	return [
		before ? base + before.index + before[0].length : base,
		next ? end + next.index : Math.min(text.length, end + far)
	];
}

/** Every sentence of a text, [start, end). */
export const sentencesOf: (text: string) => readonly (readonly [number, number])[] = remembered((text) => {
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
export function clauseAround(text: string, { start, end }: { start: number; end: number }): string {
	const [from, to] = sentenceAround(text, start, end);
	const before = text.slice(from, start).split(/[,:]/).at(-1)!;
	return before + text.slice(start, end) + text.slice(end, to).split(/[,:]/)[0];
}

const segments = kept((numbers: readonly NumberFound[]) => numbers.map((): [number, number] | undefined => undefined));

/**
 * [start, end) of the words that belong to a number alone. @param numbers of the text, in order: always the same list
 */
export function segmentOf(text: string, numbers: readonly NumberFound[], index: number): [number, number] {
	return (segments(numbers)[index] ??= readSegment(text, numbers, index));
}

function readSegment(text: string, numbers: readonly NumberFound[], index: number): [number, number] {
	const number = numbers[index];
	let [from, to] = sentenceAround(text, number.start, number.end);
	const counts = ({ kind, name }: NumberFound) => !name && kind !== 'ordinal' && kind !== 'day';
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
