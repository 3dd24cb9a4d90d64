/** One point of a date as EDTF writes it: `2022-11-30`, `1977-12~`, `197X`, `2001-33`, `Y-1E6`. */
import edtf from 'edtf';
import { calendarDay, dayLength, daysIn, startOfDay } from './calendar.ts';

export type Precision =
	'second' | 'day' | 'month' | 'quarter' | 'season' | 'third' | 'half' | 'year' | 'decade' | 'century' | 'millennium';

/** One point of a date, to the precision written. */
export interface DatePoint {
	/** Astronomical year: 0 is 1 BCE, -217 is 218 BCE. */
	year: number;
	/** 1–12 */
	month?: number;
	/** 1–31 */
	day?: number;
	/** EDTF sub-year code, 21–41 (seasons, quarters, thirds, halves). */
	part?: number;
	precision: Precision;
	/** `~` */
	approximate: boolean;
	/** `?` */
	uncertain: boolean;
	/** ms since 1970-01-01T00:00Z (proleptic Gregorian) of the first instant that the point covers */
	min: number;
	/** ms of the first instant after it */
	max: number;
}

/** Limit for years on either side of year 0: doubles hold days up to here, and nothing is dated beyond. */
export const mostYears = 1e12;
export const beyond = (text: string) => `"${text}" is beyond what is dated; write a year from Y-1E12 to Y1E12`;

/**
 * EDTF’s parts of a year: precision, first month (from 0) and length in months. Seasons are northern where the code
 * does not say (21–24, 25–28); southern ones (29–32) are in the same year. A winter, or a southern summer, begins in
 * December of its year.
 */
export const yearParts = new Map<number, { precision: Precision; month: number; months: number }>();
const part = (precision: Precision, code: number, starts: number[], months: number) =>
	starts.forEach((month, n) => yearParts.set(code + n, { precision, month, months }));
part('season', 21, [2, 5, 8, 11], 3);
part('season', 25, [2, 5, 8, 11], 3);
part('season', 29, [8, 11, 2, 5], 3);
part('quarter', 33, [0, 3, 6, 9], 3);
part('third', 37, [0, 4, 8], 4);
part('half', 40, [0, 6], 6);

/** What is wrong, in words for an editor. */
export class Mistake extends Error {}

/** A part of a text that is no date: what is wrong with the part alone is what an editor has to know. */
export class NoDate extends Error {
	constructor(readonly part: string) {
		super(`no date: ${part}`);
	}
}

/** The numbers in the range that match the digits, where `X` is any digit. */
function fitting(digits: string, from: number, to: number): number[] {
	if (!digits.includes('X')) return Number(digits) >= from && Number(digits) <= to ? [Number(digits)] : [];
	const pattern = new RegExp(`^${digits.replaceAll('X', '\\d')}$`);
	const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
	return all.filter((n) => pattern.test(String(n).padStart(digits.length, '0')));
}

/** Whether a text is a date or an instant as nearly all are, with nothing of EDTF’s own: the package accepts these. */
function isUsual(text: string): boolean {
	const match = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?)?$/.exec(text);
	if (!match) return /^\d{4}$/.test(text);
	const [year, month, day = 1] = match.slice(1).map(Number);
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The edtf package decides what is valid; it takes a hundred times as long as the rest, so what is usual is not asked.
 * Instants and lengths are computed here, since the package’s own are wrong for years below 100, negative years with
 * `X`, seasons, significant digits and 29 February of a common year.
 *
 * @throws Mistake, or another Error where the text is not an EDTF point
 */
export function parsePoint(text: string): DatePoint {
	const flags = { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
	const bare = text.replace(/[~?%]/g, '');
	const season = /^(-?\d{4})-(2[1-9]|3\d|4[01])$/.exec(bare);
	// The package accepts no qualifier after a part of a year, a long year, or some dates with `X`.
	if (!isUsual(text)) edtf((season || /[XY]/.test(bare)) && /^[^~?%]+[~?%]?$/.test(text) ? bare : text);

	if (season) {
		const [first, code] = [Number(season[1]), Number(season[2])];
		const { precision, month, months } = yearParts.get(code)!;
		const [min, max] = [startOfDay(first, month + 1), startOfDay(first, month + 1 + months)];
		return { year: first, part: code, precision, ...flags, min, max };
	}
	const long = /^Y?(-?\d+)(?:E(\d+))?(?:S(\d+))?$/.exec(bare);
	if (long && /[YS]/.test(bare)) {
		const first = Number(long[1]) * 10 ** Number(long[2] ?? 0);
		if (!(Math.abs(first) <= mostYears)) throw new Mistake(beyond(text));
		if (!long[3])
			return { year: first, precision: 'year', ...flags, min: startOfDay(first), max: startOfDay(first + 1) };
		// 1950S2: some year from 1900 to 1999, taken to be 1950.
		const size = Math.abs(first);
		const unit = 10 ** Math.max(0, String(size).length - Number(long[3]));
		const low = Math.floor(size / unit) * unit;
		const [from, to] = first < 0 ? [1 - low - unit, -low] : [low, low + unit - 1];
		return {
			year: first,
			precision: 'year',
			...flags,
			approximate: true,
			min: startOfDay(from),
			max: startOfDay(to + 1)
		};
	}
	if (bare.includes('T')) return { ...parseTime(bare), ...flags };
	return { ...parseDigits(bare), ...flags };
}

/** Whether a text is one date; gives no reason. */
function isPoint(text: string): boolean {
	try {
		return !!parsePoint(text);
	} catch {
		return false;
	}
}

type Plain = Omit<DatePoint, 'approximate' | 'uncertain'>;

/** `1985-04-12T23:20:30Z`: a time without a time zone is rejected, since it would differ from machine to machine. */
function parseTime(text: string): Plain {
	const match = /^(.+)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/.exec(text);
	if (!match) throw new Error('no time');
	const [, date, hours, minutes, seconds = '00', zoneHours, zoneMinutes = '00'] = match;
	if (!isPoint(date)) throw new NoDate(date);
	if (!/(Z|[+-]\d\d(:?\d\d)?)$/.test(text.slice(date.length + 1)))
		throw new Mistake(
			`"${text}" has no time zone; write ${date}T${hours}:${minutes}:${seconds}Z, or e.g. +02:00 for Z`
		);
	if (!match[4]) throw new Mistake(`"${text}" has no seconds; write ${text.replace(/T\d\d:\d\d/, '$&:00')}`);
	const minutesEast = zoneHours ? Number(zoneHours) * 60 + Number(zoneHours[0] + zoneMinutes) : 0;
	const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - minutesEast * 60;
	const min = parseDigits(date).min + time * 1000;
	return { ...calendarDay(min), precision: 'second', min, max: min + 1000 };
}

/** Year, month and day, in which any digit may be `X`; a missing month or day counts as `XX`. */
function parseDigits(text: string): Plain {
	const match = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(text);
	// The package reads “199” and “19” as a decade and a century; for an editor they are years with missing digits.
	if (!match) throw new Error('no calendar date');
	const [, sign, y, m = 'XX', d = 'XX'] = match;
	if (y.startsWith('X')) throw new Mistake(`"${text}" leaves the year open; write at least its first digit, e.g. 1XXX`);
	const [low, high] = [Number(y.replaceAll('X', '0')), Number(y.replaceAll('X', '9'))];
	const years = fitting(y, low, high);
	if (sign) years.reverse();
	const choices = [years.map((n) => (sign ? 0 - n : n)), fitting(m, 1, 12), fitting(d, 1, 31)];
	const first = firstDay(choices);
	const last = firstDay(choices.map((numbers) => [...numbers].reverse()));
	if (!first || !last) throw new Error('no such day');
	const known = !y.includes('X');
	const month = known && !m.includes('X') ? first[1] : undefined;
	const date = month && !d.includes('X') ? first[2] : undefined;
	const digits: Precision[] = ['millennium', 'millennium', 'century', 'decade'];
	return {
		year: first[0],
		month,
		day: date,
		precision: known ? (date ? 'day' : month ? 'month' : 'year') : digits[y.indexOf('X')],
		min: startOfDay(...first),
		max: startOfDay(...last) + dayLength
	};
}

function firstDay([years, months, dates]: number[][]): [number, number, number] | undefined {
	for (const y of years) for (const m of months) for (const d of dates) if (d <= daysIn(y, m)) return [y, m, d];
	return undefined;
}
