import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSteps, packTexts, packTimes, unpackSteps, unpackTexts, unpackTimes } from './pack.ts';

/** Passes a value through JSON, like a network does. */
const sent = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe('packed columns', () => {
	it('are read as they were', () => {
		const texts = fc.array(
			fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('web', 'webp', 'webpage', '网', '网格', ''))
		);
		fc.assert(
			fc.property(texts, (list) => {
				expect(unpackTexts(sent(packTexts(list)))).toEqual(list);
			})
		);
		const times = fc
			.record({ unit: fc.constantFrom(1, 1000, 864e5, 2 ** 20), list: fc.array(fc.nat(1e6)), first: fc.nat(1e9) })
			.map(({ unit, list, first }) => list.map((n) => first + n * unit));
		fc.assert(
			fc.property(times, (list) => {
				expect(unpackTimes(sent(packTimes(list)))).toEqual(list);
			})
		);
		const indices = fc.uniqueArray(fc.nat()).map((list) => list.sort((a, b) => a - b));
		fc.assert(
			fc.property(indices, (list) => {
				expect(unpackSteps(packSteps(list))).toEqual(list);
			})
		);
	});

	it('keep what neighbours have in common once', () => {
		expect(packTexts(['grid', 'grid gap', 'gap'])).toEqual({ same: [0, 4, 1], rest: ['grid', ' gap', 'ap'] });
		const noon = 432e5;
		expect(packTimes([noon + 3 * 864e5, noon])).toEqual({ first: noon, unit: 3 * 864e5, times: [1, 0] });
	});

	it.each([null, {}, { same: [0], rest: [] }, { same: [1], rest: ['a'] }, { same: [0, -1], rest: ['a', 'b'] }])(
		'are refused where they are none: %j',
		(value) => {
			expect(() => unpackTexts(value)).toThrow();
			expect(() => unpackTimes(value)).toThrow();
		}
	);

	it('grow no text beyond what a table may hold', () => {
		const rest = new Array<string>(300).fill('x'.repeat(10));
		expect(() => unpackTexts({ same: rest.map((_, n) => n * 10), rest })).toThrow('no longer');
	});
});
