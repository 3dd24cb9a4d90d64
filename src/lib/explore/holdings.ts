/** What there is in a stretch of time: single items, counts of more, and what is not loaded yet. */
import { bisector } from 'd3';
import type { Item } from '../view/local.ts';
import type { Party } from './lanes.ts';

/** Events that are counted, not named. */
export interface Cell {
	/** [from, to), ms */
	from: number;
	to: number;
	party: Party;
	count: number;
}

/** Data known to exist, but not loaded. */
export interface Gap {
	/** Identifies the missing piece of data. */
	key: string;
	/** Its whole stretch, ms, which may extend beyond the one requested. */
	from: number;
	to: number;
	/** Number of events in that whole stretch that the filter keeps. */
	count: number;
	/** Number of items in it that are known anyway. */
	known: number;
}

export interface Holdings {
	/** By time, and only those in [from, to). */
	items: readonly Item[];
	cells: readonly Cell[];
	gaps: readonly Gap[];
}

/** A source of items. Times in ms; [from, to) is requested at a resolution, and answered at least that finely. */
export interface Holder {
	/** @param resolution longest time to count together, ms; the holder uses its own power of two or a finer one */
	holdings(from: number, to: number, resolution: number): Holdings;
	/** The nearest time at or before `time` that cuts nothing counted together at this resolution. */
	snap?(time: number, resolution: number): number;
	/** The number of items before a time given by `snap`; null where that is not known yet. */
	before(time: number): number | null;
	/** Number of items in all time. */
	count: number;
	/** Where there are items, and how many, for folding, even steps and the overview. In order, exact. */
	profile(): readonly { from: number; to: number; party: Party; count: number }[];
	/** Changes whenever something has arrived. */
	version(): number;
}

/** The first index whose time is not before `time`. */
const lowerBound = bisector(({ date }: Item) => date.at).left;

/** A holder for items that are all loaded. */
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
