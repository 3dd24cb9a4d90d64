/** The axis of a stretch that runs across: lines, breaks and ticks. All words stand in one row, clear of each other. */
import type { AcrossStretch } from './across.ts';
import type { Frame } from './frames.ts';
import { gapLines, type LayoutStory } from './lanes.ts';
import type { AxisTick, Bridge, Fold, TimelineLayout } from './parts.ts';
import { lineHeight } from './rows.ts';
import { textWidth } from './textWidth.ts';

/** Minimum gap between the words of two ticks, px. */
const apart = 6;

/** @returns the centre for something `wide` px wide, moved where it would leave the range */
export function within([start, end]: [number, number], at: number, wide: number): number {
	if (wide > end - start) return (start + end) / 2;
	return Math.max(start + wide / 2, Math.min(end - wide / 2, at));
}

/** @param bridges between lanes; a minor tick gives way to them */
export function axisAcross(
	story: LayoutStory,
	{ scale, range, ticks, lanes: { rails, tickY } }: AcrossStretch,
	bridges: readonly Bridge[],
	{ small }: Frame['font']
): TimelineLayout['axis'] {
	const length = range[1] - range[0];
	const folds = layFolds();
	return {
		lines: rails.flatMap(({ y }) =>
			scale.pieces.filter(({ folded }) => !folded).map(({ range: [x1, x2] }) => ({ x1, x2, y1: y, y2: y }))
		),
		ticks: layTicks(),
		folds,
		before: null,
		after: null
	};

	/** A break whose words do not fit is drawn without them. */
	function layFolds(): Fold[] {
		let end = -Infinity;
		return scale.pieces
			.filter(({ folded }) => folded)
			.map((piece): Fold => {
				const texts = gapLines(piece.gap!, story);
				const wide = Math.max(...texts.map((text) => textWidth(text, small)));
				const x = within(range, (piece.range[0] + piece.range[1]) / 2, wide);
				const fits = x - wide / 2 > end && wide <= length;
				if (fits) end = x + wide / 2 + 4;
				const tall = texts.length * small * lineHeight;
				const top = tickY - tall / 2;
				const lines = texts.map((text, index) => ({ text, y: top + (index + 0.78) * small * lineHeight }));
				return {
					x,
					y: tickY,
					lines: fits ? lines : [],
					box: { x: x - wide / 2, y: top, width: fits ? wide : 0, height: tall },
					cuts: rails.flatMap(({ y }) => piece.range.map((x) => ({ x, y })))
				};
			});
	}

	function layTicks(): AxisTick[] {
		const taken = folds.filter(({ lines }) => lines.length).map(({ box }) => [box.x, box.x + box.width]);
		// Half the gap at each end, so that words keep it to those of the next stretch too.
		const clear: [number, number] = [range[0] + apart / 2, range[1] - apart / 2];
		const kept = new Map<number, number>();
		const byWeight = ticks.map((tick, index) => ({ tick, index }));
		byWeight.sort((a, b) => Number(b.tick.major) - Number(a.tick.major) || a.index - b.index);
		for (const { tick, index } of byWeight) {
			const wide = textWidth(tick.label, small);
			const x = within(clear, tick.at, wide);
			const [from, to] = [x - wide / 2, x + wide / 2];
			const bridged = bridges.some(({ x1 }) => x1 > from - 4 && x1 < to + 4);
			if (wide > length || (!tick.major && bridged)) continue;
			if (taken.some(([a, b]) => from < b + apart && to > a - apart)) continue;
			taken.push([from, to]);
			kept.set(index, x);
		}
		return ticks.flatMap(({ at, label, major }, index) => {
			const x = kept.get(index);
			if (x === undefined) return [];
			const stubs = rails.map(({ y, dir }) => ({ x1: at, x2: at, y1: y, y2: y - dir * 4 }));
			return [{ x, y: tickY, text: label, major, stubs }];
		});
	}
}
