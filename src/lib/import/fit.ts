/** What a story has room for, and which events are told where a table has to hold the others. */
import { midpoint } from '../story/date.ts';
import { spanOf } from './words.ts';
import type { ImportedEvent } from './types.ts';

/** Events and quotations that the scenes of one story tell. */
export const mostTold = 5000;
/** Characters of a file that is read as one of a story (yamlFile.ts). */
export const mostCharacters = 1_000_000;
/** Beside a table, so many are told at first. */
export const toldBeside = 60;
/** What a table’s row can hold (server/tiles/cells.ts). */
const longestTitle = 300;

export const isRowable = (item: ImportedEvent) =>
	[...item.title].length <= longestTitle &&
	item.title.length <= longestTitle &&
	Number.isFinite(midpoint(spanOf(item)));

/**
 * The events that are told where there are too many: what no row can hold, and the most important.
 *
 * @param count of those that a row could hold
 */
export function chooseTold(events: readonly ImportedEvent[], count: number): Set<ImportedEvent> {
	const rowable = events.filter(isRowable);
	const chosen = chooseEvenly(rowable, count, ({ importance }) => importance);
	return new Set(events.filter((item) => chosen.has(item) || !isRowable(item)));
}

/** The most important, and of those that are as important as each other some of every part. */
export function chooseEvenly<T>(
	items: readonly T[],
	count: number,
	importanceOf: (item: T) => number | undefined
): Set<T> {
	const chosen = new Set<T>();
	for (const importance of [5, 4, 3, 2, 1]) {
		const alike = items.filter((item) => (importanceOf(item) ?? 3) === importance);
		const room = Math.min(count - chosen.size, alike.length);
		for (let n = 0; n < room; n++) chosen.add(alike[Math.floor((n * alike.length) / room)]);
	}
	return chosen;
}

/** As they happened, where EDTF alone does not say: what has the same date stands by its time of day. */
export function ordered<T extends { date: string; after?: number }>(items: readonly T[]): T[] {
	const places = new Map<string, number[]>();
	items.forEach(({ date }, index) => {
		const same = places.get(date);
		if (same) same.push(index);
		else places.set(date, [index]);
	});
	const all = [...items];
	for (const same of places.values()) {
		if (same.every((index) => items[index].after === undefined)) continue;
		const sorted = same.map((index) => items[index]).sort((a, b) => (a.after ?? -1) - (b.after ?? -1));
		same.forEach((index, n) => (all[index] = sorted[n]));
	}
	return all;
}
