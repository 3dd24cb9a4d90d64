import { error } from '@sveltejs/kit';
import { subset } from '#lib/node/fonts.ts';
import { homeFaces, homeLanguages } from '#lib/node/home.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params: { lang, face: name } }) => {
	const face = homeLanguages().includes(lang) && homeFaces(lang).find((face) => face.name === name);
	if (!face) error(404, `no font "${name}" for the page of stories in "${lang}"`);
	const font = await subset(face.name, face.characters);
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } });
};
