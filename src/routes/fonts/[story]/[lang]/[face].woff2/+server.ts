import { error } from '@sveltejs/kit';
import { subset } from '#lib/node/fonts.ts';
import { localStory } from '#lib/node/page.ts';
import { storyFaces } from '#lib/node/storyFaces.ts';
import { rowCharacters } from '#lib/node/tiles/read.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const story = localStory(params.story, params.lang);
	const face =
		story && storyFaces(story, rowCharacters(params.story, params.lang)).find(({ name }) => name === params.face);
	if (!face) error(404, `no font "${params.face}" for "${params.story}" in "${params.lang}"`);
	const font = await subset(face.name, face.characters);
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } });
};
