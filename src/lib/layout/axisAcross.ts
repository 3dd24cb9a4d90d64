/** The words on the axis of a stretch that runs across: all stand in one row, clear of each other. */
import type { Bridge, Fold } from './parts.ts';
import type { FoldWords, StretchRoom } from './stretch.ts';
import { textWidth } from './textWidth.ts';
import type { Tick } from './ticks.ts';

/** Minimum gap between the words of two ticks, px. */
const apart = 6;

/** @returns the centre for something `wide` px wide, moved where it would leave the range */
export function centreWithin([start, end]: [number, number], at: number, wide: number): number {
	if (wide > end - start) return (start + end) / 2;
	return Math.max(start + wide / 2, Math.min(end - wide / 2, at));
}

/** A break whose words do not fit is drawn without them. */
export function placeFolds(
	folds: readonly FoldWords[],
	{ stretch: { range } }: StretchRoom
): { along: number; fits: boolean }[] {
	let end = -Infinity;
	return folds.map(({ along: middle, width }) => {
		const along = centreWithin(range, middle, width);
		const fits = along - width / 2 > end && width <= range[1] - range[0];
		if (fits) end = along + width / 2 + 4;
		return { along, fits };
	});
}

/** Major ticks first; minor ones give way to bridges too. */
export function placeTicks(
	{ stretch: { range, ticks }, font }: StretchRoom,
	{ folds, bridges }: { folds: readonly Fold[]; bridges: readonly Bridge[] }
): { tick: Tick; along: number }[] {
	const taken = folds.filter(({ lines }) => lines.length).map(({ box }) => [box.x, box.x + box.width]);
	// Half the gap at each end, so that words keep it to those of the next stretch too.
	const clear: [number, number] = [range[0] + apart / 2, range[1] - apart / 2];
	const placed = new Map<Tick, number>();
	// A sort keeps the order of equals.
	for (const tick of [...ticks].sort((a, b) => Number(b.major) - Number(a.major))) {
		const wide = textWidth(tick.label, font.small);
		const along = centreWithin(clear, tick.at, wide);
		const [from, to] = [along - wide / 2, along + wide / 2];
		const bridged = bridges.some(({ x1 }) => x1 > from - 4 && x1 < to + 4);
		if (wide > range[1] - range[0] || (!tick.major && bridged)) continue;
		if (taken.some(([a, b]) => from < b + apart && to > a - apart)) continue;
		taken.push([from, to]);
		placed.set(tick, along);
	}
	return ticks.flatMap((tick) => (placed.has(tick) ? [{ tick, along: placed.get(tick)! }] : []));
}
