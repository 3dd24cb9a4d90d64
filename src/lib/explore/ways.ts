/** What depends on the direction of time. Left to right is in waysAcross.ts, which not every reader loads. */
import type { Frame } from '../layout/frames.ts';
import { laneColour, layoutLanes, type LaneLayout, type LayoutStory, type Rail } from '../layout/lanes.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { longestTicks } from '../layout/ticks.ts';
import { layoutDown, mostSatellites, spineOf } from '../layout/down.ts';
import type { Stretch } from '../layout/stretch.ts';
import type { TimeScale } from '../layout/timeScale.ts';

/** Minimum height of a row with one line of label, and with its whole title and date, in multiples of the type size. */
const rowHeight = 24 / 14;
const wordedHeight = 48 / 14;

export interface Way {
	lanes: Pick<LaneLayout, 'laneOf' | 'lanes'>;
	/** Axis lines, and the lanes’ colours. */
	rails: (Pick<Rail, 'at' | 'dir'> & { colour: string })[];
	/** Labels that fit in each lane, per px of axis. */
	rowsPerPx: number[];
	/** In a crowd, uncut labels per px of axis, which are fewer; by default `rowsPerPx`. */
	wordedPerPx?: number[];
	satellites: number;
	/** px */
	tickSpacing: number;
	lay(stretch: Omit<Stretch, 'lanes'>): TimelineLayout;
}

export const colouredRails = (own: LayoutStory, { rails, laneOf }: LaneLayout): Way['rails'] =>
	rails.map(({ at, dir }, lane) => ({ at, dir, colour: laneColour(own, laneOf, lane) ?? 'ink' }));

function downwards(own: LayoutStory, base: TimeScale, frame: Frame, needs?: Needs): Way {
	const { width, font } = frame;
	// Sized for the longest possible tick, so that the lanes do not move while the window does.
	const longest = longestTicks(base.domain(), { lang: own.lang, bce: own.ui.time.bce });
	const lanes = layoutLanes(own, width, spineOf(own, [], base, font.small, longest), font, needs);
	return {
		lanes,
		rails: colouredRails(own, lanes),
		rowsPerPx: lanes.rails.map(() => 1 / (rowHeight * font.label)),
		wordedPerPx: lanes.rails.map(() => 1 / (wordedHeight * font.label)),
		satellites: mostSatellites(lanes),
		tickSpacing: font.small * 2.1,
		lay: (stretch) => layoutDown(own, { ...stretch, lanes }, { ...frame, height: stretch.range[1] })
	};
}

/** Preferred width of each side’s words, px; a side without words is missing. */
export type Needs = ReadonlyMap<string, number>;

/** A direction of time. */
export interface Direction {
	orientation: Frame['orientation'];
	/** The number of lanes that fit in this size, px. */
	mostLanes(size: { width: number; height: number }, font: Frame['font']): number;
	way(own: LayoutStory, base: TimeScale, frame: Frame, needs?: Needs): Way;
}

export const down: Direction = {
	orientation: 'down',
	mostLanes: ({ width }) => Math.floor(width / 150),
	way: downwards
};
