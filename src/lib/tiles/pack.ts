/**
 * Packs columns of an index into few bytes of valid JSON. Texts in an order in which neighbours share prefixes: the
 * length shared with the one before, and the rest (front coding). Times as multiples of their common divisor.
 */
import { areCounts, need } from './format.ts';

export interface PackedTexts {
	/** UTF-16 units that each text shares with the one before. */
	same: number[];
	rest: string[];
}

export interface PackedTimes {
	/** ms */
	first: number;
	unit: number;
	/** Multiples of `unit`, from `first`. */
	times: number[];
}

/** No text of a table is longer than an address may be. */
const longest = 2000;

export function packTexts(texts: readonly string[]): PackedTexts {
	const same = texts.map((text, n) => {
		const before = n ? texts[n - 1] : '';
		let length = 0;
		while (length < text.length && text.charCodeAt(length) === before.charCodeAt(length)) length++;
		return length;
	});
	return { same, rest: texts.map((text, n) => text.slice(same[n])) };
}

/** @throws Error where the value is not such a column */
export function unpackTexts(value: unknown): string[] {
	const { same, rest } = (value ?? {}) as Record<string, unknown>;
	need(areCounts(same) && Array.isArray(rest) && rest.length === same.length, 'texts are packed in two columns');
	let before = '';
	return rest.map((text: unknown, n) => {
		need(typeof text === 'string' && same[n] <= before.length, 'a text begins like the one before');
		before = before.slice(0, same[n]) + text;
		need(before.length <= longest, 'a text is no longer than a table’s may be');
		return before;
	});
}

const divisor = (a: number, b: number): number => (b ? divisor(b, a % b) : a);

/** @param times whole ms */
export function packTimes(times: readonly number[]): PackedTimes {
	const first = times.reduce((least, time) => Math.min(least, time), times[0] ?? 0);
	const unit = times.reduce((unit, time) => divisor(unit, time - first), 0) || 1;
	return { first, unit, times: times.map((time) => (time - first) / unit) };
}

/** @throws Error where the value is not such a column */
export function unpackTimes(value: unknown): number[] {
	const { first, unit, times } = (value ?? {}) as Record<string, unknown>;
	need(typeof first === 'number' && typeof unit === 'number' && areCounts(times), 'times are packed as multiples');
	return times.map((n) => first + n * unit);
}

/** @param indices ascending @returns the first, then the difference of each from the one before */
export const packSteps = (indices: readonly number[]) =>
	indices.map((index, n) => (n ? index - indices[n - 1] : index));

export function unpackSteps(steps: readonly number[]): number[] {
	let index = 0;
	return steps.map((step) => (index += step));
}
