/** A number of days, weeks, months or years from a date: two years later, 5天前, three weeks after 15 January. */
import { parseDate, type DateSpan } from '../../story/date.ts';
import { chineseCount, chineseCounts, chineseUnit } from './chinese.ts';
import { countOf, counts, space, unitOf, units } from './english.ts';
import {
	between,
	edtfOf,
	endOf,
	grains,
	limits,
	monthAt,
	shifted,
	slackOf,
	startOf,
	type Calendar,
	type Unit
} from './points.ts';
import type { Reading } from './reading.ts';
import { rule, type Rule } from './rule.ts';
import type { Shift, WholeDate } from './term.ts';

/** Half a year is six months. */
function wholeUnits(by: number, unit: Unit): { by: number; unit: Unit } | null {
	if (Number.isInteger(by)) return { by, unit };
	const smaller = ({ century: [100, 'year'], decade: [10, 'year'], year: [12, 'month'] } as const)[unit as 'year'];
	return smaller ? { by: Math.round(by * smaller[0]), unit: smaller[1] } : null;
}

/** A point a number of units from a span, with a reach that allows for rounding. */
export function counted(from: DateSpan, steps: readonly (readonly [count: number, unit: Unit])[]): WholeDate | null {
	const later = steps[0][0] > 0;
	let at: Calendar = later ? endOf(from) : startOf(from);
	if (at.year === undefined) return null;
	for (const [by, unit] of steps) {
		if (Number.isNaN(by)) return null;
		const exact = wholeUnits(by, unit);
		if (!exact) return null;
		at = shifted(at, exact.unit, exact.by);
	}
	const { unit } = { unit: steps.at(-1)![1] };
	const [min, max] = limits(at);
	const known = from.kind === 'date' ? 0 : from.max - from.min > 400 * 864e5 ? 0 : from.max - from.min;
	// A year by itself is already as vague as it is meant.
	const slack = at.month === undefined && unit === 'year' ? 0 : slackOf(unit);
	return {
		kind: 'whole',
		edtf: edtfOf(at),
		sense: 'vague',
		relative: true,
		reach: { min: min - slack - (later ? known : 0), max: max + slack + (later ? 0 : known), grain: grains[unit] }
	};
}

const spanOf = (of: WholeDate): DateSpan | null => {
	const parsed = parseDate(of.edtf);
	return 'problem' in parsed ? null : parsed.date;
};

/** “A few”, “several”: near the date that it is counted from. */
function few(from: DateSpan | null, unit: Unit, later: boolean): WholeDate | null {
	const { year, month } = from ? endOf(from) : {};
	if (year === undefined) return null;
	const back = unit === 'year' ? 60 : unit === 'month' ? 9 : 3;
	const [a, b] = later
		? [{ year, month: month ?? 1 }, monthAt(year, (month ?? 12) + back)]
		: [monthAt(year, (month ?? 1) - back), { year, month: month ?? 12 }];
	return {
		kind: 'whole',
		edtf: `${edtfOf(a)}/${edtfOf(b)}`,
		sense: 'vague',
		relative: true,
		reach: { min: limits(a)[0], max: limits(b)[1], grain: grains.year }
	};
}

/** @param alone date to count from if no date follows */
const shift = (steps: [number, Unit][], alone: DateSpan | null): Shift => ({
	kind: 'shift',
	by: (from) => {
		const span = spanOf(from);
		return (span && counted(span, steps)) ?? from;
	},
	alone: alone && counted(alone, steps)
});

/** The last date named, or the article’s if there is none. */
const base = (at: Reading) => at.last ?? at.reference;
const more = `(?:,? (?:and )?(?<n2>${counts}) (?<u2>day|week|month|year)s?)?(?:,? (?:and )?(?<n3>${counts}) (?<u3>day|week)s?)?`;

const stepsOf = ({ n, u, n2, u2, n3, u3 }: Record<string, string | undefined>, sign: number): [number, Unit][] =>
	(
		[
			[n, u],
			[n2, u2],
			[n3, u3]
		] as const
	).flatMap(([n, u]): [number, Unit][] => (n && u ? [[sign * countOf(n), unitOf(u)]] : []));

export const englishCounted: Rule[] = [
	rule(
		`(?<![a-z\\d$€£¥]|\\d[.,-])(?:(?:more|less) than )?(?<n>${counts}) (?<u>${units})s?${more} (?<dir>ago|before now|before|prior to|earlier|previously|later|afterwards?|after|from|since|following|hence)(?![a-z])(?:(?= {0,4}(?:[.,;:!?)]|$))(?<end>)|)`,
		(groups, at) => {
			const { dir } = groups;
			if (/^ago|before now/i.test(dir!)) return at.reference && counted(at.reference, stepsOf(groups, -1));
			const back = /^(?:before|prior|earlier|previously)/i.test(dir!);
			const steps = stepsOf(groups, back ? -1 : 1);
			const from = base(at);
			if (/^(?:from|since|following|prior)/i.test(dir!)) return shift(steps, null);
			// No article tells of something that long after it.
			if (!at.last && !back && steps.some(([count, unit]) => count > 100 && unit === 'year')) return null;
			if (/^(?:earlier|previously|later|afterward|hence)/i.test(dir!)) return from && counted(from, steps);
			// “Three days after the storm” counts from the storm.
			return shift(steps, groups.end === undefined ? null : from);
		}
	),
	rule(
		`(?<![a-z])(?:a few|few|several|some|many) (?<u>month|year|week|day)s (?<dir>ago|before|earlier|later|after)(?![a-z])`,
		({ u, dir }, at) => few(/ago/i.test(dir!) ? at.reference : base(at), unitOf(u!), /later|after/i.test(dir!))
	),
	// Counts forward from the article only where the context is in the future: “in two weeks” is as often a duration.
	rule(`\\bin (?<n>${counts}) (?<u>${units})s?(?:'|${space}time)?(?![a-z])`, ({ n, u }, at) =>
		at.ahead && at.reference ? counted(at.reference, [[countOf(n!), unitOf(u!)]]) : null
	),
	rule(`\\bwithin (?:the next )?(?<n>${counts}) (?<u>${units})s?(?![a-z])`, ({ n, u }, at) => {
		const from = (at.own && at.named) || at.now;
		const to = from && shifted(from, unitOf(u!), countOf(n!));
		return from && to && !Number.isNaN(to.year)
			? { kind: 'whole', edtf: between(from, to), sense: 'vague', relative: true }
			: null;
	})
];

export const chineseCounted: Rule[] = [
	rule(
		`(?<n>${chineseCounts})(?:多|余)?${' {0,2}'}(?<u>个多?月|个?世纪|个?星期|个?礼拜|周|年|[天日])(?<half>半)?(?:之|以)?(?<dir>前|后)(?![往来者缀天半级]|[\\d一二三四五六七八九十])`,
		({ n, u, half, dir }, at) => {
			const from = dir === '前' && !at.own ? at.reference : at.last;
			const count = chineseCount(n!) + (half ? 0.5 : 0);
			return from && counted(from, [[(dir === '后' ? 1 : -1) * count, chineseUnit(u!)]]);
		}
	),
	rule(`(?:几|数|多)${' {0,2}'}(?<u>个月|个?星期|周|年|天)(?:之|以)?(?<dir>前|后)`, ({ u, dir }, at) =>
		few(dir === '前' && !at.own ? at.reference : at.last, chineseUnit(u!), dir === '后')
	)
];
