import { error } from '@sveltejs/kit';
import { localStory } from '#lib/node/page.ts';
import { toJson } from '#lib/text/json.ts';
import type { RequestHandler } from './$types';

/** What the explorer and exports of a long story fetch (view/whole.ts). */
export const GET: RequestHandler = ({ params }) => {
	const story = localStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	// The words of the interface come with the page.
	return new Response(toJson({ ...story, ui: null }), { headers: { 'content-type': 'application/json' } });
};
