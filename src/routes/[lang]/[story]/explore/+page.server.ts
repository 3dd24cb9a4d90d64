import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { dress, pageStory } from '#lib/node/page.ts';
import { editions } from '#lib/node/stories.ts';
import { exploreTable } from '#lib/node/explore.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = editions;

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const { fonts, citation } = dress(story, base);
	return {
		story,
		base,
		fonts,
		citation,
		table: exploreTable(params.story, base)
	};
};
