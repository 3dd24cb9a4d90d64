import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeScale } from '../layout/timeScale.ts';
import { sideBars } from './sideBars.ts';

const day = 864e5;
const start = Date.UTC(2020, 0, 1);
const base = timeScale('true', [start, start + 600 * day], [0, 600], []);
const sides = [
	{ id: 'west', name: 'West', colour: 'blue' },
	{ id: 'east', name: 'East', colour: 'vermilion' }
];
const amount = (days: number, side: readonly string[], count = 1) => ({
	from: start + days * day,
	to: start + days * day,
	count,
	party: { sides: side }
});

describe('bars of the overview', () => {
	it('are one stack a bin, in the order of the sides, as thick as all of them together', () => {
		const one = fc.record({
			days: fc.integer({ min: 0, max: 599 }),
			side: fc.constantFrom(['west'], ['east', 'west'], ['nowhere'], []),
			count: fc.integer({ min: 1, max: 50 })
		});
		fc.assert(
			fc.property(fc.array(one, { minLength: 1 }), (list) => {
				const stacks = sideBars(
					base,
					list.map(({ days, side, count }) => amount(days, side, count)),
					sides,
					44
				);
				const ends = new Map<number, number>();
				for (const { bars } of stacks)
					for (const { at, from, to } of bars) {
						expect(from).toBeCloseTo(ends.get(at) ?? 0, 9);
						expect(to).toBeGreaterThan(from);
						ends.set(at, to);
					}
				expect(Math.max(...ends.values())).toBeLessThanOrEqual(44 + 1e-9);
				expect(Math.min(...ends.values())).toBeGreaterThanOrEqual(3);
			})
		);
	});

	it('are of the first side’s colour, shared as the counts are', () => {
		const stacks = sideBars(base, [amount(3, ['west'], 1), amount(4, ['east', 'west'], 3)], sides, 44);
		expect(stacks.map(({ colour, bars }) => [colour, bars])).toEqual([
			['blue', [{ at: 0, length: 5, from: 0, to: 11 }]],
			['vermilion', [{ at: 0, length: 5, from: 11, to: 44 }]]
		]);
		expect(sideBars(base, [], sides, 44)).toEqual([]);
	});
});
