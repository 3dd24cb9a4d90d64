import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distance, misspelt, nearest, nearestName, slipsIn } from './near.ts';

it('knows a name by one slip, and leaves short words alone', () => {
	expect(nearest('Whitcome', ['Muir', 'Whitcombe'])?.name).toBe('Whitcombe');
	expect(nearest('Whitcombe', ['Whitcombe'])).toBeNull();
	expect(nearest('Mui', ['Muir'])).toBeNull();
	expect(nearest('Opnelab', ['OpenLab'])!.errors).toBeLessThan(1);
});

it('takes the nearest of several lists, and of equals that of the first', () => {
	expect(nearestName('Chena', [['Chenab'], ['China']])).toBe('Chenab');
	expect(nearestName('Chnia', [['Chnib'], ['China']])).toBe('China');
});

it('counts as many edits one way as the other', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(word, word, (one, other) => {
			expect(distance(one, other, 2)).toBe(distance(other, one, 2));
			expect(distance(one, one, 2)).toBe(0);
		})
	);
});

it('finds a 汉字 that is another, unless the source has it so', () => {
	const names = ['赵鸿儒'];
	expect(misspelt('赵鸿孺说', names, () => false)).toEqual([{ start: 0, end: 3, name: '赵鸿儒' }]);
	expect(misspelt('赵鸿孺说', names, (words) => words === '赵鸿孺')).toEqual([]);
	expect(slipsIn('赵鸿儒说', names)).toEqual([]);
	expect(slipsIn('电灯公司和电登公司', ['电灯公司']).map(({ start }) => start)).toEqual([5]);
});
