import { describe, expect, it } from 'vitest';
import { readings, span } from '../../../../tests/support/dateSentences.ts';
import { counted } from './counted.ts';

describe('so many units from a date', () => {
	it.each([
		['two years later', '1912-04-15', [[2, 'year']], '1914-04-15'],
		['half a year later', '1912-04', [[0.5, 'year']], '1912-10'],
		['a month before the end of March', '2023-03-31', [[-1, 'month']], '2023-02-28'],
		[
			'a year and three weeks',
			'1912-04-15',
			[
				[1, 'year'],
				[3, 'week']
			],
			'1913-05-06'
		]
	] as const)('%s', (_, from, steps, edtf) =>
		expect(counted(span(from), steps)).toMatchObject({ edtf, sense: 'vague' })
	);

	it('may be meant less exactly than it is said, but for whole years', () => {
		const [days, years] = [counted(span('1912-04-15'), [[3, 'day']])!, counted(span('1912'), [[3, 'year']])!];
		expect(days.reach!.max - days.reach!.min).toBe(3 * 864e5);
		expect([years.reach!.min, years.reach!.max]).toEqual([span('1915').min, span('1915').max]);
	});

	it('cannot be half a day, or from nowhere', () => {
		expect(counted(span('1912-04-15'), [[0.5, 'day']])).toBeNull();
		expect(counted(span('1912-04-15'), [[NaN, 'day']])).toBeNull();
	});
});

it.each([
	['three days ago', '2024-11-17 vague'],
	['两周前', '2024-11-06 vague'],
	['two days after 30 December 1999', '2000-01-01 vague'],
	['8 days before May 3, 1990', '1990-04-25 vague']
])('%s', (text, reads) => expect(readings(text)).toEqual([[reads], [reads]]));

it('nobody tells of what comes centuries after an article', () => expect(readings('2100 years later')[0]).toEqual([]));
