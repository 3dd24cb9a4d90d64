/** What stands in story.yaml: the story as a whole, its sides, and its table of events. */
import { z } from 'zod';
import { corrections, draft, edtf, id, language, ref, reviewed, text } from './values.ts';

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
