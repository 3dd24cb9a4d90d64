/** Days and times that have a name of their own: Christmas, 国庆节, the Second World War. */
import { gap, years, yearOf } from './english.ts';
import { chineseYears, yearInChinese } from './chinese.ts';
import { any, rule, type Partial, type Rule } from './rule.ts';

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
const chineseHolidays: typeof holidays = [
	['元旦', 1, 1],
	['妇女节', 3, 8],
	['(?:五一)?劳动节', 5, 1],
	['(?:六一)?儿童节', 6, 1],
	['国庆节', 10, 1],
	['平安夜', 12, 24],
	['圣诞节', 12, 25]
];

const anyOf = (list: typeof holidays) => any(...list.map(([pattern]) => pattern));
const partial = (list: typeof holidays, name: string, year?: number, relative = false): Partial => {
	const [, month, day] = list.find(([pattern]) => new RegExp(`^${pattern}$`, 'i').test(name))!;
	return { kind: 'partial', calendar: { year, month, day }, relative };
};

export const englishOccasions: Rule[] = [
	rule('\\b(?:World War (?:II|Two)|Second World War)\\b', () => ({ kind: 'whole', edtf: '1939/1945' })),
	rule('\\b(?:World War (?:I|One)|First World War)\\b', () => ({ kind: 'whole', edtf: '1914/1918' })),
	rule(
		`\\b(?<name>${anyOf(holidays)})(?![a-z])(?:(?:,?${gap}| (?:of|in) )(?<y>${years}|this year|last year|next year))?`,
		({ name, y }, at) => {
			const said = y && /year/i.test(y) ? at.one(y) : null;
			const year = said?.kind === 'partial' ? said.calendar.year : y ? yearOf(y, at.now?.year) : undefined;
			return partial(holidays, name!, year, said !== null);
		}
	)
];

export const chineseOccasions: Rule[] = [
	rule('第二次世界大战|二战', () => ({ kind: 'whole', edtf: '1939/1945' })),
	rule('第一次世界大战|(?<![第一-九])一战(?![成而略斗])', () => ({ kind: 'whole', edtf: '1914/1918' })),
	rule(`(?:(?<y>${chineseYears})的?)?(?<name>${anyOf(chineseHolidays)})(?!假期)`, ({ y, name }, at) => {
		const said = y === undefined ? null : yearInChinese(y, at);
		return partial(chineseHolidays, name!, said?.year, said?.relative);
	})
];
