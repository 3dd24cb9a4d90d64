import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import type { Ref } from '../view/local.ts';
import { initialView } from '../view/view.ts';
import { pictureSizeNames } from './parts.ts';
import { layoutPicture } from './picture.ts';

const link = 'https://example.org/en/silicon-valley-turns';
const story = readStory('data/silicon-valley-turns', 'en');
const least = [...story.items].filter(({ kind }) => kind === 'event').sort((a, b) => a.importance - b.importance);
const draw = (size: (typeof pictureSizeNames)[number], highlight: Ref[], scene: string | null = null) =>
	layoutPicture(story, { ...initialView('en'), scene }, { size, link, highlight });

describe('a highlight', () => {
	it.each(pictureSizeNames)('has words in its side’s colour, whatever its importance, %s', (size) => {
		for (const { ref, sides, title } of least.slice(0, 4)) {
			const { timelines } = draw(size, [ref]);
			const labels = timelines.flatMap(({ layout }) => layout.labels.map((label) => ({ label, layout })));
			const own = labels.filter(({ label, layout }) => {
				const mark = layout.marks.find((one) => one.ref === label.ref);
				return [label.ref, ...(mark?.also ?? [])].includes(ref);
			});
			expect([title, own.length]).not.toEqual([title, 0]);
			for (const { label } of own) {
				expect(label.tone).toBe('lit');
				expect(label.colour).toBe(story.sides.find(({ id }) => id === sides[0])!.colour);
			}
			for (const { label } of labels.filter((one) => !own.includes(one)))
				expect([label.tone, label.colour]).toEqual(['dim', undefined]);
		}
	});

	it('of several has words for each', () => {
		const refs = least.slice(0, 3).map(({ ref }) => ref);
		const { layout } = draw('slide', refs).timelines[0];
		const lit = layout.labels.filter(({ tone }) => tone === 'lit');
		expect(lit.length).toBeGreaterThanOrEqual(3);
	});

	it('takes the place of what a card opens with', () => {
		const words = draw('card', [least[0].ref])
			.texts.map(({ text }) => text)
			.join(' ');
		expect(words).not.toContain('both good');
	});
});

describe('a chart', () => {
	it('is the picture of the scene that has it on its stage', () => {
		for (const size of ['slide', 'square', 'phone', 'page'] as const) {
			const { timelines, charts, alt, box } = draw(size, [], 'downloads');
			expect(timelines).toEqual([]);
			const [{ x, y, scale = 1, layout }] = charts;
			expect(layout.points.length).toBe(4);
			expect(x + layout.width * scale).toBeLessThanOrEqual(box.width);
			expect(y + layout.height * scale).toBeLessThanOrEqual(box.height * 0.97);
			// Large enough for the place where it is seen.
			if (size === 'slide')
				expect(Math.min(...layout.texts.map(({ size }) => size * scale))).toBeGreaterThanOrEqual(box.height * 0.022);
			expect(alt).toContain('385.3 million');
		}
	});

	it('stands beside the timeline on a slide of the whole, and is gone with the filter', () => {
		const { timelines, charts } = draw('slide', []);
		const [{ x, layout }] = timelines;
		expect(x + layout.width).toBeLessThan(charts[0].x);
		const view = { ...initialView('en'), actors: ['apple'] };
		const kept = story.actors.some(({ id }) => id === 'apple') ? view : { ...view, actors: ['cursor'] };
		expect(layoutPicture(story, kept, { size: 'slide', link }).charts).toEqual([]);
	});
});
