/** Relative dates in English: today, last month, the following spring, next Friday. */
import { dayLength } from '../../story/calendar.ts';
import {
	counts,
	countOf,
	gap,
	monthOf,
	months,
	ordinals,
	placeOf,
	shortWeekdays,
	unitOf,
	units,
	weekdayOf as weekdayNamed,
	weekdays
} from './english.ts';
import { partOf } from './parts.ts';
import { dayOf, edtfOf, mondayOf, monthAt, weekdayOf, type Calendar } from './points.ts';
import type { Reading } from './reading.ts';
import {
	bareWeekday,
	daysFromToday,
	lastNamed,
	partial,
	presentOf,
	recent,
	span,
	stretchOf,
	relativeDate,
	unitFrom
} from './relative.ts';
import { rule, type Rule } from './rule.ts';
import type { Term } from './term.ts';

const direction = (word: string) =>
	/last|past|previous|preceding/i.test(word) ? -1 : /next|coming|following/i.test(word) ? 1 : 0;
/** Words that count from the date named before, if there is one. */
const fromNamed = /following|previous|preceding|that|same|ensuing|next/i;

function seasonFrom(
	season: 'spring' | 'summer' | 'autumn' | 'winter',
	word: string,
	from: Calendar & { year: number }
): Term | null {
	const starts = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season];
	const month = from.month ?? (direction(word) < 0 ? 1 : 12);
	const by = direction(word);
	let { year } = from;
	if (by < 0 && starts + 2 >= month) year--;
	if (by > 0 && starts <= month) year++;
	const found = span(monthAt(year, starts), monthAt(year, starts + 2));
	return { ...found, sense: 'vague' };
}

/** @param word which one: last, this, next … */
function monthFrom(month: number, word: string, from: Calendar & { year: number }): Term {
	const by = direction(word);
	const current = from.month ?? 12;
	const year = from.year + (by < 0 && month >= current ? -1 : by > 0 && month <= current ? 1 : 0);
	return partial({ year, month });
}

/** A weekday near the article’s day. */
function weekdayFrom(day: number, word: string, today: number): Term {
	const inWeek = (weeks: number) => mondayOf(today) + (weeks * 7 + day - 1) * dayLength;
	const latest = today - ((weekdayOf(today) - day + 7) % 7) * dayLength;
	const upcoming = today + ((day - weekdayOf(today) + 7) % 7) * dayLength;
	const [is, other] = /upcoming|coming/i.test(word)
		? [upcoming, upcoming]
		: /past/i.test(word)
			? [latest < today ? latest : latest - 7 * dayLength, 0]
			: /last|previous/i.test(word)
				? [inWeek(-1), latest < today ? latest : 0]
				: /next|following/i.test(word)
					? [inWeek(1), upcoming > today ? upcoming : 0]
					: [inWeek(0), 0];
	const found = relativeDate(edtfOf(dayOf(is)));
	return other && other !== is ? { ...found, others: [edtfOf(dayOf(other))] } : found;
}

const which =
	'last|past|previous|preceding|this past|this upcoming|this coming|this|current|next|coming|upcoming|following|ensuing|that|same';
/** A weekday in the week that the words mean. */
function inWeek(day: number, word: string, at: Reading): Term | null {
	if (at.today === null) return null;
	return partial(dayOf(mondayOf(at.today) + (direction(word) * 7 + day - 1) * dayLength));
}

/** “The following …” counts from the date named before, “last …” from the article’s. */
function baseOf(word: string, article: boolean, at: Reading): (Calendar & { year: number }) | null {
	const named = fromNamed.test(word) && (article || !/next/i.test(word)) && (!/next/i.test(word) || at.own);
	return (named && at.named) || at.now;
}

export const englishRelative: Rule[] = [
	rule(
		`\\b(?<the>the )?(?<which>${which}) (?:calendar |working )?(?<u>${units}|weekend)(?![a-z])(?!s)`,
		({ the, which, u }, at) => {
			const unit = /weekend/i.test(u!) ? 'weekend' : unitOf(u!);
			if (unit === 'day') {
				if (!/next|following|same|that|previous|preceding/i.test(which!)) return null;
				const from = at.named?.day ? at.named : at.own ? null : /next|that|same/i.test(which!) && !the ? null : at.now;
				return from && unitFrom(from, 'day', direction(which!));
			}
			// “The last year” is the twelve months up to that day; “last year” is a calendar year.
			if (the && /^(?:last|past)$/i.test(which!) && unit !== 'weekend' && unit !== 'quarter') {
				const found = stretchOf(direction(which!) < 0, 1, unit, at);
				return found && { ...found, sense: 'vague' };
			}
			const from = baseOf(which!, the !== undefined, at);
			return from && unitFrom(from, unit, direction(which!));
		}
	),
	rule(
		`\\b(?<the>the )?(?<which>${which}) (?<s>spring|summer|autumn|fall|winter)(?![a-z])`,
		({ the, which, s }, at) => {
			const from = baseOf(which!, the !== undefined, at);
			return from && seasonFrom(s!.toLowerCase().replace('fall', 'autumn') as 'spring', which!, from);
		}
	),
	rule(
		`\\b(?<which>last|past|previous|this past|this coming|this|next|coming|following) (?<m>${months})(?!${gap}\\d)`,
		({ which, m }, at) => {
			if (m === 'may' || m === 'march') return null;
			const from = baseOf(which!, false, at);
			return from && monthFrom(monthOf(m!), which!, from);
		}
	),
	rule(
		`\\b(?<which>last|past|previous|this past|this upcoming|this coming|this|next|coming|upcoming|following) (?<w>${weekdays}|${shortWeekdays})`,
		({ which, w }, at) => (at.today === null ? null : weekdayFrom(weekdayNamed(w!), which!, at.today))
	),
	rule(`\\b(?<which>last|previous|this|next) week,?(?: on)? (?<w>${weekdays}|${shortWeekdays})`, ({ which, w }, at) =>
		inWeek(weekdayNamed(w!), which!, at)
	),
	rule(
		`\\b(?<w>${weekdays}|${shortWeekdays}),? (?:of )?(?<which>last|previous|this|next|the following) week(?![a-z])`,
		({ which, w }, at) => inWeek(weekdayNamed(w!), which!, at)
	),
	rule(
		`\\b(?<!every |each |most |black |bloody |ash |holy |maundy |palm |cyber |shrove |super |fat )(?<w>${weekdays})`,
		({ w }, at) => (/s$/i.test(w!) ? null : bareWeekday(weekdayNamed(w!), at))
	),
	rule(
		'(?<=\\b(?:on|by|until|since|or|and|from|late|early) )(?<w>(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?![a-z])\\.?)',
		({ w }, at) => bareWeekday(weekdayNamed(w!), at),
		''
	),
	rule(
		`\\b(?<which>last|past|previous|next|coming|following) (?<n>${counts}) (?<u>${units})s(?![a-z])`,
		({ which, n, u }, at) => stretchOf(direction(which!) < 0, countOf(n!), unitOf(u!), at)
	),
	rule(
		`\\b(?<n>${counts}) (?<which>last|past|previous|next|coming|upcoming|following) (?<u>${units})s(?![a-z])`,
		({ which, n, u }, at) => stretchOf(direction(which!) < 0, countOf(n!), unitOf(u!), at)
	),
	rule(
		`\\b(?<which>last|past|next|coming) (?:few|several|couple(?: of)?|many) (?<u>${units})s(?![a-z])`,
		({ which, u }, at) => {
			const found = stretchOf(direction(which!) < 0, 3, unitOf(u!), at);
			return found && { ...found, sense: 'vague' };
		}
	),
	rule(
		`\\b(?<day>day before yesterday|yesterday|today|tonight|this (?:morning|afternoon|evening)|tomorrow|day after tomorrow|last night)(?![a-z])`,
		({ day }, at) => {
			const by = /^day before/i.test(day!)
				? -2
				: /^(?:yesterday|last)/i.test(day!)
					? -1
					: /^day after/i.test(day!)
						? 2
						: /tomorrow/i.test(day!)
							? 1
							: 0;
			return daysFromToday(by, at);
		}
	),
	rule('\\b(?:the )?(?<u>day|week|month|year) (?<dir>before|after)(?= ?(?:[.,;:!?)]|$))', ({ u, dir }, at) => {
		const from = at.named ?? at.now;
		return from && unitFrom(from, unitOf(u!), /before/i.test(dir!) ? -1 : 1);
	}),
	rule(
		`\\bthe (?<d>${ordinals}) of (?<x>(?:last|this|next|that|the same|the following|the previous) month)(?![a-z])`,
		({ d, x }, at) => {
			const month = at.one(x!);
			return month?.kind === 'partial' ? partial({ ...month.calendar, day: placeOf(d!) }) : null;
		}
	),
	rule('\\b(?:in recent years|these days)(?![a-z])', (_, at) => recent(at, 60)),
	rule(
		'\\b(?:over|during|at|on|for) (?<u>the weekend)(?![a-z])',
		(_, at) =>
			at.now && unitFrom(at.now, 'weekend', at.ahead || (at.today !== null && weekdayOf(at.today) > 5) ? 0 : -1)
	),
	rule('\\b(?:recently|lately|of late|in recent (?:weeks|months|days))(?![a-z])', (_, at) => recent(at, 3)),
	rule(
		'\\b(?<!up[ -])(?:now(?:adays)?|currently|at present|to date(?! from)|the current date|current date|the present|(?<=-)present)(?![a-z])',
		(_, at) => presentOf(at)
	),
	rule('\\b(?:at (?:the|that) time|back then|at this time)(?![a-z])', (_, at) => lastNamed(at)),
	rule(
		'\\b(?:the )?year[ -]to[ -]date',
		(_, at) => at.now && span({ year: at.now.year, month: 1, ...(at.now.day && { day: 1 }) }, at.now)
	),
	rule('\\b(?<p>beginning|start|middle|end) of (?:the )?(?<u>month|week|year)(?![a-z])', ({ p, u }, at) => {
		const from = (at.own && at.named) || at.now;
		const of = from && unitFrom(from, unitOf(u!), 0);
		return partOf(/mid/i.test(p!) ? 'mid' : /end/i.test(p!) ? 'late' : 'early', of);
	})
];
