import { error } from '@sveltejs/kit';
import { exploreTable } from '#lib/node/explore.ts';
import { toJson } from '#lib/text/json.ts';
import type { RequestHandler } from './$types';

/** The table, for an explorer that opens over the story (src/entry/InPlace.svelte); the explorer’s own page has it. */
export const GET: RequestHandler = ({ params }) => {
	const table = exploreTable(params.story);
	if (!table) error(404, `"${params.story}" has no table`);
	return new Response(toJson(table), { headers: { 'content-type': 'application/json' } });
};
