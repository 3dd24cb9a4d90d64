/** Time running from left to right; loaded only where a reader chooses it. */
import {
	acrossCapacity,
	acrossLanes,
	acrossSatellites,
	acrossTickSpacing,
	layoutAcross,
	mostBands
} from '../layout/across.ts';
import type { Frame } from '../layout/frames.ts';
import type { LayoutStory } from '../layout/lanes.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import { colouredRails, down, type Direction, type Way } from './ways.ts';

function acrossways(own: LayoutStory, _: TimeScale, frame: Frame): Way {
	const { height, font } = frame;
	const lanes = acrossLanes(own, height, font);
	return {
		lanes,
		rails: colouredRails(own, lanes),
		rowsPerPx: lanes.rails.map(({ room }) => acrossCapacity(room, font)),
		satellites: acrossSatellites,
		tickSpacing: acrossTickSpacing(font),
		lay: (stretch) => layoutAcross(own, { ...stretch, lanes }, { ...frame, width: stretch.range[1] })
	};
}

export const across: Direction = {
	orientation: 'across',
	mostLanes: ({ height }, font) => mostBands(height, font),
	way: acrossways
};

export const directions = { down, across };
