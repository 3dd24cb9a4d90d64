/** Dates told from another: today, last month, the following spring, 上周五, next Friday. */
import { dayLength, startOfDay } from '../../story/calendar.ts';
import { chineseCount, chineseCounts, chineseUnit, chineseUnits, chineseWeekday, chineseWeekdays } from './chinese.ts';
import {
	counts,
	countOf,
	monthOf,
	months,
	shortWeekdays,
	unitOf,
	units,
	weekdayOf as weekdayNamed,
	weekdays
} from './english.ts';
import {
	between,
	dayOf,
	edtfOf,
	grains,
	limits,
	mondayOf,
	monthAt,
	shifted,
	weekdayOf,
	type Calendar,
	type Unit
} from './points.ts';
import { partOf } from './parts.ts';
import type { Reading } from './reading.ts';
import { rule, type Rule, type Term, type Whole } from './rule.ts';

const whole = (edtf: string): Whole => ({ kind: 'whole', edtf, relative: true });
const span = (a: Calendar, b: Calendar) => whole(between(a, b));
const partial = (calendar: Calendar): Term => ({ kind: 'partial', calendar, relative: true });

/** A stretch that the words leave open, and that nothing finer than a month is told by. */
const loose = (a: Calendar, b: Calendar): Whole => {
	const [min, max] = [limits(a)[0], limits(b)[1]];
	return {
		kind: 'whole',
		edtf: `${edtfOf(a)}/${edtfOf(b)}`,
		sense: 'vague',
		relative: true,
		reach: { min, max, grain: grains.year }
	};
};

/** The last months before the article: “recently”. */
function recent(at: Reading, back: number): Whole | null {
	if (!at.now) return null;
	const { year, month } = at.now;
	return loose(monthAt(year, month - back), { year, month });
}

/** The unit that is `by` from the one which a point lies in. */
function unitFrom({ year, month, day }: Calendar & { year: number }, unit: Unit | 'weekend', by: number): Term | null {
	switch (unit) {
		case 'year':
			return partial({ year: year + by });
		case 'decade':
			return whole(`${edtfOf({ year: Math.floor(year / 10) * 10 + by * 10 }).slice(0, -1)}X`);
		case 'century':
			return whole(`${edtfOf({ year: Math.floor(year / 100) * 100 + by * 100 }).slice(0, -2)}XX`);
	}
	if (month === undefined) return by === 0 ? partial({ year }) : null;
	switch (unit) {
		case 'month':
			return partial(monthAt(year, month + by));
		case 'quarter':
		case 'half': {
			const size = unit === 'quarter' ? 3 : 6;
			const first = month - ((month - 1) % size) + by * size;
			return span(monthAt(year, first), monthAt(year, first + size - 1));
		}
	}
	// Known to the month: so is the day or week.
	if (day === undefined) return { ...partial({ year, month }), sense: 'vague' } as Term;
	const time = startOfDay(year, month, day);
	if (unit === 'day') return partial(dayOf(time + by * dayLength));
	const length = unit === 'fortnight' ? 14 : 7;
	const monday = mondayOf(time) + by * length * dayLength;
	return unit === 'weekend'
		? span(dayOf(monday + 5 * dayLength), dayOf(monday + 6 * dayLength))
		: span(dayOf(monday), dayOf(monday + (length - 1) * dayLength));
}

const direction = (word: string) =>
	/last|past|previous|preceding/i.test(word) ? -1 : /next|coming|following/i.test(word) ? 1 : 0;
/** Words that count from the date named before, where one is. */
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

/** @param word which of them: last, this, next … */
function monthFrom(month: number, word: string, from: Calendar & { year: number }): Term {
	const by = direction(word);
	const current = from.month ?? 12;
	const year = from.year + (by < 0 && month >= current ? -1 : by > 0 && month <= current ? 1 : 0);
	return partial({ year, month });
}

/** A day of the week near the article’s day. */
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
	const found = whole(edtfOf(dayOf(is)));
	return other && other !== is ? { ...found, others: [edtfOf(dayOf(other))] } : found;
}

/** The day of the week by itself: the last one in what is told, the next in what is to come. */
function bareWeekday(day: number, at: Reading): Term | null {
	if (at.today === null) return null;
	// Told of another time, it is one of the days after the date named before.
	const named = at.own && at.named?.day ? limits(at.named)[0] : at.today;
	if (Math.abs(named - at.today) > 31 * dayLength) {
		const time = named + ((day - weekdayOf(named) + 7) % 7) * dayLength;
		const reach = { min: named, max: named + 7 * dayLength, grain: dayLength };
		return { ...whole(edtfOf(dayOf(time))), sense: 'vague', reach };
	}
	const back = (weekdayOf(at.today) - day + 7) % 7;
	const time = at.ahead && back > 0 ? at.today + (7 - back) * dayLength : at.today - back * dayLength;
	return whole(edtfOf(dayOf(time)));
}

const which =
	'last|past|previous|preceding|this past|this upcoming|this coming|this|current|next|coming|upcoming|following|ensuing|that|same';
/** A weekday within the week that the words say. */
function inWeek(day: number, word: string, at: Reading): Term | null {
	if (at.today === null) return null;
	return partial(dayOf(mondayOf(at.today) + (direction(word) * 7 + day - 1) * dayLength));
}

/** The base of “the following …” is the date named before; of “last …” the article’s. */
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
			// “The last year” is the twelve months to the day; “last year” a year of the calendar.
			if (the && /^(?:last|past)$/i.test(which!) && unit !== 'weekend' && unit !== 'quarter') {
				const found = stretchOf(which!, 1, unit, at);
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
		`\\b(?<which>last|past|previous|this past|this coming|this|next|coming|following) (?<m>${months})(?!${'[ ]{0,4}'}\\d)`,
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
	rule(`\\b(?<!every |each |most )(?<w>${weekdays})`, ({ w }, at) =>
		/s$/i.test(w!) ? null : bareWeekday(weekdayNamed(w!), at)
	),
	rule(
		'(?<=\\b(?:on|by|until|since|or|and|from|late|early) )(?<w>(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?![a-z])\\.?)',
		({ w }, at) => bareWeekday(weekdayNamed(w!), at),
		''
	),
	rule(
		`\\b(?<which>last|past|previous|next|coming|following|first) (?<n>${counts}) (?<u>${units})s(?![a-z])`,
		({ which, n, u }, at) => stretchOf(which!, countOf(n!), unitOf(u!), at)
	),
	rule(
		`\\b(?<n>${counts}) (?<which>last|past|previous|next|coming|upcoming|following) (?<u>${units})s(?![a-z])`,
		({ which, n, u }, at) => stretchOf(which!, countOf(n!), unitOf(u!), at)
	),
	rule(
		`\\b(?<which>last|past|next|coming) (?:few|several|couple(?: of)?|many) (?<u>${units})s(?![a-z])`,
		({ which, u }, at) => {
			const found = stretchOf(which!, 3, unitOf(u!), at);
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
	rule('\\b(?:(?:the )?day before)(?= ?(?:[.,;:!?)]|$))', (_, at) => {
		const from = at.named?.day ? at.named : at.own ? null : at.now;
		return from && unitFrom(from, 'day', -1);
	}),
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
	rule('\\b(?:at (?:the|that) time|back then|at this time)(?![a-z])', (_, at) => named(at)),
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

const named = (at: Reading): Whole | null =>
	at.last ? { kind: 'whole', edtf: at.last.edtf, sense: 'vague', relative: true } : null;

/** “Now”: the article’s month, and its day as the end of a range. */
const presentOf = (at: Reading): Whole | null => {
	const found = recent(at, 0);
	return found && at.today !== null ? { ...found, edtf: edtfOf(dayOf(at.today)) } : found;
};

const daysFromToday = (by: number, at: Reading): Term | null => {
	if (at.today === null) return recent(at, 0);
	return partial(dayOf(at.today + by * dayLength));
};

/** The last or next so many units, to or from the article’s day. */
function stretchOf(word: string, count: number, unit: Unit, at: Reading): Whole | null {
	const { now } = at;
	if (!now || Number.isNaN(count) || /first/i.test(word)) return null;
	const back = direction(word) < 0;
	if (unit === 'quarter') {
		const first = now.month - ((now.month - 1) % 3) + (back ? -3 * count : 3);
		return span(monthAt(now.year, first), monthAt(now.year, first + 3 * count - 1));
	}
	if (at.today === null) {
		const a = shifted({ year: now.year, month: now.month }, unit, back ? -count : count);
		const b = { year: now.year, month: now.month };
		const [from, to] = back ? [a, b] : [b, a];
		return { ...span({ year: from.year, month: from.month }, { year: to.year, month: to.month }), sense: 'vague' };
	}
	const from = dayOf(back ? at.today : at.today + dayLength);
	const other = limits(shifted(from, unit, back ? -count : count))[0];
	return back ? span(dayOf(other), dayOf(at.today - dayLength)) : span(from, dayOf(other - dayLength));
}

const bys: Record<string, number> = { 上上: -2, 上: -1, 本: 0, 这: 0, 当: 0, 下: 1, 下下: 2 };
const ways = '(?:上上|下下|上|下|本|这)';

export const chineseRelative: Rule[] = [
	rule(
		`(?<way>${ways})(?:一)?个?(?<u>月|周|星期|礼拜|季度)(?![一二三四五六日天末份]|刊|报|一)`,
		({ way, u }, at) => at.now && unitFrom(at.now, chineseUnit(u!), bys[way!])
	),
	rule(`(?<way>${ways})个?(?<u>月)份`, ({ way }, at) => at.now && unitFrom(at.now, 'month', bys[way!])),
	rule(`(?:当|同)月`, (_, at) => (at.named?.month ? unitFrom(at.named, 'month', 0) : null)),
	rule(`[次翌]月`, (_, at) => (at.named?.month ? unitFrom(at.named, 'month', 1) : null)),
	rule(`(?<way>${ways})个?(?:周|星期)末`, ({ way }, at) => at.now && unitFrom(at.now, 'weekend', bys[way!])),
	rule(`(?<way>${ways})个?(?<w>${chineseWeekdays})`, ({ way, w }, at) => {
		if (at.today === null) return at.now && unitFrom(at.now, 'week', 0);
		return partial(dayOf(mondayOf(at.today) + (bys[way!] * 7 + chineseWeekday(w!) - 1) * dayLength));
	}),
	rule(
		`(?<![每逢〇一二两三四五六七八九十几数\\d上下本这个第])(?<w>${chineseWeekdays})(?![均报刊游记]|[一-龥]?[\\d一二三四五六七八九十]个?小时)`,
		({ w }, at) => bareWeekday(chineseWeekday(w!), at)
	),
	rule(
		`(?<way>过去|未来|今后|此后|近|最近|前|后|往后|接下来)的?(?<n>${chineseCounts})(?<u>${chineseUnits})(?:来|间|内|里)?(?![前后级度])`,
		({ way, n, u }, at) => {
			const back = /过去|近|前/.test(way!);
			return stretchOf(back ? 'last' : 'next', chineseCount(n!), chineseUnit(u!), at);
		}
	),
	rule(`(?<n>${chineseCounts})(?<u>年|个月|周|天)(?:以?来)(?!的?[历自])`, ({ n, u }, at) =>
		stretchOf('last', chineseCount(n!), chineseUnit(u!), at)
	),
	rule('近年来?|(?:最近|近|前)几年来?|多年[以]?来', (_, at) => recent(at, 60)),
	rule('日前|近日|近来|近期|最近(?![\\d一二两三几])|不久前|刚刚|这几天', (_, at) => recent(at, 3)),
	rule('如今|目前|现在|眼下|当下|时至今日', (_, at) => recent(at, 0)),
	rule('(?<day>大前天|前天|昨[天日晚夜]|今[天日晚晨早](?!头条)|明[天日](?!之后)|大?后天)', ({ day }, at) => {
		const by = { 大: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 }[day![0]] ?? 0;
		return daysFromToday(day === '大后天' ? 3 : by, at);
	}),
	rule('(?<day>当[天日晚]|同日|[次翌]日|第二天|隔天)', ({ day }, at) =>
		at.named?.day ? unitFrom(at.named, 'day', /当|同/.test(day!) ? 0 : 1) : null
	),
	rule('那时|当时|彼时', (_, at) => named(at))
];
