/** Calendar dates in words: 6 August 1890, 2022年11月30日. For digits alone see numeric.ts. */
import {
	chineseDay,
	chineseDays,
	chineseMonth,
	chineseMonths,
	chineseYears,
	yearInChinese,
	type YearSaid
} from './chinese.ts';
import {
	days,
	era,
	gap,
	monthOf,
	months,
	placeOf,
	shortWeekdays,
	space,
	uncounted,
	weekdayOf,
	yearOf,
	years
} from './english.ts';
import { isDuration } from './amounts.ts';
import { lunar as lunarDate } from './lunar.ts';
import { edtfOf, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import { any, rule, type Groups, type Rule } from './rule.ts';
import type { PartialDate, Term } from './term.ts';

const weekday = `(?:(?:(?:this|next|last|past|following) )?(?<w>${shortWeekdays})(?: (?:morning|afternoon|evening|night))?,?${gap}[(]?(?:the )?)?`;
const note = '(?:\\[\\d{1,3}\\]|[⁰¹²³⁴-⁹]{1,3})?';
const otherYear = `(?:(?:of|in) )?(?<ry>(?:this|last|that|next|the same|the following|the previous|the next) year)(?![a-z'])`;
/** What may follow a day and month as their year. */
const year = `(?:${note}(?:(?:${gap}[,(/-]${gap}|${space}|(?<=[a-z]\\.))(?:(?:in|of)${space}(?:the${space})?)?(?:the${space})?(?:year${space})?(?<y>${years}|\\d{3}(?![\\d%:a-z]|[.,/-]\\d)${uncounted})|${gap},?${gap}${otherYear}))?`;
const through = `(?:${gap}-${gap}|${space}(?:to|through|thru|till|until|and)${space})(?:the${space})?`;

/** Years of one era; those before ours count down. */
function inEra(from: number, to: number, before: boolean): PartialDate | null {
	const [first, last] = before ? [1 - from, 1 - to] : [from, to];
	if (last < first) return null;
	return { kind: 'partial', calendar: { year: first }, ...(last > first && { to: { year: last } }) };
}

/** A year. One of two digits that may be in the future (’29) has a second reading, a century away. */
function yearMeant(text: string, calendar: Calendar, at: Reading): [year: number, other?: Calendar] {
	const year = yearOf(text, at.now?.year);
	if (!/^'\d\d$/.test(text) || !at.now || year <= at.now.year) return [year];
	const [is, other] = at.ahead ? [year, year - 100] : [year - 100, year];
	return [is, { ...calendar, year: other }];
}

/** @param groups y: a year; ry: one in words; w, m: weekday and month; d, d2: days */
function english({ y, ry, w, m, d, d2 }: Groups, at: Reading): PartialDate | null {
	const calendar: Calendar = { month: m ? monthOf(m) : undefined, day: d ? placeOf(d) : undefined };
	let relative = false;
	let other: Calendar | undefined;
	if (y) [calendar.year, other] = yearMeant(y, calendar, at);
	// “May” and “march” are verbs here: “they may 5 times”.
	else if (/^(?:may|march)$/.test(m ?? '') && d) return null;
	else if (ry) {
		const said = at.one(ry);
		if (said?.kind !== 'partial' || said.calendar.year === undefined) return null;
		calendar.year = said.calendar.year;
		relative = true;
	}
	if (!d2) return { kind: 'partial', calendar, relative, other, weekday: w ? weekdayOf(w) : undefined };
	const last = placeOf(d2);
	const { month, day = 0 } = calendar;
	const earlier = day > last && month !== undefined;
	const from = earlier ? { ...calendar, month: month === 1 ? 12 : month - 1 } : calendar;
	if (earlier && month === 1 && from.year !== undefined) from.year--;
	return { kind: 'partial', calendar: from, to: { ...calendar, day: last }, relative };
}

/** twenty five January */
const cardinals = '(?:twenty|thirty)[ -](?:one|two|three|four|five|six|seven|eight|nine)';

const bareMonths = any(
	...'January February March April May June July August September October November December'.split(' '),
	...'JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' '),
	...'january february april june july august september october november december'.split(' '),
	...'Jan Feb Mar Apr Jun Jul Aug Sept? Oct Nov Dec'.split(' ').map((name) => `${name}(?![a-z])\\.?`),
	...'jan feb apr sept? oct nov dec'.split(' ').map((name) => `${name}(?![a-z])`)
);
const monthContext = `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Bb]y|of|to|through|[Ff]rom|[Bb]etween|[Dd]uring|[Aa]fter|[Bb]efore|for|and|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Mm]id|[Ll]ate)(?: the)?[ -])`;
const monthRange = `(?=(?: ?- ?| (?:to|through|until|till|and) )(?:[Tt]he )?(?:(?:end|middle|beginning|start) of )?${bareMonths})`;

export const englishCalendar: Rule[] = [
	rule(
		`\\b${weekday}(?<m>${months})${gap}[-/,]?${gap}(?:the${space})?(?<d>${days})(?:${through}(?<d2>${days})(?!${gap}(?:of${space})?${months}))?${year}`,
		english
	),
	rule(
		`(?<![\\d$£€¥]|\\d[./:])(?<![a-z])${weekday}(?<d>${days}|${cardinals})(?:${through}(?<d2>${days}))?\\.?${gap}(?:[-/,]|(?:day${space})?of(?: the)?)?${gap}(?<m>${months})${year}`,
		english
	),
	// 7 Mar 95
	rule(
		`(?<![\\d$€£¥]|\\d[./:])(?<![a-z])(?<d>${days})${space}(?<m>${months})${space}(?<y>\\d\\d)(?![\\da-z%/]|[.,:-]\\d|${gap}(?:[ap]\\.?m\\b|o'clock|and|to)|${gap}-${gap}\\d| \\d)${uncounted}`,
		({ d, m, y }, at) => english({ d, m, y: `'${y}` }, at)
	),
	rule(
		`\\b(?<m>${months})(?:${gap}[,/-]${gap}|${space}(?:(?:of|in)${space}(?:the year${space})?)?)(?<y>${years})`,
		english
	),
	rule(`\\b(?<m>${months}),?${space}${otherYear}`, english),
	rule(`\\b(?<m>${months})${space}(?:of|in)${space}'?(?<y>\\d\\d)(?![\\d:.a-z]|,\\d)`, ({ m, y }, at) =>
		english({ m, y: `'${y}` }, at)
	),
	rule(
		`${monthContext}(?<m>${bareMonths})(?![A-Za-z\\d]|'[a-z]|${gap}\\d|(?<=the [A-Z][a-z]{2,8}) [A-Z])`,
		english,
		''
	),
	rule(`\\b(?<m>${bareMonths})(?![A-Za-z])${monthRange}`, english, ''),
	// The month in “early May”, which is read by itself.
	rule(`^(?<m>${months})$`, english),
	// A date named by its day alone: “on the 18th”, but not “on the 18th floor”.
	rule(
		`(?<=\\b(?:on|by|until|till|since|around|before|after|from|between|to|through|and) )(?:the )?(?<d>\\d{1,2}(?:st|nd|rd|th))(?=$|${gap}[.,;:!?)"']|${gap}- | (?:and|to|through|when|with|at|in|for|but|that|as|it|he|she|they|the|we|I)\\b)`,
		english
	),
	rule(
		`\\b(?<w>${shortWeekdays}),?${space}(?:the${space})?(?<d>\\d{1,2}(?:st|nd|rd|th)?(?![\\da-z:/]|[.,-]\\d)|(?<=the )${days})(?!${gap}(?:of )?${months})${uncounted}(?!${space}(?:[ap]\\.?m\\b|o'clock))`,
		english
	),
	rule(`(?<=\\b(?:in|since|until|by|of|from|before|after|year)(?: |(?=')))(?<y>${years})(?!')`, ({ y }, at) => {
		// Only years in words or with an era; a rule of their own reads digits. Capitals mark a title.
		return /^\d{4}$|^[a-z ]+[ -][A-Z]/.test(y!.replace(/^[A-Z]/, (first) => first.toLowerCase()))
			? null
			: english({ y }, at);
	}),
	// The year in “spring of ’68”, which is read by itself.
	rule(`^(?<y>'\\d\\d)$`, english),
	rule(`(?<![\\d$£€¥]|\\d[.,-])\\b(?<y>(?:A\\.D\\.|AD) ?\\d{1,4}(?!\\d)|\\d{1,5} ?${era})`, english, ''),
	// 264–146 BC, from 54 to 68 CE, AD 54–68: the era is given once for both years.
	rule(
		`(?<![\\d$€£¥]|\\d[.,-])\\b(?:(?:AD|A\\.D\\.) ?(?<a>\\d{1,4})${gap}(?:-|to|until)${gap}(?<b>\\d{1,4})(?![\\d.,]\\d)|(?<a2>\\d{1,4})${gap}(?:-|to|until)${gap}(?<b2>\\d{1,4}) ?(?<e>${era}))`,
		({ a, a2 = a, b, b2 = b, e = 'AD' }) => inEra(Number(a2), Number(b2), /B/i.test(e))
	),
	rule(`(?<=\\bbetween )(?<a>\\d{1,4}) and (?<b>\\d{1,4}) ?(?<e>${era})`, ({ a, b, e }) =>
		inEra(Number(a), Number(b), /B/i.test(e!))
	),
	rule(
		`(?<=\\b(?:in|of|and) )(?<a>\\d{1,4})(?=(?:, \\d{1,4}){0,3},? (?:and|or) (?:again in )?\\d{1,4} ?B\\.? ?C)`,
		({ a }) => inEra(Number(a), Number(a), true)
	),
	rule(`(?<=\\byear (?:of )?)(?<y>\\d{3,4})(?![\\d%]|\\.\\d)`, english)
];

/** @param groups y: a year in digits or words; m, m2: months; d, d2: days */
function chinese({ y, m, d, m2, d2, y2 }: Groups, at: Reading): Term | null {
	const said: YearSaid | null = y === undefined ? { relative: false } : yearInChinese(y, at);
	if (!said) return null;
	const calendar: Calendar = {
		year: said.year,
		month: m ? chineseMonth(m) : undefined,
		day: d ? chineseDay(d) : undefined
	};
	const { relative, lunar } = said;
	// Some writers count calendar months within a reign.
	if (lunar && m)
		return { ...lunarDate(said.year!, calendar.month!, calendar.day, relative), others: [edtfOf(calendar)] };
	if (!m2 && !d2) return { kind: 'partial', calendar, relative };
	const until = y2 === undefined ? null : yearInChinese(y2, at);
	const to = {
		year: until?.year ?? calendar.year,
		month: m2 ? chineseMonth(m2) : calendar.month,
		day: d2 ? chineseDay(d2) : undefined
	};
	return { kind: 'partial', calendar, to, relative };
}

/** What follows a month that is part of an event’s name, and so not a date: 十月革命, 十二月党人. */
const events = '(?:革命|党人|战争|政变|起义|风暴|王朝|攻势|危机|惨案|流血|事变|运动|宣言)';
const weekdayAfter = `(?:${gap}[,(]?${gap}(?:星期|周|礼拜)[一二三四五六日天]\\)?)?`;
const to = `${gap}(?:至|到|-)${gap}`;

export const chineseCalendar: Rule[] = [
	rule(
		`(?:农历|阴历)?(?<y>${chineseYears})(?:的|,)?${gap}(?<m>${chineseMonths})(?:${gap}(?<d>${chineseDays})(?:${to}(?<d2>${chineseDays}))?${weekdayAfter})?`,
		chinese
	),
	rule(`(?<y>${chineseYears})`, chinese, 'i', isDuration),
	// 公元前264—146年: both are before our era.
	rule(`(?:公元|西元)?前(?<a>\\d{1,4})年?${to}(?:(?:公元|西元)?前)?(?<b>\\d{1,4})年`, ({ a, b }) =>
		inEra(Number(a), Number(b), true)
	),
	// A year that cannot be read is not replaced by another. A month by itself must not be part of an event’s name: 十月革命.
	rule(
		`(?<![\\d年个第]|\\d\\.)(?<m>${chineseMonths})${gap}(?<d>${chineseDays})(?:${to}(?<d2>${chineseDays}))?${weekdayAfter}`,
		chinese
	),
	rule(
		`(?<![\\d年个第]|\\d\\.|[一二三四五六七八九十])(?<m>${chineseMonths})(?!\\d|亮|光|球|饼|之(?![间前后内])|薪|票|季|嫂|刊|${events}|[一二三四五六七八九十]{1,3}[日号])`,
		chinese
	),
	rule(`(?<m>本月|当月|上个?月|下个?月|同月|次月|翌月)${gap}(?<d>${chineseDays})`, ({ m, d }, at) => {
		const said = at.one(m!);
		if (said?.kind !== 'partial') return null;
		return { kind: 'partial', calendar: { ...said.calendar, day: chineseDay(d!) }, relative: true };
	}),
	rule(
		`(?<![\\d月第近每共约数几/:]|\\d[.-])(?<d>3[01]|[12]\\d|[1-9])日(?![内后前游龄间均元本式常子期志军方语产圆线程报系立])`,
		chinese
	)
];
