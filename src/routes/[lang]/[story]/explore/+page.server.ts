import { error } from '@sveltejs/kit';
import { exploreParts, exploreTable } from '#lib/node/explore.ts';
import { dress, localStory, pageStory } from '#lib/node/page.ts';
import { dateLang } from '#lib/explore/table.ts';
import { site } from '#lib/node/site.ts';
import { tableOf } from '#lib/node/tiles/read.ts';
import { Unsent } from '#lib/page/unsent.ts';
import { dateForms } from '#lib/text/dateForms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const story = pageStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const { fonts, colours, citation } = await dress(story);
	const drawn = exploreParts(localStory(params.story, params.lang)!, tableOf(params.story));
	const dates = dateForms(params.lang, dateLang(params.lang));
	const table = exploreTable(params.story);
	return { page: new Unsent({ story, base: site().base, fonts, colours, citation, dates, table, drawn }) };
};
