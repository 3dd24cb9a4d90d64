import { error } from '@sveltejs/kit';
import { localStory, pageStory } from '#lib/node/page.ts';
import { editions } from '#lib/node/stories.ts';
import { pageName, pagesOf, storyOfCards } from '#lib/view/shorten.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Only of scenes whose cards the story’s page does not all carry. */
export const entries: EntryGenerator = () =>
	editions().flatMap((edition) => {
		const whole = localStory(edition.story, edition.lang)!;
		const long = pageStory(edition.story, edition.lang)!.scenes.filter((scene) => scene.whole);
		return long.flatMap(({ id }) => {
			const scene = whole.scenes.find((other) => other.id === id)!;
			return pagesOf(scene, whole).map((_, n) => ({ ...edition, scene: pageName(scene, n + 1) }));
		});
	});

export const load: PageServerLoad = ({ params }) => {
	const story = localStory(params.story, params.lang);
	const [anchor, number = '1'] = params.scene.split('.');
	const scene = story?.scenes.find(({ id }) => `scene-${id}` === anchor);
	const pages = story && scene ? pagesOf(scene, story) : [];
	const items = pages[Number(number) - 1];
	if (!story || !scene || !items) error(404, `no page "${params.scene}" in "${params.lang}/${params.story}"`);
	const { id, heading, cards } = scene;
	return {
		story: storyOfCards(story, items),
		scene: { id, heading, count: cards.length, first: cards.indexOf(items[0].ref) + 1 },
		items: items.map(({ ref }) => ref),
		page: Number(number),
		pages: pages.length
	};
};
