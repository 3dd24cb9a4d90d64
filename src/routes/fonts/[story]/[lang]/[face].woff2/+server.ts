import { error } from '@sveltejs/kit';
import { subset } from '#lib/node/fonts.ts';
import { localStory } from '#lib/node/page.ts';
import { storyFaces } from '#lib/node/storyFaces.ts';
import { readStories } from '#lib/node/stories.ts';
import { rowCharacters } from '#lib/node/tiles/read.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	[...readStories().values()].flatMap(({ slug, languages }) =>
		languages.flatMap((lang) =>
			storyFaces(localStory(slug, lang)!, rowCharacters(slug, lang)).map(({ name }) => ({
				story: slug,
				lang,
				face: name
			}))
		)
	);

export const GET: RequestHandler = async ({ params }) => {
	const story = localStory(params.story, params.lang);
	const face =
		story && storyFaces(story, rowCharacters(params.story, params.lang)).find(({ name }) => name === params.face);
	if (!face) error(404, `no font "${params.face}" for "${params.story}" in "${params.lang}"`);
	const font = await subset(face.name, face.characters);
	return new Response(new Uint8Array(font), { headers: { 'content-type': 'font/woff2' } });
};
