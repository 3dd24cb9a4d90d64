import { json } from '@sveltejs/kit';
import { draftsLeftOut, leftOut, readStories } from '#lib/node/stories.ts';

/** For the command that builds the site, and not part of the site: reads its stories, and says which have a table. */
export const GET = () => {
	const tables = [...readStories().values()].filter(({ table }) => table).map(({ slug }) => slug);
	return json({ tables, leftOut: leftOut(), drafts: draftsLeftOut() });
};
