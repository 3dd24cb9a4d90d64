import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { stripLine } from '../layout/lines.ts';
import type { Ref } from '../view/local.ts';
import { captionOf, markAt, markOf, stemOf, steps } from './strip.ts';

const story = readStory('data/silicon-valley-turns', 'en');
const lit = new Set<Ref>(['event-huang-may', 'quote-huang-qwen', 'event-a16z', 'event-andreessen', 'event-kimi']);
const year: [number, number] = [Date.UTC(2025, 0), Date.UTC(2026, 0)];
const layout = stripLine(story, { items: story.items, window: year, scale: 'folded', lit }, 358);
const told = steps(layout, lit, story.items);

describe('the strip', () => {
	it('steps through what is told by time, a quotation by its event', () => {
		expect(told.map(({ ref }) => ref)).toEqual(
			['event-huang-may', 'event-a16z', 'event-andreessen', 'event-kimi'].sort(
				(a, b) => story.items.findIndex(({ ref }) => ref === a) - story.items.findIndex(({ ref }) => ref === b)
			)
		);
		expect(markOf(layout, 'quote-huang-qwen')?.ref).toBe('event-huang-may');
	});

	it('counts what shares a date', () => {
		const of = (ref: Ref) =>
			captionOf(
				story.items.find((item) => item.ref === ref)!,
				told,
				story.ui,
				'en'
			).date;
		expect(of('event-a16z')).toBe('Around November 2025, 1 of 2');
		expect(of('event-andreessen')).toBe('Around November 2025, 2 of 2');
		expect(of('event-huang-may')).toBe('May 2025');
	});

	it('names a quotation by who says what', () => {
		const quote = story.items.find(({ ref }) => ref === 'quote-altman-camps')!;
		expect(captionOf(quote, told, story.ui, 'en').title).toBe('Sam Altman: democratic AI, authoritarian AI');
	});

	it('takes the nearest mark, what is lit first', () => {
		const may = markOf(layout, 'event-huang-may')!;
		expect(markAt(layout, may.x + 3, may.y + 20)).toBe('event-huang-may');
		for (const x of [0, 100, 200, 300, 357]) expect(markAt(layout, x, 0)).toBeDefined();
		const dim = layout.marks.find(
			({ tone, x }) => tone === 'dim' && layout.marks.every((m) => m.tone === 'dim' || Math.abs(m.x - x) > 40)
		);
		if (dim) expect(markAt(layout, dim.x, dim.y)).toBe(dim.ref);
	});

	it('hangs its caption on a stem that crosses no words', () => {
		for (const { x, y, size } of layout.marks.filter(({ tone }) => tone === 'lit')) {
			const stem = stemOf(layout, { x: x - size, y: y - size, width: 2 * size, height: 2 * size });
			expect(stem.at(-1)?.to).toBe(layout.height);
			for (const tick of layout.axis.ticks)
				for (const { x, from, to } of stem)
					expect(Math.abs(x - tick.x) < 6 && from < tick.y && to > tick.y).toBe(false);
		}
	});
});
