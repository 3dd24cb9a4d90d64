import { error } from '@sveltejs/kit';
import { localStory, pageStory } from '#lib/node/page.ts';
import { editions } from '#lib/node/stories.ts';
import { toJson } from '#lib/text/json.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Only of stories that their page does not carry whole. */
export const entries: EntryGenerator = () => editions().filter(({ story, lang }) => pageStory(story, lang)!.whole);

/** What the explorer and exports of a long story fetch (view/whole.ts). */
export const GET: RequestHandler = ({ params }) => {
	const story = localStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	// The words of the interface come with the page.
	return new Response(toJson({ ...story, ui: null }), { headers: { 'content-type': 'application/json' } });
};
