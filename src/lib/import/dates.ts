/**
 * Dates as people and other tools write them → EDTF. Only unambiguous dates are read; an ambiguous one is refused with
 * a message that names both readings.
 */
import { parseDate } from '../story/date.ts';
import { guess, isDate as isPlainDate } from '../story/dateGuess.ts';
import { splitTime, withTime } from './clock.ts';
import type { DateRead, ReadDate } from './dateRead.ts';
import { isWeekday, monthOf } from './months.ts';

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export interface DateRules {
	/** Order of day and month in dates such as 03/05/2021. */
	order?: DateOrder;
	/** Whether the order was asked for; if so, years of two digits are read as in spreadsheets. */
	asked?: boolean;
}

const two = (n: string | number) => String(n).padStart(2, '0');
const isDate = (text: string) => plainDay.test(text) || 'date' in parseDate(text);
/** Days up to the 28th, months, and years: recognises most dates without the parser. */
const plainDay = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?)?$/;

const calendar = (y: string | undefined, m?: string | number, d?: string) =>
	y && [y, m !== undefined && two(m), d !== undefined && two(d)].filter(Boolean).join('-');

const named = (y: string, name: string, d?: string) => {
	const month = monthOf(name);
	return month === 0 ? undefined : calendar(y, month, d);
};

type Rule = [pattern: RegExp, write: (...groups: string[]) => string | undefined];
const word = '(\\p{L}{3,14}\\.?)';
const nth = '(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?';
const of = "(?: of| de| d['’])?";
const rules: Rule[] = [
	[/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\.?$/, calendar],
	// In 1914-18, the second part is neither a month nor a season, so it is the year of the end.
	[/^(\d\d)(\d\d)[/-](\d\d)$/, (century, y, end) => shortEnd(`${century}${y}`, `${century}${end}`)],
	[/^(\d{4})[/.-](\d{1,2})$/, calendar],
	[/^(\d{1,2})[/.-](\d{4})$/, (m, y) => calendar(y, m)],
	[/^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/, calendar],
	[
		/^公元前 ?(\d{1,4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/,
		(y, m, d) => calendar(beforeCommonEra(y), m, d)
	],
	[/^(\d{1,4}) ?(?:bce?|b\.c\.(?:e\.)?)$/i, (y) => beforeCommonEra(y)],
	[new RegExp(`^${nth}${of}[ -]${word},?${of}[ -](\\d{4})$`, 'iu'), (d, m, y) => named(y, m, d)],
	[new RegExp(`^${word},?${of}[ -](\\d{4})$`, 'iu'), (m, y) => named(y, m)],
	[new RegExp(`^${word} ${nth},? (\\d{4})$`, 'iu'), (m, d, y) => named(y, m, d)],
	[new RegExp(`^(\\d{4})[ -]${word}(?:[ -]${nth})?$`, 'iu'), (y, m, d) => named(y, m, d)],
	[/^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/, isoWeek],
	[/^(\d{4})-(\d{3})$/, dayOfYear]
];

const shortEnd = (from: string, to: string) =>
	/(?:0\d|1[0-2]|2[1-9]|3\d|4[01])$/.test(to) || to <= from ? undefined : `${from}/${to}`;

/** 1 BCE is the year 0000 in EDTF. */
function beforeCommonEra(n: string): string | undefined {
	const year = 1 - Number(n);
	return Number(n) < 1 ? undefined : year === 0 ? '0000' : `-${String(-year).padStart(4, '0')}`;
}

const isoOf = (year: number, month: number, day: number) =>
	new Date(new Date(0).setUTCFullYear(year, month, day)).toISOString().slice(0, 10);

/** A week without a day becomes an interval of its first and last day. */
function isoWeek(y: string, week: string, d?: string): string | undefined {
	const year = Number(y);
	// The first week is the one with 4 January.
	const fourth = new Date(new Date(0).setUTCFullYear(year, 0, 4)).getUTCDay() || 7;
	const monday = 4 - fourth + 1 + (Number(week) - 1) * 7;
	if (Number(week) < 1 || Number(week) > 53) return undefined;
	return d ? isoOf(year, 0, monday + Number(d) - 1) : `${isoOf(year, 0, monday)}/${isoOf(year, 0, monday + 6)}`;
}

function dayOfYear(y: string, d: string): string | undefined {
	const date = Number(d) > 0 ? isoOf(Number(y), 0, Number(d)) : '';
	return date.startsWith(y) ? date : undefined;
}

const roman = /(^|[\s./-])(i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?=$|[\s./-])/i;
const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** @param text one date from a spreadsheet’s cell, not empty */
export function readDate(text: string, how: DateRules = {}): ReadDate {
	const written = text.trim();
	if (plainDay.test(written)) return { edtf: written };
	const damaged = ofSpreadsheet(written);
	if (damaged) return { problem: damaged };
	const time = splitTime(neatly(written));
	if (time) return withTime(time, written, (day) => readDate(day, how));
	if (isDate(written)) return { edtf: written };
	const neat = withoutWeekday(neatly(written));
	const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(neat);
	if (numbers) return readNumbers(written, numbers[1], numbers[3], numbers[4], how);
	if (isDate(neat)) return { edtf: neat };
	const refused = counted(neat, written) ?? shortYear(neat, written, how) ?? romanMonth(neat, written);
	if (refused) return refused;
	for (const [pattern, write] of rules) {
		const match = pattern.exec(neat);
		const edtf = match && write(...match.slice(1));
		// For a day that its month does not have, the message suggests what was probably meant.
		if (edtf) return isDate(edtf) ? { edtf } : explain(edtf, written);
	}
	const halves = readHalves(neat, how);
	if (halves) return halves;
	const meant = guess(neat);
	return meant ? { edtf: meant } : explain(written, written);
}

const neatly = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();

/** Removes the weekday of “Monday 3 May 2021”, “(Mon) …”, “… 周一”. */
function withoutWeekday(text: string): string {
	const [, first, rest] = /^\(?(\p{L}{3,14}\.?)\)?,? (.+)$/u.exec(text) ?? [];
	const plain = first && isWeekday(first) && monthOf(first) === 0 ? rest : text;
	return plain.replace(/ ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$/, '');
}

/** The problem of a spreadsheet’s error value, if it is one. */
function ofSpreadsheet(text: string): string | undefined {
	if (/^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/i.test(text))
		return `${quoted(text)} is an error of the spreadsheet, no date; correct the cell there and save the table again`;
	if (/^#{2,}$/.test(text))
		return `${quoted(text)} stands where a column is too narrow for its date; widen it and save the table again`;
	return undefined;
}

/** Numbers that count days or seconds since an epoch, or only look like such. */
function counted(text: string, written: string): ReadDate | undefined {
	const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text);
	if (serial && Number(serial[1]) < 60_000) {
		const day = isoOf(1899, 11, 30 + Number(serial[1]));
		const year = text === serial[1] ? `, or Y${text} if it is a year` : '';
		return {
			problem: `${quoted(written)} looks like a spreadsheet’s day number; write ${day} if it is one (format the column as yyyy-mm-dd)${year}`
		};
	}
	const unix = /^[12]\d{9}(\d{3})?$/.exec(text);
	if (unix) {
		const day = new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 10);
		return { problem: `${quoted(written)} looks like a count of seconds since 1970; write ${day} if it is one` };
	}
	const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
	if (!compact) return undefined;
	const edtf = calendar(compact[1], compact[2], compact[3])!;
	return isDate(edtf) ? { edtf } : explain(edtf, written);
}

/** “May-68” and “3-May-21”, the short dates of spreadsheets. */
function shortYear(text: string, written: string, { asked }: DateRules): ReadDate | undefined {
	const [, d, name, y] = new RegExp(`^(?:${nth}[ -])?${word}[ -]['’]?(\\d{2})$`, 'iu').exec(text) ?? [];
	if (!y || monthOf(name) === 0) return undefined;
	const [first, second] = [19, 20].map((century) => named(`${century}${y}`, name, d)!);
	if (asked && isDate(pivoted(y, first, second))) return pivotRead(y, first, second);
	return { problem: `${quoted(written)} has a year of two digits; write ${first} or ${second}` };
}

/** As in spreadsheets: 00 to 29 are in this century, 30 to 99 in the last. */
const pivoted = (y: string, first: string, second: string) => (Number(y) < 30 ? second : first);
const pivotRead = (y: string, first: string, second: string): DateRead => ({
	edtf: pivoted(y, first, second),
	note: 'the year of two digits was read as spreadsheets do: 00 to 29 are 2000 to 2029, 30 to 99 are 1930 to 1999'
});

function romanMonth(text: string, written: string): ReadDate | undefined {
	const match = roman.exec(text);
	if (!match || !/\d/.test(text)) return undefined;
	const month = romans.indexOf(match[2].toLowerCase()) + 1;
	const numbers = text.replace(match[2], ' ').match(/\d+/g) ?? [];
	const y = numbers.find((one) => one.length === 4);
	const d = numbers.find((one) => one.length < 3);
	const meant = y && calendar(y, month, numbers.length > 1 ? d : undefined);
	const advice = meant && isDate(meant) ? `write ${meant}` : 'write it in digits, e.g. 2022-11-30';
	return { problem: `${quoted(written)} has its month in Roman numerals, which are not read; ${advice}` };
}

/** 3/4/2022 is 3 April or 4 March, depending on the country. */
function readNumbers(written: string, a: string, b: string, c: string, { order, asked }: DateRules): ReadDate {
	const isShort = c.length < 3;
	if (isShort && !asked)
		return {
			problem: `${quoted(written)} has a year of two digits; write it with four, and the year first: 2022-11-30`
		};
	const readingsOf = (century: string) => ({
		dmy: `${century}${c}-${two(b)}-${two(a)}`,
		mdy: `${century}${c}-${two(a)}-${two(b)}`,
		ymd: isShort ? `${century}${two(a)}-${two(b)}-${two(c)}` : ''
	});
	if (isShort) {
		const [first, second] = ['19', '20'].map((century) => readingsOf(century)[order!]);
		const y = order === 'ymd' ? two(a) : c;
		const edtf = pivoted(y, first, second);
		return isDate(edtf) ? pivotRead(y, first, second) : explain(edtf, written);
	}
	const { dmy, mdy } = readingsOf('');
	const readings = [...new Set([dmy, mdy])].filter(isDate);
	if (readings.length === 1) return { edtf: readings[0] };
	if (readings.length === 0) return explain(dmy, written);
	if (order === 'dmy' || order === 'mdy') return { edtf: order === 'dmy' ? dmy : mdy };
	return {
		problem: `${quoted(written)} can be read in two ways; write ${dmy} if the day comes first, ${mdy} if the month does, or import with --dates dmy or --dates mdy`
	};
}

/** “3 April 2021 – 5 May 2021”: reads each end by itself. */
function readHalves(text: string, how: DateRules): ReadDate | undefined {
	for (const join of [/ - /, / to /i, / until /i, / ?至 ?/, / ?到 ?/, / bis /i, /-/, / ?\/ ?/]) {
		const ends = text.split(join);
		if (ends.length !== 2 || !ends.every((end) => /\d{4}|\d+ ?(?:bce?|年)/i.test(end))) continue;
		const [from, to] = ends.map((end) => readDate(end, how));
		const unclear = [from, to].find((end) => 'problem' in end && / two ways/.test(end.problem));
		if (unclear) return unclear;
		if ('problem' in from || 'problem' in to) continue;
		const joined = joinDates(from.edtf, to.edtf);
		if ('edtf' in joined) return joined;
	}
	return undefined;
}

function explain(text: string, written: string): ReadDate {
	const read = parseDate(text);
	if ('date' in read) return { edtf: text };
	return { problem: text === written ? read.problem : `${quoted(written)}: ${read.problem}` };
}

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

/**
 * Joins a start and an end, both EDTF, to an interval. An end equal to the start is ignored.
 *
 * @param end `..` where it is still going on
 */
export function joinDates(start: string, end: string): ReadDate {
	if (start === end) return { edtf: start };
	if (/^[[{]|\//.test(start) || (end !== '..' && /^[[{]|\//.test(end)))
		return {
			problem: `the date "${start}" cannot have the end "${end}"; write both as one EDTF interval, 2024-01/2024-11`
		};
	const both = `${start}/${end}`;
	if (end === '..' ? isPlainDate(start) : isPlainDate(both)) return { edtf: both };
	const read = parseDate(both);
	return 'date' in read ? { edtf: both } : { problem: read.problem };
}

/** Whether the text of an `end` means that there is no end yet. */
export const isOngoing = (text: string) => /^(\.\.|now|today|present|ongoing|current|至今|今|现在)$/i.test(text.trim());

/**
 * The order of day and month in a column: a number above 12 must be the day.
 *
 * @returns the order and the index of a cell that shows it; `mixed` where cells disagree; undefined where none shows it
 */
export function shownOrder(cells: readonly string[]): { order: DateOrder; by: number } | 'mixed' | undefined {
	const found = new Map<DateOrder, number>();
	cells.forEach((cell, index) => {
		for (const [, a, , b] of neatly(cell).matchAll(/(?<!\d)(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)/g)) {
			const order = Number(a) > 12 && Number(b) <= 12 ? 'dmy' : Number(b) > 12 && Number(a) <= 12 ? 'mdy' : undefined;
			if (order && !found.has(order)) found.set(order, index);
		}
	});
	if (found.size > 1) return 'mixed';
	const [first] = found;
	return first && { order: first[0], by: first[1] };
}

/** Whether the order of day and month makes a difference. */
export const needsOrder = (cell: string) => {
	const [, a, , b] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)/.exec(neatly(cell)) ?? [];
	return a !== undefined && Number(a) < 13 && Number(b) < 13 && Number(a) !== Number(b);
};
