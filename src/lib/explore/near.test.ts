import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { windowLength } from './camera.ts';
import { levelOf } from './chunks.ts';
import { explore } from './scene.ts';
import { directions } from './waysAcross.ts';

const story = manyEvents(400);

describe('a chunk that a zoom has outgrown', () => {
	it.each(['down', 'across'] as const)('%s: has on the page all that is in the window, where it is', (orientation) => {
		const of = () =>
			explore({
				story,
				items: story.items,
				scale: 'true',
				lanes: 'side',
				direction: directions[orientation],
				width: 900,
				height: 700
			});
		const [scene, whole] = [of(), of()];
		const length = windowLength(scene.base);
		const axis = orientation === 'down' ? 'y' : 'x';
		let culled = 0;
		for (const k of [24, 30.5])
			for (let offset = 0; offset < length * (k - 1); offset += length / 3) {
				const camera = { k, offset, level: levelOf(k) - 3 };
				const all = whole
					.at(camera, length * k)
					.flatMap(({ chunk, layout }) => layout.marks.map((mark) => ({ ...mark, at: chunk.start + mark[axis] })));
				const here = scene
					.at(camera)
					.flatMap(({ chunk, layout }) => layout.marks.map((mark) => ({ ...mark, at: chunk.start + mark[axis] })));
				const inWindow = <T extends { at: number }>(marks: T[]) =>
					marks.filter(({ at }) => at >= offset && at <= offset + length);
				expect(inWindow(here)).toEqual(inWindow(all));
				culled += all.length - here.length;
			}
		expect(culled).toBeGreaterThan(0);
	});
});
