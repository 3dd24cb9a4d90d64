/** What is wrong with a number as told, compared with one place that has it: hedge, unit, owner, date or direction. */
import { where, words, type Around } from './around.ts';
import { directionOf } from './direction.ts';
import type { Entry, NumberThere } from './entry.ts';
import type { NumberFound } from './numerals/found.ts';
import { edgeWrong, orderWrong } from './fromTo.ts';
import { nounAfter } from './part.ts';
import { follows, hedges, type Qualifier } from './qualifiers.ts';
import { clauseContaining } from './segments.ts';
import type { NumberTold } from './told.ts';
import { measureOf, sameCurrency } from './units.ts';
import { ownerWrong } from './whose.ts';

const trailing = (value: number) => {
	let step = 1;
	while (value > 0 && Number.isInteger(value / (step * 10))) step *= 10;
	return step;
};

/** How far a number may have been rounded: further if it is hedged or ends in zeros. */
export function amountOf({ value, unit, qualifier, kind }: NumberFound) {
	const round = Number.isInteger(value) ? trailing(value) : 0;
	const isHedged = qualifier !== 'exactly' && qualifier !== 'down-to';
	const step =
		isHedged || (kind !== 'percent' && round >= 1000 && round <= value * 0.05) ? Math.max(unit, round) : unit;
	return { value, step, qualifier };
}

export const ofThere = ({ value, unit, qualifier }: NumberFound) => ({ value, step: unit, qualifier });

export type Wrong = { rank: number; message: string };

/** Ranks of what is wrong with a place: the place with the highest is nearest to right. */
const ranks = { kind: 0, unit: 1, subject: 2, direction: 3, hedge: 4 };

/** Does the measure stand a word or two further on: “240 visa-free hours”? */
const isMeasured = (text: string, { end }: NumberFound, measure: string) => {
	const next = text.slice(end, end + 40).split(/(?=[ -])/);
	return next.some((_, i) => measureOf(next.slice(i).join('')) === measure);
};

function unitWrong(text: string, told: NumberFound, there: NumberThere): string | null {
	const { number } = there;
	const shownThere = words(there);
	if (told.kind === 'money' && number.kind === 'money' && !sameCurrency(told.currency, number.currency))
		return `${where(there)} has another currency: ${shownThere}.`;
	if (told.measure === number.measure) return null;
	if (!told.measure && number.measure && !isMeasured(text, told, number.measure) && nounAfter(text, told.end))
		return `${where(there)} has ${shownThere}, and not of that.`;
	const measureThere = number.measure ?? measureOfList(there.paragraph.normal.text, there.all, there.index);
	if (
		told.measure &&
		measureThere !== told.measure &&
		!isElliptical(there) &&
		!(measureThere === undefined && number.kind === 'money')
	)
		return measureThere
			? `${where(there)} has ${measureThere}, not ${told.measure}: ${shownThere}.`
			: `${where(there)} has ${shownThere}, but not in ${told.measure}.`;
	return null;
}

/** “to six hours, down from ten”, “…to six.”: nothing follows that the number might count. */
const isElliptical = ({ paragraph: { normal }, all, index, end }: NumberThere) =>
	all[index - 1]?.measure !== undefined &&
	all[index].start - all[index - 1].end < 30 &&
	/^(?:[.,;]|$)/.test(normal.text.slice(end, end + 1));

/** A number may take its measure from the next one, “from 30 to 45 days”, or from the one before. */
function measureOfList(text: string, all: readonly NumberFound[], index: number): string | undefined {
	const [before, next] = [all[index - 1], all[index + 1]];
	// “from ten hours to six”
	if (
		before?.measure &&
		/^[ -]?\p{L}+ (?:(?:down |up )?to|and|or|then) $/u.test(text.slice(before.end, all[index].start))
	)
		return before.measure;
	return next?.measure && /^\s?(?:to|or|and|-|~|至|到|或|,)\s?$/.test(text.slice(all[index].end, next.start))
		? next.measure
		: undefined;
}

function directionWrong(told: NumberTold, { own }: Around): string | null {
	const mine = directionOf(told.text.slice(...told.segment)) ?? directionOf(clauseContaining(told.text, told.number));
	if (!mine) return null;
	const theirs = own.direction;
	return theirs && theirs !== mine ? `${where(own)} says that it went ${theirs}, not ${mine}.` : null;
}

export function wrong(
	entry: Entry,
	told: NumberTold,
	there: NumberThere,
	around: Around,
	is: ReturnType<typeof follows>
): Wrong | null {
	const { number } = there;
	const { kind } = told.number;
	// 4.6 million may be dollars, but the “five” of “five die” is not £5.
	const isMoney =
		kind === 'count' && number.kind === 'money' && !(told.number.value < 1000 && nounAfter(told.text, told.number.end));
	if (kind !== number.kind && !isMoney && !(number.kind === 'percent' && isPercentBefore(told))) {
		const message =
			kind === 'points' || number.kind === 'points'
				? 'Per cent and percentage points are not the same'
				: 'That is another kind of number';
		return { rank: ranks.kind, message: `${where(there)} has ${words(there)}. ${message}.` };
	}
	const unit = unitWrong(told.text, told.number, there);
	if (unit) return { rank: ranks.unit, message: unit };
	const owner = ownerWrong(entry.shared.names, told, around) ?? edgeWrong(told, there) ?? orderWrong(told, there);
	if (owner) return { rank: ranks.subject, message: owner };
	const direction = directionWrong(told, around);
	if (direction) return { rank: ranks.direction, message: direction };
	if (is !== 'hedge' || isHedgedBefore(told, number.qualifier)) return null;
	const [mine, theirs] = [told.number.qualifier, number.qualifier];
	const message =
		theirs === 'exactly'
			? `${where(there)} has ${words(there)}, not “${hedges[mine]}”.`
			: mine === 'exactly'
				? `${where(there)} has “${hedges[theirs]} ${words(there)}”. Keep the hedge.`
				: `${where(there)} has “${hedges[theirs]} ${words(there)}”, not “${hedges[mine]}”.`;
	return { rank: ranks.hedge, message };
}

/**
 * Does a number joined to this one already carry the hedge: “more than 100 million users or $20 million”, “nearly 60%,
 * 4.5 million pounds”?
 */
function isHedgedBefore({ all, index, number, text }: NumberTold, wanted: Qualifier): boolean {
	const before = all[index - 1];
	if (!before || number.qualifier !== 'exactly' || before.qualifier === 'exactly') return false;
	const between = text.slice(before.end, number.start);
	if (between.length > 40 || /[.;]/.test(between)) return false;
	if (/(?:\b(?:or|and|to)\b|或者?|和|及|至|到)[^,.;]{0,8}$/.test(between)) return before.qualifier === wanted;
	return wanted === 'about' && /,[$€£]?$/.test(between);
}

/** The 4 in “rise by 18 per cent; in the east they fall by 4” is per cent too. */
export const isPercentBefore = ({ all, index, number, text }: NumberTold) =>
	number.kind === 'count' &&
	all[index - 1]?.kind === 'percent' &&
	number.start - all[index - 1].end < 60 &&
	!nounAfter(text, number.end);
