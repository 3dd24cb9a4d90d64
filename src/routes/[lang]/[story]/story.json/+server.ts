import { error } from '@sveltejs/kit';
import { localStory } from '#lib/node/page.ts';
import { toJson } from '#lib/text/json.ts';
import type { RequestHandler } from './$types';

/** The complete story, fetched by the explorer and by exports of a long story (view/whole.ts). */
export const GET: RequestHandler = ({ params }) => {
	const story = localStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	// The interface’s strings come with the page.
	return new Response(toJson({ ...story, ui: null }), { headers: { 'content-type': 'application/json' } });
};
