import { expect, it } from 'vitest';
import { englishValue, scaleOf } from './english.ts';

it.each([
	['forty-two', 42],
	['three hundred and fifty thousand', 350_000],
	['a million', 1_000_000],
	['two hundred', 200],
	['twelve thousand', 12_000],
	['two million three hundred thousand', 2_300_000]
])('%s is %d', (text, value) => expect(englishValue(text)).toBe(value));

it('a scale may be plural', () => expect(['dozens', 'Hundreds', 'million'].map(scaleOf)).toEqual([12, 100, 1e6]));
