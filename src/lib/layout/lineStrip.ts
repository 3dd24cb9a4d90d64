/** The horizontal timeline on a strip of given height: where its spines are, and cuts clear of told marks. */
import { nearDepth } from './lineDots.ts';
import { tiersNeeded } from './lineLane.ts';
import type { LineEntry, LineFrame } from './lineTypes.ts';
import type { Lane, Mark, Span, TimelineLayout } from './parts.ts';

/** Height of the outermost row of a side’s name, px. */
export const nameHeight = 11.5;
/** Distance between two rows of names, px. */
export const nameStep = 16;
/** Space below the axis words of a single line, px. */
const foot = 6;

/**
 * A strip with its spines placed so that told marks need not overlap; as in the frame if possible.
 * @param entries of both lanes
 * @param names rows of names over a single line; 0 where there are two lines
 */
export function fitSpines(frame: LineFrame, entries: readonly LineEntry[], names: number): LineFrame {
	if (frame.spine === undefined || !frame.gutter) return frame;
	const room = frame.height - frame.gutter;
	const lanes = names ? [0] : [0, 1];
	const need = lanes.map((lane) => tiersNeeded(entries.filter(({ lit, row }) => lit && row.lane === lane)));
	if (names) {
		const spine = room - foot;
		const kept = keptFor(names);
		const rows = kept + nearDepth(frame, need[0]) > spine ? 1 : undefined;
		return { ...frame, spine, dot: { ...frame.dot, ...(rows && { rows }) } };
	}
	for (;;) {
		for (const rows of [2, 1]) {
			const fitted = { ...frame, dot: { ...frame.dot, rows } };
			const [above, below] = need.map((tiers) => nameHeight + nearDepth(fitted, tiers));
			if (above + below <= room) return { ...fitted, spine: Math.max(above, Math.min(room - below, frame.spine)) };
		}
		if (!Math.max(...need)) return frame;
		need[need[0] > need[1] ? 0 : 1]--;
	}
}

/** px kept for the names of the sides at the outer edge of a lane. */
export const keptFor = (names: number): number => nameHeight + Math.max(0, names - 1) * nameStep;

/** Positions names over a single line, in rows. */
export const namesAbove = (lanes: readonly Lane[], small: number): Lane[] =>
	lanes.map((lane) => ({ ...lane, y: nameHeight / 2 + small * 0.35 + ((lane.y - 14) / 18) * nameStep }));

/** Distance from a mark’s edge to a cut beside it, px, which leaves room around the mark. */
const clear = 8;

/** Moves a cut that a told mark covers or nearly touches farther into its break, and extends the line up to it. */
export function clearCuts(
	axis: TimelineLayout['axis'],
	{ marks, spans }: { marks: readonly Mark[]; spans: readonly Span[] }
): TimelineLayout['axis'] {
	const ends = [
		...spans.map(({ x, length, y }) => ({ from: x, to: x + length, y })),
		...marks
			.filter(({ tone, shape }) => tone === 'lit' && shape === 'dot')
			.map(({ x, y, size }) => ({ from: x - size, to: x + size, y }))
	];
	const moved: { from: number; to: number; y: number }[] = [];
	const folds = axis.folds.map((fold) => ({
		...fold,
		cuts: fold.cuts.map((cut) => {
			const left = cut.x <= fold.x;
			const far = Math.abs(fold.x - cut.x) * 0.6;
			const own = ends.filter(({ y }) => Math.abs(y - cut.y) < 8);
			const x = left
				? Math.max(cut.x, ...own.filter(({ from }) => from < cut.x + clear).map(({ to }) => to + clear))
				: Math.min(cut.x, ...own.filter(({ to }) => to > cut.x - clear).map(({ from }) => from - clear));
			const to = left ? Math.min(x, cut.x + far) : Math.max(x, cut.x - far);
			if (to !== cut.x) moved.push({ from: cut.x, to, y: cut.y });
			return { ...cut, x: to };
		})
	}));
	const goesTo = (x: number, y: number) => moved.find((one) => Math.abs(one.from - x) < 0.01 && one.y === y)?.to ?? x;
	return { ...axis, folds, lines: axis.lines.map((l) => ({ ...l, x1: goesTo(l.x1, l.y1), x2: goesTo(l.x2, l.y2) })) };
}
