import { error } from '@sveltejs/kit';
import { feedLanguages, feedType, siteFeed } from '#lib/node/feed.ts';
import type { RequestHandler } from './$types';

/** Its stories and corrections as a feed; there is none without the address of the site. */
export const GET: RequestHandler = ({ params }) => {
	if (!feedLanguages().includes(params.lang)) error(404, `no feed in "${params.lang}"`);
	return new Response(siteFeed(params.lang), { headers: { 'content-type': feedType } });
};
