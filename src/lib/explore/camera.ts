/**
 * Where the explorer looks: a base scale on which all of a story’s time fills one window, magnified, and a place on it.
 * Folds keep their length at every magnification: a break stands for what is not drawn, so nothing in it can grow.
 */
import { hourLength } from '../story/calendar.ts';
import { piecewise, type TimeScale } from '../layout/timeScale.ts';

export interface Camera {
	/** Magnification; at 1 all time fills the window. */
	k: number;
	/** Start of the window on the magnified axis, px. */
	offset: number;
}

/** No window is shorter than this, ms … */
const shortest = hourLength;
/** … but by up to this factor shorter where the axis is stretched, so that its compressed parts can be examined too. */
const unevenness = 64;
/** A window is at least 1/exact of its distance from 1970 and of all time, so that numbers can tell its px apart. */
const exact = 2 ** 38;

const lengthOf = ({ range }: { range: [number, number] }) => range[1] - range[0];

/** The last magnified scale of each base, since a move needs the same one several times a frame. */
const magnified = new WeakMap<TimeScale, { k: number; scale: TimeScale }>();

/**
 * @param keep caches the scale, where the next call is likely to need the same
 * @returns the base magnified by `k`, starting at 0 px
 */
export function magnify(base: TimeScale, k: number, keep = true): TimeScale {
	const known = magnified.get(base);
	if (known?.k === k) return known.scale;
	let px = 0;
	const scale = piecewise(
		base.kind,
		base.pieces.map((piece) => ({
			...piece,
			range: [px, (px += lengthOf(piece) * (piece.folded ? 1 : k))]
		}))
	);
	if (keep) magnified.set(base, { k, scale });
	return scale;
}

export const totalLength = (base: TimeScale, k: number) => magnify(base, k).range()[1];

/** Length of the window that the base was made for, px. */
export const windowLength = (base: TimeScale) => base.range()[1] - base.range()[0];

function mostFor(base: TimeScale): number {
	const rates = base.pieces
		.filter(({ folded }) => !folded)
		.map((piece) => lengthOf(piece) / (piece.domain[1] - piece.domain[0]));
	const least = Math.max(shortest, ...base.domain().map((time) => Math.abs(time) / exact));
	const nearest = (rate: number) => windowLength(base) / (rate * least);
	const [slowest, fastest] = [Math.min(...rates), Math.max(...rates)];
	return Math.max(1, Math.min(nearest(slowest), nearest(fastest) * unevenness, exact));
}

/** Keeps the camera within the axis, and no closer than the limits above allow. */
export function clampCamera(base: TimeScale, { k, offset }: Camera): Camera {
	const inside = Math.min(mostFor(base), Math.max(1, k));
	return {
		k: inside,
		offset: Math.max(0, Math.min(offset, totalLength(base, inside) - windowLength(base)))
	};
}

/**
 * @returns the camera whose window is `[from, to]`, ms, or the closest possible one around its middle; for a window
 * inside a break, one of the whole break with some time around it
 */
export function cameraFor(base: TimeScale, window: [number, number]): Camera {
	const [from, to] = aroundBreak(base, window);
	const length = windowLength(base);
	let natural = 0;
	let folded = 0;
	for (const piece of base.pieces) {
		const [a, b] = [Math.max(from, piece.domain[0]), Math.min(to, piece.domain[1])];
		if (b <= a) continue;
		const share = (lengthOf(piece) * (b - a)) / (piece.domain[1] - piece.domain[0]);
		if (piece.folded) folded += share;
		else natural += share;
	}
	const { k } = clampCamera(base, { k: natural > 0 ? Math.max(1, (length - folded) / natural) : Infinity, offset: 0 });
	const scale = magnify(base, k);
	return clampCamera(base, { k, offset: (scale(from) + scale(to) - length) / 2 });
}

function aroundBreak({ pieces }: TimeScale, [from, to]: [number, number]): [number, number] {
	const fold = pieces.find(({ folded, domain: [a, b] }) => folded && from >= a && to <= b);
	if (!fold) return [from, to];
	const half = Math.max(to - from, shortest) / 2;
	return [fold.domain[0] - half, fold.domain[1] + half];
}

export function windowOf(base: TimeScale, { k, offset }: Camera): [number, number] {
	const scale = magnify(base, k);
	return [scale.invert(offset), scale.invert(offset + windowLength(base))];
}

/** @param px position in the window at which the time stays fixed */
export function zoomAt(base: TimeScale, camera: Camera, factor: number, px: number): Camera {
	const time = magnify(base, camera.k).invert(camera.offset + px);
	const { k } = clampCamera(base, { k: camera.k * factor, offset: 0 });
	return clampCamera(base, { k, offset: magnify(base, k)(time) - px });
}
