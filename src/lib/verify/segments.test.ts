import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findNumbers } from './numerals.ts';
import { clauseAround, segmentOf, sentencesOf } from './segments.ts';

const segments = (text: string) => {
	const numbers = findNumbers(text);
	return numbers.map((_, index) => text.slice(...segmentOf(text, numbers, index)).trim());
};

it('gives each number of a sentence its own words', () => {
	expect(segments('In all 46 lead to Japan, and 25 to the United States.')).toEqual([
		'In all 46 lead to Japan',
		', and 25 to the United States'
	]);
	expect(segments('裕丰银行借出3万元,道胜银行借出2万元.')).toEqual(['裕丰银行借出3万元', ',道胜银行借出2万元']);
});

it('ends a sentence at its stop, and not after a title', () => {
	const text = 'Dr. Bell left.It rose by 3.5 in all.';
	expect(sentencesOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
		'Dr. Bell left.',
		'It rose by 3.5 in all.'
	]);
});

it('has a number within its segment, and that within the text, whatever stands there', () => {
	const words = fc.constantFrom('46', '2.5%', 'to Japan', ', and', '. The', '而', '日本', 'Dr.', '\n', ' ');
	fc.assert(
		fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
			const text = parts.join(' ');
			const numbers = findNumbers(text);
			numbers.forEach(({ start, end }, index) => {
				const [from, to] = segmentOf(text, numbers, index);
				expect(0 <= from && from <= start && end <= to && to <= text.length).toBe(true);
			});
		})
	);
});

it('takes a clause from comma to comma', () => {
	const text = 'As she said, 46 holes were bored, all of them east.';
	const [number] = findNumbers(text);
	expect(clauseAround(text, number).trim()).toBe('46 holes were bored');
});
