import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, read } from '../../../tests/support/dateSpans.ts';
import { midpoint, parseDate } from './date.ts';

const day = 864e5;
const problem = (text: string) => {
	const parsed = parseDate(text);
	return 'problem' in parsed ? parsed.problem : 'none';
};
const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

/** The Library of Congress’s published EDTF examples, by level. */
describe('EDTF’s published examples', () => {
	it.each([
		// Level 0
		['1985-04-12', '1985-04-12', '1985-04-13'],
		['1985-04', '1985-04-01', '1985-05-01'],
		['1985', '1985-01-01', '1986-01-01'],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30.000Z', '1985-04-12T23:20:31.000Z'],
		['1985-04-12T23:20:30-04', '1985-04-13T03:20:30.000Z', '1985-04-13T03:20:31.000Z'],
		['1985-04-12T23:20:30+04:30', '1985-04-12T18:50:30.000Z', '1985-04-12T18:50:31.000Z'],
		['1964/2008', '1964-01-01', '2009-01-01'],
		['2004-06/2006-08', '2004-06-01', '2006-09-01'],
		['2004-02-01/2005-02-08', '2004-02-01', '2005-02-09'],
		['2004-02-01/2005-02', '2004-02-01', '2005-03-01'],
		['2004-02-01/2005', '2004-02-01', '2006-01-01'],
		['2005/2006-02', '2005-01-01', '2006-03-01'],
		// Level 1
		['2001-21', '2001-03-01', '2001-06-01'],
		['1984?', '1984-01-01', '1985-01-01'],
		['2004-06~', '2004-06-01', '2004-07-01'],
		['2004-06-11%', '2004-06-11', '2004-06-12'],
		['201X', '2010-01-01', '2020-01-01'],
		['20XX', '2000-01-01', '2100-01-01'],
		['2004-XX', '2004-01-01', '2005-01-01'],
		['1985-04-XX', '1985-04-01', '1985-05-01'],
		['1985-XX-XX', '1985-01-01', '1986-01-01'],
		['1985-04-12/..', '1985-04-12', '+'],
		['1985-04/..', '1985-04-01', '+'],
		['1985/..', '1985-01-01', '+'],
		['../1985-04-12', '-', '1985-04-13'],
		['../1985-04', '-', '1985-05-01'],
		['../1985', '-', '1986-01-01'],
		['1985-04-12/', '1985-04-12', '+'],
		['1985-04/', '1985-04-01', '+'],
		['1985/', '1985-01-01', '+'],
		['/1985-04-12', '-', '1985-04-13'],
		['/1985-04', '-', '1985-05-01'],
		['/1985', '-', '1986-01-01'],
		['-1985', '-001985-01-01', '-001984-01-01'],
		['1984~/2004-06', '1984-01-01', '2004-07-01'],
		['1984?/2004%', '1984-01-01', '2005-01-01'],
		// Level 2
		['1950S2', '1900-01-01', '2000-01-01'],
		['2001-34', '2001-04-01', '2001-07-01'],
		['[1667,1668,1670..1672]', '1667-01-01', '1673-01-01'],
		['[..1760-12-03]', '-', '1760-12-04'],
		['[1760-12..]', '1760-12-01', '+'],
		['[1760-01,1760-02,1760-12..]', '1760-01-01', '+'],
		['[1667,1760-12]', '1667-01-01', '1761-01-01'],
		['[..1984]', '-', '1985-01-01'],
		['{1667,1668,1670..1672}', '1667-01-01', '1673-01-01'],
		['{1960,1961-12}', '1960-01-01', '1962-01-01'],
		['{..1984}', '-', '1985-01-01'],
		['2004-06~-11', '2004-06-11', '2004-06-12'],
		['2004?-06-11', '2004-06-11', '2004-06-12'],
		['?2004-06-~11', '2004-06-11', '2004-06-12'],
		['2004-%06-11', '2004-06-11', '2004-06-12'],
		['156X-12-25', '1560-12-25', '1569-12-26'],
		['15XX-12-25', '1500-12-25', '1599-12-26'],
		['1XXX-XX', '1000-01-01', '2000-01-01'],
		['1XXX-12', '1000-12-01', '2000-01-01'],
		['1984-1X', '1984-10-01', '1985-01-01'],
		['2004-06-~01/2004-06-~20', '2004-06-01', '2004-06-21'],
		['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-04']
	])('%s covers %s up to %s', (text, from, to) => {
		expect(bounds(text)).toEqual([from, to]);
	});

	// Also beyond the platform’s calendar.
	it.each([
		['Y170000002', 170000002, 1],
		['Y-170000002', -170000002, 1],
		['Y-17E7', -170000000, 1],
		['Y171010000S3', 171010000, 1e6],
		['Y3388E2S3', 338800, 1e3]
	])('%s is the year %d, meant to %d', (text, year, years) => {
		const { first, min, max } = read(text);
		expect(first).toMatchObject({ year, precision: 'year' });
		// A single year is a common year or a leap year.
		if (years === 1) expect([365, 366]).toContain((max - min) / day);
		else expect((max - min) / (365.2425 * day * years)).toBeCloseTo(1, 3);
		expect(Math.sign(min)).toBe(Math.sign(year));
	});

	it.each([
		['1985-04-12T23:20:30', /no time zone; write 1985-04-12T23:20:30Z/],
		['XXXX-12-XX', /leaves the year open/]
	])('%s is not supported, and told so', (text, message) => {
		expect(problem(text)).toMatch(message);
	});
});

describe('parts of a year', () => {
	it.each([
		['2001-22', 'season', '2001-06-01', '2001-09-01'],
		['2001-23', 'season', '2001-09-01', '2001-12-01'],
		['2001-24', 'season', '2001-12-01', '2002-03-01'],
		['2001-28', 'season', '2001-12-01', '2002-03-01'],
		['2001-29', 'season', '2001-09-01', '2001-12-01'],
		['2001-30', 'season', '2001-12-01', '2002-03-01'],
		['2001-31', 'season', '2001-03-01', '2001-06-01'],
		['2001-32', 'season', '2001-06-01', '2001-09-01'],
		['2001-33', 'quarter', '2001-01-01', '2001-04-01'],
		['2001-36~', 'quarter', '2001-10-01', '2002-01-01'],
		['2001-37', 'third', '2001-01-01', '2001-05-01'],
		['2001-38', 'third', '2001-05-01', '2001-09-01'],
		['2001-40', 'half', '2001-01-01', '2001-07-01'],
		['2001-41', 'half', '2001-07-01', '2002-01-01'],
		['-0217-21', 'season', '-000217-03-01', '-000217-06-01']
	])('%s is a %s from %s up to %s', (text, precision, from, to) => {
		expect(read(text).first?.precision).toBe(precision);
		expect(bounds(text)).toEqual([from, to]);
	});

	it('are accepted as the ends of an interval', () => {
		expect(bounds('2001-21/2001-23')).toEqual(['2001-03-01', '2001-12-01']);
	});
});

describe('years that other tools lose', () => {
	it.each([
		['0044-03-15', 44],
		['0099', 99],
		['0000', 0],
		['0000-02-29', 0],
		['0044-03-15T12:00:00Z', 44],
		['-0043-03-15', -43],
		['-0217', -217]
	])('%s', (text, year) => {
		expect(read(text).first?.year).toBe(year);
		expect(new Date(read(text).min).getUTCFullYear()).toBe(year);
	});

	it('keeps the Ides of March on the fifteenth', () => {
		expect(bounds('-0043-03-15')).toEqual(['-000043-03-15', '-000043-03-16']);
		expect(bounds('0000-02-29')).toEqual(['0000-02-29', '0000-03-01']);
	});

	it.each([
		['-021X', -219, '-000219-01-01', '-000209-01-01'],
		['-02XX', -299, '-000299-01-01', '-000199-01-01'],
		['-0XXX', -999, '-000999-01-01', '0001-01-01'],
		['00XX', 0, '0000-01-01', '0100-01-01']
	])('%s begins with the year %d', (text, year, from, to) => {
		expect(read(text).first?.year).toBe(year);
		expect(bounds(text)).toEqual([from, to]);
	});
});

describe('digits left open', () => {
	it.each([
		['2025-0X', 'year', '2025-01-01', '2025-10-01'],
		['2025-05-1X', 'month', '2025-05-10', '2025-05-20'],
		['2023-02-2X', 'month', '2023-02-20', '2023-03-01'],
		['2025-XX-31', 'year', '2025-01-31', '2026-01-01'],
		['19XX-02-29', 'century', '1904-02-29', '1996-03-01'],
		['197X~', 'decade', '1970-01-01', '1980-01-01'],
		['2004-06-XX?', 'month', '2004-06-01', '2004-07-01'],
		['1XXX', 'millennium', '1000-01-01', '2000-01-01']
	])('%s is known to the %s, from %s up to %s', (text, precision, from, to) => {
		expect(read(text).first?.precision).toBe(precision);
		expect(bounds(text)).toEqual([from, to]);
	});
});

const anyDay = fc.record({
	year: fc.integer({ min: -3000, max: 9999 }),
	month: fc.integer({ min: 1, max: 12 }),
	date: fc.integer({ min: 1, max: 31 })
});
const written = ({ year, month, date }: { year: number; month: number; date: number }) =>
	`${four(year)}-${two(month)}-${two(date)}`;

describe('a day of any year', () => {
	it('covers that day and no more, or is none, whatever the machine’s time zone', () => {
		fc.assert(
			fc.property(anyDay, (given) => {
				const { year, month, date } = given;
				const start = new Date(0);
				start.setUTCFullYear(year, month - 1, date);
				const exists = start.getUTCDate() === date;
				if (!exists) {
					expect(problem(written(given))).toMatch(/has (28|29|30) days/);
					return;
				}
				const span = read(written(given));
				expect(span.first).toMatchObject({ year, month, day: date, precision: 'day' });
				expect([span.min, span.max]).toEqual([start.getTime(), start.getTime() + day]);
				expect(midpoint(span)).toBe(span.min + day / 2);
			})
		);
	});

	// The package is not asked about what nearly every date looks like.
	it('and its month, year and instants are accepted just where the edtf package accepts them', () => {
		const number = (max: number) => fc.integer({ min: 0, max }).map(two);
		const time = fc.tuple(number(25), number(61), number(61)).map((parts) => `T${parts.join(':')}Z`);
		const text = fc
			.tuple(fc.nat(9999).map(four), fc.array(number(13), { maxLength: 1 }), fc.array(number(32), { maxLength: 1 }))
			.map(([year, month, date]) => [year, ...month, ...(month.length ? date : [])].join('-'));
		fc.assert(
			fc.property(text, fc.option(time, { nil: '' }), (date, clock) => {
				const one = date + (date.length === 10 ? clock : '');
				// The package knows no common years.
				fc.pre(!one.includes('-02-29'));
				const isAccepted = () => !!edtf(one);
				if (problem(one) === 'none') expect(isAccepted()).toBe(true);
				else expect(isAccepted).toThrow();
			}),
			{ numRuns: 1000 }
		);
	});
});
