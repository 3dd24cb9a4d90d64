import { describe, expect, it } from 'vitest';
import { reference, span } from '../../../../tests/support/dateSentences.ts';
import { Reading } from './reading.ts';

const reading = (last: string | null, words = '', own = last !== null) => {
	const at = new Reading(reference, last === null ? null : span(last), own, () => null);
	at.at(words, words.length);
	return at;
};

describe('a year that is not said', () => {
	it.each([
		['the last that had the month', null, '', { month: 5 }, 2024],
		['the one before, where the month is yet to come', null, '', { month: 12 }, 2023],
		['the one to come, where the words say so', null, 'It will open in ', { month: 1 }, 2025],
		['that of the date before', '1912-04', '', { month: 5 }, 1912],
		['a leap year, for its day', null, '', { month: 2, day: 29 }, 2024],
		['the first of a season, in its autumn', '2021/2022', '', { month: 9 }, 2021],
		['the second of a season, in its spring', '2021/2022', '', { month: 3 }, 2022]
	])('is %s', (_, last, words, calendar, year) => {
		const at = reading(last, words);
		expect([at.yearOf(calendar), at.guessed]).toEqual([year, true]);
	});
	it('is the one beside it whose weekday is the one said', () =>
		expect(reading(null).yearOf({ month: 3, day: 5 }, 7)).toBe(2023));
	it('is none without an article', () => {
		const at = new Reading(null, null, false, () => null);
		expect([at.now, at.today, at.yearOf({ month: 5 }), at.monthOf(3)]).toEqual([null, null, null, null]);
	});
});

it('a month that is not said is that of the date before, else the last that had the day', () => {
	expect(reading('1912-04-14').monthOf(15)).toEqual({ year: 1912, month: 4 });
	expect(reading(null).monthOf(18)).toEqual({ year: 2024, month: 11 });
	expect(reading(null).monthOf(25)).toEqual({ year: 2024, month: 10 });
	expect(reading(null).monthOf(31)).toEqual({ year: 2024, month: 10 });
});

it('no other interval is a season', () => {
	expect(['2021/2022', '2021/2023', '2021-09/2022-03', '2021'].map((last) => reading(last).season)).toEqual([
		2021,
		null,
		null,
		null
	]);
	expect(reading('2021/2022', '', false).season).toBeNull();
});
