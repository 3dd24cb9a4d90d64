/** Parts of years, months, decades and centuries: the words are in partsEnglish.ts and partsChinese.ts. */
import { dayLength, daysIn } from '../../story/calendar.ts';
import { between, dayOf, edtfOf, grains, limits, mondayOf, monthAt, type Calendar, type Unit } from './points.ts';
import type { Reading } from './reading.ts';
import type { Term, WholeDate } from './term.ts';
import { spanOf } from './spans.ts';

export type Part =
	| 'early'
	| 'mid'
	| 'late'
	| 'spring'
	| 'summer'
	| 'autumn'
	| 'winter'
	| 'around'
	| `half${1 | 2}`
	| `quarter${1 | 2 | 3 | 4}`
	| 'quarters3';

/** First and last month of each part of a year; seasons are northern, and winter lies at either end. */
export const ofYear: Record<Exclude<Part, 'around'>, readonly [from: number, to: number]> = {
	early: [1, 4],
	mid: [5, 8],
	late: [10, 12],
	half1: [1, 6],
	half2: [7, 12],
	quarter1: [1, 3],
	quarter2: [4, 6],
	quarter3: [7, 9],
	quarter4: [10, 12],
	quarters3: [1, 9],
	spring: [3, 5],
	summer: [6, 8],
	autumn: [9, 11],
	winter: [0, 14]
};
const ofMonth: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [1, 10],
	mid: [11, 20],
	late: [21, 31],
	half1: [1, 15],
	half2: [16, 31]
};
/** First and last year of each part of a century, and of a decade. */
const ofHundred: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [0, 29],
	mid: [30, 69],
	late: [70, 99],
	half1: [0, 49],
	half2: [50, 99]
};
const ofTen: { [part in Part]?: readonly [from: number, to: number] } = {
	early: [0, 3],
	mid: [3, 6],
	late: [6, 9],
	half1: [0, 4],
	half2: [5, 9]
};

/** A vague stretch from one point to another, with a grain of its own length. */
export const stretch = (a: Calendar, b: Calendar, relative?: boolean): WholeDate => {
	const [min, max] = [limits(a)[0], limits(b)[1]];
	return { kind: 'whole', edtf: between(a, b), sense: 'vague', reach: { min, max, grain: max - min }, relative };
};

/** A part of what a term names; null if it has no such part. */
export function partOf(part: Part, of: Term | null): Term | null {
	if (!of) return null;
	if (of.kind === 'whole') return partOfSpan(part, of);
	const { calendar, to, relative } = of;
	const { year, month, day } = calendar;
	// The winter of 1988–89.
	if (part === 'winter' && to && year !== undefined && month === undefined)
		return stretch({ year, month: 12 }, { year: to.year, month: 2 }, relative);
	if (day !== undefined || to) return null;
	if (month !== undefined) return partOfMonth(part, year, month, relative);
	if (year === undefined) return null;
	if (part === 'around') return { kind: 'whole', edtf: `${edtfOf(calendar)}~`, sense: 'vague', relative };
	const [from, until] = ofYear[part];
	const found = stretch(monthAt(year, from), monthAt(year, until), relative);
	const { other } = of;
	if (other?.year !== undefined) found.others = [between(monthAt(other.year, from), monthAt(other.year, until))];
	// A half or a quarter is as exact as a month.
	if (/^(?:half|quarter)/.test(part)) return { kind: 'whole', edtf: found.edtf, relative, others: found.others };
	// The words do not say which of a year’s two winters is meant; either is three months.
	return part === 'winter' ? { ...found, reach: { ...found.reach!, grain: 90 * dayLength } } : found;
}

function partOfMonth(part: Part, year: number | undefined, month: number, relative?: boolean): Term | null {
	const range = ofMonth[part];
	if (!range) return null;
	const [first, last] = range;
	if (year === undefined)
		return { kind: 'partial', calendar: { month, day: first }, to: { month, day: last }, sense: 'vague', relative };
	return stretch({ year, month, day: first }, { year, month, day: Math.min(last, daysIn(year, month)) }, relative);
}

function partOfSpan(part: Part, { edtf, relative }: WholeDate): Term | null {
	const span = spanOf(edtf);
	if (!span) return null;
	const { first, last, min, max } = span;
	if (first && first === last && (first.precision === 'decade' || first.precision === 'century')) {
		const range = (first.precision === 'decade' ? ofTen : ofHundred)[part];
		const low = dayOf(min).year!;
		return range ? stretch({ year: low + range[0] }, { year: low + range[1] }, relative) : null;
	}
	// A third of a week or a fortnight.
	const place = ['early', 'mid', 'late'].indexOf(part);
	if (place < 0 || max - min > 100 * dayLength) return null;
	const day = (share: number) => dayOf(min + Math.round(((max - min) * share) / 3 / dayLength) * dayLength);
	return stretch(day(place), dayOf(limits(day(place + 1))[0] - dayLength), relative);
}

/** EDTF of a century: 19XX; before our era, an interval of years. */
export const centuryOf = (n: number, before = false): string =>
	before
		? `${edtfOf({ year: 1 - n * 100 })}/${edtfOf({ year: -(n - 1) * 100 })}`
		: `${edtfOf({ year: (n - 1) * 100 }).slice(0, 2)}XX`;
export const wholeDate = (edtf: string, relative = false): WholeDate => ({ kind: 'whole', edtf, relative });

/** The most recent decade that begins with these tens: the nineties, 90年代. */
export function decadeOf(tens: number, at: Reading): WholeDate {
	const year = at.now?.year ?? 2000;
	const century = Math.floor(year / 100) - (tens * 10 > year % 100 ? 1 : 0);
	const found = wholeDate(`${century}${tens}X`);
	// “The twenties” in a text of the twenties is as often a century earlier.
	return Math.floor(year / 10) === century * 10 + tens ? { ...found, others: [`${century - 1}${tens}X`] } : found;
}

/** A financial year, which may begin and end at any time within calendar years. */
export function fiscalYear(year: number, last?: number): WholeDate {
	const [from, to] =
		last === undefined
			? [
					{ year: year - 1, month: 4 },
					{ year: year + 1, month: 9 }
				]
			: [{ year }, { year: last }];
	const [min, max] = [limits(from)[0], limits(to)[1]];
	const edtf = last === undefined ? edtfOf({ year }) : between({ year }, { year: last });
	return { kind: 'whole', edtf, sense: 'vague', reach: { min, max, grain: grains.year } };
}

/** First and last point of a term whose year is known. */
export function endsOf(of: Term): [Calendar | null, Calendar | null] {
	if (of.kind === 'partial') return of.calendar.year === undefined ? [null, null] : [of.calendar, of.to ?? of.calendar];
	const span = spanOf(of.edtf);
	const last = span?.last ?? null;
	// For “the 1980s”, the last year of them.
	const isLong = last && /^(?:decade|century)$/.test(last.precision);
	return [span?.first ?? null, isLong ? { year: dayOf(last.max - 1).year } : last];
}

/** The week from a Monday, ms. */
export const weekFrom = (monday: number, relative?: boolean) =>
	wholeDate(between(dayOf(monday), dayOf(monday + 6 * dayLength)), relative);

/** The nth week, day or month of a span; counts from its end if n is negative. */
export function nthOf(of: Term | null, unit: Unit | 'weekend', n: number, count: number, at: Reading): Term | null {
	if (!of) return null;
	let { calendar } = of.kind === 'partial' ? of : { calendar: endsOf(of)[0] ?? {} };
	if (calendar.year === undefined) {
		const year = at.yearOf(calendar);
		if (year === null) return null;
		calendar = { ...calendar, year };
	}
	const relative = of.relative || at.guessed;
	const span = of.kind === 'whole' ? spanOf(of.edtf) : null;
	const [min, max] = span ? [span.min, span.max] : limits(calendar);
	const { year } = calendar;
	if (unit === 'month' || unit === 'quarter') {
		const size = unit === 'month' ? 1 : 3;
		const first = n < 0 ? 13 - size * count : (n - 1) * size + 1;
		return wholeDate(between(monthAt(year!, first), monthAt(year!, first + size * count - 1)), relative);
	}
	const length = (unit === 'day' ? 1 : 7) * dayLength;
	// A week belongs to the span that holds most of its days.
	const start = unit === 'day' ? min : mondayOf(min + 3 * dayLength);
	const end = unit === 'day' ? max : mondayOf(max + 3 * dayLength);
	const from = n < 0 ? end - count * length : start + (n - 1) * length;
	if (from >= max || from < min - 6 * dayLength) return null;
	return wholeDate(between(dayOf(from), dayOf(from + count * length - dayLength)), relative);
}
