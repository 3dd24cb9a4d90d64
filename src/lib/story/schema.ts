/**
 * The only definition of what an editor may write in a story folder. The types (`model.ts`) and the JSON Schema for
 * completion (`jsonSchema`) are derived from it. It covers single values; rules between values (ids, dates, languages)
 * are in `check.ts`.
 */
import { z } from 'zod';
import { actorSchema, sourceSchema } from './schema/actors.ts';
import { eventSchema, figureSchema, quoteSchema } from './schema/items.ts';
import { sceneSchema } from './schema/scenes.ts';
import { storySchema } from './schema/story.ts';
import { verifiedSchema } from './schema/verified.ts';

/** File name → schema of its content. A file contains one mapping (story) or a list. */
export const fileSchemas = {
	'story.yaml': storySchema,
	'actors.yaml': z.array(actorSchema).min(1),
	'events.yaml': z.array(eventSchema).min(1),
	'quotes.yaml': z.array(quoteSchema),
	'figures.yaml': z.array(figureSchema),
	'scenes.yaml': z.array(sceneSchema).min(1),
	'sources.yaml': z.array(sourceSchema).min(1),
	'verified.yaml': verifiedSchema
} as const;

/** Name of a file of a story, such as `events.yaml`. */
export type FileName = keyof typeof fileSchemas;

/** Files that a story may lack. */
export const optionalFiles: readonly FileName[] = ['verified.yaml'];

/** @returns the JSON Schema (draft 2020-12) of one file of a story, for completion in an editor */
export function jsonSchema(file: FileName): object {
	return z.toJSONSchema(fileSchemas[file], { io: 'input' });
}
