/**
 * The proleptic Gregorian calendar as arithmetic, for years of any size, since `Date` ends at ±271,821. Days are
 * counted as in Howard Hinnant’s `days_from_civil` (https://howardhinnant.github.io/date_algorithms.html).
 */

/** Length of an hour, a day and a mean year, ms. */
export const hourLength = 36e5;
export const dayLength = 24 * hourLength;
export const yearLength = 365.2425 * dayLength;

export interface CalendarDay {
	/** Astronomical: 0 is 1 BCE. */
	year: number;
	/** 1–12 */
	month: number;
	/** 1–31 */
	day: number;
}

/**
 * @param year astronomical
 * @param month from 1; may overflow, as in month 13 for the next January
 * @param day from 1; may overflow, as in day 0 for the last day of the month before
 * @returns ms since 1970-01-01T00:00Z of the day’s first instant, to a double’s precision, which is finer than a day
 * for years of up to twelve digits
 */
export function startOfDay(year: number, month = 1, day = 1): number {
	const months = year * 12 + month - 1;
	const [y, m] = [Math.floor(months / 12), months - Math.floor(months / 12) * 12];
	// Years begin in March, so that the leap day is the last one of a year.
	const shifted = m < 2 ? y - 1 : y;
	const era = Math.floor(shifted / 400);
	const inEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5);
	const days = era * 146_097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + dayOfYear;
	return (days - 719_468 + day - 1) * dayLength;
}

/** @param time ms since 1970-01-01T00:00Z */
export function calendarDay(time: number): CalendarDay {
	const exact = time / dayLength;
	// Where a double cannot hold every ms, a day’s first instant may have been rounded into the day before.
	const days =
		Math.floor(Number.isSafeInteger(Math.trunc(time)) ? exact : exact + Math.abs(exact) * 2 ** -51) + 719_468;
	const era = Math.floor(days / 146_097);
	const inEra = days - era * 146_097;
	const yearOfEra = Math.floor(
		(inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365
	);
	const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return { year: yearOfEra + era * 400 + (month < 3 ? 1 : 0), month, day };
}

/** The astronomical year of a time, ms. */
export const yearOf = (time: number) => calendarDay(time).year;

/** The astronomical year of the last instant before a time, ms: for the first instant of 1990 it is 1989. */
export const yearBefore = (time: number) => yearOf(time - Math.max(1, Math.abs(time) * 2 ** -50));

/** @param month from 1 */
export const daysIn = (year: number, month: number) =>
	Math.round((startOfDay(year, month + 1) - startOfDay(year, month)) / dayLength);

/** The first days, ms, of every `step`th month in [from, to), counted from January. */
export function monthStarts([from, to]: readonly [number, number], step = 1): number[] {
	const { year, month } = calendarDay(from);
	const found: number[] = [];
	for (let n = Math.floor((month - 1) / step) * step + 1; ; n += step) {
		const time = startOfDay(year, n);
		if (time >= to) return found;
		if (time >= from) found.push(time);
	}
}
