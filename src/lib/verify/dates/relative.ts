/**
 * Dates relative to the article’s or the one named before; the words are in relativeEnglish.ts and relativeChinese.ts.
 */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import {
	between,
	dayOf,
	edtfOf,
	grains,
	limits,
	mondayOf,
	monthAt,
	shifted,
	weekdayOf,
	type Calendar,
	type Unit
} from './points.ts';
import type { Reading } from './reading.ts';
import type { Term, WholeDate } from './term.ts';

/** A span that is counted from another. */
export const relativeDate = (edtf: string): WholeDate => ({ kind: 'whole', edtf, relative: true });
export const span = (a: Calendar, b: Calendar) => relativeDate(between(a, b));
export const partial = (calendar: Calendar): Term => ({ kind: 'partial', calendar, relative: true });

/** A stretch that the words leave open; it states nothing finer than a year. */
const loose = (a: Calendar, b: Calendar): WholeDate => {
	const [min, max] = [limits(a)[0], limits(b)[1]];
	return {
		kind: 'whole',
		edtf: `${edtfOf(a)}/${edtfOf(b)}`,
		sense: 'vague',
		relative: true,
		reach: { min, max, grain: grains.year }
	};
};

/** “Recently”: the last months before the article. */
export function recent(at: Reading, back: number): WholeDate | null {
	if (!at.now) return null;
	const { year, month } = at.now;
	return loose(monthAt(year, month - back), { year, month });
}

/** The unit `by` places from the one that contains a point. */
export function unitFrom(
	{ year, month, day }: Calendar & { year: number },
	unit: Unit | 'weekend',
	by: number
): Term | null {
	switch (unit) {
		case 'year':
			return partial({ year: year + by });
		case 'decade':
			return relativeDate(`${edtfOf({ year: Math.floor(year / 10) * 10 + by * 10 }).slice(0, -1)}X`);
		case 'century':
			return relativeDate(`${edtfOf({ year: Math.floor(year / 100) * 100 + by * 100 }).slice(0, -2)}XX`);
	}
	if (month === undefined) return by === 0 ? partial({ year }) : null;
	switch (unit) {
		case 'month':
			return partial(monthAt(year, month + by));
		case 'quarter':
		case 'half': {
			const size = unit === 'quarter' ? 3 : 6;
			const first = month - ((month - 1) % size) + by * size;
			return span(monthAt(year, first), monthAt(year, first + size - 1));
		}
	}
	// If only the month is known, the day or week is vague within it.
	if (day === undefined) return { ...partial({ year, month }), sense: 'vague' } as Term;
	const time = startOfDay(year, month, day);
	if (unit === 'day') return partial(dayOf(time + by * dayLength));
	const length = unit === 'fortnight' ? 14 : 7;
	const monday = mondayOf(time) + by * length * dayLength;
	return unit === 'weekend'
		? span(dayOf(monday + 5 * dayLength), dayOf(monday + 6 * dayLength))
		: span(dayOf(monday), dayOf(monday + (length - 1) * dayLength));
}

/** “At that time”. */
export const lastNamed = (at: Reading): WholeDate | null =>
	at.last ? { kind: 'whole', edtf: at.last.edtf, sense: 'vague', relative: true } : null;

/** “Now”: the article’s month, and its day as the end of a range. */
export const presentOf = (at: Reading): WholeDate | null => {
	const found = recent(at, 0);
	return found && at.today !== null ? { ...found, edtf: edtfOf(dayOf(at.today)) } : found;
};

export const daysFromToday = (by: number, at: Reading): Term | null => {
	if (at.today === null) return recent(at, 0);
	return partial(dayOf(at.today + by * dayLength));
};

/** The last or next count of units, up to or from the article’s day. */
export function stretchOf(back: boolean, count: number, unit: Unit, at: Reading): WholeDate | null {
	const { now } = at;
	if (!now || Number.isNaN(count)) return null;
	if (unit === 'quarter') {
		const first = now.month - ((now.month - 1) % 3) + (back ? -3 * count : 3);
		return span(monthAt(now.year, first), monthAt(now.year, first + 3 * count - 1));
	}
	if (at.today === null) {
		const a = shifted({ year: now.year, month: now.month }, unit, back ? -count : count);
		const b = { year: now.year, month: now.month };
		const [from, to] = back ? [a, b] : [b, a];
		return { ...span({ year: from.year, month: from.month }, { year: to.year, month: to.month }), sense: 'vague' };
	}
	const from = dayOf(back ? at.today : at.today + dayLength);
	const other = limits(shifted(from, unit, back ? -count : count))[0];
	return back ? span(dayOf(other), dayOf(at.today - dayLength)) : span(from, dayOf(other - dayLength));
}

/** A weekday by itself: the last one, or the next one if it is in the future. */
export function bareWeekday(day: number, at: Reading): Term | null {
	if (at.today === null) return null;
	// About another time, it is one of the days after the date named before.
	const named = at.own && at.named?.day ? limits(at.named)[0] : at.today;
	if (Math.abs(named - at.today) > 31 * dayLength) {
		const time = named + ((day - weekdayOf(named) + 7) % 7) * dayLength;
		const reach = { min: named, max: named + 7 * dayLength, grain: dayLength };
		return { ...relativeDate(edtfOf(dayOf(time))), sense: 'vague', reach };
	}
	const back = (weekdayOf(at.today) - day + 7) % 7;
	// What follows a day in the future is in the future too.
	const time =
		(at.ahead || named > at.today) && back > 0 ? at.today + (7 - back) * dayLength : at.today - back * dayLength;
	return relativeDate(edtfOf(dayOf(time)));
}
