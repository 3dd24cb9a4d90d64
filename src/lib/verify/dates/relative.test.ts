import { describe, expect, it } from 'vitest';
import { reference, span } from '../../../../tests/support/dateSentences.ts';
import { Reading } from './reading.ts';
import { bareWeekday, daysFromToday, lastNamed, presentOf, recent, stretchOf, unitFrom } from './relative.ts';

const reading = (last: string | null = null, of = reference) =>
	new Reading(of, last === null ? null : span(last), last !== null, () => null);
const day = { year: 2024, month: 11, day: 20 };

describe('told from another date', () => {
	it.each([
		['year', -1, { calendar: { year: 2023 } }],
		['month', 2, { calendar: { year: 2025, month: 1 } }],
		['day', 11, { calendar: { year: 2024, month: 12, day: 1 } }],
		['week', -1, { edtf: '2024-11-11/2024-11-17' }],
		['weekend', 0, { edtf: '2024-11-23/2024-11-24' }],
		['quarter', -1, { edtf: '2024-07/2024-09' }],
		['half', 1, { edtf: '2025-01/2025-06' }],
		['decade', -1, { edtf: '201X' }],
		['century', 0, { edtf: '20XX' }]
	] as const)('%s by %d', (unit, by, expected) =>
		expect(unitFrom(day, unit, by)).toMatchObject({ ...expected, relative: true })
	);

	it('is no finer than what it is told from', () => {
		expect(unitFrom({ year: 2024 }, 'month', 1)).toBeNull();
		expect(unitFrom({ year: 2024, month: 11 }, 'week', 0)).toMatchObject({
			calendar: { year: 2024, month: 11 },
			sense: 'vague'
		});
		expect(daysFromToday(-1, reading(null, span('2024-11')))).toMatchObject({ sense: 'vague' });
	});

	it('a weekday is the last one, the next after a day to come, and one after a day long past', () => {
		expect(bareWeekday(7, reading())).toMatchObject({ edtf: '2024-11-17' });
		expect(bareWeekday(7, reading('2024-11-21'))).toMatchObject({ edtf: '2024-11-24' });
		expect(bareWeekday(1, reading('1912-04-14'))).toMatchObject({ edtf: '1912-04-15', sense: 'vague' });
		expect(bareWeekday(1, reading(null, span('2024-11')))).toBeNull();
	});

	it('a stretch ends yesterday or begins tomorrow', () => {
		expect(stretchOf(true, 3, 'year', reading())).toMatchObject({ edtf: '2021-11-20/2024-11-19' });
		expect(stretchOf(false, 2, 'week', reading())).toMatchObject({ edtf: '2024-11-21/2024-12-04' });
		expect(stretchOf(true, NaN, 'day', reading())).toBeNull();
	});

	it('now and lately are months, and at that time is the date before', () => {
		expect(presentOf(reading())).toMatchObject({ edtf: '2024-11-20', sense: 'vague' });
		expect(recent(reading(), 3)).toMatchObject({ edtf: '2024-08/2024-11', sense: 'vague' });
		expect(lastNamed(reading('1912-04-14'))).toMatchObject({ edtf: '1912-04-14', sense: 'vague' });
		expect(lastNamed(reading())).toBeNull();
	});
});
