import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dayLength, daysIn, monthStarts, startOfDay } from './calendar.ts';

const years = fc.integer({ min: -1e12, max: 1e12 });

describe('the calendar', () => {
	it('says what Date says, where Date has a say', () => {
		fc.assert(
			fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (time) => {
				const date = new Date(time);
				expect(calendarDay(time)).toEqual({
					year: date.getUTCFullYear(),
					month: date.getUTCMonth() + 1,
					day: date.getUTCDate()
				});
			}),
			{ numRuns: 2000 }
		);
		fc.assert(
			fc.property(
				fc.integer({ min: -271_000, max: 271_000 }),
				fc.integer({ min: -30, max: 40 }),
				fc.integer({ min: -40, max: 70 }),
				(year, month, day) => {
					expect(startOfDay(year, month, day)).toBe(new Date(0).setUTCFullYear(year, month - 1, day));
				}
			),
			{ numRuns: 2000 }
		);
	});

	it('goes there and back in years of twelve digits', () => {
		fc.assert(
			fc.property(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, day) => {
				// The middle of a day, since a double cannot hold its first instant so far out.
				expect(calendarDay(startOfDay(year, month, day) + dayLength / 2)).toEqual({ year, month, day });
			})
		);
	});

	it('has 97 leap years in four centuries, wherever they are', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), (year) => {
				const days = Array.from({ length: 400 }, (_, n) => daysIn(year + n, 2)).reduce((sum, n) => sum + n, 0);
				expect(days).toBe(400 * 28 + 97);
			}),
			{ numRuns: 100 }
		);
	});

	it('finds each month that begins within a stretch', () => {
		const stretch = [startOfDay(2024, 1, 15), startOfDay(2025, 2, 1)] as const;
		expect(monthStarts(stretch).map((time) => calendarDay(time).month)).toEqual([
			2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1
		]);
		expect(monthStarts(stretch, 6)).toEqual([startOfDay(2024, 7), startOfDay(2025, 1)]);
	});
});
