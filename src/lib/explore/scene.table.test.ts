import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { plainEvents, pyramid, type Pyramid } from '../../../tests/support/pyramid.ts';
import { tileKey, type TileId } from '../tiles/format.ts';
import { scales } from '../view/view.ts';
import { clampCamera, totalLength, windowLength, type Camera } from './camera.ts';
import { laneKinds } from './lanes.ts';
import { explore, mostMarks, type Explored } from './scene.ts';
import { directions } from './waysAcross.ts';
import { rowItems, withTable } from './table.ts';
import { heldTiles, keptCasts } from './tileHolder.ts';

const casts = Array.from({ length: 6 }, (_, n) => ({ sides: [n % 2 ? 'east' : 'west'], actors: [`actor${n}`] }));
const worlds = new Map<number, Pyramid>();
function world(n: number): Pyramid {
	if (!worlds.has(n)) worlds.set(n, pyramid(plainEvents(n, casts.length, n), casts));
	return worlds.get(n)!;
}
const told = manyEvents(12);

const settings = fc.record({
	n: fc.constantFrom(6_000, 60_000),
	scale: fc.constantFrom(...scales),
	lanes: fc.constantFrom(...laneKinds),
	direction: fc.constantFrom(directions.down, directions.down, directions.across),
	width: fc.integer({ min: 340, max: 1300 }),
	height: fc.integer({ min: 320, max: 1100 }),
	actors: fc.constantFrom<string[] | null>(null, ['actor1'], ['actor0', 'actor5']),
	/** Share of the tiles that are loaded. */
	here: fc.constantFrom<number>(1, 1, 0.6)
});
type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;
const place = fc.record({
	zoom: fc.double({ min: 0, max: 14, noNaN: true }),
	at: fc.double({ min: 0, max: 1, noNaN: true })
});
const runs = { numRuns: 120 };

function explored({ n, actors, here, ...part }: Settings): Explored {
	const { meta, tiles } = world(n);
	const lookup = (id: TileId) =>
		id.level === 0 || ((id.level * 7 + id.index * 13) % 100) / 100 < here ? tiles.get(tileKey(id)) : undefined;
	const story = withTable(told, { meta }, null);
	const held = (kept: ReadonlySet<number> | null) =>
		heldTiles({ meta, lookup, version: () => 0 }, kept, rowItems(story, meta));
	return explore({
		story,
		items: story.items.filter((item) => !actors || item.actors.some((id) => actors.includes(id))),
		table: { holder: held(keptCasts(meta, actors)), amounts: held(null).profile() },
		...part
	});
}
function cameraAt({ base }: Explored, { zoom, at }: { zoom: number; at: number }): Camera {
	const { k } = clampCamera(base, { k: 2 ** zoom, offset: 0 });
	return clampCamera(base, { k, offset: at * (totalLength(base, k) - windowLength(base)) });
}
/** Times of all items kept. */
const times = ({ n, actors }: Settings) => [
	...world(n)
		.events.filter(({ cast }) => !actors || actors.includes(casts[cast].actors[0]))
		.map(({ at }) => at),
	...told.items.filter((item) => !actors || item.actors.some((id) => actors.includes(id))).map(({ date }) => date.at)
];

describe('the explorer’s picture of a table', () => {
	it('never has more than the most marks, and covers the window', () => {
		fc.assert(
			fc.property(settings, place, (part, where) => {
				const scene = explored(part);
				const camera = cameraAt(scene, where);
				const seen = scene.at(camera);
				expect(seen.flatMap(({ layout }) => layout.marks).length).toBeLessThanOrEqual(mostMarks);
				expect(seen[0].chunk.start).toBeLessThanOrEqual(camera.offset + 1e-6);
				const last = seen[seen.length - 1].chunk;
				expect(last.start + last.length).toBeGreaterThanOrEqual(camera.offset + windowLength(scene.base) - 1e-6);
				for (let n = 1; n < seen.length; n++) {
					const { start, length } = seen[n - 1].chunk;
					expect(seen[n].chunk.start).toBeCloseTo(start + length, 3);
				}
			}),
			runs
		);
	});

	it('counts every event once: by its mark, in a cluster, or as missing; and says how many are outside', () => {
		fc.assert(
			fc.property(settings, place, (part, where) => {
				const scene = explored(part);
				const seen = scene.at(cameraAt(scene, where));
				const all = times(part);
				expect(scene.count).toBe(all.length);
				for (const { chunk, clusters, items, gaps } of seen) {
					const inside = all.filter((at) => at >= chunk.owns[0] && at < chunk.owns[1]).length;
					const drawn = items.size + [...clusters.values()].reduce((sum, { count }) => sum + count, 0);
					if (!gaps.length) expect(drawn).toBe(inside);
					else expect(drawn).toBeLessThanOrEqual(inside);
				}
				const { before, after } = scene.outside(seen);
				const start = seen[0].chunk.owns[0];
				const end = seen[seen.length - 1].chunk.owns[1];
				if (before !== null) expect(before).toBe(all.filter((at) => at < start).length);
				if (after !== null) expect(after).toBe(all.filter((at) => at >= end).length);
				if (part.here === 1) expect([before, after]).not.toContain(null);
			}),
			runs
		);
	});

	it('has what is missing once, also where it reaches over several pieces of the axis', () => {
		let missing = 0;
		fc.assert(
			fc.property(settings, place, (part, where) => {
				const scene = explored({ ...part, here: 0 });
				for (const { gaps } of scene.at(cameraAt(scene, where))) {
					missing += gaps.length;
					expect(new Set(gaps.map(({ key }) => key)).size).toBe(gaps.length);
					for (const { count, known } of gaps) expect(known).toBeLessThanOrEqual(count);
				}
			}),
			runs
		);
		expect(missing).toBeGreaterThan(0);
	});

	it('stays as it is while the window moves, whoever came straight there', () => {
		fc.assert(
			fc.property(settings, place, fc.double({ min: -1, max: 1, noNaN: true }), (part, where, by) => {
				const scene = explored(part);
				const before = cameraAt(scene, where);
				const after = clampCamera(scene.base, { ...before, offset: before.offset + by * windowLength(scene.base) });
				const here = new Map(scene.at(before).map((one) => [one.chunk.key, one.layout]));
				for (const { chunk, layout } of explored(part).at(after))
					if (here.has(chunk.key)) expect(layout).toEqual(here.get(chunk.key));
			}),
			runs
		);
	});

	it('names and counts the same between two halvings, so that a zoom moves and does not flicker', () => {
		fc.assert(
			fc.property(settings, place, fc.double({ min: 0, max: 0.999, noNaN: true }), (part, where, more) => {
				const scene = explored(part);
				const level = Math.floor(where.zoom);
				const at = (zoom: number) => scene.at(cameraAt(scene, { ...where, zoom }));
				const named = new Map(
					at(level).map((one) => [one.chunk.key, [...one.items.keys(), ...one.clusters.keys()].sort()])
				);
				for (const { chunk, items, clusters } of at(level + more))
					if (named.has(chunk.key)) expect([...items.keys(), ...clusters.keys()].sort()).toEqual(named.get(chunk.key));
			}),
			runs
		);
	});
});
