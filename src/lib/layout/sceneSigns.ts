/** Where each sign first stands: a scene explains what none before it has. */
import type { LocalStory } from '../view/local.ts';
import { select, type Filtered } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { frames } from './frames.ts';
import type { Sign } from './parts.ts';
import { layoutScene } from './scene.ts';
import { signsOf } from './sceneKey.ts';

/**
 * @param filtered by actors, in the reader’s order
 * @returns of each scene that has a picture, in the reader’s order, the signs that none before it has; scenes of which
 * the filter leaves nothing have none
 */
export function firstSigns(story: LocalStory, filtered: Filtered): Record<string, Sign[]> {
	const view = initialView(story.lang);
	const seen = new Set<Sign>();
	return Object.fromEntries(
		filtered.scenes
			.filter(({ scene, empty }) => !scene.ending && !scene.stage && !empty)
			.map(({ scene: { id } }): [string, Sign[]] => {
				const selection = select(story, { ...view, scene: id }, filtered);
				const own = signsOf(layoutScene(story, selection, frames.desk)).filter((sign) => !seen.has(sign));
				own.forEach((sign) => seen.add(sign));
				return [id, own];
			})
	);
}
