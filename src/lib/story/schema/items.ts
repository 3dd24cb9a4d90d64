/** What a timeline shows: the entries of events.yaml, quotes.yaml and figures.yaml. */
import { z } from 'zod';
import { corrections, dated, draft, edtf, id, language, reviewed, sourced, text } from './values.ts';

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
