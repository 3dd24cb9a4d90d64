/** One date on a short axis around it. Pure; px along an axis whose width the drawing may stretch. */
import { dayLength, startOfDay, yearBefore, yearOf } from '../story/calendar.ts';
import type { LocalDate } from '../view/local.ts';
import { axisTicks, type TickWords } from './ticks.ts';
import { timeScale } from './timeScale.ts';

export interface DateLine {
	/** Length of the axis, px; the positions below refer to it. */
	width: number;
	ticks: { at: number; text: string; major: boolean }[];
	/** The middle of a date of one day. */
	dot?: number;
	/** What a date of more than a day covers. */
	span?: { x: number; length: number; softStart: boolean; softEnd: boolean; hatch: boolean };
}

/** Narrow enough for a phone; a wider axis has the same ticks, farther apart. */
const width = 300;
const spacing = 48;
const shortest = 6;

/**
 * @param date at least one end must be known
 * @returns null where there is nothing to place
 */
export function layoutDateLine(date: LocalDate, words: TickWords): DateLine | null {
	const { edtf, min, max, softStart, softEnd } = date;
	const known = [min, max].filter(Number.isFinite);
	if (!known.length) return null;
	const domain = around(Math.min(...known), Math.max(...known), known.length < 2);
	const scale = timeScale('true', domain, [0, width], []);
	const ticks = axisTicks(scale, spacing, words).map(({ at, label, major }) => ({ at, text: label, major }));
	if (max - min <= 1.5 * dayLength && !softStart && !softEnd) return { width, ticks, dot: scale((min + max) / 2) };
	const [from, to] = [Math.max(min, domain[0]), Math.min(max, domain[1])].map(scale);
	const length = Math.max(shortest, to - from);
	return {
		width,
		ticks,
		span: {
			x: Math.max(0, Math.min(width - length, (from + to - length) / 2)),
			length,
			softStart,
			softEnd,
			// One of several dates, or some time between: not all of the span.
			hatch: edtf.startsWith('[') && !edtf.includes('{')
		}
	};
}

/** The calendar year that the span lies in; for longer spans, whole years around it plus half as many on each side. */
function around(min: number, max: number, open: boolean): [number, number] {
	const [first, last] = [yearOf(min), Math.max(yearOf(min), yearBefore(max))];
	const years = last - first + 1;
	const pad = open ? 3 : years > 1 ? Math.ceil(years / 2) : 0;
	return [startOfDay(first - pad), startOfDay(last + pad + 1)];
}
