/**
 * The only definition of what an editor may write in a story folder. The types (`model.ts`) and the JSON Schema for
 * completion (`jsonSchema`) are derived from it. It covers single values; rules between values (ids, dates, languages)
 * are in `check.ts`.
 */
import { storyKinds } from './kinds.ts';
import { z } from 'zod';
import { seen } from './characters.ts';

const id = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.meta({ description: 'Lower-case letters, digits and single hyphens, e.g. "moonshot-ai".' });

const ref = z
	.string()
	.regex(new RegExp(`^(${storyKinds.join('|')})-[a-z0-9]+(-[a-z0-9]+)*$`))
	.meta({ description: 'Kind and id of an item, as in a link to it: "event-chatgpt", "quote-chesky".' });

/** A BCP 47 tag; RFC 5646 gives the full grammar, and check.ts checks the rest with `Intl.getCanonicalLocales`. */
const language = z
	.string()
	.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
	.meta({ description: 'A language as BCP 47, e.g. "en" or "zh-Hans".' });

/** Text with something visible: not only spaces and characters that join or turn others. */
const seenText = z
	.string()
	.trim()
	.min(1)
	.refine((text) => !text || seen.test(text));

const text = z
	.record(language, seenText)
	.meta({ description: 'The same text in each language of the story: { en: …, zh-Hans: … }.' });

const edtf = z.string().trim().min(1).meta({
	description:
		'A date as EDTF (levels 0–2): 2022-11-30, 1977-12~ (about), 2024-01/2024-11 (from/to), 197X, -0217-06 (218 BCE).'
});

const citation = z.strictObject({
	source: id.meta({ description: 'Id of a source in sources.yaml.' }),
	paragraphs: z.array(z.int().positive()).min(1).optional(),
	pages: z.string().trim().min(1).optional(),
	excerpt: z.string().trim().min(1).max(200).optional().meta({
		description: 'A few words of the source, to the letter, that the claim rests on: readers see them beside it.'
	}),
	stance: z
		.enum(['supports', 'disputes'])
		.optional()
		.meta({ description: 'disputes: this source says otherwise; `says` tells what. supports by default.' }),
	says: text.optional().meta({ description: 'What a source that disputes the claim says instead.' })
});

const dated = {
	date: edtf,
	when: text
		.optional()
		.meta({ description: 'How a reader says the date, where EDTF’s own wording is not it: “early 2025”.' }),
	basis: z.enum(['stated', 'inferred']).meta({ description: 'Does the source say the date, or was it inferred?' }),
	from: text.optional().meta({ description: 'What an inferred date was inferred from.' })
};

const sourced = { sources: z.array(citation).min(1) };

/** What was wrong and has been corrected: readers see it on the card, and exports keep it. */
const corrections = z
	.array(z.strictObject({ date: edtf, what: text, why: text }))
	.min(1)
	.optional()
	.meta({ description: 'What was changed after it was published, when, and why. The latest last.' });

const draft = z.boolean().optional().meta({
	description: 'true: not to be published yet. `dev` shows it; build and export leave it out, unless given --drafts.'
});

/** Kinds of claims that a person may review. Quoted words must be in the source, so no review can settle them. */
export const reviewedClaims = [
	'speaker',
	'date',
	'number',
	'name',
	'paragraph',
	'reason',
	'translation',
	'author',
	'link',
	'direction',
	'sense'
] as const;

const reviewed = z
	.array(
		z.strictObject({
			claim: z.enum(reviewedClaims),
			of: z.string().trim().min(1).meta({ description: 'Which one, as verify prints it: an actor’s id, a number.' }),
			date: edtf,
			by: z.string().trim().min(1).meta({ description: 'Who has checked it.' }),
			why: text,
			digest: z
				.string()
				.regex(/^[0-9a-f]{12}$/)
				.optional()
				.meta({
					description:
						'Of the entry when it was checked, as verify prints it: the review lapses when the entry changes.'
				})
		})
	)
	.min(1)
	.optional()
	.meta({
		description: 'What a person has checked, where `throughline verify` cannot: which claim, when, and why it holds.'
	});

const colour = z.enum(['blue', 'vermilion', 'green', 'violet', 'ochre', 'ink']);

const column = z.string().trim().min(1).optional();

/** Columns of a table, which may have other names; `title_en` and `when_en` are columns for one language. */
export const tableColumns = ['date', 'title', 'actors', 'importance', 'url', 'id'] as const;

const table = z.strictObject({
	file: z
		.string()
		.regex(/^[^/\\*?[\]{}]+\.(csv|parquet|arrow)$/)
		.meta({ description: 'Name of the file in the story’s folder, ending .csv, .parquet or .arrow.' }),
	source: id.meta({ description: 'Id of a source in sources.yaml: where every row comes from.' }),
	language: language.optional().meta({
		description: 'Of titles that are one column for all languages, as BCP 47; the first language by default.'
	}),
	columns: z
		.object(
			Object.fromEntries(tableColumns.map((name) => [name, column])) as Record<
				(typeof tableColumns)[number],
				typeof column
			>
		)
		.catchall(z.string().trim().min(1))
		.optional()
		.meta({
			description:
				'What the columns are called, where not date, title (or title_<language>), actors, importance, url, id, when_<language>.'
		})
});

export const storySchema = z.strictObject({
	title: text,
	dek: text.meta({ description: 'One or two sentences under the title.' }),
	about: text.meta({ description: 'What the story rests on and whose claims it tells; Markdown.' }),
	languages: z.array(language).min(1).meta({ description: 'The first one is the default.' }),
	published: edtf,
	draft,
	corrections,
	reviewed,
	opening: z.array(ref).min(1).max(2).optional().meta({
		description:
			'What changed, as the first picture: one or two items, set large; of two the earlier first. Without it the whole timeline opens the story.'
	}),
	sides: z
		.array(
			z.strictObject({
				id,
				name: text,
				lane: z.enum(['left', 'right', 'middle']).optional().meta({
					description: 'Where it stands when two sides face each other across the axis. Leave out for equal lanes.'
				}),
				colour: colour.optional()
			})
		)
		.min(1),
	table: table.optional().meta({
		description: 'More events than can be told, a row each: readers find them in the explorer.'
	})
});

export const actorSchema = z.strictObject({
	id,
	kind: z.enum(['company', 'person', 'government', 'group']),
	side: id,
	name: text,
	aliases: z.array(z.string().trim().min(1)).optional().meta({ description: 'Other spellings that the source uses.' }),
	memberOf: id.optional().meta({ description: 'The actor it belongs to: a person’s company.' }),
	role: text.optional().meta({ description: 'What it is or does, e.g. “CEO of Nvidia”.' }),
	note: text.optional().meta({ description: 'What was inferred about it, e.g. a name in another language.' }),
	anonymous: z.literal(true).optional().meta({
		description: 'It stands for whoever is not named: its events have its side, and no page names it.'
	}),
	reviewed,
	...sourced
});

export const eventSchema = z.strictObject({
	id,
	...dated,
	title: text.meta({ description: 'Short enough for a label: about 40 letters or 20 汉字.' }),
	summary: text.optional().meta({ description: 'What happened, where the title does not say all of it.' }),
	actors: z.array(id).min(1).meta({ description: 'Who acts first, then who else is involved.' }),
	importance: z.int().min(1).max(5).default(3).meta({ description: '5 keeps its label longest.' }),
	draft,
	corrections,
	reviewed,
	...sourced
});

export const quoteSchema = z.strictObject({
	id,
	...dated,
	speaker: id,
	kind: z.enum(['direct', 'term', 'reported']).meta({
		description:
			'direct: the words stand in quotation marks in the source; term: a word or two do; reported: the source’s paraphrase.'
	}),
	language: language.meta({ description: 'The language of `words`.' }),
	words: z
		.union([z.string(), z.array(z.string())])
		.meta({ description: 'To the letter. A list where several terms are quoted.' }),
	translation: z
		.record(language, z.union([z.string().trim().min(1), z.array(z.string().trim().min(1))]))
		.optional()
		.meta({ description: 'Of `words`, for every other language of the story.' }),
	context: text.meta({ description: 'One sentence that sets the scene for the words.' }),
	about: z.array(id).default([]).meta({ description: 'Ids of the events that it speaks about.' }),
	speaksOf: z
		.strictObject(dated)
		.optional()
		.meta({ description: 'The time that the words speak about, where it is not the time when they were said.' }),
	actors: z.array(id).default([]).meta({ description: 'Others that it names.' }),
	draft,
	corrections,
	reviewed,
	...sourced
});

/** Beyond these limits a chart cannot draw lengths, and nobody could read the number. */
const amount = z
	.number()
	.max(1e15)
	.refine((value) => value <= 0 || value >= 1e-12);

const qualifier = z.enum(['exactly', 'about', 'over', 'under', 'nearly', 'down-to']).default('exactly');

export const figureSchema = z.strictObject({
	id,
	...dated,
	title: text,
	summary: text,
	chart: z.enum(['line', 'bars', 'share', 'numbers']).meta({
		description:
			'line: amounts at dates, a line for each label; bars: compare amounts; share: parts of one whole; numbers: amounts set as type, too alike or too unlike to compare by length.'
	}),
	note: text.optional().meta({
		description: 'What a reader has to know beside the numbers, said in the chart; its first sentence in bold.'
	}),
	unit: text
		.optional()
		.meta({ description: 'What is counted: “downloads”. Without it, per cent or dollars as `format` says.' }),
	format: z.enum(['count', 'percent', 'usd']).default('count'),
	whole: z
		.strictObject({ value: amount.positive(), qualifier, label: text })
		.optional()
		.meta({ description: 'The whole that the rows of a share are parts of.' }),
	rows: z
		.array(
			z.strictObject({
				label: text.meta({
					description: 'What is counted. In a line chart the name of the line: the same in each row of it.'
				}),
				date: edtf.optional().meta({
					description: 'In a line chart, and there in every row: when it was so much, as EDTF.'
				}),
				when: text
					.optional()
					.meta({ description: 'How a reader says that date, where EDTF’s own wording is not it: “early 2024”.' }),
				group: text.optional().meta({ description: 'Rows with the same group stand together, e.g. a date.' }),
				value: amount.nonnegative(),
				qualifier,
				says: text.optional().meta({
					description:
						'The amount in words, in place of the number: “under a third”. `value` is what is drawn and checked.'
				}),
				format: z.enum(['count', 'percent', 'usd']).optional(),
				unit: text.optional(),
				actor: id.optional().meta({ description: 'Gives the bar its side’s colour.' }),
				inferred: text.optional().meta({ description: 'Where the number was computed: from what.' }),
				computed: z
					.string()
					.regex(/^[\d.,%+*/() -]+$/)
					.optional()
					.meta({ description: 'How: numbers of the source with + - * / and %, e.g. "4600000 / 1%".' })
			})
		)
		.min(1),
	actors: z.array(id).min(1),
	about: z.array(id).default([]),
	draft,
	corrections,
	reviewed,
	...sourced
});

export const sceneSchema = z.strictObject({
	id,
	heading: text,
	prose: text.meta({
		description:
			'Markdown: paragraphs, *emphasis*, links to items as [words](#event-chatgpt). ![](#quote-chesky) as a paragraph of its own sets a quotation large, or a figure as its chart, in that place. [39.1 million](= 385.3 - 346.2) is a number computed from those of the source.'
	}),
	lead: text.optional().meta({
		description:
			'Markdown that replaces the first paragraph in time order, where that paragraph leans on the scene told before it.'
	}),
	stage: ref
		.regex(/^figure-/)
		.optional()
		.meta({
			description: 'A figure whose chart takes the whole stage in place of the timeline: the numbers are the news.'
		}),
	ending: z
		.boolean()
		.default(false)
		.meta({ description: 'The last scene only: the whole line at true scale. It stays last in both orders.' }),
	window: z
		.union([edtf, z.literal('all')])
		.meta({ description: 'The stretch of time that the timeline shows, as an EDTF interval, or "all".' }),
	cards: z.array(ref).meta({ description: 'The items whose evidence belongs to this scene, in the order told.' }),
	lights: z.array(ref).default([]).meta({
		description:
			'Items that the timeline names beside those that the prose links to or sets. Of prose that does neither it names all of `cards`.'
	}),
	draft: draft.meta({
		description:
			'true: not to be published yet, nor what has its card in it. `dev` shows it; build and export leave it out, unless given --drafts.'
	}),
	reviewed,
	...sourced
});

export const sourceSchema = z.strictObject({
	id,
	kind: z.enum(['article', 'book', 'dataset', 'website', 'document']),
	title: text.optional(),
	description: text.meta({ description: 'What it is, for a source without a title, and in general.' }),
	authors: z.array(z.strictObject({ name: z.string().trim().min(1), role: text.optional() })).default([]),
	outlet: text.optional(),
	language,
	published: edtf.optional(),
	basis: z.enum(['stated', 'inferred']).optional(),
	from: text.optional(),
	url: z.url({ protocol: /^https?$/ }).optional(),
	archived: z
		.url({ protocol: /^https?$/ })
		.optional()
		.meta({ description: 'Address of a copy that stays as it is.' }),
	accessed: edtf.optional().meta({ description: 'When it was read, as EDTF.' }),
	note: text.optional(),
	reviewed
});

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

/** Written by `throughline verify --write`, not by hand. */
export const verifiedSchema = z.strictObject({
	form: z.int().positive().meta({ description: 'Of the normal form that the fingerprints are made of.' }),
	sources: z.array(
		z.strictObject({
			source: id,
			date: edtf.meta({ description: 'When the story was held against it.' }),
			paragraphs: z.array(digest).meta({ description: 'SHA-256 of each paragraph in normal form.' })
		})
	),
	claims: z.array(
		z.strictObject({
			item: z.string().regex(/^(story|(event|quote|figure|scene|actor|source)-[a-z0-9]+(-[a-z0-9]+)*)$/),
			digest: digest.meta({ description: 'SHA-256 of the entry when it was checked.' }),
			found: count,
			normalised: count,
			reviewed: count,
			unchecked: count,
			open: count.default(0).meta({ description: 'Claims that were not found.' })
		})
	)
});

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
