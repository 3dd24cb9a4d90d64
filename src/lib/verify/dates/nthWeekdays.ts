/** The third Monday in April, 5月的第二个星期日: a weekday given by its place in a month. */
import { chineseMonths, chineseWeekday, chineseWeekdays, chineseYears } from './chinese.ts';
import { gap, months, ordinals, placeOf, weekdayOf, weekdays, years } from './english.ts';
import { isDay, nthWeekday } from './points.ts';
import type { Reading } from './reading.ts';
import { rule, type Rule } from './rule.ts';
import type { Term } from './term.ts';

/** @param n counts from the end of the month if negative. Null if the month has no such day. */
function inMonth(weekday: number, n: number, of: Term | null, at: Reading): Term | null {
	if (of?.kind !== 'partial' || of.calendar.month === undefined || of.calendar.day !== undefined) return null;
	const { month } = of.calendar;
	const year = of.calendar.year ?? at.yearOf({ month });
	if (year === null) return null;
	const calendar = nthWeekday(year, month, weekday, n);
	if (calendar.month !== month || !isDay(calendar)) return null;
	return { kind: 'partial', calendar, relative: of.relative || at.guessed };
}

export const englishNthWeekdays: Rule[] = [
	rule(
		`\\b(?:the )?(?<n>${ordinals}|last|final) (?<w>${weekdays}) (?:in|of) (?<x>(?:this|last|next) month|${months}(?:(?:,?${gap}| (?:of|in) )${years})?)`,
		({ n, w, x }, at) =>
			inMonth(weekdayOf(w!), /last|final/i.test(n!) ? -1 : placeOf(n!), at.one(x!.replace(/^may$/, 'May')), at)
	)
];

export const chineseNthWeekdays: Rule[] = [
	rule(
		`(?<x>(?:${chineseYears})?${gap}(?<![\\d第])(?:${chineseMonths}|本月|上个?月|下个?月))的?(?<n>第[一二三四五1-5]|最后一?)个?(?<w>${chineseWeekdays})`,
		({ x, n, w }, at) =>
			inMonth(
				chineseWeekday(w!),
				n!.startsWith('最后') ? -1 : '一二三四五'.indexOf(n![1]) + 1 || Number(n![1]),
				at.one(x!),
				at
			)
	)
];
