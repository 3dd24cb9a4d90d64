import { error } from '@sveltejs/kit';
import { dress, pageStory } from '#lib/node/page.ts';
import { storyParts } from '#lib/node/serverDrawn.ts';
import { site } from '#lib/node/site.ts';
import { siteLogo } from '#lib/node/siteHead.ts';
import { readStories } from '#lib/node/stories.ts';
import { Unsent } from '#lib/page/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	return {
		page: new Unsent({
			story,
			tabled: !!readStories().get(params.story)!.table,
			base: site().base,
			logo: siteLogo(),
			...(await dress(story)),
			drawn: storyParts(story)
		})
	};
};
