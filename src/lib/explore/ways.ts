/** What of a laid-out chunk differs by the way that time runs. From left to right: waysAcross.ts, which not every reader loads. */
import type { Frame } from '../layout/frames.ts';
import { laneColour, layoutLanes, type LaneLayout, type LayoutStory } from '../layout/lanes.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { longestTicks } from '../layout/ticks.ts';
import { layoutDown, mostSatellites, spineOf, type Stretch } from '../layout/down.ts';
import type { TimeScale } from '../layout/timeScale.ts';

/** The least height of a row with a line of label, and of one with its whole title and its date, of its type’s size. */
const rowHeight = 24 / 14;
const wordedHeight = 48 / 14;

export interface Way {
	lanes: Pick<LaneLayout, 'laneOf' | 'lanes'>;
	/** Axis lines: px across the axis, to which side labels lie, and the colour of the lane. */
	rails: { at: number; dir: 1 | -1; colour: string }[];
	/** Labels that each lane has room for, a px of the axis. */
	rowsPerPx: number[];
	/** Of a crowd, labels with all their words: less than that. By default as many. */
	wordedPerPx?: number[];
	satellites: number;
	/** px */
	tickSpacing: number;
	lay(stretch: Omit<Stretch, 'lanes'>): TimelineLayout;
}

function downwards(own: LayoutStory, base: TimeScale, frame: Frame, needs?: Needs): Way {
	const { width, font } = frame;
	// The longest that a tick can be, so that the lanes do not move while the window does.
	const longest = longestTicks(base.domain(), { lang: own.lang, bce: own.ui.time.bce });
	const lanes = layoutLanes(own, width, spineOf(own, [], base, font.small, longest), font, needs);
	return {
		lanes,
		rails: lanes.rails.map(({ x, dir }, lane) => ({
			at: x,
			dir,
			colour: laneColour(own, lanes.laneOf, lane) ?? 'ink'
		})),
		rowsPerPx: lanes.rails.map(() => 1 / (rowHeight * font.label)),
		wordedPerPx: lanes.rails.map(() => 1 / (wordedHeight * font.label)),
		satellites: mostSatellites(lanes),
		tickSpacing: font.small * 2.1,
		lay: (stretch) => layoutDown(own, { ...stretch, lanes }, { ...frame, height: stretch.range[1] })
	};
}

/** Of each side the px that its words would like; none: it has none. */
export type Needs = ReadonlyMap<string, number>;

/** A way that time can run. */
export interface Direction {
	orientation: Frame['orientation'];
	/** As many as have room in so many px. */
	mostLanes(size: { width: number; height: number }, font: Frame['font']): number;
	way(own: LayoutStory, base: TimeScale, frame: Frame, needs?: Needs): Way;
}

export const down: Direction = {
	orientation: 'down',
	mostLanes: ({ width }) => Math.floor(width / 150),
	way: downwards
};
