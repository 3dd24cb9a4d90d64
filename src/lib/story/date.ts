/**
 * Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0–2): one plain shape for all other code, and
 * messages that an editor can act on. Independent of language (see dateWords.ts) and screen.
 */

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

/** A date of a story. Every number is ms since 1970-01-01T00:00Z; a span covers [min, max). */
export interface DateSpan {
	/** As written. */
	edtf: string;
	/** `date`: one point; `interval`: from … to …; `choice`: some time within `[a..b]` or `{…}`. */
	kind: 'date' | 'interval' | 'choice';
	/** First and last written point; null where open (`..`) or unknown (empty). Equal for a `date`. */
	first: DatePoint | null;
	last: DatePoint | null;
	/** Open ends: `open` for `..`, `unknown` for an empty end. */
	openStart: false | 'open' | 'unknown';
	openEnd: false | 'open' | 'unknown';
	/** First instant covered; -Infinity for an open start. */
	min: number;
	/** First instant after the span; Infinity for an open end. */
	max: number;
	/**
	 * Whether the start (the end) is approximate, questioned, unknown, of unspecified digits, or a choice. Drawn soft.
	 */
	softStart: boolean;
	softEnd: boolean;
}

/** Limit for years on either side of year 0: doubles hold days up to here, and nothing is dated beyond. */
const mostYears = 1e12;
const beyond = (text: string) => `"${text}" is beyond what is dated; write a year from Y-1E12 to Y1E12`;
const two = (n: string | number) => String(n).padStart(2, '0');
const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

/**
 * EDTF’s parts of a year: precision, first month (from 0) and length in months. Seasons are northern where the code
 * does not say (21–24, 25–28); southern ones (29–32) are in the same year. A winter, or a southern summer, begins in
 * December of its year.
 */
const parts = new Map<number, { precision: Precision; month: number; months: number }>();
const part = (precision: Precision, code: number, starts: number[], months: number) =>
	starts.forEach((month, n) => parts.set(code + n, { precision, month, months }));
part('season', 21, [2, 5, 8, 11], 3);
part('season', 25, [2, 5, 8, 11], 3);
part('season', 29, [8, 11, 2, 5], 3);
part('quarter', 33, [0, 3, 6, 9], 3);
part('third', 37, [0, 4, 8], 4);
part('half', 40, [0, 6], 6);

/** What is wrong, in words for an editor. */
class Mistake extends Error {}

/** The numbers in the range that match the digits, where `X` is any digit. */
function fitting(digits: string, from: number, to: number): number[] {
	const pattern = new RegExp(`^${digits.replaceAll('X', '\\d')}$`);
	const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
	return all.filter((n) => pattern.test(String(n).padStart(digits.length, '0')));
}

/**
 * The edtf package decides what is valid. Instants and lengths are computed here, since the package’s own are wrong for
 * years below 100, negative years with `X`, seasons, significant digits and 29 February of a common year.
 *
 * @throws Mistake, or the edtf package’s Error where the text is not an EDTF point
 */
function parsePoint(text: string): DatePoint {
	const flags = { approximate: /[~%]/.test(text), uncertain: /[?%]/.test(text) };
	const bare = text.replace(/[~?%]/g, '');
	const season = /^(-?\d{4})-(2[1-9]|3\d|4[01])$/.exec(bare);
	// The package accepts no qualifier after a part of a year, a long year, or some dates with `X`.
	edtf((season || /[XY]/.test(bare)) && /^[^~?%]+[~?%]?$/.test(text) ? bare : text);

	if (season) {
		const [first, code] = [Number(season[1]), Number(season[2])];
		const { precision, month, months } = parts.get(code)!;
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

type Plain = Omit<DatePoint, 'approximate' | 'uncertain'>;

/** `1985-04-12T23:20:30Z`: a time without a time zone is rejected, since it would differ from machine to machine. */
function parseTime(text: string): Plain {
	const match = /^(.+)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/.exec(text);
	if (!match) throw new Error('no time');
	const [, date, hours, minutes, seconds = '00', zoneHours, zoneMinutes = '00'] = match;
	if (!isDate(date)) throw new Mistake(explain(date));
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

/**
 * @param text EDTF: a date, an interval `from/to` (`..` for open, empty for unknown), or a choice `[a..b]`, `{a,b}`
 * @returns the date, or one sentence that says what is wrong and what to write instead
 */
export function parseDate(text: string): { date: DateSpan } | { problem: string } {
	const written = text.trim();
	try {
		if (written.includes('/')) return { date: parseInterval(written) };
		return { date: /^[[{]/.test(written) ? parseChoice(written) : parseOne(written) };
	} catch (error) {
		return { problem: error instanceof Mistake ? error.message : explain(written) };
	}
}

/** Whether the point is uncertain: approximate, questioned, a season, or with unspecified digits (`197X`). */
const soft = (point: DatePoint, text: string) =>
	point.approximate || point.uncertain || point.precision === 'season' || text.includes('X');

function parseOne(text: string): DateSpan {
	const point = parsePoint(text);
	return {
		edtf: text,
		kind: 'date',
		first: point,
		last: point,
		openStart: false,
		openEnd: false,
		min: point.min,
		max: point.max,
		softStart: soft(point, text),
		softEnd: soft(point, text)
	};
}

function parseInterval(text: string): DateSpan {
	const ends = text.split('/');
	const isOpen = (end: string) => end === '' || end === '..';
	if (ends.length !== 2) throw new Error('no interval');
	if (ends.every(isOpen)) throw new Mistake(`"${text}" is open at both ends; write at least one date`);
	const [first, last] = ends.map((end) => (isOpen(end) ? null : pointWithin(text, end)));
	if (first && last && first.min >= last.max)
		throw new Mistake(`the end comes before the start in "${text}"; write ${ends[1]}/${ends[0]}`);
	const open = (end: string) => (end === '..' ? 'open' : end === '' ? 'unknown' : false);
	return {
		edtf: text,
		kind: 'interval',
		first,
		last,
		openStart: open(ends[0]),
		openEnd: open(ends[1]),
		min: first ? first.min : -Infinity,
		max: last ? last.max : Infinity,
		softStart: first ? soft(first, ends[0]) : ends[0] === '',
		softEnd: last ? soft(last, ends[1]) : ends[1] === ''
	};
}

/** A date within an interval or a choice: the message names both, unless the whole can be read as something else. */
function pointWithin(whole: string, text: string): DatePoint {
	try {
		return parsePoint(text);
	} catch (error) {
		const meant = guess(whole);
		if (meant) throw new Mistake(`"${whole}" is not EDTF; write ${meant}`);
		throw new Mistake(`in "${whole}": ${error instanceof Mistake ? error.message : explain(text)}`);
	}
}

/** One member of a choice: start and end, equal for a single date; null where open. */
export type Member = [DatePoint | null, DatePoint | null];

/**
 * @param text the EDTF of a date whose kind is `choice`
 * @throws Mistake
 */
export function membersOf(text: string): Member[] {
	if (!/^(\[.+\]|\{.+\})$/.test(text)) throw new Mistake(`"${text}" is no choice; write [1960,1961] or [1960..1965]`);
	const members = text.slice(1, -1).split(',');
	return members.map((written, index) => {
		const ends = written.split('..').map((end) => end.trim());
		const [from, to = from] = ends.map((end) => (end ? pointWithin(text, end) : null));
		const misplaced = (!from && index > 0) || (!to && index < members.length - 1);
		if (ends.length > 2 || (!from && !to) || misplaced)
			throw new Mistake(`"${text}" is no choice; write .. between two dates, before the first or after the last`);
		if (from && to && from.min >= to.max)
			throw new Mistake(
				`the end comes before the start in "${text}"; write ${turned(text, index, `${ends[1]}..${ends[0]}`)}`
			);
		return [from, to];
	});
}

/** The choice with one member replaced. */
const turned = (text: string, index: number, member: string) =>
	text[0] +
	text
		.slice(1, -1)
		.split(',')
		.map((one, n) => (n === index ? member : one.trim()))
		.join(',') +
	text.at(-1);

/** `[…]` is one of its dates, `{…}` all of them; either way the span around them is drawn. */
function parseChoice(text: string): DateSpan {
	const members = membersOf(text);
	const openStart = members.some(([from]) => !from) && 'open';
	const openEnd = members.some(([, to]) => !to) && 'open';
	if (openStart && openEnd) throw new Mistake(`"${text}" is open at both ends; write .. at one end only`);
	const points = members.flat().filter((point) => point !== null);
	const first = points.reduce((a, b) => (b.min < a.min ? b : a));
	const last = points.reduce((a, b) => (b.max > a.max ? b : a));
	const one = text.startsWith('[');
	return {
		edtf: text,
		kind: 'choice',
		first: openStart ? null : first,
		last: openEnd ? null : last,
		openStart,
		openEnd,
		min: openStart ? -Infinity : first.min,
		max: openEnd ? Infinity : last.max,
		softStart: one || soft(first, text),
		softEnd: one || soft(last, text)
	};
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');
const monthOf = (name: string) =>
	two(monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1);
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const rule = (source: string, write: (...groups: string[]) => string | undefined): [RegExp, typeof write] => [
	new RegExp(`^${source}$`, 'i'),
	write
];
const dated = (y: string, m: string, d?: string) => `${y}-${two(m)}${d ? `-${two(d)}` : ''}`;
const beforeCommonEra = (n: string) => (Number(n) > 0 ? yearOf(1 - Number(n)) : undefined);
/** The date with a suffix such as `~`; in an interval both ends get it. */
const after = (text: string, suffix: string) => {
	const date = guess(text);
	if (!date || !/^[~?]$/.test(suffix)) return date && !date.includes('/') ? `${date}${suffix}` : undefined;
	const ends = date.split('/').map((end) => (end === '' || end === '..' ? end : `${end}${suffix}`));
	return ends.join('/');
};
/** An astronomical year of any size, as EDTF. */
const yearOf = (n: number) => (Math.abs(n) > 9999 ? `Y${n}` : four(n));
const isAmbiguous = (a: string, b: string) => Number(a) < 13 && Number(b) < 13 && Number(a) !== Number(b);

/** Forms in which editors write dates, and their EDTF. */
const rules = [
	rule('(\\d{4})[./年](\\d{1,2})(?:[./月](\\d{1,2})日?|月)?', dated),
	rule('(\\d{4})年', (y) => y),
	rule('(-?\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?', dated),
	rule('(\\d{4})(\\d\\d)(\\d\\d)', dated),
	rule('(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})', (a, b, y) =>
		isAmbiguous(a, b) ? undefined : Number(b) > 12 ? dated(y, a, b) : dated(y, b, a)
	),
	rule('(\\d{1,2})[./](\\d{4})', (m, y) => dated(y, m)),
	rule(`(?:(\\d{1,2})(?:st|nd|rd|th|\\.)? )?${monthName} (\\d{4})`, (d, m, y) => dated(y, monthOf(m), d)),
	rule(`${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, (m, d, y) => dated(y, monthOf(m), d)),
	rule(
		`${monthName} ?(?:-|to) ?${monthName} (\\d{4})`,
		(from, to, y) => `${dated(y, monthOf(from))}/${dated(y, monthOf(to))}`
	),
	rule('(\\d{1,9}) ?(?:bce?|b\\.c\\.(?:e\\.)?)', beforeCommonEra),
	rule('(.* )(\\d{1,4}) ?(?:bce?|b\\.c\\.(?:e\\.)?)', (day_, y) => {
		const [year_, date] = [beforeCommonEra(y), guess(`${day_}${y.padStart(4, '0')}`)];
		return year_ && date && !date.includes('/') ? date.replace(/^\d{4}/, year_) : undefined;
	}),
	rule('(?:bce?|公元前) ?(\\d{1,9})年?', beforeCommonEra),
	rule('公元前(\\d{1,4})年(\\d{1,2})月(?:(\\d{1,2})日)?', (y, m, d) => {
		const year_ = beforeCommonEra(y);
		return year_ && dated(year_, m, d);
	}),
	rule('(.* )?(\\d{1,4}) ?(?:ce|ad|a\\.d\\.)', (day_ = '', y) => guess(`${day_}${y.padStart(4, '0')}`)),
	rule('(?:ad|ce|公元) ?(\\d{1,4})年?', (y) => y.padStart(4, '0')),
	rule('(?:circa|approx(?:\\.|imately)?|ca\\.?|c\\.?|about|around|大约|约|~) ?(.+)', (date) => after(date, '~')),
	rule('(.+?),? ?\\(?(?:circa|about|approx\\.?)\\)?', (date) => after(date, '~')),
	rule('(?:possibly|probably|perhaps) (.+)', (date) => after(date, '?')),
	rule('(?:the )?(\\d{3})0(?:s|年代)', (decade) => `${decade}X`),
	rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:century|世纪)', (n) => `${two(Number(n) - 1)}XX`),
	rule('(spring|summer|autumn|fall|winter) (?:of )?(\\d{4})', (name, y) => {
		const n = ['spring', 'summer', 'autumn', 'winter'].indexOf(name.toLowerCase().replace('fall', 'autumn'));
		return `${y}-${21 + n}`;
	}),
	rule(
		'(early|mid|late)[ -](\\d{4})',
		(name, y) => `${y}-${37 + ['early', 'mid', 'late'].indexOf(name.toLowerCase())}`
	),
	rule('q([1-4])[ -/]?(\\d{4})', (n, y) => `${y}-${32 + Number(n)}`),
	rule('(\\d{4})[ -/]?q([1-4])', (y, n) => `${y}-${32 + Number(n)}`),
	rule('h([12])[ -/]?(\\d{4})', (n, y) => `${y}-${39 + Number(n)}`),
	rule('(\\d{4})[ -/]?h([12])', (y, n) => `${y}-${39 + Number(n)}`),
	rule('y(\\d{4})', (y) => y),
	rule('-0000', () => '0000'),
	rule('(\\d{5,7}|\\d{9,15})', (y) => (Number(y) > 9999 ? `Y${Number(y)}` : undefined)),
	rule('before (\\d{4})', (y) => `[..${four(Number(y) - 1)}]`),
	rule('after (\\d{4})', (y) => (Number(y) < 9999 ? `[${four(Number(y) + 1)}..]` : undefined)),
	rule('(?:\\.\\.|until|up to) ?(.+)', (date) => after(date, '')?.replace(/^/, '../')),
	rule('(?:since|from) (.+)', (date) => after(date, '/..')),
	rule('(.+?) ?(?:/|\\.\\.|-| to | until |至|到) ?(?:now|today|present|ongoing|open|\\.\\.|)', (date) =>
		after(date, '/..')
	),
	rule('(.+?) ?/ ?(?:unknown|\\?)', (date) => after(date, '/')),
	rule('(\\d\\d)(\\d\\d)[-/](\\d\\d)', (century, y, end) => `${century}${y}/${century}${end}`),
	rule('(.+?)(?: ?/ ?| - | to | until |至|到|\\.\\.)(.+)', range),
	rule('([^-]+)-([^-]+)', range)
];

function range(from: string, to: string): string | undefined {
	const [first, last] = [guess(from), guess(to)];
	return first && last && ![first, last].some((date) => /[/[]/.test(date)) ? `${first}/${last}` : undefined;
}

/** The EDTF that a text probably means; undefined if there is none, or more than one reading. */
export function guess(text: string): string | undefined {
	if (text.length > 48) return undefined;
	const plain = text
		.normalize('NFKC')
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
	const neat = plain
		.replace(/ ?([/,~?%]|\.\.) ?/g, '$1')
		.replace(/\(\?\)/, '?')
		.replace(/ ?\?$/, '?')
		.replace(/\?~$|~\?$/, '%');
	if (isDate(neat)) return neat;
	for (const [pattern, write] of rules) {
		const match = pattern.exec(plain);
		const written = match && write(...match.slice(1));
		if (written && (written.startsWith('[') || isDate(written))) return written;
	}
	return undefined;
}

/** Whether a text is a date or an interval; gives no reason, since finding one needs `guess`, which is slow. */
export function isDate(text: string): boolean {
	const points = text.split('/').filter((end) => end && end !== '..');
	if (!points.length || text.split('/').length > 2) return false;
	try {
		const [first, last = first] = points.map(parsePoint);
		return first.min < last.max;
	} catch {
		return false;
	}
}

/** Why a text is not a date, and what to write instead: first editors’ usual mistakes, then the general rule. */
function explain(text: string): string {
	const bare = text.replace(/[~?%]/g, '');
	let match = /^(-?\d{4})-(\d\d)(?:-(\d\d))?$/.exec(bare);
	if (match) return explainCalendar(text, match[1], match[2], match[3]);
	if (/^-?\d{5,}$/.test(text) && Math.abs(Number(text)) > mostYears) return beyond(text);
	if (/^-?\d{1,3}$|^-\d{5,15}$/.test(text)) return explainYear(text);
	match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
	const readings = match && [dated(match[3], match[2], match[1]), dated(match[3], match[1], match[2])];
	if (readings && isAmbiguous(match![1], match![2]))
		return `"${text}" is not EDTF; write ${readings[0]}, or ${readings[1]} if its month comes first`;
	const meant = guess(text);
	if (match && !meant) return explainCalendar(text, match[3], two(match[2]), two(match[1]));
	if (meant) return `"${text}" is not EDTF; write ${meant}${/^Y?-/.test(meant) ? ' (year 0000 is 1 BCE)' : ''}`;
	const forms = '2022-11-30, 2022-11 or 2022; 1977~ for about, 2024-01/2024-11 for from … to, 197X for a decade';
	return `"${text}" is not EDTF; write ${forms}`;
}

/** A year before the common era has two readings: the usual count, or EDTF’s, where year 0000 is 1 BCE. */
function explainYear(text: string): string {
	const n = Math.abs(Number(text));
	if (text.startsWith('-'))
		return n === 0
			? `"${text}" is not EDTF; write 0000 for 1 BCE`
			: `"${text}" is not EDTF; write ${yearOf(1 - n)} for ${n} BCE, or ${yearOf(-n)} for ${n + 1} BCE (year 0000 is 1 BCE)`;
	const decade = text.length === 3 && n >= 150 && n < 210 ? `, or ${n}X for the ${n}0s` : '';
	const century = text.length === 2 ? `, or 19${text} or 20${text} if that is its century` : '';
	return `"${text}" needs a year of four digits; write ${four(n)}${decade}${century}`;
}

function explainCalendar(text: string, y: string, m: string, d?: string): string {
	const month = Number(m);
	const bare = [y, m, d].filter(Boolean).join('-');
	if (y === '-0000') return `"${text}" is not EDTF; write ${bare.slice(1)} (year 0000 is 1 BCE, without a sign)`;
	if (isDate(bare)) return `"${text}" is not EDTF; write ${bare}, ${bare}~ for about or ${bare}? for doubtful`;
	if (month < 1 || month > 12) {
		const no = `"${text}" has no month ${m}; write`;
		if (month === 0) return `${no} 01 to 12, or ${y} for the whole year`;
		if (d) {
			const swapped = isDate(`${y}-${d}-${m}`) ? `${y}-${d}-${m} (year-month-day)` : '01 to 12';
			return `${no} ${swapped}${parts.has(month) ? `, or ${y}-${m}, a part of the year, without a day` : ''}`;
		}
		const years = isDate(`${y}/${y.slice(0, -2)}${m}`) ? `, or ${y}/${y.slice(0, -2)}${m} for years` : '';
		return `${no} 01 to 12 (or 21–41 for a season, quarter, third or half)${years}`;
	}
	const length = daysIn(Number(y), month);
	const whole = d === '00' ? `, or ${y}-${m} for the whole month` : '';
	const name = `${monthNames[month - 1]} ${y.startsWith('-') ? y : Number(y)}`;
	return `"${text}" is not a date: ${name} has ${length} days; write a day from 01 to ${length}${whole}`;
}

/**
 * The sorting rule, for uncertain dates too: the earliest possible start comes first; of two with the same start, the
 * one that ends first, so that a day comes before its month and a month before its year. 0 keeps told order.
 */
export function compareDates(a: DateSpan, b: DateSpan): number {
	return order(a.min, b.min) || order(a.max, b.max);
}

const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** Time of a point mark, ms: the middle of the span, or its known end. */
export function midpoint({ min, max }: DateSpan): number {
	if (Number.isFinite(min) && Number.isFinite(max)) return (min + max) / 2;
	return Number.isFinite(min) ? min : max;
}
