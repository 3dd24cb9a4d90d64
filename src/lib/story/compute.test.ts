import { describe, expect, it } from 'vitest';
import { compute } from './compute.ts';

describe('a number computed from others', () => {
	it.each([
		['4600000 / 1%', 'usd', 460_000_000],
		['1,200 + 2 * (3 - 1)', 'count', 1204],
		['1/3', 'percent', 100 / 3],
		['46 / 200', 'percent', 23]
	] as const)('%s as %s', (text, format, value) => {
		const result = compute(text, format);
		expect('value' in result && result.value).toBeCloseTo(value, 6);
	});

	it.each(['', '1 +', '1 2', '(1', '1 / 0', 'x', '1 + alert()'])('%j is none, and says what to write', (text) => {
		const result = compute(text);
		expect('problem' in result && result.problem).toMatch(/write numbers/);
	});

	it('names what it was made of', () => {
		const result = compute('4600000 / 1%');
		expect('operands' in result && result.operands).toEqual([
			{ value: 4_600_000, percent: false },
			{ value: 1, percent: true }
		]);
	});
});
