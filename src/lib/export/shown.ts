/** A part of a story to take along, where it is no scene: what an explorer shows. */
import type { Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import type { LocalStory } from '../view/local.ts';

export interface Shown {
	/** Its extent is the part’s, its items those kept, its sides the lanes. */
	story: LocalStory;
	/** The same with the items of its time alone. */
	data: LocalStory;
	/** Of how many of its events data has no more than a count; '' where of none. */
	counted: string;
	/** Which part it is, for readers. */
	heading: string;
	/** The same for a file’s name, a word or date each. */
	part: string[];
	/** How it is drawn; without it as a scene is. */
	drawn?: Drawn;
}

export interface Drawn {
	/** Which way time runs. */
	orientation: Frame['orientation'];
	/** Not every event has a name: some are counted together. */
	crowd: boolean;
	/** Events in its time, named or counted. */
	events: number;
	/** Events that are kept in all time, and how many there are. */
	counts: { shown: number; total: number };
	/** The names of lanes stand over the frame where time runs down, and in it where it runs across. */
	draw: (frame: Frame) => TimelineLayout;
}
