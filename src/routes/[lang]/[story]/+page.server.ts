import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { dress, pageStory } from '#lib/node/page.ts';
import { editions, readStories } from '#lib/node/stories.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = editions;

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	return { story, tabled: !!readStories().get(params.story)!.table, base, ...dress(story, base) };
};
