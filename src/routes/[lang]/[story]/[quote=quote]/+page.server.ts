import { error } from '@sveltejs/kit';
import { localStory } from '#lib/node/page.ts';
import { site } from '#lib/node/site.ts';
import { storyOfCards } from '#lib/view/shorten.ts';
import { Unsent } from '#lib/page/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = localStory(params.story, params.lang);
	const item = story?.items.find(({ ref }) => ref === params.quote);
	if (!story || item?.kind !== 'quote') error(404, `no quote "${params.quote}" in "${params.lang}/${params.story}"`);
	return { page: new Unsent({ story: storyOfCards(story, [item]), item, base: site().base }) };
};
