/** What the pieces of the horizontal line of time share: its frame, and one entry of a lane as it is to be drawn. */
import type { Box } from './parts.ts';
import type { Item } from '../view/local.ts';
import type { Row } from './rows.ts';

export interface LineFrame {
	width: number;
	/** At most; without a `spine` the layout is as high as its words need. */
	height: number;
	font: { label: number; small: number };
	/** Between the two spines, px: the words of the axis stand in it. 0: both on one line, without words. */
	gutter: number;
	/** Where the first spine is, px from the top; by default as far as its words need. */
	spine?: number;
	/** Marks of what is told stand this thick on their spine, px. */
	thick: number;
	/** Marks of the rest: radius, step from one to the next, and how far from the spine the first row is, px; rows, 2. */
	dot: { radius: number; step: number; base: number; rows?: number };
	/** px kept free of marks at either end. */
	pad: number;
	/** The whole of a story: crowded years stand as towers, long gaps are named. */
	whole?: boolean;
}

/** Room for words of 12 px and more. */
export const lineFont = { label: 15, small: 13 };

/** One mark of a lane. Along the line in px; `tier` 0 stands on the spine, each further one beside the one before. */
export interface Entry {
	row: Row;
	x: number;
	from: number;
	to: number;
	sign: 'dot' | 'bar' | 'hatch';
	/** Told: drawn whole. */
	lit: boolean;
	/** Its words stand outside the picture, above it. */
	led: boolean;
	/** The one of them whose words these are. */
	leader?: Pick<Item, 'sides'>;
	tier: number;
	/** Another of the same date is its sign. */
	shared: boolean;
}

/** From tier to tier, px. */
export const tierStep = 12;

/** A box in a lane: along the line, and away from its spine (`y` is the edge nearest to it). */
export type Place = Box;

export const meets = (a: Place, b: Place, padX = 0, padY = 0): boolean =>
	a.x < b.x + b.width + padX &&
	b.x < a.x + a.width + padX &&
	a.y < b.y + b.height + padY &&
	b.y < a.y + a.height + padY;

export const within = (x: number, from: number, to: number): number => Math.max(from, Math.min(to, x));
