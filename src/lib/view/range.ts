/**
 * A stretch of time in an address, written as EDTF intervals are (ISO 8601-2:2019, level 0 and years beyond four
 * digits): `2024-01/2025-06`, `-0217/-0201`, `2024/..`, or one date. A part of what story/date.ts reads, without the
 * library that it needs, since this runs in a reader’s browser.
 */
import { daysIn, startOfDay } from '../story/calendar.ts';

/** An end as it is written. */
export interface RangeEnd {
	/** ms of the first instant that it covers, and of the first one after it */
	min: number;
	max: number;
	precision: 'year' | 'month' | 'day';
}

export interface Range {
	/** [from, to) in ms */
	window: [number, number];
	/** The ends as written; null where open. The same object twice for one date. */
	ends: [RangeEnd | null, RangeEnd | null];
}

/** @param text untrusted @param extent where an open end lies, ms @returns null where it is no stretch of time */
export function readRange(text: string, extent: readonly [number, number]): Range | null {
	const parts = text.split('/');
	if (parts.length > 2) return null;
	const read = parts.map((part) => (part === '..' ? null : readEnd(part)));
	if (read.includes(undefined) || read.every((end) => end === null)) return null;
	const ends = [read[0]!, read.at(-1)!] as Range['ends'];
	const window: Range['window'] = [ends[0] ? ends[0].min : extent[0], ends[1] ? ends[1].max : extent[1]];
	return window[0] < window[1] ? { window, ends } : null;
}

/** @returns undefined where it is no date */
function readEnd(text: string): RangeEnd | undefined {
	const long = /^Y(-?[1-9]\d{4,11})$/.exec(text);
	const written = long ?? /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
	if (!written || written[1] === '-0000') return undefined;
	const [year, month, day] = written.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
	if (month === undefined) return { min: startOfDay(year!), max: startOfDay(year! + 1), precision: 'year' };
	if (month < 1 || month > 12) return undefined;
	if (day === undefined)
		return { min: startOfDay(year!, month), max: startOfDay(year!, month + 1), precision: 'month' };
	if (day < 1 || day > daysIn(year!, month)) return undefined;
	return { min: startOfDay(year!, month, day), max: startOfDay(year!, month, day + 1), precision: 'day' };
}
