import { error } from '@sveltejs/kit';
import { staticWeights } from '#lib/node/faces.ts';
import { subsetStatic } from '#lib/node/fonts.ts';
import { localStory } from '#lib/node/page.ts';
import { pictureFaces } from '#lib/node/storyFaces.ts';
import { rowCharacters } from '#lib/node/tiles/read.ts';
import type { RequestHandler } from './$types';

/** Font files for pictures, one for each face and weight: `serif-latin-600.ttf`. */
const files = (story: string, lang: string) =>
	pictureFaces(localStory(story, lang)!, rowCharacters(story, lang)).flatMap((face) =>
		staticWeights(face).map((weight) => ({ face, weight, name: `${face.name}-${weight}` }))
	);

export const GET: RequestHandler = async ({ params }) => {
	const file =
		localStory(params.story, params.lang) && files(params.story, params.lang).find(({ name }) => name === params.face);
	if (!file) error(404, `no font "${params.face}" for "${params.story}" in "${params.lang}"`);
	const font = await subsetStatic(file.face.name, file.face.characters, Number(file.weight));
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/ttf' } });
};
