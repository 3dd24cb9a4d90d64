import { describe, expect, it } from 'vitest';
import { pattern } from './pattern.ts';
import { worthOf } from './worth.ts';

const worth = (text: string) =>
	[...text.matchAll(pattern)].map(({ groups = {}, index, 0: { length } }) =>
		worthOf(groups, text, index, index + length)
	);

describe('what a number is worth by itself', () => {
	it.each([
		['百分之六十五', { value: 65, kind: 'percent' }],
		['3/4', { value: 75, kind: 'percent' }],
		['六成五', { value: 65, kind: 'percent' }],
		['过半', { value: 50, kind: 'percent', over: true }],
		['one in ten', { value: 10, kind: 'percent' }],
		['half a million', { value: 500_000 }],
		['half of it', { value: 50, kind: 'percent', weak: false }],
		['第三', { value: 3, kind: 'ordinal' }],
		['twentieth', { value: 20, kind: 'ordinal' }],
		['tens of thousands', { value: 10_000, vague: true }],
		['several dozen', { value: 12, vague: true }],
		['3.853亿', { value: 385_300_000, unit: 100_000 }],
		['18日', { value: 18, kind: 'day' }],
		['2.1 to 4.2 million', { value: 2_100_000 }],
		['Grok 4', { value: 4, name: true }],
		['No. 4', { value: 4, name: false }]
	])('%s', (text, expected) => expect(worth(text)[0]).toMatchObject(expected));

	it.each(['第二年', '4/3', '周三', '某一', '一些'])('%s is no number', (text) =>
		expect(worth(text)[0] ?? null).toBeNull()
	);
});
