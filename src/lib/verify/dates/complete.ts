/** Supplies the year, or year and month, that a date leaves out. */
import { daysIn } from '../../story/calendar.ts';
import { between, edtfOf, isDay, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import type { PartialDate, Term, WholeDate } from './term.ts';

/** A term with the year that it leaves out supplied. */
export function complete(term: Term, at: Reading): WholeDate | null {
	if (term.kind === 'whole') return term;
	const calendar = dated(term.calendar, term, at);
	if (!calendar) return null;
	const { to } = term;
	const turn = to && (to.month ?? 0) < (calendar.month ?? 0) ? 1 : 0;
	const end = to && { ...to, year: to.year ?? calendar.year! + turn };
	// The month may have fewer days.
	if (end?.day && term.sense === 'vague' && !isDay(end)) end.day = daysIn(end.year, end.month ?? 12);
	return {
		kind: 'whole',
		edtf: end ? between(calendar, end) : edtfOf(calendar),
		others: othersOf(term, calendar, at),
		sense: term.sense ?? (to && 'exact'),
		reach: term.reach,
		...(end && term.sense !== 'vague' && { ends: [edtfOf(calendar), edtfOf(end)] }),
		relative: term.relative || term.calendar.year === undefined
	};
}

/** What else the words may mean: 6/11/2025, or a day of a season that spans two years. */
function othersOf({ calendar, other, to }: PartialDate, { year }: Calendar, at: Reading): string[] | undefined {
	if (other) return [edtfOf({ ...other, year: other.year ?? year })];
	if (calendar.year !== undefined || calendar.month === undefined || to || at.season === null) return undefined;
	return [edtfOf({ ...calendar, year: at.season + (year === at.season ? 1 : 0) })];
}

function dated(calendar: Calendar, { weekday, to }: PartialDate, at: Reading): Calendar | null {
	if (calendar.year !== undefined) return calendar;
	if (calendar.month === undefined) {
		const month = calendar.day ? at.monthOf(calendar.day, weekday) : null;
		return month && { ...calendar, ...month };
	}
	const year = at.yearOf(to?.month !== undefined && to.month < calendar.month ? to : calendar, weekday);
	return year === null
		? null
		: { ...calendar, year: year - (to?.month !== undefined && to.month < calendar.month ? 1 : 0) };
}
