/**
 * Dates as other tools and people write them → EDTF. What can be read in one way only is read; what can be read in two
 * is refused with both readings named.
 */
import { parseDate } from '../story/date.ts';

export type ReadDate =
	| { edtf: string; /** The part of the text that EDTF’s days have no room for. */ dropped?: string }
	| { problem: string };

const two = (n: string | number) => String(n).padStart(2, '0');
const isDate = (text: string) => 'date' in parseDate(text);

const months = 'january february march april may june july august september october november december'.split(' ');
/** “Nov”, “Nov.”, “Sept”, “November”: three letters of a name or more; -1 for any other word. */
const monthOf = (word: string) =>
	word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word.toLowerCase().replace(/\.$/, '')));

const calendar = (y: string | undefined, m?: string | number, d?: string) =>
	y && [y, m !== undefined && two(m), d !== undefined && two(d)].filter(Boolean).join('-');

const named = (y: string, name: string, d?: string) => {
	const month = monthOf(name);
	return month < 0 ? undefined : calendar(y, month + 1, d);
};

type Rule = [pattern: RegExp, write: (...groups: string[]) => string | undefined];
const word = '([a-z]{3,9}\\.?)';
const nth = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const rules: Rule[] = [
	[/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\.?$/, calendar],
	[/^(\d{4})[/.-](\d{1,2})$/, calendar],
	[/^(\d{1,2})[/.-](\d{4})$/, (m, y) => calendar(y, m)],
	[/^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/, calendar],
	[
		/^公元前 ?(\d{1,4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?)?$/,
		(y, m, d) => calendar(beforeCommonEra(y), m, d)
	],
	[/^(\d{1,4}) ?(?:bce?|b\.c\.(?:e\.)?)$/i, (y) => beforeCommonEra(y)],
	[new RegExp(`^${nth}(?: of)?[ -]${word},?[ -](\\d{4})$`, 'i'), (d, m, y) => named(y, m, d)],
	[new RegExp(`^${word},?[ -](\\d{4})$`, 'i'), (m, y) => named(y, m)],
	[new RegExp(`^${word} ${nth},? (\\d{4})$`, 'i'), (m, d, y) => named(y, m, d)]
];

/** 1 BCE is EDTF’s year 0000. */
function beforeCommonEra(n: string): string | undefined {
	const year = 1 - Number(n);
	return Number(n) < 1 ? undefined : year === 0 ? '0000' : `-${String(-year).padStart(4, '0')}`;
}

const clock = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|[+-]\d\d:?\d\d))?`;
const timed = new RegExp(`^(.+?)(?:T|,? )(${clock})$`, 'i');

/** @param text one date of a spreadsheet’s cell, not empty */
export function readDate(text: string): ReadDate {
	const written = text.trim();
	if (isDate(written)) return { edtf: written };
	const neat = written
		.normalize('NFKC')
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
	const time = timed.exec(neat);
	if (time) {
		const day = readDate(time[1]);
		return 'edtf' in day ? { edtf: day.edtf, dropped: time[2] } : day;
	}
	const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(neat);
	if (numbers) return readNumbers(written, numbers[1], numbers[3], numbers[4]);
	if (isDate(neat)) return { edtf: neat };
	for (const [pattern, write] of rules) {
		const match = pattern.exec(neat);
		const edtf = match && write(...match.slice(1));
		// A day that its month does not have is explained by what was probably meant.
		if (edtf) return isDate(edtf) ? { edtf } : explain(edtf, written);
	}
	if (/^\d{5}(?:\.\d+)?$/.test(neat))
		return {
			problem: `${quoted(written)} looks like a spreadsheet’s day number; format the column as text or as yyyy-mm-dd`
		};
	return explain(written, written);
}

/** 3/4/2022 is 3 April or 4 March, by where it was written. */
function readNumbers(written: string, a: string, b: string, year: string): ReadDate {
	const dayFirst = `${year}-${two(b)}-${two(a)}`;
	const monthFirst = `${year}-${two(a)}-${two(b)}`;
	const readings = [...new Set([dayFirst, monthFirst])].filter(isDate);
	if (readings.length === 1) return { edtf: readings[0] };
	if (readings.length === 0) return explain(dayFirst, written);
	return {
		problem: `${quoted(written)} can be read in two ways; write ${dayFirst} if the day comes first, ${monthFirst} if the month does`
	};
}

function explain(text: string, written: string): ReadDate {
	const read = parseDate(text);
	if ('date' in read) return { edtf: text };
	return { problem: text === written ? read.problem : `${quoted(written)}: ${read.problem}` };
}

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

/**
 * From a start and an end, both EDTF, one interval. An end like the start adds nothing.
 *
 * @param end `..` where it still goes on
 */
export function joinDates(start: string, end: string): ReadDate {
	if (start === end) return { edtf: start };
	if (/^[[{]|\//.test(start) || (end !== '..' && /^[[{]|\//.test(end)))
		return {
			problem: `the date "${start}" cannot have the end "${end}"; write both as one EDTF interval, 2024-01/2024-11`
		};
	const read = parseDate(`${start}/${end}`);
	return 'date' in read ? { edtf: `${start}/${end}` } : { problem: read.problem };
}

/** What an `end` may hold where there is no end yet. */
export const isOngoing = (text: string) => /^(\.\.|now|today|present|ongoing|至今|今)$/i.test(text.trim());
