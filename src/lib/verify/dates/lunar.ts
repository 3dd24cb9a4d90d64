/**
 * Months of the Chinese calendar: 农历八月十五, 腊月, 大年初一, 中秋节. They follow the moon, so one of their days lies somewhere
 * within about thirty of ours; which one is not computed.
 */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import { chineseMonth, chineseYears, yearInChinese, type YearSaid } from './chinese.ts';
import { readHan } from '../numerals/han.ts';
import { gap } from './english.ts';
import { between, dayOf, grains, limits } from './points.ts';
import type { Reading } from './reading.ts';
import { any, rule, type Groups, type Rule } from './rule.ts';
import type { WholeDate } from './term.ts';

/**
 * The calendar days that a lunar day or month may be. By definition a month holds the sun’s entry into its sign: the
 * first month about 19 February (雨水), each later one a twelfth of a year on. So it begins at most 29 days earlier.
 * @param leap a leap month, which follows the one of its number
 */
export function lunar(year: number, month: number, day?: number, relative = false, leap = false): WholeDate {
	const sign = startOfDay(year, 2, 19) + Math.round((month - 1) * 30.44 + (leap ? 30 : 0)) * dayLength;
	const [first, last] = day
		? [sign - (31 - day) * dayLength, sign + (day + 1) * dayLength]
		: [sign - 30 * dayLength, sign + 30 * dayLength];
	const [from, to] = [dayOf(first), dayOf(last)];
	return {
		kind: 'whole',
		edtf: between(from, to),
		sense: 'vague',
		relative,
		reach: { min: first, max: limits(to)[1], grain: day ? grains.day : grains.month }
	};
}

const months = `闰?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正冬腊])${gap}月`;
/** 初一, 十五, 廿三, 30, with or without 日. */
const days = `(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅|三十|二?十[一二三四五六七八九]?|[12]\\d|30|[1-9])(?:${gap}[日号]|(?![\\d多几余个天年人岁点万]))`;
const monthOf = (text: string) => (text.includes('冬') ? 11 : chineseMonth(text.replace('闰', '')));
const dayOfMonth = (text: string) => {
	const digits = Number.parseInt(text, 10);
	if (!Number.isNaN(digits)) return digits;
	return readHan(
		text
			.replace(/^初|\s*[日号]$/g, '')
			.replace('廿', '二十')
			.replace('卅', '三十')
	);
};

/** The year in the words, or the last year in which the month had begun. */
function yearOf(
	said: YearSaid | null | undefined,
	month: number,
	at: Reading
): { year: number; relative: boolean } | null {
	if (said?.year !== undefined) return { year: said.year, relative: said.relative };
	if (said === null) return null;
	const year = at.yearOf({ month });
	return year === null ? null : { year, relative: true };
}

/** Lunar days that have a name. */
const named: readonly [name: string, month: number, day: number][] = [
	...'一二三四五六七八'
		.split('')
		.map((n, i): [string, number, number] => [`(?:大年|(?<![今去明前当])年)初${n}`, 1, i + 1]),
	['春节', 1, 1],
	['元宵节|上元节', 1, 15],
	['端午节?', 5, 5],
	['七夕节?', 7, 7],
	['中元节', 7, 15],
	['中秋节?', 8, 15],
	['重阳节', 9, 9],
	['除夕夜?|大年三十', 12, 30]
];

/** @param groups y: a year; m, d: month and day */
function read({ y, m, d }: Groups, at: Reading): WholeDate | null {
	const month = monthOf(m!);
	const of = yearOf(y === undefined ? undefined : yearInChinese(y, at), month, at);
	return of && lunar(of.year, month, d ? dayOfMonth(d) : undefined, of.relative, m!.startsWith('闰'));
}

const year = `(?:(?<y>${chineseYears})(?:的|,)?${gap})`;
export const chineseLunar: Rule[] = [
	rule(
		`${year}?(?:农历|阴历|旧历|夏历)的?(?<y2>${chineseYears})?(?<m>${months})(?:${gap}(?<d>${days}))?`,
		({ y, y2, m, d }, at) => read({ y: y2 ?? y, m, d }, at)
	),
	// A month with a lunar name, or whose day has one, needs no other sign that it is lunar.
	rule(
		`(?:${year}|(?<![\\d年个第一二三四五六七八九十]))(?:(?<m>闰?[正冬腊]月|闰${months})(?:${gap}(?<d>${days}))?|(?<m2>${months})(?<d2>初[一二三四五六七八九十]|廿[一二三四五六七八九]?))`,
		({ y, m, m2, d, d2 }, at) => read({ y, m: m ?? m2, d: d ?? d2 }, at)
	),
	rule(
		`(?:(?<y>${chineseYears})的?)?(?<name>${any(...named.map(([name]) => name))})(?!联欢|晚会|档|运|假期|黄金)`,
		({ y, name }, at) => {
			const [, month, day] = named.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(name!))!;
			const of = yearOf(y === undefined ? undefined : yearInChinese(y, at), month, at);
			return of && lunar(of.year, month, day, of.relative);
		}
	)
];
