import { error } from '@sveltejs/kit';
import { exploreTable } from '#lib/node/explore.ts';
import { dress, pageStory } from '#lib/node/page.ts';
import { site } from '#lib/node/site.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const { fonts, colours, citation } = dress(story);
	return { story, base: site().base, fonts, colours, citation, table: exploreTable(params.story) };
};
