import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyEvents } from '../../../tests/support/manyEvents.ts';
import { clampCamera, magnify, totalLength, windowLength, zoomAt, type Camera } from './camera.ts';
import { levelOf } from './chunks.ts';
import { follow, atRest, stretch } from './follow.ts';
import { explore } from './scene.ts';
import { scales } from '../view/view.ts';

const story = manyEvents(300);
const whole: Camera = { k: 1, offset: 0 };
const moves = fc.array(
	fc.record({
		factor: fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 2, noNaN: true })),
		px: fc.integer({ min: -300, max: 300 }),
		/** ms since the previous move */
		after: fc.integer({ min: 4, max: 60 })
	}),
	{ minLength: 1, maxLength: 40 }
);

describe('what is drawn while the camera moves', () => {
	it('shows the middle of the window where it is, all of the window, at a third to nine times its size', () => {
		fc.assert(
			fc.property(moves, fc.constantFrom(...scales), (moves, scale) => {
				const scene = explore({ story, items: story.items, scale, lanes: 'side', width: 800, height: 700 });
				const { base } = scene;
				const length = windowLength(base);
				let camera = whole;
				let drawn = atRest(camera, 0);
				let now = 1000;
				for (const { factor, px, after } of moves) {
					camera = clampCamera(base, zoomAt(base, camera, factor, 350));
					camera = clampCamera(base, { ...camera, offset: camera.offset + px });
					drawn = follow(base, camera, drawn, (now += after));
					expect(drawn.level).toBeLessThanOrEqual(levelOf(drawn.k));
					const from = 123;
					const { factor: size, shift, reach } = stretch(base, camera, drawn, from);
					expect(size).toBeGreaterThan(1 / 3.01);
					expect(size).toBeLessThan(9.01);
					const middle = magnify(base, camera.k, false).invert(camera.offset + length / 2);
					expect(shift + size * (magnify(base, drawn.k, false)(middle) - from)).toBeCloseTo(length / 2, 3);
					// The drawing covers the window wherever there is any axis.
					const chunks = scene.at(drawn, reach);
					const [first, last] = [chunks[0].chunk, chunks[chunks.length - 1].chunk];
					const total = totalLength(base, drawn.k);
					const place = (at: number) => shift + size * (at - from);
					if (first.start > 1e-6) expect(place(first.start)).toBeLessThanOrEqual(1e-3);
					if (last.start + last.length < total - 1e-6)
						expect(place(last.start + last.length)).toBeGreaterThanOrEqual(length - 1e-3);
				}
				// At rest it is the same as for a reader who went there directly.
				const rest = atRest(camera, 0);
				expect(stretch(base, camera, rest, 0)).toMatchObject({ factor: 1, reach: 0 });
				expect(scene.at(rest).map(({ chunk }) => chunk.key)).toEqual(scene.at(camera).map(({ chunk }) => chunk.key));
			}),
			{ numRuns: 150 }
		);
	});

	it('lays out at most ten times a second while zooming at an even pace, and once a reader pauses', () => {
		const { base } = explore({ story, items: story.items, scale: 'true', lanes: 'side', width: 800, height: 700 });
		let camera = whole;
		let drawn = atRest(camera, 0);
		const laid = new Set<number>();
		for (let frame = 1; frame <= 60; frame++) {
			camera = zoomAt(base, camera, 1.03, 350);
			drawn = follow(base, camera, drawn, 1000 + frame * 16.7);
			laid.add(drawn.k);
		}
		expect(laid.size).toBeLessThanOrEqual(11);
	});

	it('stretches further while the hand is faster than anyone reads, and lays out when it slows down', () => {
		const { base } = explore({ story, items: story.items, scale: 'true', lanes: 'side', width: 800, height: 700 });
		let camera = whole;
		let drawn = atRest(camera, 1000);
		let most = 1;
		for (let frame = 1; frame <= 8; frame++) {
			camera = zoomAt(base, camera, 1.12, 350);
			drawn = follow(base, camera, drawn, 1000 + frame * 16.7);
			most = Math.max(most, camera.k / drawn.k);
		}
		expect(most).toBeGreaterThan(2);
		drawn = follow(base, zoomAt(base, camera, 1.01, 350), drawn, 1000 + 8 * 16.7 + 200);
		expect(drawn.k).toBeCloseTo(camera.k * 1.01, 6);
	});
});
