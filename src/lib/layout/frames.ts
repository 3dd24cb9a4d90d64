import type { Sign } from './parts.ts';

/** Frames that a timeline is laid out for, px. The server does not know the screen; a live page fits its own. */
export interface Frame {
	name: string;
	width: number;
	height: number;
	/** `down`: time runs down, labels beside it. `across`: a strip without labels, or a stretch of `layoutAcross`. */
	orientation: 'down' | 'across';
	/** Label type size, px; the small one is for dates and ticks. */
	font: { label: number; small: number };
	/** Signs that the picture explains where it has room. */
	key?: readonly Sign[];
}

const font = { label: 15, small: 13 };

/** The usual frames: beside the prose, and the strip of a phone. Sizes are px. */
export const frames = {
	desk: { name: 'desk', width: 680, height: 690, orientation: 'down', font },
	strip: { name: 'strip', width: 390, height: 104, orientation: 'across', font }
} satisfies Record<string, Frame>;

/** Rounds a measured length down to 20 px, so that a scrollbar or a small resize causes no new layout. */
export const step = (value: number, least: number) => Math.max(least, Math.floor(value / 20) * 20);

/** A frame for a measured box. */
export function fitFrame(frame: Frame, box: { width: number; height: number }): Frame {
	return {
		...frame,
		width: Math.max(280, Math.floor(box.width / 4) * 4),
		height: frame.orientation === 'down' ? step(box.height, 320) : frame.height
	};
}
