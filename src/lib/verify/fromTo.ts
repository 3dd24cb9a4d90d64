/** Numbers that belong together: from one to another, one against another, a part of a whole. */
import { where, words } from './around.ts';
import { directionOf } from './direction.ts';
import type { NumberThere } from './entry.ts';
import type { NumberFound } from './numerals/found.ts';
import { nounAfter } from './part.ts';
import { original } from './source.ts';
import type { NumberTold } from './told.ts';

/** Is a number the start or the end of a change: “from 22% to 31%”? */
function edgeOf(text: string, { start }: NumberFound): 'from' | 'to' | null {
	const left = text.slice(Math.max(0, start - 16), start);
	if (/(?:\bfrom|由|从|自)(?: (?:about|nearly|some|just|around|over))? ?[$€£]?$|(?:由|从)[^\d,.;到至]{0,5}$/.test(left))
		return 'from';
	return /(?:\bto(?: (?:about|nearly|some|just|around|over))? ?[$€£]?|[升降增减涨跌提加长少高低到]到|[升降增减涨跌]至|升|到|至)$/.test(
		left
	)
		? 'to'
		: null;
}

/** Do the verb and the two numbers contradict each other: “fell from 3 to 4.5”? */
export function pathWrong(text: string, all: readonly NumberFound[], index: number): boolean {
	const [before, number] = [all[index - 1], all[index]];
	if (!before || before.kind !== number.kind || number.kind === 'ordinal' || number.start - before.end > 40)
		return false;
	if (edgeOf(text, before) !== 'from' || edgeOf(text, number) !== 'to' || before.vague || number.vague) return false;
	const left = text
		.slice(Math.max(0, before.start - 40), before.start)
		.split(/[,.;]/)
		.at(-1)!;
	const direction = directionOf(left + text.slice(before.start, number.start));
	return direction !== null && number.value > before.value !== (direction === 'up') && number.value !== before.value;
}

export function edgeWrong(told: NumberTold, there: NumberThere): string | null {
	const mine = edgeOf(told.text, told.number);
	const theirs = edgeOf(there.paragraph.normal.text, there.number);
	if (!mine || !theirs || mine === theirs) return null;
	// Only if the source has both ends.
	const { text } = there.paragraph.normal;
	const other = there.all[there.index + (theirs === 'from' ? 1 : -1)];
	if (!other || edgeOf(text, other) !== mine || Math.abs(other.start - there.start) > 60) return null;
	return `${where(there)} has it ${theirs} ${words(there)}, not ${mine}.`;
}

/** Are two numbers in the wrong order: “11 to 7” for “7 to 11”, 11票对7票? */
export function orderWrong({ all, index, number, text }: NumberTold, there: NumberThere): string | null {
	const [next, before] = [all[index + 1], there.all[there.index - 1]];
	if (!next || !before || before.value !== next.value || number.value === next.value) return null;
	const source = there.paragraph.normal.text;
	const [mine, theirs] = [text.slice(number.end, next.start), source.slice(before.end, there.start)];
	return mine === theirs && mine.length < 14 && /\b(?:to|against|versus)\b|对|比|-/.test(mine)
		? `${where(there)} has them the other way round: ${original(there.paragraph, before.start, there.end).text}.`
		: null;
}

/** The longest text between a part and its whole, UTF-16 units. */
const shortOf = 16;

/** Is the whole smaller than its part: “21 of the 63”, 63家里有21家? */
export function partWrong(text: string, all: readonly NumberFound[], index: number): boolean {
	const [before, number] = [all[index - 1], all[index]];
	if (!before || before.kind !== 'count' || number.kind !== 'count' || before.name || number.name) return false;
	const between = text.slice(before.end, number.start);
	if (between.length > shortOf || before.measure !== number.measure) return false;
	if (
		/^ (?!(?:instead|ahead|because|short|regardless) )(?:\p{Ll}+ )?(?:out )?of (?:the |its |their |all )?$/u.test(
			between
		)
	)
		return before.value > number.value;
	const counter = nounAfter(text, before.end);
	return (
		counter !== undefined &&
		counter === nounAfter(text, number.end) &&
		/^.[^,.;]{0,6}(?:里|中|之中|当中)(?:,|有|只有|的)?[^.;]{0,6}$/u.test(between) &&
		number.value > before.value
	);
}
