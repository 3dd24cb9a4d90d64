/**
 * Divides the axis into chunks at fixed times. Each is laid out by itself, so that what a reader sees stays in place
 * while the window moves, and a move costs only the chunks that come into view. Chunks are halved whenever the
 * magnification has doubled.
 */
import { piecewise, type Piece, type TimeScale } from '../layout/timeScale.ts';
import { magnify, windowLength } from './camera.ts';

export interface Chunk {
	/** Identifies the chunk by level and index among the halves of all time. */
	key: string;
	/** The magnification is at least 2^level. */
	level: number;
	/** [start, end), ms; the first and the last chunk are open. */
	owns: [number, number];
	/** Start on the magnified axis, px. */
	start: number;
	/** Length, px: one to two windows, less where it contains folds. */
	length: number;
	/** Maps to 0 … `length`. */
	scale: TimeScale;
}

/** Moves an edge between two chunks of a level, ms, so that it cuts no bucket of counts. */
export type Snap = (time: number, level: number) => number;

/** How often all time is halved at a magnification. */
export const levelOf = (k: number) => Math.max(0, Math.floor(Math.log2(k) + 1e-9));

/**
 * @param level by default that of the magnification; a lower one gives longer chunks
 * @returns the chunks that overlap [from, to], px of the magnified axis, in order
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
	/** The break that a chunk would begin in: it contains nothing, and belongs to the chunk before. */
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
	/** The chunk that an index belongs to: itself, or the one before. */
	const firstOf = (index: number) => {
		const fold = foldOf(index);
		return fold ? Math.max(0, Math.floor(placeOf(fold.range[0]) - 1e-6)) : index;
	};
	const chunks: Chunk[] = [];
	// Snapping may have moved an edge, so that the position belongs to the neighbour.
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

/** The part of a scale between two px, shifted to 0. A break belongs wholly to the part with its middle. */
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
	// A part that is all break contains nothing, but a scale must have a rate.
	return piecewise(
		scale.kind,
		pieces.length
			? pieces
			: [{ domain: [scale.invert(start), scale.invert(end)], range: [0, end - start], folded: false }]
	);
}
