import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { exploreTable } from '#lib/node/explore.ts';
import { editions, readStories } from '#lib/node/stories.ts';
import { toJson } from '#lib/text/json.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => editions().filter(({ story }) => readStories().get(story)!.table);

/** What the explorer fetches where it opens over the story (src/entry/InPlace.svelte): its own page brings it along. */
export const GET: RequestHandler = ({ params }) => {
	const table = exploreTable(params.story, base);
	if (!table) error(404, `"${params.story}" has no table`);
	return new Response(toJson(table), { headers: { 'content-type': 'application/json' } });
};
