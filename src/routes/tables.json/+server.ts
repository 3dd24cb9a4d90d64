import { json } from '@sveltejs/kit';
import { readKeptStories } from '#lib/node/keptStories.ts';

/** Names of the stories with a table, for the commands that make them tiles, and not part of the site. */
export const GET = async () => json(await readKeptStories());
