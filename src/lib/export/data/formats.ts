/** A story as data: in one language, filtered, in formats that other tools read. Runs in a browser and in Node. */
import { arrived } from '../../part/absent.ts';
import { filterStory, orderScenes, type SceneSelection } from '../../view/select.ts';
import type { Item, LocalScene, LocalStory } from '../../view/local.ts';
import type { View } from '../../view/view.ts';

export const dataFormats = ['csv', 'json', 'timelinejs', 'ics', 'jsonld', 'md'] as const;
export type DataFormat = (typeof dataFormats)[number];

export interface DataFile {
	text: string;
	/** MIME type. */
	type: string;
	/** Extension of the file’s name, without the dot. */
	extension: string;
	/** What the format cannot hold, in the story’s language, one sentence each. */
	losses: string[];
}

/** The input of every format. */
export interface Kept {
	story: LocalStory;
	view: View;
	/** Items kept by the filter (and by the scene, where the View has one), by time. */
	items: Item[];
	/** Scenes in the View’s order. */
	scenes: { scene: LocalScene; cards: Item[] }[];
	/** Returns the absolute address of a View. */
	link: (view: View) => string;
	/** Returns the absolute address of an item’s card. */
	linkTo: (item: Item) => string;
}

type Writer = (kept: Kept) => Omit<DataFile, 'type' | 'extension'>;

/** Loaded one by one, so that an export loads only the library of its format. */
const writers: Record<DataFormat, { type: string; extension: string; load: () => Promise<Writer> }> = {
	csv: { type: 'text/csv', extension: 'csv', load: async () => (await import('./csv.ts')).toCsv },
	json: { type: 'application/json', extension: 'json', load: async () => (await import('./json.ts')).toJson },
	timelinejs: {
		type: 'application/json',
		extension: 'timeline.json',
		load: async () => (await import('./timelinejs.ts')).toTimelineJs
	},
	ics: { type: 'text/calendar', extension: 'ics', load: async () => (await import('./ics.ts')).toCalendar },
	jsonld: { type: 'application/ld+json', extension: 'jsonld', load: async () => (await import('./jsonld.ts')).toJsonLd },
	md: { type: 'text/markdown', extension: 'md', load: async () => (await import('./markdown.ts')).toMarkdown }
};

/** Extension of a data file’s name, without the dot. */
export const extensionOf = (format: DataFormat): string => writers[format].extension;

/**
 * @param link returns the absolute address of a View
 * @throws Absent where the code of the format cannot be loaded
 */
export async function toData(
	story: LocalStory,
	view: View,
	format: DataFormat,
	link: (view: View) => string
): Promise<DataFile> {
	const { load, type, extension } = writers[format];
	const write = await arrived(load());
	return { ...write(keepFor(story, view, link)), type, extension };
}

function keepFor(story: LocalStory, view: View, link: (view: View) => string): Kept {
	const { items, scenes } = filterStory(story, view.actors, view.order);
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const own = ({ scene: one }: SceneSelection) => !scene || one === scene;
	return {
		story,
		view,
		items: scene ? items.filter(({ ref }) => scene.lights.includes(ref)) : items,
		scenes: orderScenes(story, view.order).flatMap((one) => {
			const selected = scenes.find((selection) => selection.scene === one);
			return selected && own(selected) ? [{ scene: one, cards: selected.cards }] : [];
		}),
		link,
		linkTo: (item) => link({ ...view, actors: [], theme: 'auto', scene: null, focus: item.ref })
	};
}
