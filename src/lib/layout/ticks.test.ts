import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scales } from '../view/view.ts';
import { axisTicks, mostTicks } from './ticks.ts';
import { foldsOf, timeScale, type Occupied } from './timeScale.ts';
import { wordScale } from './wordScale.ts';

const year = 365.2425 * 864e5;

/** Any window: from a nanosecond to 10^12 years long, near today or as far away. */
const window = fc
	.record({
		at: fc.oneof(
			fc.double({ min: -3000, max: 3000, noNaN: true }),
			fc.double({ min: -12, max: 12, noNaN: true }).map((power) => Math.sign(power) * 10 ** Math.abs(power))
		),
		length: fc.double({ min: -13, max: Math.log10(1e12 * year), noNaN: true }).map((power) => 10 ** power)
	})
	.map(({ at, length }): [number, number] => [at * year, at * year + length]);
const occupied = fc.array(
	fc.record({
		share: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
		length: fc.constantFrom(0, 0, 1e-9, 1e-3, 0.1)
	}),
	{ maxLength: 30 }
);
const px = fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1e9 }));
const words = fc.constantFrom({ lang: 'en', bce: '{n} BCE' }, { lang: 'zh-Hans', bce: '公元前{n}年' });

const things = ([from, to]: [number, number], list: { share: number; length: number }[]): Occupied[] =>
	list.map(({ share, length }) => {
		const min = from + share * (to - from);
		return { min, max: min + length * (to - from), at: min };
	});

describe('ticks of any window', () => {
	it.each(scales)('are few, in order, apart and within it: the %s scale', (kind) => {
		fc.assert(
			fc.property(
				window,
				occupied,
				px,
				fc.integer({ min: 1, max: 120 }),
				words,
				(domain, list, length, spacing, words) => {
					const ticks = axisTicks(timeScale(kind, domain, [0, length], things(domain, list)), spacing, words);
					expect(ticks.length).toBeLessThanOrEqual(mostTicks);
					ticks.forEach(({ time, at, label }, index) => {
						expect(label).not.toBe('');
						expect(label).not.toMatch(/NaN|Invalid|undefined/);
						expect(time >= domain[0] && time <= domain[1]).toBe(true);
						if (index) expect(at - ticks[index - 1].at).toBeGreaterThanOrEqual(Math.min(spacing, length));
					});
				}
			),
			{ numRuns: 2000 }
		);
	});

	it('are few on the folded scale of a scene, whose units are', () => {
		fc.assert(
			fc.property(window, occupied, fc.integer({ min: 240, max: 1400 }), words, (domain, list, length, words) => {
				const all = things(domain, list);
				const anchors = all.map(({ at }, lane) => ({ at, lane: lane % 2, height: 40 }));
				const dates = all.map(({ at }) => at);
				const scale = wordScale(domain, [0, length], foldsOf(domain, [0, length], all), anchors, dates);
				expect(scale.pieces.length).toBeLessThan(4000);
				expect(axisTicks(scale, 20, words).length).toBeLessThanOrEqual(mostTicks);
			}),
			{ numRuns: 1000 }
		);
	});
});
