import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../tests/support/pictureFaults.ts';
import { randomStory, wildStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import type { LocalStory } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import { initialView, scales, type View } from '../view/view.ts';
import type { Frame } from './frames.ts';
import { inWindow } from './lanes.ts';
import { signs } from './parts.ts';
import { layoutScene, type SceneLayout } from './scene.ts';
import { textWidth } from './textWidth.ts';

const font = { label: 15, small: 13 };
/** Desk, tablet, smallest embed, two narrow ones, slide, page. */
const sizes = [
	[680, 690],
	[760, 440],
	[320, 320],
	[460, 600],
	[480, 600],
	[1100, 560],
	[840, 1000]
];
const frames = sizes.map(([width, height]): Frame => ({
	name: `${width}×${height}`,
	width,
	height,
	orientation: 'down',
	font,
	key: signs
}));
const frame = fc.constantFrom(...frames);
const view = fc.record({
	scale: fc.constantFrom(...scales),
	scene: fc.constantFrom(null, 's0', 's1'),
	actors: fc.constantFrom<string[]>([], [], ['actor0'])
});

/** Items whose dots stand in another stretch of time than the items’ dates: between two folds, or at the ends. */
function strayed({ items }: Selection, { marks, axis, scale, range }: SceneLayout): string[] {
	const cuts = axis.folds.flatMap((fold) => [...new Set(fold.cuts.map(({ y }) => y))]).sort((a, b) => a - b);
	const at = new Map<string, number>(items.map(({ ref, date }) => [ref, date.at]));
	const stretch = (y: number) => cuts.filter((cut) => cut < y).length;
	return marks.flatMap(({ ref, y, shape }) => {
		const own = Math.min(range[1], Math.max(range[0], scale(at.get(ref)!)));
		return shape !== 'none' && stretch(y) !== stretch(own) ? [ref] : [];
	});
}

const draw = (story: LocalStory, part: Partial<View>, size: Frame) => {
	const selection = select(story, { ...initialView(story.lang), ...part });
	return { selection, parts: layoutScene(story, selection, size) };
};
const reached = ({ marks }: SceneLayout) => new Set<string>(marks.flatMap(({ ref, also = [] }) => [ref, ...also]));
const named = ({ labels }: SceneLayout) =>
	new Set(labels.filter(({ lines }) => lines.some(({ role }) => role === 'title')).map(({ ref }) => ref));

const told = ['data/silicon-valley-turns', 'data/web-platform', 'tests/fixtures/stories/hannibal']
	.concat('tests/fixtures/stories/port-log')
	.flatMap((folder) => ['en', 'zh-Hans'].flatMap((lang) => stories(folder, lang)));

function stories(folder: string, lang: string): [string, LocalStory][] {
	try {
		return [[`${folder} in ${lang}`, readStory(folder, lang)]];
	} catch (error) {
		if (error instanceof RangeError) return [];
		throw error;
	}
}

describe.each([
	['as stories are', randomStory(60)],
	['with open dates, one day for all, emoji, titles longer than any', wildStory(60)],
	['in crowds', fc.oneof(wildStory(120, 40), randomStory(300, 150))]
])('a scene of random stories, %s', (name, story) => {
	const numRuns = name === 'in crowds' ? 60 : 500;

	it('has nothing on words, nothing outside, and no leaders that cross', () => {
		fc.assert(
			fc.property(story, view, frame, (one, part, size) => {
				const { selection, parts } = draw(one, part, size);
				expect(faultsOf(parts)).toEqual([]);
				expect(strayed(selection, parts)).toEqual([]);
			}),
			{ numRuns }
		);
	});

	it('has every item of its window, as a mark or reached through one, on a scale that never turns back', () => {
		fc.assert(
			fc.property(story, view, frame, (one, part, size) => {
				const { selection, parts } = draw(one, part, size);
				const expected = inWindow(selection.items, selection.window).map(({ ref }) => ref);
				expect([...reached(parts)].sort()).toEqual([...expected].sort());
				const [from, to] = parts.scale.domain();
				const places = Array.from({ length: 50 }, (_, n) => parts.scale(from + ((to - from) * n) / 49));
				places.slice(1).forEach((place, n) => expect(place).toBeGreaterThanOrEqual(places[n] - 1e-6));
			}),
			{ numRuns }
		);
	});
});

describe.each(told)('the scenes of %s', (_, story) => {
	it.each(frames)('have nothing on words and words near their times, $name', (size) => {
		for (const scale of scales)
			for (const scene of [null, ...story.scenes.map(({ id }) => id)]) {
				const { selection, parts } = draw(story, { scene, scale }, size);
				expect([scene, scale, ...faultsOf(parts), ...strayed(selection, parts)]).toEqual([scene, scale]);
				expect(reached(parts).size).toBe(inWindow(selection.items, selection.window).length);
			}
		const away = story.scenes.flatMap(({ id }) => awayOf(draw(story, { scene: id }, size).parts));
		away.sort((a, b) => a - b);
		if (away.length) {
			expect(away[Math.floor(away.length * 0.5)]).toBeLessThanOrEqual(20);
			expect(away[Math.floor(away.length * 0.95)]).toBeLessThanOrEqual(60);
		}
	});
});

/** How far each leader’s words are from their mark, px. */
const awayOf = ({ links, brackets = [] }: SceneLayout) =>
	links.map(({ y1, y2, ref }) => {
		const group = brackets.find((bracket) => bracket.ref === ref);
		return group ? Math.max(0, group.y - y1, y1 - group.y - group.length) : Math.abs(y2 - y1);
	});

it.each(told)('has words for every event that a scene lights, where there is room, of %s', (_, story) => {
	for (const size of frames.filter(({ width, height }) => width >= 680 && height >= 600))
		for (const { id } of story.scenes) {
			const { selection, parts } = draw(story, { scene: id }, size);
			const lit = inWindow(selection.items, selection.window).filter(
				({ kind, ref }) => kind === 'event' && selection.lit.has(ref)
			);
			if (lit.length > 12) continue;
			const names = named(parts);
			expect(lit.filter(({ ref }) => !names.has(ref)).map(({ ref }) => [id, size.name, ref])).toEqual([]);
		}
});

it('cuts no title where there is room, of the first story', () => {
	for (const lang of ['en', 'zh-Hans'])
		for (const size of frames.filter(({ width }) => width >= 680)) {
			const story = readStory('data/silicon-valley-turns', lang);
			for (const { id } of story.scenes) {
				const { parts } = draw(story, { scene: id }, size);
				// A long quotation is named by its first clause, which does not count as a cut title.
				const quotes = new Set<string>(story.items.filter(({ kind }) => kind === 'quote').map(({ ref }) => ref));
				const lines = parts.labels.flatMap(({ ref, lines }) => (quotes.has(ref) ? [] : lines.map(({ text }) => text)));
				if (named(parts).size <= 24) expect(lines.filter((text) => text.endsWith('…'))).toEqual([]);
			}
		}
});

it('shows both sides, each where it has items, in every frame', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	for (const size of frames) {
		const { parts } = draw(story, {}, size);
		const colours = new Set(parts.marks.map(({ colour }) => colour));
		for (const { colour, id } of story.sides)
			if (story.items.some(({ kind, sides }) => kind === 'event' && sides[0] === id))
				expect([size.name, ...colours]).toContain(colour);
	}
});

describe('a crowd', () => {
	/** The first `n` of a story’s items as events, all on its whole axis. */
	const some = (story: LocalStory, n: number): LocalStory => ({
		...story,
		items: story.items.filter(({ told }) => told! < n).map((item) => ({ ...item, kind: 'event', linked: [] }) as never)
	});

	it('of any number has words, and one more takes few away', () => {
		for (const story of fc.sample(randomStory(80, 80), { numRuns: 4, seed: 3 }))
			for (const size of frames) {
				let before = 0;
				for (let n = 1; n <= 80; n++) {
					const now = named(draw(some(story, n), {}, size).parts).size;
					expect(now).toBeGreaterThan(0);
					expect(before - now).toBeLessThanOrEqual(3);
					before = now;
				}
			}
	});

	it('gives words to the most important', () => {
		fc.assert(
			fc.property(randomStory(60, 30), frame, (story, size) => {
				const { parts, selection } = draw(some(story, 60), { scale: 'true' }, size);
				const most = Math.max(...selection.items.map(({ importance }) => importance));
				const names = named(parts);
				expect(selection.items.some(({ ref, importance }) => importance === most && names.has(ref))).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});

it('draws intervals of one lane that overlap beside each other, both ends seen', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	const date = (from: number, to: number) => ({
		...story.items[0].date,
		min: story.extent[0] + from * (story.extent[1] - story.extent[0]),
		max: story.extent[0] + to * (story.extent[1] - story.extent[0]),
		at: story.extent[0] + ((from + to) / 2) * (story.extent[1] - story.extent[0]),
		...{ interval: true, softStart: false, softEnd: false }
	});
	const events = story.items.filter(({ kind, sides }) => kind === 'event' && sides[0] === story.sides[0].id);
	const items = [
		{ ...events[0], date: { ...date(0.1, 0.6), edtf: 'a', label: 'a' } },
		{ ...events[1], date: { ...date(0.4, 0.9), edtf: 'b', label: 'b' } }
	];
	for (const size of frames) {
		const { spans } = draw({ ...story, items }, { scale: 'true' }, size).parts;
		expect(spans).toHaveLength(2);
		const [a, b] = spans;
		expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual((a.thickness + b.thickness) / 2);
	}
});

it('gives a third side that acts by itself a lane with its name between the two others', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	const third = { ...story.sides[0], id: 'third', name: 'Third', colour: 'green', lane: 'middle' as const };
	const [left, right] = ['left', 'right'].map((lane) => story.sides.find((side) => side.lane === lane)!);
	const items = story.items.map((item, index) => (index === 3 ? { ...item, sides: ['third'] } : item));
	const size = frames.find(({ width }) => width === 1100)!;
	const { lanes, labels, marks } = draw({ ...story, sides: [left, right, third], items }, {}, size).parts;
	expect(lanes.map(({ id }) => id)).toEqual([left.id, 'third', right.id]);
	expect(lanes.every(({ x, name }) => x + textWidth(name, font.label + 1) <= size.width)).toBe(true);
	expect(marks.some(({ colour }) => colour === 'green')).toBe(true);
	expect(labels.length).toBeGreaterThan(0);
});
