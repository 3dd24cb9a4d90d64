/**
 * The axis in chunks that lie fast in time: each is laid out by itself, so that what a reader sees stays where it is
 * while the window moves over it, and a move costs nothing but the chunks that come into view. A chunk halves whenever
 * the magnification has doubled.
 */
import { piecewise, type Piece, type TimeScale } from '../layout/timeScale.ts';
import { magnify, windowLength } from './camera.ts';

export interface Chunk {
	/** Of its place among the halves of all time. */
	key: string;
	/** The magnification is at least 2^level. */
	level: number;
	/** [start, end), ms; open at both ends of all time */
	owns: [number, number];
	/** px of the magnified axis */
	start: number;
	/** px; once to twice the window, less where folds are in it */
	length: number;
	/** From 0 to `length`. */
	scale: TimeScale;
}

/** Moves an edge between two chunks of a level, ms, to where nothing counted together is cut. */
export type Snap = (time: number, level: number) => number;

/** How often all time is halved at a magnification. */
export const levelOf = (k: number) => Math.max(0, Math.floor(Math.log2(k) + 1e-9));

/**
 * @param level by default the magnification’s own; one that is less gives chunks that are as much longer
 * @returns the chunks that meet [from, to], px of the magnified axis, in order
 */
export function chunksIn(
	base: TimeScale,
	k: number,
	[from, to]: [number, number],
	snap?: Snap,
	level = levelOf(k)
): Chunk[] {
	const n = 2 ** level;
	const [origin] = base.range();
	const length = windowLength(base);
	const scale = magnify(base, k);
	const folds = base.pieces.filter(({ folded }) => folded);
	const pxOf = (index: number) => origin + (length * index) / n;
	const placeOf = (px: number) => ((px - origin) / length) * n;
	/** Of the chunks that would begin in a break none does: nothing stands there, and it belongs to the one before. */
	const foldOf = (index: number) =>
		index > 0 && index < n ? folds.find(({ range: [a, b] }) => pxOf(index) > a && pxOf(index) < b) : undefined;
	const edge = (index: number) => {
		const fold = foldOf(index);
		if (fold) return fold.domain[1];
		const time = base.invert(pxOf(index));
		return snap && index > 0 && index < n ? snap(time, level) : time;
	};
	const after = (index: number) => {
		const fold = foldOf(index + 1);
		return fold ? Math.max(index + 1, Math.floor(placeOf(fold.range[1]))) : index + 1;
	};
	const indexAt = (px: number) => Math.max(0, Math.min(n - 1, Math.floor(placeOf(base(scale.invert(px))) + 1e-9)));
	/** At or before it. */
	const firstOf = (index: number) => {
		const fold = foldOf(index);
		return fold ? Math.max(0, Math.floor(placeOf(fold.range[0]) - 1e-6)) : index;
	};
	const chunks: Chunk[] = [];
	// An edge that was moved may have left its px to the neighbour.
	const beyond = snap ? 1 : 0;
	const last = Math.min(n - 1, indexAt(to) + beyond);
	for (let index = firstOf(Math.max(0, indexAt(from) - beyond)); index <= last; index = after(index)) {
		const times: [number, number] = [edge(index), edge(after(index))];
		const [start, end] = times.map((time) => scale(time));
		if (end <= start || end < from || start > to) continue;
		chunks.push({
			key: `${level}.${index}`,
			level,
			owns: [index === 0 ? -Infinity : times[0], after(index) >= n ? Infinity : times[1]],
			start,
			length: end - start,
			scale: cut(scale, start, end)
		});
	}
	return chunks;
}

/** The part of a scale between two px, from 0 on. A break belongs, whole, to the part that its middle is in. */
export function cut(scale: TimeScale, start: number, end: number): TimeScale {
	const pieces = scale.pieces.flatMap((piece): Piece[] => {
		const [a, b] = piece.range;
		if (b <= start || a >= end) return [];
		if (piece.folded) {
			const middle = (a + b) / 2;
			return middle >= start && middle < end ? [{ ...piece, range: [a - start, b - start] }] : [];
		}
		const [from, to] = [Math.max(a, start), Math.min(b, end)];
		return [{ ...piece, domain: [scale.invert(from), scale.invert(to)], range: [from - start, to - start] }];
	});
	// A part that is all break: nothing stands in it, but a scale has to have a rate.
	return piecewise(
		scale.kind,
		pieces.length
			? pieces
			: [{ domain: [scale.invert(start), scale.invert(end)], range: [0, end - start], folded: false }]
	);
}
