import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { dress, localStory } from '#lib/server/page.ts';
import { imageUrl } from '#lib/server/sharing.ts';
import { editions } from '#lib/server/stories.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = editions;

export const load: PageServerLoad = ({ params, url }) => {
	const story = localStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	return { story, image: imageUrl(story, 'story.card', base, url.origin), ...dress(story, base) };
};
