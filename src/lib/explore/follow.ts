/**
 * What is drawn while the camera moves. With much to draw, a new layout takes longer than a frame, so between two
 * layouts of a zoom the drawing is only stretched. It also keeps its chunks until the reader pauses or has come much
 * nearer; then it is the same as for a reader who went there directly.
 */
import type { TimeScale } from '../layout/timeScale.ts';
import { magnify, windowLength, type Camera } from './camera.ts';
import { levelOf } from './chunks.ts';

/** The camera that the chunks were laid out for. */
export interface DrawnCamera extends Camera {
	/** Level of the chunks; at most the camera’s own. */
	level: number;
	/** Time of the layout on the caller’s clock, ms. */
	since: number;
	/** Magnification and time of the last move, which tell how fast a zoom is. */
	moved: { k: number; at: number };
}

/** Time between two layouts of a zoom, ms; a zoom that doubles in one second comes 7 % nearer meanwhile. */
const pause = 100;
/** Faster than a factor of e^3 (twenty) per second, nobody reads … */
const fast = 3;
/** … so until the zoom slows down the drawing is stretched, but no more than by this factor … */
const mostStretch = 9;
/** … and no less than by this one, since what is shrunk must be drawn far beyond the window. */
const leastStretch = 1 / 3;
/** Chunks are kept for this many halvings. */
const levelsKept = 2;

export const atRest = (camera: Camera, now: number): DrawnCamera => ({
	...camera,
	level: levelOf(camera.k),
	since: now,
	moved: { k: camera.k, at: now }
});

/** @returns what to draw for a camera after `last`; `stretch` tells how to show it */
export function follow(base: TimeScale, camera: Camera, last: DrawnCamera, now: number): DrawnCamera {
	const moved = { k: camera.k, at: now };
	if (camera.k === last.k) return { ...last, offset: camera.offset, moved };
	const factor = camera.k / last.k;
	const isFast = Math.abs(Math.log(camera.k / last.moved.k)) / (now - last.moved.at) > fast / 1000;
	if (factor > leastStretch && factor < mostStretch && (now - last.since < pause || isFast)) {
		const half = windowLength(base) / 2;
		const middle = magnify(base, camera.k).invert(camera.offset + half);
		return { ...last, offset: magnify(base, last.k, false)(middle) - half, moved };
	}
	const own = levelOf(camera.k);
	const level = own < last.level ? Math.max(0, own - 1) : own > last.level + levelsKept ? own : last.level;
	return { ...camera, level, since: now, moved };
}

export interface Stretching {
	/** Scale factor along the axis. */
	factor: number;
	/** Position in the window of the axis point `from`, px. */
	shift: number;
	/** Length of axis needed beyond each end of the window, px. */
	reach: number;
}

/** @param from position on the axis that the drawing counts from, px */
export function stretch(base: TimeScale, camera: Camera, drawn: DrawnCamera, from: number): Stretching {
	const factor = camera.k / drawn.k;
	const half = windowLength(base) / 2;
	return {
		factor,
		shift: half - factor * (drawn.offset + half - from),
		reach: Math.max(0, half / factor - half)
	};
}
