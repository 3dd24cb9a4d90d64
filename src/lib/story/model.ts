/** A story once its files have been read. Types only: the schema is the definition. */
import type { z } from 'zod';
import type { DateSpan } from './date.ts';
import type { Kind } from './kinds.ts';
import type {
	actorSchema,
	eventSchema,
	figureSchema,
	quoteSchema,
	sceneSchema,
	sourceSchema,
	storySchema,
	verifiedSchema
} from './schema.ts';

export type { Kind };
export type Text = Record<string, string>;
/** `event-chatgpt`: kind and id; also the item's anchor on the page. */
export type Ref = `${Kind}-${string}`;

type Dated = { span: DateSpan };
export type Side = z.infer<typeof storySchema>['sides'][number];
export type Table = NonNullable<z.infer<typeof storySchema>['table']>;
export type Actor = z.infer<typeof actorSchema>;
export type StoryEvent = z.infer<typeof eventSchema> & Dated;
type SpeaksOf = NonNullable<z.infer<typeof quoteSchema>['speaksOf']>;
export type Quote = Omit<z.infer<typeof quoteSchema>, 'speaksOf'> & Dated & { speaksOf?: SpeaksOf & Dated };
type Row = z.infer<typeof figureSchema>['rows'][number];
/** A row’s `span` is that of its date. */
export type Figure = Omit<z.infer<typeof figureSchema>, 'rows'> & Dated & { rows: (Row & { span?: DateSpan })[] };
export type Source = z.infer<typeof sourceSchema> & { span?: DateSpan };
/** `window` is null where the scene shows all of the story's time. */
export type Scene = Omit<z.infer<typeof sceneSchema>, 'window'> & { window: DateSpan | null };
export type Citation = StoryEvent['sources'][number];
export type Correction = NonNullable<StoryEvent['corrections']>[number];
export type Review = NonNullable<StoryEvent['reviewed']>[number];
export type Verified = z.infer<typeof verifiedSchema>;

export type Story = Omit<z.infer<typeof storySchema>, 'published'> & {
	slug: string;
	published: DateSpan;
	actors: Actor[];
	events: StoryEvent[];
	quotes: Quote[];
	figures: Figure[];
	scenes: Scene[];
	sources: Source[];
	/** What `throughline verify` recorded; claims that have changed since are left out. */
	verified?: Verified;
};
