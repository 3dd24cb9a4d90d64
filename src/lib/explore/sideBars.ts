/** The bars of the overview, stacked by side: how many items lie where in all time. */
import type { TimeScale } from '../layout/timeScale.ts';
import type { LocalStory } from '../view/local.ts';
import { bins, type Counted } from './density.ts';

/** A count for some sides, drawn in the colour of the first. */
export type Sided = Counted & { party: { sides: readonly string[] } };

export interface SideBars {
	colour: string;
	/** px along the axis (`at`, `length`), and across it from the edge (`from`, `to`). */
	bars: { at: number; length: number; from: number; to: number }[];
}

/** px */
const bin = 6;
const thinnest = 3;

/**
 * @param thick thickness of the thickest bar, px
 * @returns one entry per side with any items, in the story’s order; items without a side come last
 */
export function sideBars(
	base: TimeScale,
	profile: readonly Sided[],
	sides: LocalStory['sides'],
	thick: number
): SideBars[] {
	const place = new Map(sides.map(({ id }, index) => [id, index]));
	const bySide = [...sides, null].map((): Sided[] => []);
	for (const one of profile) bySide[place.get(one.party.sides[0]) ?? sides.length].push(one);
	const counts = bySide.map((counted) => bins(base, base.range(), bin, counted));
	const totals = counts[0].map((_, index) => counts.reduce((sum, side) => sum + side[index].n, 0));
	const most = Math.max(1, ...totals);
	const used = totals.map(() => 0);
	return counts.flatMap((side, place): SideBars[] => {
		const bars = side.flatMap(({ from: at, to, n }, index) => {
			if (!n) return [];
			// A square root, so that one event beside a thousand is still visible.
			const whole = thinnest + (thick - thinnest) * Math.sqrt(totals[index] / most);
			const from = (used[index] / totals[index]) * whole;
			used[index] += n;
			return [{ at, length: Math.max(1, to - at - 1), from, to: (used[index] / totals[index]) * whole }];
		});
		return bars.length ? [{ colour: sides[place]?.colour ?? 'ink', bars }] : [];
	});
}
