import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { plainEvents, pyramid } from '../../../tests/support/pyramid.ts';
import { layoutPicture } from '../export/picture.ts';
import { pictureSizeNames } from '../export/parts.ts';
import { tileKey, type TileId } from '../tiles/format.ts';
import { initialView, scales } from '../view/view.ts';
import { clampCamera, totalLength, windowLength, windowOf } from './camera.ts';
import { laneKinds } from './lanes.ts';
import { explore } from './scene.ts';
import { directions } from './waysAcross.ts';
import { rowItems, withTable } from './table.ts';
import { drawnOf, windowScale } from './takeAlong.ts';
import { heldTiles } from './tileHolder.ts';

const casts = Array.from({ length: 6 }, (_, n) => ({ sides: [n % 2 ? 'east' : 'west'], actors: [`actor${n}`] }));
const world = pyramid(plainEvents(30_000, casts.length), casts);
const told = manyEvents(12);

const settings = fc.record({
	/** Number of single events; 0: with a table besides. */
	n: fc.constantFrom(0, 0, 30, 900),
	here: fc.constantFrom(1, 1, 0.6),
	scale: fc.constantFrom(...scales),
	lanes: fc.constantFrom(...laneKinds),
	orientation: fc.constantFrom<'down' | 'across'>('down', 'across'),
	zoom: fc.double({ min: 0, max: 9, noNaN: true }),
	at: fc.double({ min: 0, max: 1, noNaN: true })
});
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;

function taken({ n, here, zoom, at, ...way }: Settings) {
	const large = !n;
	const { meta, tiles } = world;
	const lookup = (id: TileId) =>
		id.level === 0 || ((id.level * 7 + id.index * 13) % 100) / 100 < here ? tiles.get(tileKey(id)) : undefined;
	const story = large ? withTable(told, { meta }, null) : manyEvents(n);
	const holder = heldTiles({ meta, lookup, version: () => 0 }, null, rowItems(story, meta));
	const scene = explore({
		story,
		items: story.items,
		table: large ? { holder, amounts: holder.profile() } : undefined,
		width: 700,
		height: 640,
		direction: directions[way.orientation],
		...way
	});
	const { base } = scene;
	const { k } = clampCamera(base, { k: 2 ** zoom, offset: 0 });
	const camera = clampCamera(base, { k, offset: at * (totalLength(base, k) - windowLength(base)) });
	const chunks = scene.at(camera);
	const window = windowOf(base, camera);
	const counts = { shown: scene.count, total: scene.count };
	const { drawn, outside } = drawnOf(
		{
			settings: { story, ...way },
			items: story.items,
			chunks,
			base,
			camera,
			window,
			outside: scene.outside(chunks),
			large
		},
		counts
	);
	const part: typeof story = { ...story, extent: window };
	return { scene, story: part, drawn, outside, window, chunks, base, camera };
}

const frame = { name: 'slide', width: 1090, height: 480, font: { label: 13, small: 11 } };

describe('what is taken along of the explorer', () => {
	it('is every event once: named, counted, earlier or later', () => {
		fc.assert(
			fc.property(settings, (part) => {
				const { scene, drawn, outside, chunks } = taken(part);
				const { marks, labels } = drawn.draw({ ...frame, orientation: drawn.orientation });
				const titles = new Map(marks.map(({ ref, title }) => [ref as string, title]));
				const inside = [...titles].reduce(
					(sum, [ref, title]) => sum + (ref.startsWith('cluster-') ? parseInt(title.replaceAll(',', ''), 10) : 1),
					0
				);
				expect(inside).toBe(drawn.events);
				expect(labels.length).toBeLessThanOrEqual(marks.length);
				if (outside.before !== null && outside.after !== null && !chunks.some(({ gaps }) => gaps.length))
					expect(outside.before + inside + outside.after).toBe(scene.count);
				if (part.here === 1) expect([outside.before, outside.after]).not.toContain(null);
			}),
			{ numRuns: 150 }
		);
	});

	it('has the window’s time from end to end, its breaks no longer than on the screen', () => {
		fc.assert(
			fc.property(settings, fc.integer({ min: 60, max: 2000 }), (part, length) => {
				const { base, camera, window } = taken(part);
				const scale = windowScale(base, camera, length);
				expect(scale.range()[0]).toBe(0);
				expect(scale.range()[1]).toBeCloseTo(length, 6);
				const slack = (window[1] - window[0]) / 1000;
				if (!scale.pieces.some(({ folded }) => folded))
					scale.domain().forEach((time, end) => expect(Math.abs(time - window[end])).toBeLessThan(slack));
				for (const { folded, range } of scale.pieces) if (folded) expect(range[1] - range[0]).toBeLessThan(46.01);
			}),
			{ numRuns: 150 }
		);
	});

	it('never cuts a count, in any size; where lanes are too narrow for them time runs across, and that is known', () => {
		const link = 'https://throughline.example/en/many/explore';
		const way = { scale: 'true', lanes: 'actor', at: 0.5, zoom: 0, here: 1, n: 0 } as const;
		for (const orientation of ['down', 'across'] as const) {
			const { story, drawn } = taken({ ...way, orientation });
			expect(drawn.crowd).toBe(true);
			for (const size of pictureSizeNames.filter((name) => name !== 'card')) {
				const part = { heading: 'All time', drawn };
				const {
					timelines: [timeline],
					turned,
					cutCounts,
					box,
					alt
				} = layoutPicture(story, initialView('en'), { size, link, part });
				expect([size, cutCounts]).toEqual([size, 0]);
				const across = orientation === 'across' || turned;
				expect([size, timeline.layout.orientation]).toEqual([size, across ? 'across' : 'down']);
				// One per lane, or a single one where all lanes share a column.
				expect([1, 5]).toContain(timeline.layout.density?.length);
				expect(alt).toContain('30,012 events');
				for (const { box: label } of timeline.layout.labels) {
					expect(timeline.x + label.x + label.width).toBeLessThanOrEqual(box.width);
					expect(timeline.y + label.y).toBeGreaterThan(0);
					expect(timeline.y + label.y + label.height).toBeLessThan(box.height);
				}
			}
		}
		const { story, drawn } = taken({ ...way, orientation: 'down' });
		const phone = layoutPicture(story, initialView('en'), { size: 'phone', link, part: { heading: '', drawn } });
		expect(phone.cutCounts).toBe(0);
	});
});
