/** Where each sign first stands: a scene explains what none before it has. */
import type { LocalStory } from '../view/local.ts';
import { select, type Filtered } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { frames } from './frames.ts';
import type { Sign } from './parts.ts';
import { layoutScene } from './scene.ts';
import { signsOf } from './sceneKey.ts';

/** Of a whole story they are the same in both orders, and a layout a scene is dear. */
const known = new WeakMap<LocalStory, Map<string, Sign[]>>();

function signsOfScene(story: LocalStory, scene: string, filtered: Filtered): Sign[] {
	const draw = () =>
		signsOf(layoutScene(story, select(story, { ...initialView(story.lang), scene }, filtered), frames.desk));
	if (filtered.items.length < story.items.length) return draw();
	const own = known.get(story) ?? new Map<string, Sign[]>();
	known.set(story, own);
	const signs = own.get(scene) ?? draw();
	own.set(scene, signs);
	return signs;
}

/**
 * @param filtered by actors, in the reader’s order
 * @returns of each scene that has a picture, in the reader’s order, the signs that none before it has; scenes of which
 * the filter leaves nothing have none
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
