import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { frames } from './frames.ts';
import { layoutScene, type SceneLayout } from './scene.ts';
import { stepsTo } from './steps.ts';

const parts = ['lanes', 'spans', 'bridges', 'links', 'joins', 'marks', 'labels', 'brackets', 'counts'] as const;
const drawn = (layout: SceneLayout) => parts.flatMap((name): object[] => layout[name] ?? []);

describe.each(['data/silicon-valley-turns', 'data/web-platform'])('from scene to scene of %s', (folder) => {
	const story = readStory(folder, 'en');
	const pictures = story.scenes.map(({ id }) =>
		layoutScene(story, select(story, { ...initialView('en'), scene: id }), frames.desk)
	);
	const ways = pictures.map((to, n) => [pictures[n - 1] ?? null, to] as const);

	it('ends with the picture itself, and before it shows nothing that neither has', () => {
		for (const [from, to] of ways) {
			const steps = stepsTo(from, to);
			const known = new Set([...(from ? drawn(from) : []), ...drawn(to)]);
			for (const step of steps) for (const part of drawn(step)) expect(known).toContain(part);
			expect(steps.at(-1)).toBe(to);
		}
	});

	it('sets a few labels, marks or bars a step at most', () => {
		const most = { labels: 2, marks: 4, spans: 4 };
		for (const [from, to] of ways)
			for (const name of Object.keys(most) as (keyof typeof most)[]) {
				let before = new Set<object>(from?.[name]);
				for (const step of stepsTo(from, to)) {
					const come = (step[name] as object[]).filter((part) => !before.has(part));
					expect(come.length).toBeLessThanOrEqual(most[name]);
					before = new Set<object>(step[name]);
				}
			}
	});

	it('has no mark twice, whichever it is of', () => {
		for (const [from, to] of ways)
			for (const { marks } of stepsTo(from, to)) {
				const refs = marks.map(({ ref }) => ref);
				expect(new Set(refs).size).toBe(refs.length);
			}
	});
});
