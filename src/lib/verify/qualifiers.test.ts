import fc from 'fast-check';
import { expect, it } from 'vitest';
import { follows, qualifierOf, type Qualifier } from './qualifiers.ts';

it.each([
	['more than ', ' men', 'over'],
	['no more than ', ' men', 'at-most'],
	['', ' or above were there', 'over'],
	['', ' and more cross', 'over'],
	['', ',or roughly that,walk', 'about'],
	['', ' or thereabouts', 'about'],
	['not yet ', ' when she died', 'under'],
	['short of ', ' men', 'under'],
	['well short of the ', ' that he had hoped for', 'exactly'],
	['nearly ', '', 'nearly'],
	['', '多条', 'over'],
	['接近全部外国人入境的', '', 'nearly'],
	['不到', '人', 'under'],
	['more than the ', ' men', 'over'],
	['to ', ' men', 'exactly']
])('“%s46%s” is %s', (left, right, hedge) => {
	expect(qualifierOf(left, right)).toBe(hedge);
});

const amount = (value: number, step: number, qualifier: Qualifier = 'exactly') => ({ value, step, qualifier });

it('lets a number be told less exactly where that stays true', () => {
	expect(follows(amount(174_000, 1000, 'over'), amount(174_429, 1))).toBe('rounded');
	expect(follows(amount(175_000, 1000, 'over'), amount(174_429, 1))).toBe('hedge');
	expect(follows(amount(60, 10, 'nearly'), amount(57.3, 0.1))).toBe('rounded');
	expect(follows(amount(174_429, 1), amount(174_000, 1000))).toBeNull();
	expect(follows(amount(400, 1), amount(400, 1, 'over'))).toBe('hedge');
	expect(follows(amount(14, 1, 'at-most'), amount(14, 1))).toBe('rounded');
	expect(follows(amount(14, 1, 'at-most'), amount(14, 1, 'over'))).toBe('hedge');
	expect(follows(amount(14, 1), amount(14, 1, 'at-most'))).toBe('hedge');
});

it('has every amount follow from itself, whatever its hedge', () => {
	const hedge = fc.constantFrom<Qualifier>('exactly', 'about', 'over', 'under', 'nearly', 'down-to', 'at-most');
	fc.assert(
		fc.property(fc.nat(1e6), hedge, (value, qualifier) => {
			expect(follows(amount(value, 1, qualifier), amount(value, 1, qualifier))).toBe('same');
		})
	);
});
