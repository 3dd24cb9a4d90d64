import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollState } from './scroll.ts';

/** Scenes of these heights, scrolled by `y`. */
const at = (y: number, heights: number[]) => {
	let top = 1000;
	return heights.map((height, index) => {
		const place = { id: `s${index}`, top: top - y };
		top += height;
		return place;
	});
};

describe('where the scroll is', () => {
	const heights = [700, 800, 900];

	it('before the first scene is no scene', () => {
		expect(scrollState(at(0, heights), 270, 180)).toEqual({ scene: null, to: 's0', t: 0 });
	});

	it('is a scene from the moment its top reaches the line', () => {
		expect(scrollState(at(730, heights), 270, 180)).toEqual({ scene: 's0', to: 's1', t: 0 });
	});

	it('is on the way to the next within the zone, and not before', () => {
		expect(scrollState(at(1430 - 180, heights), 270, 180).t).toBe(0);
		expect(scrollState(at(1430 - 90, heights), 270, 180)).toEqual({ scene: 's0', to: 's1', t: 0.5 });
	});

	it('stays in the last scene', () => {
		expect(scrollState(at(99999, heights), 270, 180)).toEqual({ scene: 's2', to: null, t: 0 });
	});

	it('moves without a jump: a small step of the page is a small step of the picture', () => {
		const list = fc.array(fc.integer({ min: 400, max: 2000 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(list, fc.integer({ min: 0, max: 20000 }), (heights, y) => {
				const progress = (y: number) => {
					const { scene, t } = scrollState(at(y, heights), 270, 180);
					return (scene === null ? 0 : Number(scene.slice(1)) + 1) + t;
				};
				expect(Math.abs(progress(y + 1) - progress(y))).toBeLessThan(0.02);
				expect(progress(y + 1)).toBeGreaterThanOrEqual(progress(y) - 0.01);
			})
		);
	});
});
