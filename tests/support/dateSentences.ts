/** Dates in different positions in a sentence, and the words that they are made of, for tests of the date reader. */
import fc from 'fast-check';
import { startOfDay } from '../../src/lib/story/calendar.ts';
import { parseDate, type DateSpan } from '../../src/lib/story/date.ts';
import { findDates } from '../../src/lib/verify/dates.ts';
import { weekdayOf } from '../../src/lib/verify/dates/points.ts';
import { normalise } from '../../src/lib/verify/normalise.ts';

export const span = (edtf: string): DateSpan => {
	const parsed = parseDate(edtf);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};
/** A Wednesday. */
export const reference = span('2024-11-20');
export const two = (n: number) => String(n).padStart(2, '0');

export interface Day {
	y: number;
	m: number;
	d: number;
}
export const names = 'January February March April May June July August September October November December'.split(' ');
export const short = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
export const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
export const weekdayName = ({ y, m, d }: Day) => weekdays[weekdayOf(startOfDay(y, m, d)) - 1];
export const th = (n: number) =>
	`${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
export const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
export const inWords = (n: number) =>
	n <= 20 ? ordinals[n - 1] : n === 30 ? 'thirtieth' : `${n > 30 ? 'thirty' : 'twenty'}-${ordinals[(n % 10) - 1]}`;
export const hanDigits = '〇一二三四五六七八九';
export const han = (n: number) =>
	n < 11
		? ['', ...hanDigits.slice(1), '十'][n]
		: `${n < 20 ? '' : hanDigits[Math.floor(n / 10)]}十${n % 10 ? hanDigits[n % 10] : ''}`;

const before: Record<'english' | 'chinese', string[]> = {
	english: [
		'',
		'It opened on ',
		'He wrote that, by ',
		'The town (',
		'Since ',
		'“',
		'In the port — ',
		'As of ',
		'It was closed.\nOn '
	],
	chinese: ['', '他于', '据报道,', '据报道，', '（', '截至', '自', '港口在', '一。\n']
};
const after: Record<'english' | 'chinese', string[]> = {
	english: [
		'',
		' it rained',
		', it rained',
		'. It rained',
		'.',
		') it rained',
		'[89] it rained',
		'¹ it rained',
		'\nIt rained',
		'; nobody came',
		': rain',
		'” he said',
		'—a holiday',
		"'s rain"
	],
	chinese: ['', '，下雨', ',下雨', '。', '）下雨', '[89]', '¹下雨', '\n下雨', '下雨', '、港口', '的港口', '以来']
};
const isHan = (text: string) => /[\u4e00-\u9fff]/.test(text);
/** Text to put before and after a date, in its language. */
export const around = (text: string) => {
	const language = isHan(text) ? 'chinese' : 'english';
	return fc.tuple(fc.constantFrom(...before[language]), fc.constantFrom(...after[language]));
};
export const read = (text: string) => findDates(text, { reference });
export const shown = (text: string) =>
	read(text).map(({ edtf, sense, relative, yearless }) => [edtf, sense, relative, yearless]);

/** EDTF of every reading, marked `vague` where it is: for the text as written, and for its normal form. */
export const readings = (text: string): string[][] =>
	[text, normalise(text).text].map((one) =>
		read(one).map(({ edtf, alternatives = [], sense }) =>
			[[edtf, ...alternatives.map((other) => other.edtf)].join(' or '), ...(sense === 'vague' ? ['vague'] : [])].join(
				' '
			)
		)
	);
