import fc from 'fast-check';
import { expect, it } from 'vitest';
import { product, readHan } from './han.ts';

const digits = '零一二三四五六七八九';
/** 1–9999 in characters, with 零 for an empty place. */
function write(n: number): string {
	const places = [...String(n)].map(Number);
	const text = places
		.map((one, at) => (one ? digits[one] + ['', '十', '百', '千'][places.length - at - 1] : '零'))
		.join('');
	return text.replace(/零+/g, '零').replace(/零$/, '');
}

it('reads what is written', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (a, b) => {
			expect(readHan(write(a))).toBe(a);
			expect(readHan(`${write(a)}万${write(b).padStart(1)}`)).toBe(a * 10_000 + b);
			expect(readHan(`${write(a)}亿`)).toBe(a * 1e8);
		})
	);
});

it('reads digits one by one, and no other words', () => {
	fc.assert(
		fc.property(fc.integer({ min: 10, max: 9999 }), (n) => {
			expect(readHan([...String(n)].map((one) => digits[Number(one)]).join(''))).toBe(n);
		})
	);
	expect(readHan('一些')).toBeNaN();
	expect([product('百万'), product('千'), product('')]).toEqual([1e6, 1000, 1]);
});
