import { robots } from '#lib/node/sitemap.ts';

export const GET = () => new Response(robots(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
