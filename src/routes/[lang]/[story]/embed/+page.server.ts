import { error } from '@sveltejs/kit';
import { pageStory } from '#lib/node/page.ts';
import { embedParts } from '#lib/node/serverDrawn.ts';
import { site } from '#lib/node/site.ts';
import { Unsent } from '#lib/page/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	return { page: new Unsent({ story, base: site().base, drawn: embedParts(story) }) };
};
