/** A part of a story to export that is not a scene: what an explorer shows. */
import type { Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import type { LocalStory } from '../view/local.ts';

export interface Shown {
	/** A story with the part’s extent, the kept items, and the lanes as sides. */
	story: LocalStory;
	/** The same with only the items in its span of time. */
	data: LocalStory;
	/** Text about events of which the data has only a count; '' where there are none. */
	counted: string;
	/** Description of the part, for readers. */
	heading: string;
	/** Words or dates for the file’s name. */
	part: string[];
	/** How it is drawn; by default as a scene. */
	drawn?: Drawn;
}

export interface Drawn {
	/** Direction of time. */
	orientation: Frame['orientation'];
	/** Whether some events are only counted, not named. */
	crowd: boolean;
	/** Number of events in its span, named or counted. */
	events: number;
	/** Number of events kept over all time, and the total. */
	counts: { shown: number; total: number };
	/** Names of lanes stand above the frame where time runs down, and inside it where time runs across. */
	draw: (frame: Frame) => TimelineLayout;
}

/** What of a story is exported: the part that is shown, the scene that is read, all of it, or one quotation. */
export type ExportPart = 'shown' | 'scene' | 'whole' | 'quote';
