import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { dress, pageStory } from '#lib/server/page.ts';
import { editions } from '#lib/server/stories.ts';
import { tableOf } from '#lib/server/tiles/read.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = editions;

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const table = tableOf(params.story);
	const { fonts, citation } = dress(story, base);
	return {
		story,
		fonts,
		citation,
		table: table && { ...table, url: `${base}/tiles/${params.story}` }
	};
};
