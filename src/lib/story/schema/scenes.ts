/** The steps of the scroll: the entries of scenes.yaml. */
import { z } from 'zod';
import { draft, edtf, id, ref, reviewed, sourced, text } from './values.ts';

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
