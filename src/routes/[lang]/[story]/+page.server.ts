import { error } from '@sveltejs/kit';
import { dress, pageStory } from '#lib/node/page.ts';
import { site } from '#lib/node/site.ts';
import { storyParts } from '#lib/node/serverDrawn.ts';
import { readStories } from '#lib/node/stories.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const tabled = !!readStories().get(params.story)!.table;
	return { story, tabled, base: site().base, ...dress(story), drawn: storyParts(story) };
};
