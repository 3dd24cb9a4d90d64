import { error } from '@sveltejs/kit';
import { sitemaps } from '#lib/node/sitemap.ts';
import type { RequestHandler } from './$types';

/** A part of a sitemap that is too long for one file. */
export const GET: RequestHandler = ({ params }) => {
	const xml = sitemaps().get(`/sitemap-${params.part}.xml`);
	if (!xml) error(404, `no part ${params.part} of the sitemap`);
	return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
