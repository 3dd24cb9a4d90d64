import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldDates } from './fold.ts';

it('keeps every offset, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(foldDates(text)).toHaveLength(text.length);
			expect(foldDates(foldDates(text))).toBe(foldDates(text));
		})
	);
});

it.each([
	['２０２４年５月３日', '2024年5月3日'],
	['1939–45', '1939-45'],
	['’90s', "'90s"],
	['3\u00a0May\u20091990', '3 May 1990'],
	['二零二四年', '二〇二四年'],
	['兩個月後', '两个月后'],
	['光緒', '光绪']
])('%s is read as %s', (text, folded) => expect(foldDates(text)).toBe(folded));
