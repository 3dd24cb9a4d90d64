/** Who acts and speaks, and the sources that say so: the entries of actors.yaml and sources.yaml. */
import { z } from 'zod';
import { edtf, id, language, reviewed, sourced, text } from './values.ts';

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
