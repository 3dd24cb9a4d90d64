/** Dates that belong together: a range, a list whose last date gives the year for all, three days after another. */
import { complete } from './complete.ts';
import { gap } from './english.ts';
import type { Ahead, Match } from './matches.ts';
import { endsOf } from './parts.ts';
import { between, edtfOf, isBefore, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import type { PartialDate, Shift, Term, WholeDate } from './term.ts';
import { circa, isAround } from './sides.ts';
import { spanOf } from './spans.ts';

/** Longest text between two dates of one expression, UTF-16 units. */
const longestJoint = 16;
/** How many dates of a list are searched for its year. */
const longestList = 8;

const note = '(?:\\[\\d{1,3}\\]|[⁰¹²³⁴-⁹]{1,3})?';
const through = new RegExp(
	`^,?(?:${gap}[-/]${gap}| {1,4}(?:to|through|thru|till|until)(?: the)? {1,4}|${gap}(?:至|到)${gap})(?:${circa} ?)?$`,
	'i'
);
const and = new RegExp(`^(?: {1,4}and(?: the)? {1,4}|${gap}[和与]${gap})$`, 'i');
const betweenBefore = /\bbetween (?:the )?$/i;
const betweenAfter = /^ {0,4}(?:之?间|期间)/;
const listed = new RegExp(`^${gap}(?:,|and|or|&|, ?and|, ?or)${gap}(?:on )?(?:the )?$`, 'i');
const yearAfter = new RegExp(`^${note}(?:${gap}[,(]${gap}| {1,4})(?:(?:in|of) {1,4})?(?:the year )?$`, 'i');
const following = /^ {0,4}(?:the )?$/i;

const isPartial = (term: Term): term is PartialDate => term.kind === 'partial';
const lacksYear = (term: Term): term is PartialDate => isPartial(term) && term.calendar.year === undefined;

/**
 * What a match means together with the later dates that belong to it.
 * @returns the term, and the end of its words in the text; null if they mean no date
 */
export function termAt(text: string, match: Match, matches: Ahead, at: Reading): { term: Term; end: number } | null {
	const read = ({ rule, groups }: Match) => rule.read(groups, at);
	/** Reads the next date, without letting it change whether this one was guessed. */
	const readNext = (next: Match) => {
		const { guessed } = at;
		const term = read(next);
		at.guessed = guessed;
		return term;
	};
	const near = (end: number) => {
		const next = matches.peek(end);
		return next && next.start - end <= longestJoint ? next : null;
	};
	let { end } = match;
	let term = read(match);
	let next = near(end);
	if (term?.kind === 'shift') {
		const shifted = next && following.test(text.slice(end, next.start)) && shiftedFrom(term, readNext(next), at);
		if (shifted) return { term: shifted, end: next!.end };
		return term.alone && { term: term.alone, end };
	}
	if (!term) return null;
	if (next && lacksYear(term) && yearAfter.test(text.slice(end, next.start))) {
		const dated = withYear(term, readNext(next));
		if (dated) {
			[term, end] = [dated, next.end];
			next = near(end);
		}
	}
	if (!next) return { term, end };
	const words = text.slice(end, next.start);
	const isBetween =
		and.test(words) &&
		(betweenBefore.test(text.slice(Math.max(0, match.start - 16), match.start)) ||
			betweenAfter.test(text.slice(next.end, next.end + 4)));
	if (isBetween || through.test(words)) {
		const { guessed } = at;
		const [around, aroundNext] = [isAround(text, match.start), isAround(text, next.start)];
		const range = rangeOf(term, readNext(next), at, [around, aroundNext]);
		if (range) return { term: range, end: next.end };
		at.guessed = guessed;
	}
	for (let n = 0, from = end; lacksYear(term) && n < longestList && next; n++, next = near(from)) {
		// In Chinese the year stands before the first date of a list, not after the last.
		if (!listed.test(text.slice(from, next.start)) || text.slice(next.start, next.end).includes('年')) break;
		const other = readNext(next);
		if (!other || other.kind === 'shift' || !isPartial(other)) break;
		term = inYearOf(term, other) ?? term;
		from = next.end;
	}
	return { term, end };
}

function shiftedFrom(shift: Shift, of: Term | Shift | null, at: Reading): Term | null {
	const from = of && of.kind !== 'shift' ? complete(of, at) : null;
	return from && shift.by(from);
}

/** A day or month with the year that stands after it. */
function withYear(first: PartialDate, second: Term | Shift | null): PartialDate | null {
	if (second?.kind !== 'partial' || second.relative || second.to || second.calendar.month) return null;
	const { year } = second.calendar;
	return year === undefined || first.calendar.month === undefined
		? null
		: { ...first, calendar: { ...first.calendar, year }, to: first.to && { ...first.to, year } };
}

/** The first of a list of days or months, with the year that a later one gives. */
function inYearOf(first: PartialDate, { calendar: { year, month, day }, relative }: PartialDate): PartialDate | null {
	const { calendar, to } = first;
	if (relative || year === undefined || month === undefined || calendar.month === undefined) return null;
	if ((calendar.day === undefined) !== (day === undefined)) return null;
	const own = year - (calendar.month > month ? 1 : 0);
	return { ...first, calendar: { ...calendar, year: own }, to: to && { ...to, year: own } };
}

/**
 * A range between two dates, each of which supplies what the other leaves out.
 * @param around whether the first is approximate, and the second
 */
function rangeOf(
	first: Term,
	second: Term | Shift | null,
	at: Reading,
	around: readonly [boolean, boolean]
): WholeDate | null {
	if (!second || second.kind === 'shift') return null;
	const from: Calendar = { ...(isPartial(first) ? first.calendar : endsOf(first)[0]) };
	const to: Calendar = { ...(isPartial(second) ? (second.to ?? second.calendar) : endsOf(second)[1]) };
	// A day alone is in the other date’s month.
	if (from.month === undefined && from.day !== undefined) {
		if (to.month === undefined) return null;
		from.month = from.day > (to.day ?? 31) ? to.month - 1 || 12 : to.month;
	}
	if (to.month === undefined && to.day !== undefined) [to.year, to.month] = [to.year ?? from.year, from.month];
	const turns = from.month !== undefined && to.month !== undefined && from.month > to.month;
	let relative = Boolean(first.relative || second.relative);
	if (from.year === undefined && to.year === undefined) {
		const year = at.yearOf(to);
		if (year === null) return null;
		to.year = year;
		relative = true;
	}
	if (from.year === undefined) from.year = to.year! - (turns ? 1 : 0);
	else if (to.year === undefined) to.year = from.year + (turns ? 1 : 0);
	if (!isBefore(from, to)) return null;
	const vague = [around[0] || first.sense === 'vague', around[1] || second.sense === 'vague'];
	const named = [isPartial(first) ? edtfOf(from) : first.edtf, isPartial(second) ? edtfOf(to) : second.edtf];
	const edtf = between(from, to);
	return (
		spanOf(edtf) && {
			kind: 'whole',
			edtf,
			relative,
			sense: vague.includes(true) ? 'vague' : 'exact',
			ends: named.filter((_, end) => !vague[end])
		}
	);
}
