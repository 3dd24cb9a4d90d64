/** A story once its files have been read. Types only: the schema is the definition. */
import type { z } from 'zod';
import type { DateSpan } from './date.ts';
import type { Kind } from './kinds.ts';
import type { actorSchema, sourceSchema } from './schema/actors.ts';
import type { eventSchema, figureSchema, quoteSchema } from './schema/items.ts';
import type { sceneSchema } from './schema/scenes.ts';
import type { storySchema } from './schema/story.ts';
import type { verifiedSchema } from './schema/verified.ts';

export type { Kind };
/** A text in each language of the story, by its BCP 47 tag: `{ en: '…', 'zh-Hans': '…' }`. */
export type Text = Record<string, string>;
/** `event-chatgpt`: kind and id; also the item's anchor on the page. */
export type Ref = `${Kind}-${string}`;

type Dated = { span: DateSpan };
/**
 * A side of the story, as `sides` in story.yaml has it.
 * @interface
 */
export type Side = z.infer<typeof storySchema>['sides'][number];
/**
 * An entry of actors.yaml.
 * @interface
 */
export type Actor = z.infer<typeof actorSchema>;
/**
 * An entry of events.yaml, with its date as a span.
 * @interface
 */
export type StoryEvent = z.infer<typeof eventSchema> & Dated;
type SpeaksOf = NonNullable<z.infer<typeof quoteSchema>['speaksOf']>;
/**
 * An entry of quotes.yaml, with the date that it was said on, and that it speaks of, as spans.
 * @interface
 */
export type Quote = Omit<z.infer<typeof quoteSchema>, 'speaksOf'> & Dated & { speaksOf?: SpeaksOf & Dated };
type Row = z.infer<typeof figureSchema>['rows'][number];
/**
 * An entry of figures.yaml, with its date as a span; a row’s `span` is that of the row’s own date.
 * @interface
 */
export type Figure = Omit<z.infer<typeof figureSchema>, 'rows'> & Dated & { rows: (Row & { span?: DateSpan })[] };
/**
 * An entry of sources.yaml, with its date as a span.
 * @interface
 */
export type Source = z.infer<typeof sourceSchema> & { span?: DateSpan };
/**
 * An entry of scenes.yaml; `window` is null where the scene shows all of the story’s time.
 * @interface
 */
export type Scene = Omit<z.infer<typeof sceneSchema>, 'window'> & { window: DateSpan | null };
/**
 * Where a source says something: the source’s id, and paragraphs or pages in it.
 * @interface
 */
export type Citation = StoryEvent['sources'][number];
export type Correction = NonNullable<StoryEvent['corrections']>[number];
export type Review = NonNullable<StoryEvent['reviewed']>[number];
/**
 * The content of verified.yaml.
 * @interface
 */
export type Verified = z.infer<typeof verifiedSchema>;

/**
 * A story: its files, read and checked against each other. Every reference in it leads to an entry.
 * @interface
 */
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
