import { error } from '@sveltejs/kit';
import { subset } from '#lib/server/fonts.ts';
import { homeFaces } from '#lib/server/home.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** Of the front page. */
export const entries: EntryGenerator = () => homeFaces().map(({ name }) => ({ face: name }));

export const GET: RequestHandler = async ({ params }) => {
	const face = homeFaces().find(({ name }) => name === params.face);
	if (!face) error(404, `no font "${params.face}" for the front page`);
	const font = await subset(face.name, face.characters);
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } });
};
