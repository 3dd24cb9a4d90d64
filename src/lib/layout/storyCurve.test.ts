import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCurve } from './storyCurve.ts';

const size = { width: 300, height: 52, pad: 12 };
const curve = (...when: [number, number][]) =>
	layoutCurve(
		when.map((when, n) => ({ id: `s${n}`, when })),
		size
	);

const scenes = fc
	.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(3)), { maxLength: 30 })
	.map((all) =>
		all.map(([start, length], n) => ({ id: `s${n}`, when: [start * 1e12, (start + length) * 1e12] as const }))
	);
const frame = fc.record({
	width: fc.integer({ min: 60, max: 900 }),
	height: fc.integer({ min: 40, max: 400 }),
	pad: fc.integer({ min: 0, max: 18 })
});

describe('a story curve', () => {
	it('runs to the right as told and down as it happened, equal times at one height', () => {
		// A flashback, and two scenes of the same time.
		const { points, width, height } = curve([2022, 2025], [1972, 1977], [2022, 2024], [2025, 2025], [1972, 1977]);
		expect({ width, height }).toEqual({ width: 300, height: 52 });
		expect(points.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 's4']);
		expect(points.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4]);
		expect(points.map(({ rank }) => rank)).toEqual([2, 0, 1, 3, 0]);
		expect(points.map(({ x }) => x)).toEqual([12, 81, 150, 219, 288]);
		expect(points.map(({ y }) => y)).toEqual([30.67, 12, 21.33, 40, 12]);
	});

	it('falls along one line where all is told as it happened, rises where it is told backwards', () => {
		const ys = (...years: number[]) =>
			curve(...years.map((year): [number, number] => [year, year])).points.map(({ y }) => y);
		expect(ys(1972, 1977, 2025)).toEqual([12, 26, 40]);
		expect(ys(2025, 1977, 1972)).toEqual([40, 26, 12]);
	});

	it('lies in the middle where there is but one scene, or one time; without scenes it is empty', () => {
		expect(curve([1, 2]).points).toEqual([{ id: 's0', x: 150, y: 26, order: 0, rank: 0 }]);
		expect(curve([1, 2], [1, 2]).points.map(({ x, y }) => [x, y])).toEqual([
			[12, 26],
			[288, 26]
		]);
		expect(layoutCurve([], size)).toEqual({ width: 300, height: 52, path: '', points: [] });
	});

	it('keeps points and the path between them inside the frame', () => {
		fc.assert(
			fc.property(scenes, frame, (scenes, frame) => {
				const { points, path } = layoutCurve(scenes, frame);
				expect(points).toHaveLength(scenes.length);
				const { width, height, pad } = frame;
				const inside = (x: number, y: number) =>
					x >= pad - 0.01 && x <= width - pad + 0.01 && y >= pad - 0.01 && y <= height - pad + 0.01;
				expect(points.every(({ x, y }) => inside(x, y))).toBe(true);
				// A Bézier curve lies within its control points.
				const numbers = (path.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
				for (let i = 0; i < numbers.length; i += 2) expect(inside(numbers[i], numbers[i + 1])).toBe(true);
			})
		);
	});

	it('passes through every point, in told order', () => {
		fc.assert(
			fc.property(
				scenes.filter(({ length }) => length > 1),
				frame,
				(scenes, frame) => {
					const { points, path } = layoutCurve(scenes, frame);
					const ends = path
						.slice(1)
						.split(/[CL]/)
						.map((piece) => piece.split(',').slice(-2).map(Number));
					expect(ends).toEqual(points.map(({ x, y }) => [x, y]));
				}
			)
		);
	});

	it('ranks as time runs: dense, by the earliest time and then the latest', () => {
		fc.assert(
			fc.property(scenes, frame, (scenes, frame) => {
				const { points } = layoutCurve(scenes, frame);
				for (const a of points)
					for (const b of points) {
						const [s, t] = [scenes[a.order].when, scenes[b.order].when];
						const before = Math.sign(s[0] - t[0] || s[1] - t[1]);
						expect(Math.sign(a.rank - b.rank)).toBe(before);
						expect(Math.sign(a.y - b.y)).toBe(before);
						expect(Math.sign(a.x - b.x)).toBe(Math.sign(a.order - b.order));
					}
				expect(new Set(points.map(({ rank }) => rank)).size).toBe(Math.max(-1, ...points.map(({ rank }) => rank)) + 1);
			})
		);
	});
});
