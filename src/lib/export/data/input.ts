/** What every format of a story’s data is written from. */
import type { Item, LocalScene, LocalStory } from '../../view/local.ts';
import { filterStory, orderScenes, type SceneSelection } from '../../view/select.ts';
import type { View } from '../../view/view.ts';

export interface DataInput {
	story: LocalStory;
	view: View;
	/** Items kept by the filter (and by the scene, where the View has one), by time. */
	items: Item[];
	/** Scenes in the View’s order. */
	scenes: { scene: LocalScene; cards: Item[] }[];
	/** Returns the absolute address of a View. */
	link: (view: View) => string;
	/** Returns the absolute address of an item’s card. */
	linkTo: (item: Item) => string;
}

/** @param link returns the absolute address of a View */
export function inputFor(story: LocalStory, view: View, link: (view: View) => string): DataInput {
	const { items, scenes } = filterStory(story, view.actors, view.order);
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const own = ({ scene: one }: SceneSelection) => !scene || one === scene;
	return {
		story,
		view,
		items: scene ? items.filter(({ ref }) => scene.lights.includes(ref)) : items,
		scenes: orderScenes(story, view.order).flatMap((one) => {
			const selected = scenes.find((selection) => selection.scene === one);
			return selected && own(selected) ? [{ scene: one, cards: selected.cards }] : [];
		}),
		link,
		linkTo: (item) => link({ ...view, actors: [], theme: 'auto', scene: null, focus: item.ref })
	};
}
