/** Days and times that have a name of their own: Christmas, 国庆节, the Second World War. */
import { gap, years, yearOf } from './english.ts';
import { chineseYears, yearInChinese } from './chinese.ts';
import { rule, type Rule } from './rule.ts';

/** Month and day, the same every year. */
const holidays: readonly [pattern: string, month: number, day: number][] = [
	['Christmas Eve', 12, 24],
	['Christmas(?: Day)?', 12, 25],
	['Boxing Day', 12, 26],
	["New Year's Eve", 12, 31],
	["New Year(?:'s Day)?", 1, 1],
	["Valentine's Day", 2, 14],
	["(?:International Workers'|May) Day", 5, 1],
	['Independence Day', 7, 4],
	['Bastille Day', 7, 14],
	['Halloween', 10, 31],
	['Armistice Day', 11, 11]
];
const chineseHolidays: readonly [pattern: string, month: number, day: number][] = [
	['元旦', 1, 1],
	['妇女节', 3, 8],
	['(?:五一)?劳动节', 5, 1],
	['(?:六一)?儿童节', 6, 1],
	['国庆节', 10, 1],
	['平安夜', 12, 24],
	['圣诞节', 12, 25]
];

export const occasions: Rule[] = [
	rule('第二次世界大战|二战|\\bWorld War (?:II|Two)\\b|Second World War', () => ({ kind: 'whole', edtf: '1939/1945' })),
	rule('第一次世界大战|(?<![第一-九])一战(?![成而略斗])|\\bWorld War (?:I|One)\\b|First World War', () => ({
		kind: 'whole',
		edtf: '1914/1918'
	})),
	...holidays.map(([pattern, month, day]) =>
		rule(
			`\\b${pattern}(?![a-z])(?:(?:,?${gap}| (?:of|in) )(?<y>${years}|this year|last year|next year))?`,
			({ y }, at) => {
				const said = y && /year/i.test(y) ? at.one(y) : null;
				const year = said?.kind === 'partial' ? said.calendar.year : y ? yearOf(y, at.now?.year) : undefined;
				return { kind: 'partial', calendar: { year, month, day }, relative: said !== null };
			}
		)
	),
	...chineseHolidays.map(([pattern, month, day]) =>
		rule(`(?<y>${chineseYears})?(?:的)?${pattern}(?!假期)`, ({ y }, at) => {
			const said = y === undefined ? null : yearInChinese(y, at);
			return { kind: 'partial', calendar: { year: said?.year, month, day }, relative: said?.relative };
		})
	)
];
