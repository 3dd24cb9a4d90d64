import { json } from '@sveltejs/kit';
import { addresses } from '#lib/node/addresses.ts';
import { offlineStories } from '#lib/node/offline.ts';
import { draftsLeftOut, leftOut, readStories } from '#lib/node/stories.ts';

/** For the command that builds the site, and not part of the site. */
export const GET = async () => {
	const tables = [...readStories().values()].filter(({ table }) => table).map(({ slug }) => slug);
	return json({
		addresses: await addresses(),
		tables,
		offline: offlineStories(),
		leftOut: leftOut(),
		drafts: draftsLeftOut()
	});
};
