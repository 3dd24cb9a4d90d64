/** What is wrong with a number as it is told, held against one place that has it: hedge, unit, whose, when, which way. */
import { overlaps } from './agree.ts';
import { Around, where, words } from './around.ts';
import type { DateFound } from './dates.ts';
import { directionOf } from './direction.ts';
import type { Entry, NumberThere } from './entry.ts';
import type { NumberFound } from './numerals.ts';
import { nounAfter, subjectsOf, type Part } from './part.ts';
import { follows, hedges, type Qualifier } from './qualifiers.ts';
import { clauseAround, segmentOf } from './segments.ts';
import { primary } from './scope.ts';
import { original } from './source.ts';
import { contentWords, shareSubject, subjectsIn } from './subjects.ts';
import { measureOf, sameCurrency } from './units.ts';

/** A number of a text in the story’s own words. */
export interface NumberTold {
	number: NumberFound;
	/** The text that it is told in, in normal form, and its language. */
	text: string;
	language: string;
	/** Dates of the text. */
	dates: readonly DateFound[];
	/** All of the text, and which of them it is. */
	all: readonly NumberFound[];
	index: number;
	/** Its words: [start, end) in the text. */
	segment: [number, number];
}

const trailing = (value: number) => {
	let step = 1;
	while (value > 0 && Number.isInteger(value / (step * 10))) step *= 10;
	return step;
};

/** To what a number may have been rounded; a hedged one, or one with noughts, more freely. */
export function amountOf({ value, unit, qualifier, kind }: NumberFound) {
	const round = Number.isInteger(value) ? trailing(value) : 0;
	const isHedged = qualifier !== 'exactly' && qualifier !== 'down-to';
	const step =
		isHedged || (kind !== 'percent' && round >= 1000 && round <= value * 0.05) ? Math.max(unit, round) : unit;
	return { value, step, qualifier };
}

export const ofThere = ({ value, unit, qualifier }: NumberFound) => ({ value, step: unit, qualifier });

export type Wrong = { rank: number; message: string };

/** In what order what is wrong with a place is told: the last is nearest to right. */
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

/** “to six hours, down from ten”, “…to six.”: nothing follows that it might count. */
const isElliptical = ({ paragraph: { normal }, all, index, end }: NumberThere) =>
	all[index - 1]?.measure !== undefined &&
	all[index].start - all[index - 1].end < 30 &&
	/^(?:[.,;]|$)/.test(normal.text.slice(end, end + 1));

/** “from 30 to 45 days”: the first number’s measure is the next one’s, or the second’s the first one’s. */
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

/** “from 22% to 31%”: is a number where something begins, or where it ends? */
function edgeOf(text: string, { start }: NumberFound): 'from' | 'to' | null {
	const left = text.slice(Math.max(0, start - 16), start);
	if (/(?:\bfrom|由|从|自)(?: (?:about|nearly|some|just|around|over))? ?[$€£]?$|(?:由|从)[^\d,.;]{0,5}$/.test(left))
		return 'from';
	return /(?:\bto(?: (?:about|nearly|some|just|around|over))? ?[$€£]?|[升降增减涨跌提加长少高低到]到|[升降增减涨跌]至|升|到|至)$/.test(
		left
	)
		? 'to'
		: null;
}

/** “fell from 3 to 4.5”: the words and the two numbers contradict each other. */
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

function edgeWrong(told: NumberTold, there: NumberThere): string | null {
	const mine = edgeOf(told.text, told.number);
	const theirs = edgeOf(there.paragraph.normal.text, there.number);
	if (!mine || !theirs || mine === theirs) return null;
	// Only where the source has both ends.
	const { text } = there.paragraph.normal;
	const other = there.all[there.index + (theirs === 'from' ? 1 : -1)];
	if (!other || edgeOf(text, other) !== mine || Math.abs(other.start - there.start) > 60) return null;
	return `${where(there)} has it ${theirs} ${words(there)}, not ${mine}.`;
}

/** “11 to 7” for “7 to 11”, 11票对7票: two numbers in the other order. */
function orderWrong({ all, index, number, text }: NumberTold, there: NumberThere): string | null {
	const [next, before] = [all[index + 1], there.all[there.index - 1]];
	if (!next || !before || before.value !== next.value || number.value === next.value) return null;
	const source = there.paragraph.normal.text;
	const [mine, theirs] = [text.slice(number.end, next.start), source.slice(before.end, there.start)];
	return mine === theirs && mine.length < 14 && /\b(?:to|against|versus)\b|对|比|-/.test(mine)
		? `${where(there)} has them the other way round: ${original(there.paragraph, before.start, there.end).text}.`
		: null;
}

/** A number told of a date that the source gives to another number. */
function dateToldWrong({ dates, segment: [from, to], number }: NumberTold, { own, others }: Around): string | null {
	const mine = dates
		.filter(({ start, end, relative, sense }) => start >= from && end <= to && !relative && sense !== 'vague')
		.at(-1);
	if (!mine || !own.date || overlaps(mine.span, own.date.span)) return null;
	const other = others.find((one) => one.date && overlaps(mine.span, one.date.span) && one.number.kind === number.kind);
	return other ? `${where(own)} has ${words(own)} of ${own.date.text}, and of ${mine.text} ${words(other)}.` : null;
}

/** Does the source give the number to another, and another number to whom or what it is told of? */
function subjectWrong({ shared: { names } }: Entry, told: NumberTold, around: Around): string | null {
	const text = told.text.slice(...told.segment);
	const mine = subjectsOf(told.text, told.all, told.index, text, (part) => subjectsIn(part, names));
	const { own } = around;
	const has = words(own);
	if (mine.length && own.subjects.length && !shareSubject(mine, own.subjects)) {
		const other = around.others.find((one) => shareSubject(mine, one.subjects));
		if (other) return `${where(own)} has ${has} of ${own.subjects[0].name}, and of ${mine[0].name} ${words(other)}.`;
	}
	if (primary(own.library.language) !== primary(told.language) || shareSubject(mine, own.subjects)) return null;
	const said = contentWords(text);
	const isHan = primary(told.language) === 'zh';
	const noun = nounAfter(told.text, told.number.end);
	const isOwn =
		!noun ||
		!own.noun ||
		noun === own.noun ||
		told.text.slice(told.number.end, told.number.end + 40).includes(own.noun) ||
		(!isHan && own.words.has([...contentWords(noun)][0]));
	const counted = isOwn ? undefined : around.others.find((one) => one.noun === noun);
	if (counted) return `${where(own)} has ${has} of something else, and of this ${words(counted)}.`;
	const shared = (part: Part) => around.distinct(part).filter((word) => said.has(word));
	if (around.distinct(own).length === 0 || shared(own).length) return null;
	const other = around.others.find((one) => {
		if (noun && !isHan && one.noun === noun && own.noun !== noun && !own.words.has([...contentWords(noun)][0]))
			return true;
		const common = shared(one);
		// Both exchanged: what the source says of this number is told of the other one.
		const at = told.all.findIndex(({ value }) => value === one.number.value);
		const isTold =
			at >= 0 &&
			[...contentWords(told.text.slice(...segmentOf(told.text, told.all, at)))].some(
				(word) => own.words.has(word) && !one.words.has(word)
			);
		if (isHan && noun && noun === own.noun && !isTold) return false;
		const isNamed =
			!isHan &&
			common.some((word) =>
				new RegExp(`(?<=[\\p{Ll}\\d,] )${word.replace(/[^\p{L}]/gu, '.')}`, 'iu').exec(text)?.[0].match(/^\p{Lu}/u)
			);
		return common.length >= (isTold ? 1 : isHan ? 3 : 2) || isNamed;
	});
	return other ? `${where(own)} has ${has} of something else, and of this ${words(other)}.` : null;
}

function directionWrong(told: NumberTold, { own }: Around): string | null {
	const mine = directionOf(told.text.slice(...told.segment)) ?? directionOf(clauseAround(told.text, told.number));
	if (!mine) return null;
	const theirs = own.direction;
	return theirs && theirs !== mine ? `${where(own)} says that it went ${theirs}, not ${mine}.` : null;
}

export function wrong(
	entry: Entry,
	told: NumberTold,
	there: NumberThere,
	is: ReturnType<typeof follows>
): Wrong | null {
	const { number } = there;
	const { kind } = told.number;
	// 4.6 million, of dollars; but not “five die” of £5.
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
	const around = new Around(entry, there);
	const subject = subjectWrong(entry, told, around);
	if (subject) return { rank: ranks.subject, message: subject };
	const edge = edgeWrong(told, there) ?? orderWrong(told, there) ?? dateToldWrong(told, around);
	if (edge) return { rank: ranks.subject, message: edge };
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
 * Has the number before it the hedge already, where that is joined to it: “more than 100 million users or $20 million”,
 * “nearly 60%, 4.5 million pounds”?
 */
function isHedgedBefore({ all, index, number, text }: NumberTold, wanted: Qualifier): boolean {
	const before = all[index - 1];
	if (!before || number.qualifier !== 'exactly' || before.qualifier === 'exactly') return false;
	const between = text.slice(before.end, number.start);
	if (between.length > 40 || /[.;]/.test(between)) return false;
	if (/(?:\b(?:or|and|to)\b|或者?|和|及|至|到)[^,.;]{0,8}$/.test(between)) return before.qualifier === wanted;
	return wanted === 'about' && /,[$€£]?$/.test(between);
}

/** “rise by 18 per cent; in the east they fall by 4” */
export const isPercentBefore = ({ all, index, number, text }: NumberTold) =>
	number.kind === 'count' &&
	all[index - 1]?.kind === 'percent' &&
	number.start - all[index - 1].end < 60 &&
	!nounAfter(text, number.end);
