import { error } from '@sveltejs/kit';
import { localStory } from '#lib/node/page.ts';
import { quoteEditions } from '#lib/node/sharing.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => quoteEditions().map(({ ref, ...edition }) => ({ ...edition, quote: ref }));

export const load: PageServerLoad = ({ params }) => {
	const story = localStory(params.story, params.lang);
	const item = story?.items.find(({ ref }) => ref === params.quote);
	if (!story || item?.kind !== 'quote') error(404, `no quote "${params.quote}" in "${params.lang}/${params.story}"`);
	return { story, item };
};
