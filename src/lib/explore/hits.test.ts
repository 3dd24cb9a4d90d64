import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { clampCamera, totalLength, windowLength, windowOf } from './camera.ts';
import { flight } from './flight.ts';
import { cameraOver, hitAfter, hitsInTime, inView, nearestHit } from './hits.ts';
import { explore } from './scene.ts';
import { down } from './ways.ts';

const story = manyEvents(400);
const scene = explore({
	story,
	items: story.items,
	scale: 'folded',
	lanes: 'side',
	direction: down,
	width: 800,
	height: 700
});
const camera = fc
	.record({ zoom: fc.double({ min: 0, max: 8, noNaN: true }), at: fc.double({ min: 0, max: 1, noNaN: true }) })
	.map(({ zoom, at }) => {
		const { k } = clampCamera(scene.base, { k: 2 ** zoom, offset: 0 });
		const beyond = totalLength(scene.base, k) - windowLength(scene.base);
		return clampCamera(scene.base, { k, offset: at * beyond });
	});
const hit = fc.constantFrom(...story.items);
const runs = { numRuns: 60 };

describe('the hits of a search', () => {
	const hits = hitsInTime([...story.items.slice(0, 9), ...story.items.slice(3, 6)].reverse());

	it('are each there once, by time, and all reached by one step after another, both ways', () => {
		expect(hits).toHaveLength(9);
		const window = windowOf(scene.base, { k: 1, offset: 0 });
		for (const step of [1, -1] as const) {
			const gone = new Set<string>();
			let last: string | null = null;
			for (let n = 0; n < hits.length; n++) gone.add((last = hitAfter(hits, last, step, window)!.ref));
			expect(gone.size).toBe(hits.length);
		}
	});

	it('begin with the nearest to the window, also where none is in view', () => {
		const at = hits[4].date.at;
		expect(nearestHit(hits, [at - 1, at + 1])).toBe(hits[4]);
		expect(hitAfter(hits, null, 1, [at - 1, at + 1])).toBe(hits[4]);
		const before = hits[0].date.at - 1000;
		expect(inView(hits, [before, before + 1])).toEqual([]);
		expect(nearestHit(hits, [before, before + 1])).toBe(hits[0]);
		expect(nearestHit([], [0, 1])).toBeUndefined();
	});
});

describe('the camera', () => {
	it('comes to a hit: in view, by its own mark, and stays where it has it', () => {
		fc.assert(
			fc.property(camera, hit, (from, item) => {
				const to = cameraOver(scene, from, item);
				const window = windowOf(scene.base, to);
				expect(inView([item], window)).toEqual([item]);
				expect(scene.at(to).some(({ items }) => items.has(item.ref))).toBe(true);
				expect(to.k).toBeGreaterThanOrEqual(from.k - 1e-9);
				expect(cameraOver(scene, to, item)).toEqual(to);
			}),
			runs
		);
	});

	it('goes all the way, from the one place to the other', () => {
		fc.assert(
			fc.property(camera, camera, (from, to) => {
				const way = flight(scene.base, from, to);
				expect(way(1)).toEqual(to);
				expect(way(0).k / from.k).toBeCloseTo(1, 3);
				expect(Math.abs(way(0).offset - from.offset)).toBeLessThan(1 + from.offset * 1e-3);
				for (const share of [0.25, 0.5, 0.75]) expect(Number.isFinite(way(share).offset)).toBe(true);
			}),
			runs
		);
	});
});
