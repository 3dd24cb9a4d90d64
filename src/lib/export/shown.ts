/** A part of a story to take along, where it is no scene: what an explorer shows. */
import type { LocalStory } from '../view/local.ts';

export interface Shown {
	/** Its extent is the part’s, its items those kept, its sides the lanes. */
	story: LocalStory;
	/** The same with the items of its time alone. */
	data: LocalStory;
	/** Which part it is, for readers. */
	heading: string;
	/** The same for a file’s name, a word or date each. */
	part: string[];
}
