/** What is known while the dates of a text are read, and how words become spans: for the rules of dates*.ts. */
import { calendarDay, startOfDay } from '../story/calendar.ts';
import type { DateSpan } from '../story/date.ts';
import { readHan } from './numerals.ts';

const day = 864e5;
export const two = (n: number) => String(n).padStart(2, '0');
export const year4 = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

export const months = 'january february march april may june july august september october november december'.split(
	' '
);
export const month = String.raw`(?:${months.map((name) => (name === 'may' ? name : `${name.slice(0, 3)}(?:${name.slice(3)}|\\.|t\\.?)?`)).join('|')})`;
export const monthOf = (name: string) =>
	months.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase())) + 1;
export const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
export const amount = (text: string) => {
	const value = Number(text);
	if (!Number.isNaN(value)) return value;
	const lower = text.toLowerCase();
	if (/^an?$/.test(lower)) return 1;
	return small.includes(lower) ? small.indexOf(lower) + 1 : readHan(text);
};

/** Within a year, by words: [first month, last month] that the words may mean. */
const within: [RegExp, [number, number]][] = [
	[/^(年初|初期|初|early|beginning|start)/, [1, 4]],
	[/^(年中|中期|mid)/, [5, 8]],
	[/^(年底|年末|岁末|末期|底|末|late|end)/, [10, 12]],
	[/^(上半年|first half)/, [1, 6]],
	[/^(下半年|second half)/, [7, 12]],
	[/^(春|spring)/, [3, 5]],
	[/^(夏|summer)/, [6, 8]],
	[/^(秋|autumn|fall)/, [9, 11]],
	[/^第?[一1]季度|^(q1|first quarter)/, [1, 3]],
	[/^第?[二2]季度|^(q2|second quarter)/, [4, 6]],
	[/^第?[三3]季度|^(q3|third quarter)/, [7, 9]],
	[/^第?[四4]季度|^(q4|fourth quarter)/, [10, 12]]
];

/**
 * exact: that and no other span; vague: somewhere within it (“early 2025”, “recently”); since, until: a start or an end is
 * named, what lies on the other side is not.
 */
export type Sense = 'exact' | 'vague' | 'since' | 'until';

/** What a rule makes of its match; null where it cannot be computed. */
export type Draft = { edtf: string; sense?: Sense; relative?: boolean } | null;

export type Groups = Record<string, string | undefined>;
export interface Rule {
	pattern: RegExp;
	read(groups: Groups, at: Reading): Draft;
}

/** What is known while a text is read. */
export class Reading {
	constructor(
		readonly reference: DateSpan | null,
		/** The last date named, in this text or before it. */
		public last: DateSpan | null,
		/** Whether it was named in this text: only then does a bare month take its year. */
		public own = false,
		/** Whether a year was supplied that the text does not say. */
		public guessed = false
	) {}

	/** The article’s year and month. */
	get now(): { year: number; month: number } | null {
		const point = this.reference?.first ?? this.reference?.last;
		return point ? { year: point.year, month: point.month ?? 12 } : null;
	}

	/** The year that a year in words stands for. */
	year({ y, ry }: Groups): { year: number; relative: boolean } | null {
		if (y) return { year: /^\d/.test(y) ? Number(y) : readHan(y), relative: false };
		const point = this.last?.last ?? this.last?.first;
		if (ry && /当|同|次|翌/.test(ry))
			return point ? { year: point.year + (/次|翌/.test(ry) ? 1 : 0), relative: true } : null;
		const offset = { 今年: 0, 去年: -1, 前年: -2, 明年: 1 }[ry ?? '今年'] ?? 0;
		return this.now && { year: this.now.year + offset, relative: true };
	}

	/** The year of a month that stands without one: that of the date before in the text, else the last one before the article. */
	yearOf(month: number): { year: number; relative: boolean } | null {
		this.guessed = true;
		const point = this.own ? (this.last?.last ?? this.last?.first) : null;
		if (point) return { year: point.year, relative: true };
		return this.now && { year: month <= this.now.month ? this.now.year : this.now.year - 1, relative: true };
	}
}

const stretch = (year: number, [from, to]: readonly [number, number]) =>
	`${year4(year)}-${two(from)}/${year4(year)}-${two(to)}`;
export const plus = (year: number, month: number, by: number): [number, number] => {
	const all = year * 12 + month - 1 + by;
	return [Math.floor(all / 12), ((all % 12) + 12) % 12 + 1]; // prettier-ignore
};

export function partOfYear(year: number, words: string, relative: boolean): Draft {
	if (/前后|左右/.test(words)) return { edtf: `${year4(year)}~`, sense: 'vague', relative };
	if (/^(冬|winter)/.test(words))
		return { edtf: `${year4(year - 1)}-12/${year4(year + 1)}-02`, sense: 'vague', relative };
	const months = within.find(([pattern]) => pattern.test(words))?.[1];
	return months ? { edtf: stretch(year, months), sense: 'vague', relative } : null;
}

/** A span of one unit, counted from a date: months, years. */
export function counted(from: DateSpan, unit: string, by: number): Draft {
	const point = from.last ?? from.first;
	if (!point) return null;
	if (/年|year/.test(unit)) {
		// “Two years later” is rarely meant to the month.
		const year = point.year + by;
		const from = startOfDay(year, (point.month ?? 1) - (point.month ? 4 : 0));
		const to = point.month ? startOfDay(year, point.month + 4) : null;
		return {
			edtf: to !== null ? `${iso(from, 7)}/${iso(to, 7)}` : `${year4(year)}`,
			sense: 'vague',
			relative: true
		};
	}
	if (/月|month/.test(unit)) {
		const [year, month] = plus(point.year, point.month ?? 6, by);
		const [a, b] = [plus(year, month, -1), plus(year, month, 1)];
		return { edtf: `${year4(a[0])}-${two(a[1])}/${year4(b[0])}-${two(b[1])}`, sense: 'vague', relative: true };
	}
	const days = (/周|星期|week/.test(unit) ? 7 : 1) * by;
	const at = (by > 0 ? from.max : from.min) + days * day;
	const slack = (/周|星期|week/.test(unit) ? 7 : 1) * day;
	return {
		edtf: `${iso(at - slack, 10)}/${iso(at + slack, 10)}`,
		sense: 'vague',
		relative: true
	};
}

/** @param length 7 for a month, 10 for a day */
const iso = (time: number, length: 7 | 10) => {
	const { year, month, day } = calendarDay(time);
	return `${year4(year)}-${two(month)}${length > 7 ? `-${two(day)}` : ''}`;
};

/** The last months before the article: “recently”. */
export const recent = (at: Reading, back: number): Draft => {
	if (!at.now) return null;
	const [year, month] = plus(at.now.year, at.now.month, -back);
	return {
		edtf: `${year4(year)}-${two(month)}/${year4(at.now.year)}-${two(at.now.month)}`,
		sense: 'vague',
		relative: true
	};
};
export const dated = (year: number, month?: string, date?: string) => {
	const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : readHan(text));
	return [year4(year), month && two(number(month)), date && two(number(date))].filter(Boolean).join('-');
};
