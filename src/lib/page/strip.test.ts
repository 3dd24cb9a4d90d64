import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { stripLine } from '../layout/lines.ts';
import type { Ref } from '../view/local.ts';
import { captionOf, leadOf, markAt, markOf, steps } from './strip.ts';

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
				story
			).date;
		expect(of('event-a16z')).toBe('Around November 2025, 1 of 2');
		expect(of('event-andreessen')).toBe('Around November 2025, 2 of 2');
		expect(of('event-huang-may')).toBe('May 2025');
	});

	it('names a quotation by who says what', () => {
		const quote = story.items.find(({ ref }) => ref === 'quote-altman-camps')!;
		expect(captionOf(quote, told, story).title).toBe('Sam Altman: democratic AI, authoritarian AI');
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

	it('begins with what the scene sets large, else with its most important', () => {
		const begins = (id: string) => {
			const lights = new Set(story.scenes.find((scene) => scene.id === id)!.lights);
			const strip = stripLine(story, { items: story.items, window: year, scale: 'folded', lit: lights }, 358);
			return leadOf(story, id, strip, steps(strip, lights, story.items));
		};
		expect(begins('praise')).toBe('event-a16z');
		expect(begins('downloads')).toBe('event-downloads-2025');
		const bare = { scenes: story.scenes.map((scene) => ({ ...scene, prose: [], stage: undefined })) };
		const first = leadOf(bare, 'praise', layout, told);
		const most = Math.max(...told.map(({ importance }) => importance));
		expect(told.find(({ ref }) => ref === first)!.importance).toBe(most);
	});
});
