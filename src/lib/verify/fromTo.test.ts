import { expect, it } from 'vitest';
import { partWrong, pathWrong } from './fromTo.ts';
import { findNumbers } from './numerals.ts';

const anyOf = (judge: typeof pathWrong, text: string) => {
	const numbers = findNumbers(text);
	return numbers.some((_, index) => judge(text, numbers, index));
};

it.each([
	['It rose from 3 pence to 5.', false],
	['It fell from 3 pence to 5.', true],
	['由3元涨到5元', false],
	['由5元涨到3元', true],
	['From 3 pence in spring it moved to 5.', false]
])('%s: do words and numbers go the same way?', (text, wrong) => {
	expect(anyOf(pathWrong, text)).toBe(wrong);
});

it.each([
	['25 of the 46 holes', false],
	['46 of the 25 holes', true],
	['46 holes instead of 25', false],
	['46 instead of 25', false],
	['63家店铺里有21家认股', false],
	['21家店铺里有63家认股', true],
	['In 46 of 50 towns', false],
	['11票里没有人写过30本书', false]
])('%s: is the part larger than its whole?', (text, wrong) => {
	expect(anyOf(partWrong, text)).toBe(wrong);
});
