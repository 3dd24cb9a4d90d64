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
	/** [start, end), ms; open at both ends of all time */
	owns: [number, number];
	/** px of the magnified axis */
	start: number;
	/** px; once to twice the window, less where folds are in it */
	length: number;
	/** From 0 to `length`. */
	scale: TimeScale;
}

/** @returns the chunks that meet [from, to], px of the magnified axis, in order */
export function chunksIn(base: TimeScale, k: number, [from, to]: [number, number]): Chunk[] {
	const level = Math.max(0, Math.floor(Math.log2(k) + 1e-9));
	const n = 2 ** level;
	const [origin] = base.range();
	const length = windowLength(base);
	const scale = magnify(base, k);
	const edge = (index: number) => base.invert(origin + (length * index) / n);
	const indexAt = (px: number) =>
		Math.max(0, Math.min(n - 1, Math.floor(((base(scale.invert(px)) - origin) / length) * n + 1e-9)));
	const chunks: Chunk[] = [];
	for (let index = indexAt(from); index <= indexAt(to); index++) {
		const times: [number, number] = [edge(index), edge(index + 1)];
		const [start, end] = times.map((time) => scale(time));
		chunks.push({
			key: `${level}.${index}`,
			owns: [index === 0 ? -Infinity : times[0], index === n - 1 ? Infinity : times[1]],
			start,
			length: end - start,
			scale: cut(scale, start, end)
		});
	}
	return chunks;
}

/** The part of a scale between two px, from 0 on. A break belongs, whole, to the part that its middle is in. */
function cut(scale: TimeScale, start: number, end: number): TimeScale {
	const pieces = scale.pieces.flatMap((piece): Piece[] => {
		const [a, b] = piece.range;
		if (piece.folded) {
			const middle = (a + b) / 2;
			return middle >= start && middle < end ? [{ ...piece, range: [a - start, b - start] }] : [];
		}
		const [from, to] = [Math.max(a, start), Math.min(b, end)];
		if (to <= from) return [];
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
