/** Types that the parts of the horizontal timeline share: its frame, and one entry of a lane. */
import type { Box } from './parts.ts';
import type { Item } from '../view/local.ts';
import type { Row } from './rows.ts';

export interface LineFrame {
	width: number;
	/** Upper limit; without a `spine` the layout is as high as its words need. */
	height: number;
	font: { label: number; small: number };
	/** Distance between the two spines, px; the axis words stand in it. 0: both on one line, without words. */
	gutter: number;
	/** y of the first spine, px; by default as far down as the words above it need. */
	spine?: number;
	/** Thickness of told marks on their spine, px. */
	thick: number;
	/** Other marks: radius, step between two, offset of the first row from the spine, px; rows, by default 2. */
	dot: { radius: number; step: number; base: number; rows?: number };
	/** px kept free of marks at both ends. */
	pad: number;
	/** Shows the whole of a story: crowded years become towers, long gaps are named. */
	whole?: boolean;
}

/** Type sizes, px: labels, and small words. */
export const lineFont = { label: 15, small: 13 };

/** One mark of a lane, in px along the line. `tier` 0 is on the spine, each further one beside the one before. */
export interface LineEntry {
	row: Row;
	x: number;
	from: number;
	to: number;
	sign: 'dot' | 'bar' | 'hatch';
	/** Told, so drawn in full. */
	lit: boolean;
	/** Its words stand above the picture. */
	led: boolean;
	/** The item of its row whose words stand there. */
	leader?: Pick<Item, 'sides'>;
	tier: number;
	/** Drawn by another entry of the same date. */
	shared: boolean;
}

/** Distance between two tiers, px. */
export const tierStep = 12;

/** A box in a lane: along the line, and away from its spine (`y` is the edge nearest to the spine). */
export type LaneBox = Box;

export const meets = (a: LaneBox, b: LaneBox, padX = 0, padY = 0): boolean =>
	a.x < b.x + b.width + padX &&
	b.x < a.x + a.width + padX &&
	a.y < b.y + b.height + padY &&
	b.y < a.y + a.height + padY;

export const clamp = (x: number, from: number, to: number): number => Math.max(from, Math.min(to, x));
