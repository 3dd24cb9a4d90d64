import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	between,
	dayOf,
	edtfOf,
	isBefore,
	isDay,
	limits,
	mondayOf,
	monthAt,
	nthWeekday,
	shifted,
	weekdayOf
} from './points.ts';

const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2400-01-01'), noInvalidDate: true }).map((date) => ({
	year: date.getUTCFullYear(),
	month: date.getUTCMonth() + 1,
	day: date.getUTCDate()
}));

describe('points of the calendar', () => {
	it('are written to what is known of them', () => {
		expect(
			[{}, { year: 0 }, { year: -43, month: 3 }, { year: 476, month: 9, day: 4 }, { year: 1990, day: 4 }].map(edtfOf)
		).toEqual(['', '0000', '-0043-03', '0476-09-04', '1990']);
		expect(between({ year: 1914 }, { year: 1918 })).toBe('1914/1918');
		expect(between({ year: 1914 }, { year: 1914 })).toBe('1914');
	});

	it('cover what they name, one after another', () => {
		fc.assert(
			fc.property(day, (one) => {
				const [min, max] = limits(one);
				expect([max - min, dayOf(min)]).toEqual([864e5, one]);
				expect(weekdayOf(min)).toBe(new Date(min).getUTCDay() || 7);
				expect([weekdayOf(mondayOf(min)), min - mondayOf(min) < 7 * 864e5]).toEqual([1, true]);
				expect(isBefore(one, dayOf(max))).toBe(true);
			})
		);
	});

	it('are counted from there and back again where no month is shorter', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -500, max: 500 }), (one, by) => {
				const first = { ...one, day: 1 };
				for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const)
					expect(shifted(shifted(first, unit, by), unit, -by)).toEqual(first);
			})
		);
		expect(shifted({ year: 2024, month: 1, day: 31 }, 'month', 1)).toEqual({ year: 2024, month: 2, day: 29 });
		expect(shifted({ year: 2024 }, 'decade', -2)).toEqual({ year: 2004 });
	});

	it('may be none', () => {
		expect(isDay({ year: 2023, month: 2, day: 29 })).toBe(false);
		expect(isDay({ month: 2, day: 29 })).toBe(true);
		expect(monthAt(2024, 0)).toEqual({ year: 2023, month: 12 });
	});

	it('are told by their weekday in a month', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1900, max: 2100 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 7 }),
				(year, month, weekday) => {
					const days = [1, 2, 3, 4].map((n) => nthWeekday(year, month, weekday, n));
					expect(days.map((one) => weekdayOf(limits(one)[0]))).toEqual(days.map(() => weekday));
					expect(days.map((one) => [one.year, one.month, Math.ceil(one.day! / 7)])).toEqual(
						[1, 2, 3, 4].map((n) => [year, month, n])
					);
					const last = nthWeekday(year, month, weekday, -1);
					expect([last.month, shifted(last, 'week', 1).month]).toEqual([month, (month % 12) + 1]);
				}
			)
		);
	});
});
