import { error, json } from '@sveltejs/kit';
import { oembed } from '#lib/node/oembed.ts';
import { localStory } from '#lib/node/page.ts';
import { site } from '#lib/node/site.ts';
import type { RequestHandler } from './$types';

/** How another site embeds the story; it needs the address of this one. */
export const GET: RequestHandler = ({ params }) => {
	const story = localStory(params.story, params.lang);
	if (!story || !site().origin) error(404, `nothing to embed at "${params.lang}/${params.story}"`);
	return json(oembed(story));
};
