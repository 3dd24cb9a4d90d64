/** A story as data: in one language, filtered, in formats that other tools read. Runs in a browser and in Node. */
import { arrived } from '../../part/absent.ts';
import type { LocalStory } from '../../view/local.ts';
import type { View } from '../../view/view.ts';
import { inputFor, type DataInput } from './input.ts';

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

type Writer = (input: DataInput) => Omit<DataFile, 'type' | 'extension'>;

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
	return { ...write(inputFor(story, view, link)), type, extension };
}
