/** Arithmetic on days, months and years of which only the coarser parts may be known. */
import { calendarDay, dayLength, daysIn, startOfDay, yearLength } from '../../story/calendar.ts';
import type { DateSpan } from '../../story/date.ts';

/** Year (astronomical), month and day (from 1), as far as they are known. */
export interface Calendar {
	year?: number;
	month?: number;
	day?: number;
}

export type Unit = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'century';

const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

/** EDTF of what is known; empty without a year. */
export const edtfOf = ({ year, month, day }: Calendar): string =>
	year === undefined ? '' : four(year) + (month ? `-${two(month)}` : '') + (month && day ? `-${two(day)}` : '');

/** EDTF of a range, or of one point if both ends are the same. */
export const between = (from: Calendar, to: Calendar): string => {
	const [a, b] = [edtfOf(from), edtfOf(to)];
	return a === b ? a : `${a}/${b}`;
};

/** @param time ms since 1970-01-01T00:00Z */
export const dayOf = (time: number): Calendar => calendarDay(time);
export const monthAt = (year: number, month: number): Calendar & { year: number; month: number } => {
	const { year: y, month: m } = calendarDay(startOfDay(year, month));
	return { year: y, month: m };
};

export const isDay = ({ year, month, day }: Calendar): boolean =>
	day === undefined || month === undefined || (day > 0 && day <= daysIn(year ?? 2000, month));

/** The first instant, and the first one after the end, ms. */
export function limits({ year = 0, month, day }: Calendar): [number, number] {
	if (month && day) return [startOfDay(year, month, day), startOfDay(year, month, day + 1)];
	return month ? [startOfDay(year, month), startOfDay(year, month + 1)] : [startOfDay(year), startOfDay(year + 1)];
}

export const isBefore = (a: Calendar, b: Calendar) =>
	((a.year ?? 0) - (b.year ?? 0) || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0)) < 0;

/** 1–7 from Monday. */
export const weekdayOf = (time: number) => ((((time / dayLength + 3) % 7) + 7) % 7) + 1;
/** The Monday of a time’s week, ms. */
export const mondayOf = (time: number) => time - (weekdayOf(time) - 1) * dayLength;

/** The nth weekday of a month, 1–7 from Monday; counts from the month’s end if n is negative. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Calendar {
	const first = mondayOf(startOfDay(year, n < 0 ? month + 1 : month) + (7 - weekday) * dayLength);
	return dayOf(first + (weekday - 1 + (n < 0 ? n : n - 1) * 7) * dayLength);
}

/** The least length of a date, ms, that claims no more precision than a count of such units. */
export const grains: Record<Unit, number> = {
	day: dayLength,
	week: dayLength,
	fortnight: dayLength,
	month: 28 * dayLength,
	quarter: 28 * dayLength,
	half: 28 * dayLength,
	year: 365 * dayLength,
	decade: 365 * dayLength,
	century: 365 * dayLength
};

/** Number of months, or of days, in each unit. */
const months: { [unit in Unit]?: number } = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 };
const days: { [unit in Unit]?: number } = { day: 1, week: 7, fortnight: 14 };

/** The point some units from another, as exact as that one; exact to the day if days are counted. */
export function shifted({ year = 0, month, day }: Calendar, unit: Unit, by: number): Calendar {
	if (days[unit]) return dayOf(startOfDay(year, month ?? 1, (day ?? 1) + days[unit] * by));
	const all = months[unit]! * by;
	if (month === undefined && all % 12 === 0) return { year: year + all / 12 };
	const at = monthAt(year, (month ?? 1) + all);
	return day === undefined ? at : { ...at, day: Math.min(day, daysIn(at.year, at.month)) };
}

/** How far either side a count of units may reach, as it is often rounded, ms. */
export const slackOf = (unit: Unit): number =>
	({
		day: dayLength,
		week: 7 * dayLength,
		fortnight: 7 * dayLength,
		month: 31 * dayLength,
		quarter: 62 * dayLength,
		half: 92 * dayLength,
		year: 122 * dayLength,
		decade: 2 * yearLength,
		century: 20 * yearLength
	})[unit];

/** First and last written point of a span, with only the parts that are given. */
export const startOf = ({ first, last }: DateSpan): Calendar => calendarOf(first ?? last);
export const endOf = ({ first, last }: DateSpan): Calendar => calendarOf(last ?? first);
const calendarOf = (point: DateSpan['first']): Calendar =>
	point ? { year: point.year, month: point.month, day: point.day } : {};
