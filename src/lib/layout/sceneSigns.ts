/** Finds where each sign first appears: a scene explains only signs that no scene before it has. */
import type { LocalStory } from '../view/local.ts';
import { select, type Filtered } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { frames } from './frames.ts';
import type { Sign } from './parts.ts';
import { layoutScene } from './scene.ts';
import { sceneSigns } from './sceneKey.ts';

/** Cached for unfiltered stories: signs are the same in every order, and laying out each scene is expensive. */
const known = new WeakMap<LocalStory, Map<string, Sign[]>>();

function signsOfScene(story: LocalStory, scene: string, filtered: Filtered): Sign[] {
	const draw = () =>
		sceneSigns(layoutScene(story, select(story, { ...initialView(story.lang), scene }, filtered), frames.desk));
	if (filtered.items.length < story.items.length) return draw();
	const own = known.get(story) ?? new Map<string, Sign[]>();
	known.set(story, own);
	const signs = own.get(scene) ?? draw();
	own.set(scene, signs);
	return signs;
}

/**
 * @param filtered the story filtered by actors, in the reader’s order
 * @returns for each scene with a picture, in the reader’s order, its signs that no scene before it has; scenes emptied
 * by the filter are left out
 */
export function firstSigns(story: LocalStory, filtered: Filtered): Record<string, Sign[]> {
	const seen = new Set<Sign>();
	return Object.fromEntries(
		filtered.scenes
			.filter(({ scene, empty }) => !scene.ending && !scene.stage && !empty)
			.map(({ scene: { id } }): [string, Sign[]] => {
				const own = signsOfScene(story, id, filtered).filter((sign) => !seen.has(sign));
				own.forEach((sign) => seen.add(sign));
				return [id, own];
			})
	);
}
