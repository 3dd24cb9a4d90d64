import { describe, expect, it } from 'vitest';
import { linesOf, textFaults, wordsOf } from '../../../tests/support/pictureFaults.ts';
import { readStory } from '../../../tests/support/story.ts';
import { orderScenes, select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { cameraPath } from './camera.ts';
import type { Faded } from './parts.ts';
import { frames } from './frames.ts';
import { layoutScene, type SceneLayout } from './scene.ts';

/** Duration of a transition, and the sampling interval, ms. */
const [length, every] = [560, 50];
const opacity = (part: object) => (part as Faded<object>).opacity ?? 1;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Approximate area of ink, px²: a quarter of the area of words, plus lines, marks and bars. */
const inkOf = (parts: SceneLayout) =>
	sum(wordsOf(parts).map((word) => word.width * word.size * 0.25 * word.opacity)) +
	sum(linesOf(parts).map((line) => Math.hypot(line.x2 - line.x1, line.y2 - line.y1) * 1.5 * opacity(line))) +
	sum(parts.marks.map((mark) => (mark.shape === 'none' ? 0 : Math.PI * mark.size ** 2 * opacity(mark)))) +
	sum(parts.spans.map((span) => span.length * span.thickness * opacity(span)));

const ways = [
	['data/silicon-valley-turns', 'en'],
	['data/silicon-valley-turns', 'zh-Hans'],
	['data/web-platform', 'en'],
	['tests/fixtures/stories/hannibal', 'en'],
	['tests/fixtures/stories/port-log', 'en']
].flatMap(([folder, lang]) => {
	const story = readStory(folder, lang);
	return (['told', 'time'] as const).map((order) => {
		const pictures = orderScenes(story, order).map(({ id }) =>
			layoutScene(story, select(story, { ...initialView(lang), scene: id, order }), frames.desk)
		);
		const pairs = pictures.slice(1).flatMap((b, index) => [
			[pictures[index], b],
			[b, pictures[index]]
		]);
		return { name: `${folder} in ${lang}, ${order}`, pairs };
	});
});

describe.each(ways)('the way through $name', ({ pairs }) => {
	it('never shows words on words, anything outside, or an empty panel', () => {
		for (const [a, b] of pairs) {
			const path = cameraPath(a, b);
			const least = Math.min(inkOf(a), inkOf(b)) / 3;
			for (let ms = every; ms < length; ms += every) {
				const parts = path(ms / length);
				expect(textFaults(parts)).toEqual([]);
				expect(inkOf(parts)).toBeGreaterThan(least);
			}
		}
	});

	it('begins and ends in the pictures themselves, from a picture on the way too', () => {
		for (const [a, b] of pairs) {
			const path = cameraPath(a, b);
			expect(path(0)).toBe(a);
			expect(path(1)).toBe(b);
			const half = path(0.4);
			const back = cameraPath(half, a);
			expect(back(1)).toBe(a);
			for (const t of [0.2, 0.5, 0.8]) expect(textFaults(back(t))).toEqual([]);
		}
	});
});
