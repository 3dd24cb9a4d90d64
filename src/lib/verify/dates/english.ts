/** The English words that dates are made of, as patterns and as numbers. */
import { gap, space, uncounted } from './amounts.ts';
import { any } from './rule.ts';
import type { Unit } from './points.ts';

export { gap, space, uncounted };

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
/** January, Jan, Jan. */
export const months = `${any(
	...monthNames.map((name) =>
		name.length < 5 ? `${name.slice(0, 3)}(?:${name.slice(3)})?` : `${name.slice(0, 3)}(?:t|${name.slice(3)})?`
	)
)}(?![a-z])\\.?`;
export const monthOf = (text: string) =>
	monthNames.findIndex((name) => name.startsWith(text.slice(0, 3).toLowerCase())) + 1;

/** Weekdays written out. An abbreviation is a weekday only beside a date. */
export const weekdays = `${any(...weekdayNames)}s?(?![a-z])`;
export const shortWeekdays = `${any('mon', 'tues?', 'wed(?:nes)?', 'thur?s?', 'fri', 'sat(?:ur)?', 'sun')}(?:day)?(?![a-z])\\.?`;
export const weekdayOf = (text: string) =>
	weekdayNames.findIndex((name) => name.startsWith(text.slice(0, 3).toLowerCase())) + 1;

const ones = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinalNames =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
const belowTen = any(...ones);
const twoDigits = `(?:${any(...tens)}(?:[ -]${belowTen})?|${any(...teens.toReversed())})`;
const belowHundred = `(?:${twoDigits}|${belowTen})`;

/** ten, twenty-five, ninety six → 10, 25, 96; NaN for anything else */
function small(text: string): number {
	const words = text.toLowerCase().split(/[ -]/);
	return words.reduce((sum, word) => {
		if (ones.includes(word)) return sum + ones.indexOf(word) + 1;
		if (teens.includes(word)) return sum + teens.indexOf(word) + 10;
		return sum + (tens.includes(word) ? (tens.indexOf(word) + 2) * 10 : NaN);
	}, 0);
}

/** Counts: 3, three, a, a couple of. */
export const counts = `(?:\\d{1,6}|${belowHundred}|half an?|an?(?! (?:few|number))|a couple(?: of)?|couple(?: of)?)`;
export const countOf = (text: string) => {
	if (/^\d/.test(text)) return Number(text);
	if (/^half/i.test(text)) return 0.5;
	return /couple/i.test(text) ? 2 : /^an?$/i.test(text) ? 1 : small(text);
};

/** first, 1st, twenty-first: ordinals up to the largest in dates. */
const ordinalWords = any(
	`(?:twenty|thirty)[ -]${any(...ordinalNames.slice(0, 9))}`,
	'thirtieth',
	...ordinalNames.toReversed()
);
/** The same, or in digits: 1st. */
export const ordinals = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})`;
export const placeOf = (text: string) => {
	const digits = Number.parseInt(text, 10);
	if (!Number.isNaN(digits)) return digits;
	const lower = text.toLowerCase();
	const place = ordinalNames.indexOf(lower) + 1;
	if (place) return place;
	if (lower === 'thirtieth') return 30;
	const [ten, one] = lower.split(/[ -]/);
	return small(ten) + (ordinalNames.indexOf(one) + 1 || small(one));
};

const uncountedInChinese = '(?! ?[万亿千百个条次人名公元米吨岁倍])';

/** A day of the month: 6, 6th, sixth. */
export const days = `(?:(?:0?[1-9]|[12]\\d|3[01])(?: {0,2}(?:st|nd|rd|th))?(?![\\da-z])(?!,\\d{3}(?!\\d)|\\.\\d)(?!:\\d)${uncounted}|${ordinalWords}(?![a-z]))`;

/** nineteen ninety-six, two thousand and fifteen, twenty ten */
const yearWords = any(
	`two thousand(?: and)? ${belowHundred}`,
	'two thousand',
	`${any(...teens.slice(1).toReversed(), 'twenty')}[ -](?:${twoDigits}|(?:oh |o')${belowTen})`,
	`${any(...teens.slice(1).toReversed())} hundred(?: and ${belowHundred})?`
);
/** Era names: before our era, or in it. */
export const era = '(?:B\\.? ?C\\.? ?E\\.?|B\\.? ?C\\.?|A\\.D\\.|AD|C\\.E\\.|CE)(?![a-z\\d])';
/** 1996, ’96, AD 79, 44 BC, nineteen ninety-six: a year beside a month, or one that its form marks as a year. */
export const years = `(?:(?:A\\.D\\.|AD) ?\\d{1,4}(?!\\d)|\\d{1,5} ?${era}|\\d{4}(?![\\d%])${uncounted}${uncountedInChinese}|'\\d\\d(?!\\d)|${yearWords}(?![a-z]))`;

/** A year by itself: a number that is likely to be one. */
export const digitYears = '(?:1\\d|20|21)\\d\\d';

/** @param now year that one of two digits should be near */
export function yearOf(text: string, now?: number): number {
	const digits = /\d+/.exec(text)?.[0];
	if (digits) {
		if (/B\.? ?C/i.test(text)) return 1 - Number(digits);
		return digits.length === 2 && !/[a-z]/i.test(text) ? ofTwoDigits(Number(digits), now) : Number(digits);
	}
	const words = text.toLowerCase();
	if (words.startsWith('two thousand')) return 2000 + (small(words.replace(/two thousand(?: and)? ?/, '')) || 0);
	const hundreds = /^(\w+) hundred(?: and )?(.*)$/.exec(words);
	if (hundreds) return small(hundreds[1]) * 100 + (small(hundreds[2]) || 0);
	const [, century, rest] = /^([a-z]+)[ -](?:oh |o')?(.+)$/.exec(words)!;
	return small(century) * 100 + small(rest);
}

/** The year with these last two digits in the century of `now`; a century earlier if that is over ten years ahead. */
export const ofTwoDigits = (digits: number, now = 2025) => {
	const century = Math.floor(now / 100) * 100;
	return digits + century > now + 10 ? digits + century - 100 : digits + century;
};

export const units = '(?:day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))';
export const unitOf = (text: string): Unit =>
	/^centur/i.test(text) ? 'century' : (text.toLowerCase().replace(/s$/, '') as Unit);
