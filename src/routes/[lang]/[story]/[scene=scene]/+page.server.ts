import { error } from '@sveltejs/kit';
import { localStory } from '#lib/node/page.ts';
import { site } from '#lib/node/site.ts';
import { pagesOf, storyOfCards } from '#lib/view/shorten.ts';
import { Unsent } from '#lib/page/unsent.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const story = localStory(params.story, params.lang);
	const [anchor, number = '1'] = params.scene.split('.');
	const scene = story?.scenes.find(({ id }) => `scene-${id}` === anchor);
	const pages = story && scene ? pagesOf(scene, story) : [];
	const items = pages[Number(number) - 1];
	if (!story || !scene || !items) error(404, `no page "${params.scene}" in "${params.lang}/${params.story}"`);
	const { id, heading, cards } = scene;
	return {
		page: new Unsent({
			base: site().base,
			story: storyOfCards(story, items),
			scene: { id, heading, count: cards.length, first: cards.indexOf(items[0].ref) + 1 },
			items: items.map(({ ref }) => ref),
			page: Number(number),
			pages: pages.length
		})
	};
};
