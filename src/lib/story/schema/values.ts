/** Values that entries of several files have: ids, texts, dates, citations, and what was corrected or reviewed. */
import { z } from 'zod';
import { seen } from '../characters.ts';
import { storyKinds } from '../kinds.ts';

export const id = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
	.meta({ description: 'Lower-case letters, digits and single hyphens, e.g. "moonshot-ai".' });

export const ref = z
	.string()
	.regex(new RegExp(`^(${storyKinds.join('|')})-[a-z0-9]+(-[a-z0-9]+)*$`))
	.meta({ description: 'Kind and id of an item, as in a link to it: "event-chatgpt", "quote-chesky".' });

/** A BCP 47 tag; RFC 5646 gives the full grammar, and checkHead.ts checks the rest with `Intl.getCanonicalLocales`. */
export const language = z
	.string()
	.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
	.meta({ description: 'A language as BCP 47, e.g. "en" or "zh-Hans".' });

/** Text with something visible: not only spaces and characters that join or turn others. */
const seenText = z
	.string()
	.trim()
	.min(1)
	.refine((text) => !text || seen.test(text));

export const text = z
	.record(language, seenText)
	.meta({ description: 'The same text in each language of the story: { en: …, zh-Hans: … }.' });

export const edtf = z.string().trim().min(1).meta({
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

export const dated = {
	date: edtf,
	when: text
		.optional()
		.meta({ description: 'How a reader says the date, where EDTF’s own wording is not it: “early 2025”.' }),
	basis: z.enum(['stated', 'inferred']).meta({ description: 'Does the source say the date, or was it inferred?' }),
	from: text.optional().meta({ description: 'What an inferred date was inferred from.' })
};

export const sourced = { sources: z.array(citation).min(1) };

/** What was wrong and has been corrected: readers see it on the card, and exports keep it. */
export const corrections = z
	.array(z.strictObject({ date: edtf, what: text, why: text }))
	.min(1)
	.optional()
	.meta({ description: 'What was changed after it was published, when, and why. The latest last.' });

export const draft = z.boolean().optional().meta({
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

export const reviewed = z
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
