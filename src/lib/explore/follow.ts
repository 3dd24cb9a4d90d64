/**
 * What is drawn while the camera moves. Laying out anew costs more than a frame has where there is much to draw, so
 * between two layouts of a zoom the drawing is only stretched, and it keeps its chunks until the reader pauses or has
 * come much nearer: then it is the one that whoever goes straight there gets.
 */
import type { TimeScale } from '../layout/timeScale.ts';
import { magnify, windowLength, type Camera } from './camera.ts';
import { levelOf } from './chunks.ts';

/** A camera that chunks were laid out for. */
export interface Drawn extends Camera {
	/** Of the chunks; at most the camera’s own. */
	level: number;
	/** ms, on the clock of the caller */
	since: number;
}

/** Between two layouts of a zoom, ms: a hand that doubles in a second comes 7 % nearer meanwhile. */
const pause = 100;
/** A hand that magnifies e^3 times in a second, twentyfold, is faster than anyone reads: … */
const fast = 3;
/** … until it slows down its drawing is stretched, but not more than this. */
const mostStretch = 3;
/** Chunks are kept for this many halvings. */
const levelsKept = 2;

export const still = (camera: Camera, now: number): Drawn => ({ ...camera, level: levelOf(camera.k), since: now });

/** @returns what to draw for a camera after `last`; `stretch` says how it is to be shown */
export function follow(base: TimeScale, camera: Camera, last: Drawn, now: number): Drawn {
	if (camera.k === last.k) return { ...last, offset: camera.offset };
	const nearer = Math.abs(Math.log(camera.k / last.k));
	const since = now - last.since;
	if (nearer < Math.log(mostStretch) && (since < pause || nearer / since > fast / 1000)) {
		const half = windowLength(base) / 2;
		const middle = magnify(base, camera.k).invert(camera.offset + half);
		return { ...last, offset: magnify(base, last.k, false)(middle) - half };
	}
	const own = levelOf(camera.k);
	const level = own < last.level ? Math.max(0, own - 1) : own > last.level + levelsKept ? own : last.level;
	return { ...camera, level, since: now };
}

export interface Stretch {
	/** Along the axis. */
	factor: number;
	/** px of the window where the drawing’s px 0 of the magnified axis comes to lie, less `from` of it times the factor */
	shift: number;
	/** px of the axis needed beyond the window at each end */
	reach: number;
}

/** @param from px of the axis that the drawing counts from */
export function stretch(base: TimeScale, camera: Camera, drawn: Drawn, from: number): Stretch {
	const factor = camera.k / drawn.k;
	const half = windowLength(base) / 2;
	return {
		factor,
		shift: half - factor * (drawn.offset + half - from),
		reach: Math.max(0, half / factor - half)
	};
}
