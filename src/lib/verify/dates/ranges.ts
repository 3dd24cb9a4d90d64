/** Two dates that belong together: a range, a list whose last date says the year of all, three days after another. */
import { gap } from './english.ts';
import { between, isBefore, type Calendar } from './points.ts';
import { endsOf } from './parts.ts';
import type { Reading } from './reading.ts';
import type { Partial, Term, Whole } from './rule.ts';

/** No words between two dates of one expression are longer, UTF-16 units. */
export const longestJoint = 16;

const through = new RegExp(
	`^,?(?:${gap}[-/]${gap}| {1,4}(?:to|through|thru|till|until)(?: the)? {1,4}|${gap}(?:至|到)${gap})$`,
	'i'
);
const and = new RegExp(`^(?: {1,4}and(?: the)? {1,4}|${gap}[和与]${gap})$`, 'i');
const betweenBefore = /\bbetween (?:the )?$/i;
const betweenAfter = /^ {0,4}(?:之?间|期间)/;
const listed = new RegExp(`^${gap}(?:,|and|or|&|、|和|与|及|或|, and|, or)${gap}$`, 'i');
const yearAfter = new RegExp(
	`^(?:\\[\\d{1,3}\\]|[⁰¹²³⁴-⁹]{1,3})?(?:${gap}[,(]${gap}| {1,4})(?:(?:in|of) {1,4})?(?:the year )?$`,
	'i'
);

export type Joint = 'range' | 'list' | 'year';

/** How the words between two dates join them, with the text before the first and after the second; null: they do not. */
export function jointOf(words: string, before: string, after: string): Joint | null {
	if (through.test(words)) return 'range';
	if (and.test(words) && (betweenBefore.test(before) || betweenAfter.test(after))) return 'range';
	if (listed.test(words)) return 'list';
	return yearAfter.test(words) ? 'year' : null;
}

const isPartial = (term: Term): term is Partial => term.kind === 'partial';

/** From one date to another; each takes from the other what it leaves out. */
export function rangeOf(first: Term, second: Term, at: Reading): Whole | null {
	const from: Calendar = { ...(isPartial(first) ? first.calendar : endsOf(first)[0]) };
	const to: Calendar = { ...(isPartial(second) ? (second.to ?? second.calendar) : endsOf(second)[1]) };
	// A day alone is of the other’s month.
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
	const vague = first.sense === 'vague' || second.sense === 'vague';
	return { kind: 'whole', edtf: between(from, to), relative, sense: vague ? 'vague' : 'exact' };
}

/** The first of two dates with the year that only the second says; null where it needs none or there is none. */
export function withYearOf(first: Term, second: Term, joint: Joint): Partial | null {
	if (!isPartial(first) || !isPartial(second) || second.relative) return null;
	const { year, month } = second.calendar;
	const { calendar, to } = first;
	if (calendar.year !== undefined || calendar.month === undefined || year === undefined) return null;
	if (joint === 'year')
		return month === undefined && !second.to
			? { ...first, calendar: { ...calendar, year }, to: to && { ...to, year } }
			: null;
	if (month === undefined || (calendar.day === undefined) !== (second.calendar.day === undefined)) return null;
	const own = year - (calendar.month > month ? 1 : 0);
	return { ...first, calendar: { ...calendar, year: own }, to: to && { ...to, year: own } };
}
