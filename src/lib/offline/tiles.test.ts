import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surplusTiles } from './tiles.ts';

const url = (n: number, bytes: number) => `https://example.org/tiles/a/0e6c/3/${n}.json?bytes=${bytes}`;

it('lets those go that were used longest ago', () => {
	const keys = [url(1, 10), url(2, 10), url(3, 10)];
	expect(surplusTiles(keys, { count: 2, bytes: 100 })).toEqual([keys[0]]);
	expect(surplusTiles(keys, { count: 9, bytes: 15 }).sort()).toEqual(keys.slice(0, 2));
	expect(surplusTiles(keys, { count: 3, bytes: 30 })).toEqual([]);
});

it('leaves as many of the last as the limits allow', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 100 })), fc.nat({ max: 8 }), fc.nat({ max: 300 }), (sizes, count, bytes) => {
			const keys = sizes.map((size, n) => url(n, size));
			const gone = new Set(surplusTiles(keys, { count, bytes }));
			const left = sizes.slice(gone.size);
			const sum = (list: number[]) => list.reduce((sum, size) => sum + size, 0);
			expect(keys.slice(0, gone.size).every((key) => gone.has(key))).toBe(true);
			expect(left.length).toBeLessThanOrEqual(count);
			expect(sum(left)).toBeLessThanOrEqual(bytes);
			if (gone.size && left.length < count) expect(sum(sizes.slice(gone.size - 1))).toBeGreaterThan(bytes);
		})
	);
});
