import { expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { filterStory, select } from '../view/select.ts';
import { initialView, orders } from '../view/view.ts';
import { frames } from './frames.ts';
import { layoutScene } from './scene.ts';
import { sceneSigns } from './sceneKey.ts';
import { firstSigns } from './sceneSigns.ts';

const story = readStory('data/silicon-valley-turns', 'en');

it.each(
	[[], ['alibaba'], ['moonshot'], ['openai']].map((actors) =>
		actors.filter((id) => story.actors.some((a) => a.id === id))
	)
)('explains each sign once, in the first picture that has it, under any filter', (...actors) => {
	for (const order of orders) {
		const filtered = filterStory(story, actors, order);
		const keys = firstSigns(story, filtered);
		const seen = new Set<string>();
		for (const { scene, empty } of filtered.scenes) {
			if (empty || scene.ending || scene.stage) {
				expect(keys[scene.id]).toBeUndefined();
				continue;
			}
			const view = { ...initialView('en'), scene: scene.id, actors, order };
			const own = sceneSigns(layoutScene(story, select(story, view), frames.desk));
			expect(keys[scene.id]).toEqual(own.filter((sign) => !seen.has(sign)));
			own.forEach((sign) => seen.add(sign));
		}
		expect(seen.size).toBeGreaterThan(0);
	}
});
