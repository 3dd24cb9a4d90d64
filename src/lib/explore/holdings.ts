/** What there is in a stretch of time: items one by one, more of them only as counts, and what has not come yet. */
import type { Item } from '../view/local.ts';
import type { Party } from './lanes.ts';

/** Counted, not named. */
export interface Cell {
	/** [from, to), ms */
	from: number;
	to: number;
	party: Party;
	count: number;
}

/** Known to be there, and not here. */
export interface Gap {
	/** Of the piece of data that is missing. */
	key: string;
	/** Its whole stretch, ms; it may go beyond what was asked for. */
	from: number;
	to: number;
	/** Events in that whole stretch, of those that a filter keeps. */
	count: number;
	/** Items within it that are known all the same. */
	known: number;
}

export interface Holdings {
	/** By time, of [from, to) alone. */
	items: readonly Item[];
	cells: readonly Cell[];
	gaps: readonly Gap[];
}

/** Something to draw from. All times ms; [from, to) is asked for at a resolution, and answered as finely as is needed. */
export interface Holder {
	/** @param resolution ms that may be counted together; a power of two of the holder’s own or finer is used */
	holdings(from: number, to: number, resolution: number): Holdings;
	/** The nearest place at or before `time` where nothing that is counted together at this resolution is cut. */
	snap?(time: number, resolution: number): number;
	/** How many there are before a place that `snap` gave; null where that is not known yet. */
	before(time: number): number | null;
	/** Of all time. */
	count: number;
	/** Where there is anything, and how much: for folding, even steps and the overview. In order, exact. */
	profile(): readonly { from: number; to: number; party: Party; count: number }[];
	/** Other than at the last call: something has come. */
	version(): number;
}

/** The first index whose time is not before `time`. */
export function lowerBound(sorted: readonly Item[], time: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle].date.at < time) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Items that are all here. */
export function heldItems(items: readonly Item[]): Holder {
	const sorted = [...items].sort((a, b) => a.date.at - b.date.at);
	return {
		holdings: (from, to) => ({
			items: sorted.slice(lowerBound(sorted, from), lowerBound(sorted, to)),
			cells: [],
			gaps: []
		}),
		before: (time) => lowerBound(sorted, time),
		count: sorted.length,
		profile: () => sorted.map((item) => ({ from: item.date.at, to: item.date.at, party: item, count: 1 })),
		version: () => 0
	};
}
