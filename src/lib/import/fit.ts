/** How much fits into a story, and which events it tells where a table has to hold the others. */
import { midpoint } from '../story/date.ts';
import { spanOf } from './words.ts';
import type { ImportedEvent } from './types.ts';

/** Maximum number of events and quotations in the scenes of a story. */
export const mostTold = 5000;
/** Maximum length of a story’s file, in characters (yamlFile.ts). */
export const mostCharacters = 1_000_000;
/** Number of events told at first beside a table. */
export const toldBeside = 60;
/** Limit of a table’s row (node/tiles/cells.ts). */
const longestTitle = 300;

export const isRowable = (item: ImportedEvent) =>
	[...item.title].length <= longestTitle &&
	item.title.length <= longestTitle &&
	Number.isFinite(midpoint(spanOf(item)));

/**
 * The events to tell where there are too many: the most important, and those that no row can hold.
 *
 * @param count number of the events to choose that a row could hold
 */
export function chooseTold(events: readonly ImportedEvent[], count: number): Set<ImportedEvent> {
	const rowable = events.filter(isRowable);
	const chosen = chooseEvenly(rowable, count, ({ importance }) => importance);
	return new Set(events.filter((item) => chosen.has(item) || !isRowable(item)));
}

/** The most important items; among equally important ones, evenly spread over the list. */
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

/** Sorts items with the same EDTF date by their time of day. */
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
