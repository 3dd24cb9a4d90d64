/**
 * Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0–2), wrapped: one plain shape for everything
 * downstream and messages an editor can act on. Knows no language (see dateWords.ts) and no screen.
 */

import edtf from 'edtf';

export type Precision =
	| 'second'
	| 'day'
	| 'month'
	| 'quarter'
	| 'season'
	| 'third'
	| 'half'
	| 'year'
	| 'decade'
	| 'century'
	| 'millennium';

/** One written point of a date, to the precision written. */
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
	/** date: one point; interval: from … to …; choice: some time within `[a..b]` or `{…}`. */
	kind: 'date' | 'interval' | 'choice';
	/** First and last written point; null where open (`..`) or unknown (empty). Equal for a `date`. */
	first: DatePoint | null;
	last: DatePoint | null;
	/** Open ends: `..` goes on, `unknown` was left empty. */
	openStart: false | 'open' | 'unknown';
	openEnd: false | 'open' | 'unknown';
	/** First instant covered; -Infinity for an open start. */
	min: number;
	/** First instant after it; Infinity for an open end. */
	max: number;
	/** Is the start (the end) uncertain: approximate, questioned, unknown, with unspecified digits, or a choice? Drawn soft. */
	softStart: boolean;
	softEnd: boolean;
}

const day = 864e5;
const year = 365.2425 * day;
/** Months (from 0) and length in months of EDTF’s parts of a year; seasons are those of the north where unsaid. */
const parts: Record<number, { precision: Precision; month: number; months: number }> = {};
const part = (precision: Precision, first: number, count: number, month: number) => {
	for (let n = 0; n < count; n++)
		parts[first + n] = { precision, month: month + (n * 12) / count, months: 12 / count };
};
part('season', 21, 4, 2);
part('season', 25, 4, 2);
part('season', 29, 4, 8);
part('quarter', 33, 4, 0);
part('third', 37, 3, 0);
part('half', 40, 2, 0);

/** What the `edtf` package gives for a point; it has no types of its own. */
interface EdtfPoint {
	type: string;
	precision?: number;
	values: number[];
	min: number;
	max: number;
	approximate?: { value: number };
	uncertain?: { value: number };
	unspecified?: { value: number };
}

/** ms of a calendar day (month from 0, may run over); beyond the reach of Date by the mean Gregorian year. */
function dayStart(year_: number, month = 0, date = 1): number {
	const time = new Date(0).setUTCFullYear(year_, month, date);
	return Number.isNaN(time) ? (year_ - 1970) * year : time;
}

/** @throws Error from the edtf package where the text is no EDTF point */
function parsePoint(text: string): DatePoint {
	// The package reads no qualifier after a part of a year; the flags below do.
	const point = edtf(text.replace(/^(-?\d{4}-(?:2[1-9]|3\d|4[01]))[~?%]$/, '$1')) as EdtfPoint;
	const { type, values, precision: depth } = point;
	const [first, second, third] = values;
	const flags = {
		approximate: Boolean(point.approximate?.value) || /[~%]/.test(text),
		uncertain: Boolean(point.uncertain?.value) || /[?%]/.test(text)
	};
	// “199” and “19” are a decade and a century to the package; to an editor they are years with digits missing.
	if (type === 'Decade' || type === 'Century') throw new Error('too few digits');
	if (type === 'Season') {
		const { precision, month, months } = parts[second];
		return {
			year: first,
			part: second,
			precision,
			...flags,
			min: dayStart(first, month),
			max: dayStart(first, month + months)
		};
	}
	if (type === 'Year')
		return { year: first, precision: 'year', ...flags, min: dayStart(first), max: dayStart(first + 1) };
	if (type !== 'Date') throw new Error('not a point');

	const unspecified = point.unspecified?.value ?? 0;
	const [years, months, days] = [unspecified & 15, unspecified & 48, unspecified & 192];
	const plain: Precision = depth === 0 ? 'second' : depth === 3 ? 'day' : depth === 2 ? 'month' : 'year';
	const precision: Precision = years
		? years === 8
			? 'decade'
			: years === 12
				? 'century'
				: 'millennium'
		: months
			? 'year'
			: days
				? 'month'
				: plain;
	return {
		year: first,
		month: second === undefined || months || years ? undefined : second + 1,
		day: third === undefined || days || months || years ? undefined : third,
		precision,
		...flags,
		min: point.min,
		max: point.max + (plain === 'second' ? 1000 : 1)
	};
}

/**
 * @param text EDTF: a date, an interval `from/to` (`..` for open, nothing for unknown), or a choice `[a..b]`, `{a,b}`
 * @returns the date, or one sentence that says what is wrong and what to write instead
 */
export function parseDate(text: string): { date: DateSpan } | { problem: string } {
	const written = text.trim();
	try {
		const date = written.includes('/') ? parseInterval(written) : /^[[{]/.test(written) ? parseChoice(written) : parseOne(written);
		if (date.min >= date.max) return { problem: endBeforeStart(written) };
		return { date };
	} catch {
		return { problem: explain(written) };
	}
}

/** Is the point’s edge uncertain? Approximate, questioned, a season, or with digits left open (`197X`). */
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
	if (ends.length !== 2 || ends.every((end) => end === '' || end === '..')) throw new Error('no interval');
	const [first, last] = ends.map((end) => (end === '' || end === '..' ? null : parsePoint(end)));
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

/** `[…]` is one of its dates, `{…}` all of them; either way what is drawn is the span that they lie in. */
function parseChoice(text: string): DateSpan {
	if (!/^(\[.*\]|\{.*\})$/.test(text)) throw new Error('no set');
	const members = text.slice(1, -1).split(/,|\.\./).map((member) => member.trim());
	const points = members.filter(Boolean).map(parsePoint);
	if (!points.length) throw new Error('empty set');
	const byTime = [...points].sort((a, b) => a.min - b.min);
	const [first, last] = [byTime[0], byTime[byTime.length - 1]];
	const openStart = /^.\s*\.\./.test(text) ? 'open' : false;
	const openEnd = /\.\.\s*.$/.test(text) ? 'open' : false;
	const one = text.startsWith('[');
	return {
		edtf: text,
		kind: 'choice',
		first: openStart ? null : first,
		last: openEnd ? null : last,
		openStart,
		openEnd,
		min: openStart ? -Infinity : first.min,
		max: openEnd ? Infinity : Math.max(...points.map(({ max }) => max)),
		softStart: one || soft(first, text),
		softEnd: one || soft(last, text)
	};
}

function endBeforeStart(text: string): string {
	const [from, to] = text.split('/');
	return `the end comes before the start in "${text}"; write ${to}/${from}`;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (n: string | number) => String(n).padStart(2, '0');

/** Why a text is no date, and what to write: the mistakes that editors make, then the general rule. */
function explain(text: string): string {
	const forms = 'write 2022-11-30, 2022-11 or 2022; 1977~ for about, 2024-01/2024-11 for from … to, 197X for a decade';
	const [from, to] = text.split('/');
	if (to !== undefined) {
		if (text.split('/').length > 2) return `"${text}" has more than one /; write one interval, from/to, and days as 2022-11-30`;
		for (const end of [from, to])
			if (end && end !== '..' && 'problem' in parseDate(end)) return `in "${text}": ${explain(end)}`;
		if (from === '..' || (!from && !to) || to === '..') return `"${text}" is open at both ends; write at least one date`;
		return endBeforeStart(text);
	}
	let match = /^(-?\d{4})-(\d\d)(?:-(\d\d))?([~?%])?$/.exec(text);
	if (match) {
		const [, y, m, d] = match;
		if (Number(m) < 1 || Number(m) > 12)
			return `"${text}" has no month ${m}; write 01 to 12, or without a day 21 to 41 for a season, quarter, third or half`;
		const length = new Date(dayStart(Number(y), Number(m), 0)).getUTCDate();
		return `"${text}" is no date: ${y}-${m} has ${length} days${d === '00' ? '; for the whole month leave the day out' : ''}`;
	}
	match = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[3]}-${two(match[2])}-${two(match[1])} (year-month-day)`;
	match = /^(\d{4})[./年](\d{1,2})(?:[./月](\d{1,2})日?|月)?$/.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[1]}-${two(match[2])}${match[3] ? `-${two(match[3])}` : ''}`;
	match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[1]}-${two(match[2])}${match[3] ? `-${two(match[3])}` : ''} (two digits)`;
	match = /^(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/i.exec(text);
	if (match && monthNames.includes(match[2].toLowerCase())) {
		const month = two(monthNames.indexOf(match[2].toLowerCase()) + 1);
		const date = match[1] ?? match[3];
		return `"${text}" is not EDTF; write ${match[4]}-${month}${date ? `-${two(date)}` : ''}`;
	}
	match = /^(\d+)\s*(?:BCE?|B\.C\.(?:E\.)?)$/i.exec(text);
	if (match) {
		const astronomical = 1 - Number(match[1]);
		const digits = String(-astronomical).padStart(4, '0');
		return `"${text}" is not EDTF; write ${astronomical ? `-${digits}` : '0000'} (year 0000 is 1 BCE)`;
	}
	match = /^(?:c(?:a|irca)?\.?|about|around|约)\s*(-?\d{4}(?:-\d\d)?(?:-\d\d)?)年?$/i.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[1]}~ for about ${match[1]}`;
	match = /^(\d{4})s$/.exec(text) ?? /^(\d{4})年代$/.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[1].slice(0, 3)}X`;
	match = /^-?\d{1,3}$/.exec(text);
	if (match)
		return `"${text}" needs a year of four digits; write ${text.replace(/\d+/, (n) => n.padStart(4, '0'))}, or 197X for a decade`;
	match = /^(\d{4}(?:-\d\d)?(?:-\d\d)?)\s*(?:-|–|—|to|至|到)\s*(\d{4}(?:-\d\d)?(?:-\d\d)?)$/.exec(text);
	if (match) return `"${text}" is not EDTF; write ${match[1]}/${match[2]}`;
	return `"${text}" is not EDTF; ${forms}`;
}

/**
 * The sorting rule, for uncertain dates too: what may have begun first comes first; of two that may have begun together
 * the one that is over first, so a day comes before its month and a month before its year. 0 leaves the order told.
 */
export function compareDates(a: DateSpan, b: DateSpan): number {
	return order(a.min, b.min) || order(a.max, b.max);
}

const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** ms where a point mark stands: the middle of the span, or the end that is known. */
export function midpoint({ min, max }: DateSpan): number {
	if (Number.isFinite(min) && Number.isFinite(max)) return (min + max) / 2;
	return Number.isFinite(min) ? min : max;
}

/** A value for HTML’s `<time datetime>`; undefined for what HTML cannot say (intervals, seasons, before year 1 …). */
export function isoForTime({ kind, first }: DateSpan): string | undefined {
	if (kind !== 'date' || !first || first.year < 1 || first.year > 9999) return undefined;
	const y = String(first.year).padStart(4, '0');
	if (first.precision === 'second') return new Date(first.min).toISOString().replace('.000', '');
	if (first.precision === 'year') return y;
	if (!first.month) return undefined;
	if (first.precision === 'month') return `${y}-${two(first.month)}`;
	return first.precision === 'day' && first.day ? `${y}-${two(first.month)}-${two(first.day)}` : undefined;
}
