/** The distribution of events along a lane, where some are only counted: a histogram, as bars and as a path. */
import { px } from '../layout/px.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { Gap } from './holdings.ts';

/** A count for [from, to), ms, or for one time where both are equal. */
export interface Counted {
	from: number;
	to: number;
	count: number;
}

/** [from, to), ms. */
export interface Bar {
	from: number;
	to: number;
	/** Share of the thickest bar of its level, 0–1. */
	share: number;
}

/** Length of a bar along the axis at a level’s lowest magnification, px. */
const binLength = 12;
/** A bin with fewer events than this never has full thickness. */
const leastFull = 8;
/** Thickness across the axis, px; the marks of labels begin beyond it. */
const thickest = 22;
const thinnest = 1;

export interface Bin {
	/** [from, to), px of the base */
	from: number;
	to: number;
	n: number;
}

/** The stretches between breaks, px. */
function runs({ pieces }: TimeScale): [number, number][] {
	const found: [number, number][] = [];
	for (const { folded, range } of pieces) {
		const last = found.at(-1);
		if (folded) continue;
		if (last?.[1] === range[0]) last[1] = range[1];
		else found.push([range[0], range[1]]);
	}
	return found;
}

/** Counts for a stretch are spread evenly over it. Breaks contain nothing, so they have no bins. */
export function bins(
	base: TimeScale,
	[low, high]: readonly [number, number],
	length: number,
	counted: Iterable<Counted>
): Bin[] {
	const all = runs(base).flatMap(([start, end]): Bin[] => {
		const [from, to] = [Math.max(start, low), Math.min(end, high)];
		if (to <= from) return [];
		const parts = Math.max(1, Math.round((to - from) / length));
		const each = (to - from) / parts;
		return Array.from({ length: parts }, (_, n) => ({ from: from + n * each, to: from + (n + 1) * each, n: 0 }));
	});
	if (!all.length) return all;
	const indexAt = (px: number) => {
		let [first, last] = [0, all.length - 1];
		while (first < last) {
			const middle = (first + last) >> 1;
			if (all[middle].to <= px) first = middle + 1;
			else last = middle;
		}
		return first;
	};
	for (const { from, to, count } of counted) {
		const [a, b] = [base(from), base(to)];
		const [first, last] = [indexAt(a), indexAt(b)];
		if (first === last) all[first].n += count;
		else
			for (let index = first; index <= last; index++) {
				const overlap = Math.min(b, all[index].to) - Math.max(a, all[index].from);
				if (overlap > 0) all[index].n += (count * overlap) / (b - a);
			}
	}
	return all;
}

/**
 * The maximum in one bin of any lane where all time fills the window. Bars of every level are drawn relative to it, so
 * that a bar means the same wherever the window is.
 * @param lanes what is kept, by lane
 */
export const mostInBin = (base: TimeScale, lanes: readonly Iterable<Counted>[]) =>
	lanes.reduce(
		(most, counted) => bins(base, base.range(), binLength, counted).reduce((max, { n }) => Math.max(max, n), most),
		0
	);

/**
 * @param stretch px of the base
 * @param counted everything kept in one lane of it, named or not
 * @param gaps stretches without bars, since their counts are incomplete
 * @param most see `mostInBin`
 */
export function densityBars(
	base: TimeScale,
	stretch: [number, number],
	level: number,
	counted: Iterable<Counted>,
	gaps: readonly Gap[],
	most: number
): Bar[] {
	// From one level to the next, bins of a burst keep their count and those of a steady flow halve: with √2 in between,
	// both stay visible.
	const full = Math.max(leastFull, most / 2 ** (level / 2));
	return bins(base, stretch, binLength / 2 ** level, counted).flatMap(({ from, to, n }): Bar[] => {
		const bar = { from: base.invert(from), to: base.invert(to), share: Math.min(1, Math.sqrt(n / full)) };
		return n > 0 && !gaps.some((gap) => gap.from < bar.to && gap.to > bar.from) ? [bar] : [];
	});
}

/**
 * Bars as the outline of one area.
 * @param rail position across the axis, px, and the side that the bars lie on
 */
export function densityPath(
	bars: readonly Bar[],
	scale: TimeScale,
	rail: { at: number; dir: 1 | -1 },
	across: boolean
): string {
	const [along, over] = across ? ['H', 'V'] : ['V', 'H'];
	const ground = px(rail.at);
	let path = '';
	let end = NaN;
	for (const { from, to, share } of bars) {
		const [start, next] = [px(scale(from)), px(scale(to))];
		const top = px(rail.at + rail.dir * (thinnest + (thickest - thinnest) * share));
		if (start !== end) path += `${path && `${over}${ground}z`}M${across ? `${start},${ground}` : `${ground},${start}`}`;
		path += `${over}${top}${along}${next}`;
		end = next;
	}
	return path && `${path}${over}${ground}z`;
}
