import { expect, it } from 'vitest';
import { inSteps, splitAmount, stepOf } from './numbers.ts';

it.each([
	['385.3 million', ['', '385.3', 'million']],
	['over $20 million', ['over', '$20', 'million']],
	['about 40%', ['about', '40%', '']],
	['超过2000万美元', ['超过', '2000', '万美元']],
	['17,446', ['', '17,446', '']],
	['under a third', ['', 'under a third', '']],
	['不到三分之一', ['', '不到三分之一', '']]
])('cuts “%s” round its numeral', (text, [before, numeral, after]) => {
	expect(splitAmount(text)).toEqual({ before, numeral, after });
});

it.each([
	[385.3e6, 'en', 'million', 1e6, '385.3'],
	[385.3e6, 'zh-Hans', '亿', 1e8, '3.853'],
	[1e7, 'zh-Hans', '万', 1e4, '1,000'],
	[999_950_000, 'en', 'billion', 1e9, '1'],
	[4.6e9, 'de', 'Milliarden', 1e9, '4,6'],
	[645, 'en', '', 1, '645']
])('counts %s in %s in steps of its word', (value, lang, word, size, said) => {
	const step = stepOf(value, lang);
	expect(step).toEqual({ word, size });
	expect(inSteps(value, step, lang)).toBe(said);
});
