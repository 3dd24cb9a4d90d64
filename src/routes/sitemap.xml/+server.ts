import { error } from '@sveltejs/kit';
import { sitemaps } from '#lib/node/sitemap.ts';

export const GET = () => {
	const xml = sitemaps().get('/sitemap.xml');
	if (!xml) error(404, 'no sitemap without the address of the site');
	return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
