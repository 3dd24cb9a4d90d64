import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findNumbers } from './numerals.ts';
import { clauseContaining, dateWithin, segmentOf, sentencesOf } from './segments.ts';

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

it('ends a number’s words at a stop that stands right behind it', () => {
	expect(segments('镇上有2.6万人.1905年涨价.')).toEqual(['镇上有2.6万人', '1905年涨价']);
	expect(segments('将近40%.25条通往日本.')).toEqual(['将近40%', '25条通往日本']);
});

it('gives each number the date in its place, where there are as many', () => {
	const text = 'From 214 in May to 590 in June they grew.';
	const numbers = findNumbers(text);
	const dates = ['in May', 'in June'].map((words) => ({
		words,
		start: text.indexOf(words),
		end: text.indexOf(words) + words.length
	}));
	const of = (all: typeof dates) =>
		numbers.map((_, index) => dateWithin(all, numbers, index, segmentOf(text, numbers, index))?.words);
	expect(of(dates)).toEqual(['in May', 'in June']);
	expect(of(dates.slice(1))).toEqual(['in June', 'in June']);
	expect(of([])).toEqual([undefined, undefined]);
});

it('takes a clause from comma to comma', () => {
	const text = 'As she said, 46 holes were bored, all of them east.';
	const [number] = findNumbers(text);
	expect(clauseContaining(text, number).trim()).toBe('46 holes were bored');
});
