import { json } from '@sveltejs/kit';
import { addresses } from '#lib/node/addresses.ts';
import { offlineStories } from '#lib/node/offline.ts';

/** For the command that builds the site, and not part of the site. */
export const GET = async () => json({ addresses: await addresses(), offline: offlineStories() });
