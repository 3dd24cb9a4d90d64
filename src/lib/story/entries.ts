/** The entries of a story’s files as they were read, and how a check says what is wrong with one of them. */
import type { z } from 'zod';
import type { DateSpan } from './date.ts';
import type { IdKind } from './messages.ts';
import type { FileName } from './schema.ts';
import type { actorSchema, sourceSchema } from './schema/actors.ts';
import type { eventSchema, figureSchema, quoteSchema } from './schema/items.ts';
import type { sceneSchema } from './schema/scenes.ts';
import type { storySchema } from './schema/story.ts';

export type Path = readonly (string | number)[];

/** A place in a file: the value at a path (the default), its key, or a position inside its text. */
export interface Place<F = FileName> {
	file: F;
	path: Path;
	at?: 'value' | 'key';
	within?: { text: string; offset: number };
}

/** Reports a problem at a place. */
export type Report<F = FileName> = (place: Place<F>, message: string) => void;

/** @returns the line of a place in its file, counted from 1 */
export type LineOf = (place: Place) => number;

/** An entry that its schema accepts. `span` is null where its date is missing or invalid. */
export interface Entry<T> {
	index: number;
	value: T;
	span: DateSpan | null;
}

/** The ids of one list as written, including those of invalid entries; not `complete` where some could not be read. */
export interface Ids {
	file: FileName;
	path: Path;
	ids: { id: string; index: number }[];
	complete: boolean;
}

export interface Entries {
	story: z.infer<typeof storySchema> | null;
	/** Null where a language tag is invalid, so that no text can be checked for its languages. */
	languages: string[] | null;
	actors: Entry<z.infer<typeof actorSchema>>[];
	events: Entry<z.infer<typeof eventSchema>>[];
	quotes: Entry<z.infer<typeof quoteSchema>>[];
	figures: Entry<z.infer<typeof figureSchema>>[];
	scenes: Entry<z.infer<typeof sceneSchema>>[];
	sources: Entry<z.infer<typeof sourceSchema>>[];
	ids: Record<IdKind, Ids>;
	/** Cards of scenes that are invalid elsewhere; null where they could not be read. */
	otherCards: string[] | null;
}
