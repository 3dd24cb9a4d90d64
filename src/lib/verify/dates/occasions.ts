/** Days and periods with a name of their own: Christmas, Easter 2018, 国庆节, the Second World War. */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import { chineseYears, yearInChinese } from './chinese.ts';
import { gap, years, yearOf } from './english.ts';
import { dayOf, edtfOf, isBefore, limits, nthWeekday, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import { any, rule, type Rule } from './rule.ts';
import type { Term, WholeDate } from './term.ts';

type Day = (year: number) => Calendar;

const fixed =
	(month: number, day: number): Day =>
	(year) => ({ year, month, day });

/** The nth weekday of a month, 1–7 from Monday; counts from the month’s end if n is −1. */
const nth =
	(month: number, weekday: number, n: number, after = 0): Day =>
	(year) =>
		dayOf(limits(nthWeekday(year, month, weekday, n))[0] + after * dayLength);

/** Days from Gregorian Easter Sunday, by the Anonymous Gregorian algorithm (Nature, 20 April 1876). */
const easter =
	(after: number): Day =>
	(year) => {
		const [century, ofCentury, golden] = [Math.floor(year / 100), year % 100, year % 19];
		const shift = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
		const epact = (19 * golden + shift + 15) % 30;
		const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
		const days = epact + sunday - 7 * Math.floor((golden + 11 * epact + 22 * sunday) / 451);
		return dayOf(startOfDay(year, 3, 22 + days + after));
	};

const english: readonly [name: string, day: Day][] = [
	['Christmas Eve', fixed(12, 24)],
	['Christmas(?: Day)?', fixed(12, 25)],
	['Boxing Day', fixed(12, 26)],
	["New Year's Eve", fixed(12, 31)],
	["New Year's Day|(?<!the )New Year", fixed(1, 1)],
	["Valentine's Day", fixed(2, 14)],
	["St\\.? Patrick's Day", fixed(3, 17)],
	["April Fools'? Day", fixed(4, 1)],
	["(?:International Workers'|May) Day", fixed(5, 1)],
	['Juneteenth', fixed(6, 19)],
	['Independence Day', fixed(7, 4)],
	['Bastille Day', fixed(7, 14)],
	['Halloween', fixed(10, 31)],
	['(?:Armistice|Veterans) Day', fixed(11, 11)],
	['Good Friday', easter(-2)],
	['Easter Monday', easter(1)],
	['Easter(?: Sunday)?', easter(0)],
	['Martin Luther King(?:,? Jr\\.?)? Day', nth(1, 1, 3)],
	["Presidents'? Day", nth(2, 1, 3)],
	["Mother's Day", nth(5, 7, 2)],
	['Memorial Day', nth(5, 1, -1)],
	["Father's Day", nth(6, 7, 3)],
	['Labor Day', nth(9, 1, 1)],
	['Columbus Day', nth(10, 1, 2)],
	['Thanksgiving(?: Day)?', nth(11, 4, 4)],
	['Black Friday', nth(11, 4, 4, 1)]
];
const chinese: typeof english = [
	['元旦', fixed(1, 1)],
	['情人节', fixed(2, 14)],
	['妇女节', fixed(3, 8)],
	['植树节', fixed(3, 12)],
	['愚人节', fixed(4, 1)],
	['复活节', easter(0)],
	['(?:五一)?劳动节', fixed(5, 1)],
	['青年节', fixed(5, 4)],
	['母亲节', nth(5, 7, 2)],
	['(?:六一)?儿童节', fixed(6, 1)],
	['父亲节', nth(6, 7, 3)],
	['建军节', fixed(8, 1)],
	['教师节', fixed(9, 10)],
	['国庆节', fixed(10, 1)],
	['万圣节', fixed(10, 31)],
	['感恩节', nth(11, 4, 4)],
	['平安夜', fixed(12, 24)],
	['圣诞节', fixed(12, 25)]
];

const anyOf = (list: typeof english) => any(...list.map(([name]) => name));
const dayNamed = (list: typeof english, name: string) =>
	list.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(name))![1];

/** The day in the year that is given, or in the year that a month without one would be in. */
function inYear(day: Day, year: number | undefined, relative: boolean | undefined, at: Reading): WholeDate | null {
	const found = year ?? at.yearOf(day(2000));
	return found === null ? null : { kind: 'whole', edtf: edtfOf(day(found)), relative: relative || year === undefined };
}

/** Last Easter is the latest before the article’s day; next Easter the first after it. */
function besideToday(day: Day, last: boolean, { now }: Reading): WholeDate | null {
	if (!now?.day) return null;
	const days = [now.year - 1, now.year, now.year + 1].map(day);
	const found = last ? days.findLast((one) => isBefore(one, now)) : days.find((one) => isBefore(now, one));
	return found ? { kind: 'whole', edtf: edtfOf(found), relative: true } : null;
}

const war = (name: string, edtf: string) => rule(name, (): Term => ({ kind: 'whole', edtf }));

/** The attacks of 11 September 2001, by name; if a day may be meant instead, with that day in the article’s year. */
function september11(at: Reading, isName: boolean): WholeDate | null {
	const happened = '2001-09-11';
	if (isName || !at.now) return isName ? { kind: 'whole', edtf: happened } : null;
	if (at.now.year < 2002) return null;
	const others = [
		{ month: 9, day: 11 },
		{ month: 11, day: 9 }
	].map((day) => edtfOf({ ...day, year: at.yearOf(day) ?? undefined }));
	return { kind: 'whole', edtf: happened, others, relative: true };
}

/** These come before the rules for days in digits, which match the same words. */
export const september11Rules: Rule[] = [
	rule(
		`(?<![\\d/])(?:(?<=\\b(?:post|pre)-)9/11|(?:9/11|September 11(?:th)?|Sept\\.? 11) (?:terror(?:ist)?|attack|hijacking|commission|memorial|victim|survivor|conspirator)(?:s|ers)?)(?![\\d/])`,
		(_, at) => september11(at, true)
	),
	rule(`(?<=\\b(?:since|after|before|of|on) )9/11(?![\\d/])`, (_, at) => september11(at, false))
];

export const englishOccasions: Rule[] = [
	war('\\b(?:World War (?:II|Two)|Second World War)\\b', '1939/1945'),
	war('\\b(?:World War (?:I|One)|First World War)\\b', '1914/1918'),
	rule(
		`\\b(?:(?<which>last|next|following) )?(?<name>${anyOf(english)})(?![a-z])(?:(?:,?${gap}| (?:of|in) )(?<y>${years}|this year|last year|next year))?`,
		({ which, name, y }, at) => {
			const day = dayNamed(english, name!);
			if (which && !y) return besideToday(day, /last/i.test(which), at);
			const said = y && /year/i.test(y) ? at.one(y) : null;
			const year = said?.kind === 'partial' ? said.calendar.year : y ? yearOf(y, at.now?.year) : undefined;
			return inYear(day, year, said !== null, at);
		}
	)
];

export const chineseOccasions: Rule[] = [
	war('第二次世界大战|二战', '1939/1945'),
	war('第一次世界大战|(?<![第一-九])一战(?![成而略斗])', '1914/1918'),
	rule(`(?:(?<y>${chineseYears})的?)?(?<name>${anyOf(chinese)})(?!假期)`, ({ y, name }, at) => {
		const said = y === undefined ? null : yearInChinese(y, at);
		return y !== undefined && !said ? null : inYear(dayNamed(chinese, name!), said?.year, said?.relative, at);
	})
];
