/** The content of verified.yaml, which `throughline verify --write` writes. */
import { z } from 'zod';
import { edtf, id } from './values.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();

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
