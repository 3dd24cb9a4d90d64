import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, isoForTime, midpoint, parseDate, type DateSpan } from './date.ts';

const day = 864e5;
const read = (text: string): DateSpan => {
	const parsed = parseDate(text);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};
const problem = (text: string) => {
	const parsed = parseDate(text);
	return 'problem' in parsed ? parsed.problem : '';
};
/** First day covered and first day after it; `+`/`-` for an open end. */
const bounds = (text: string) => {
	const { min, max } = read(text);
	const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString().replace('T00:00:00.000Z', '') : time > 0 ? '+' : '-');
	return [iso(min), iso(max)];
};

/** The examples that the Library of Congress publishes with EDTF, level by level. */
describe('EDTF’s published examples', () => {
	it.each([
		// Level 0
		['1985-04-12', '1985-04-12', '1985-04-13'],
		['1985-04', '1985-04-01', '1985-05-01'],
		['1985', '1985-01-01', '1986-01-01'],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30.000Z', '1985-04-12T23:20:31.000Z'],
		['1985-04-12T23:20:30-04:00', '1985-04-13T03:20:30.000Z', '1985-04-13T03:20:31.000Z'],
		['1964/2008', '1964-01-01', '2009-01-01'],
		['2004-06/2006-08', '2004-06-01', '2006-09-01'],
		['2004-02-01/2005-02-08', '2004-02-01', '2005-02-09'],
		['2004-02-01/2005-02', '2004-02-01', '2005-03-01'],
		['2005/2006-02', '2005-01-01', '2006-03-01'],
		// Level 1
		['Y170000002', '-', '+'],
		['2001-21', '2001-03-01', '2001-06-01'],
		['1984?', '1984-01-01', '1985-01-01'],
		['2004-06~', '2004-06-01', '2004-07-01'],
		['2004-06-11%', '2004-06-11', '2004-06-12'],
		['201X', '2010-01-01', '2020-01-01'],
		['20XX', '2000-01-01', '2100-01-01'],
		['2004-XX', '2004-01-01', '2005-01-01'],
		['1985-04-XX', '1985-04-01', '1985-05-01'],
		['1985-04-12/..', '1985-04-12', '+'],
		['1985/..', '1985-01-01', '+'],
		['../1985-04-12', '-', '1985-04-13'],
		['1985-04-12/', '1985-04-12', '+'],
		['/1985', '-', '1986-01-01'],
		['-1985', '-001985-01-01', '-001984-01-01'],
		['1984~/2004-06', '1984-01-01', '2004-07-01'],
		['1984?/2004%', '1984-01-01', '2005-01-01'],
		// Level 2
		['2001-34', '2001-04-01', '2001-07-01'],
		['2001-24', '2001-12-01', '2002-03-01'],
		['2001-38', '2001-05-01', '2001-09-01'],
		['2001-41', '2001-07-01', '2002-01-01'],
		['[1667,1668,1670..1672]', '1667-01-01', '1673-01-01'],
		['[..1760-12-03]', '-', '1760-12-04'],
		['[1760-12..]', '1760-12-01', '+'],
		['[1667,1760-12]', '1667-01-01', '1761-01-01'],
		['{1960,1961-12}', '1960-01-01', '1962-01-01'],
		['2004-06~-11', '2004-06-11', '2004-06-12'],
		['?2004-06-~11', '2004-06-11', '2004-06-12'],
		['156X-12-25', '1560-12-25', '1569-12-26'],
		['1XXX-12', '1000-12-01', '2000-01-01'],
		['2004-06-~01/2004-06-~20', '2004-06-01', '2004-06-21']
	])('%s', (text, from, to) => {
		if (text === 'Y170000002') {
			// Beyond the calendar of the platform: by the mean year, so that scales still work.
			const { min, max } = read(text);
			expect(max - min).toBeCloseTo(365.2425 * day, -4);
			expect(min).toBeGreaterThan(5e18);
		} else expect(bounds(text)).toEqual([from, to]);
	});

	// Their significant digits change how exactly a year is meant, not which; what is drawn is the year.
	it.each(['1950S2', 'Y171010000S3', 'Y-17E7'])('%s is read as its year', (text) => {
		expect(read(text).first?.precision).toBe('year');
	});
});

describe('years that other tools lose', () => {
	it.each([
		['0044-03-15', 44],
		['0099', 99],
		['0000', 0],
		['-0043-03-15', -43],
		['-0217', -217]
	])('%s', (text, year) => {
		expect(read(text).first?.year).toBe(year);
		expect(new Date(read(text).min).getUTCFullYear()).toBe(year);
	});
});

describe('what is no date gets one sentence that says what to write', () => {
	it.each([
		['2025-02-30', /28 days/],
		['2024-02-30', /29 days/],
		['2025-13', /no month 13; write 01 to 12/],
		['30.11.2022', /write 2022-11-30/],
		['2022/11/30', /has more than one \//],
		['Nov 2022', /write 2022-11$/],
		['30 November 2022', /write 2022-11-30/],
		['November 30, 2022', /write 2022-11-30/],
		['2022年11月30日', /write 2022-11-30/],
		['44 BC', /write -0043 \(year 0000 is 1 BCE\)/],
		['c. 1977', /write 1977~/],
		['1970s', /write 197X/],
		['79', /write 0079/],
		['2025-1-2', /write 2025-01-02/],
		['2024-2025', /write 2024\/2025/],
		['2024-11/2024-01', /end comes before the start.*write 2024-01\/2024-11/],
		['2024-13/2025', /in "2024-13\/2025": .*no month 13/],
		['../..', /open at both ends/],
		['soon', /is not EDTF; write 2022-11-30/],
		['', /is not EDTF/]
	])('%s', (text, message) => {
		expect(problem(text)).toMatch(message);
	});

	it('for any text at all, without throwing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X~?%/.,[\]{}-]{0,20}$/)), (text) => {
				const parsed = parseDate(text);
				if ('date' in parsed) expect(parsed.date.min).toBeLessThan(parsed.date.max);
				else expect(parsed.problem.length).toBeGreaterThan(10);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('a day of any year', () => {
	const anyDay = fc.record({ year: fc.integer({ min: -3000, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) });
	it('covers that day and no more, whatever the machine’s time zone', () => {
		fc.assert(
			fc.property(anyDay, ({ year, month, date }) => {
				const sign = year < 0 ? '-' : '';
				const two = (n: number) => String(n).padStart(2, '0');
				const span = read(`${sign}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(date)}`);
				const start = new Date(span.min);
				expect([start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate()]).toEqual([year, month, date]);
				expect(span.max - span.min).toBe(day);
				expect(midpoint(span)).toBe(span.min + day / 2);
			})
		);
	});
});

describe('sorting', () => {
	it('puts what may have begun first first, and of those the one that is over first', () => {
		const dates = ['2025', '2025-01-01', '2024-12~', '2025-01', '../2024', '2024-01/2024-11', '[2025-05..2025-11]', '2025-05'];
		expect(dates.map(read).sort(compareDates).map(({ edtf }) => edtf)).toEqual([
			'../2024',
			'2024-01/2024-11',
			'2024-12~',
			'2025-01-01',
			'2025-01',
			'2025',
			'2025-05',
			'[2025-05..2025-11]'
		]);
	});
});

describe('for HTML', () => {
	it.each([
		['2022-11-30', '2022-11-30'],
		['1977-12~', '1977-12'],
		['1972', '1972'],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z'],
		['-0217', undefined],
		['197X', undefined],
		['2025-21', undefined],
		['2024-01/2024-11', undefined],
		['2004-XX', '2004']
	])('%s is %s', (text, iso) => {
		expect(isoForTime(read(text))).toBe(iso);
	});
});

describe('soft ends', () => {
	it.each([
		['2022-11-30', false, false],
		['1977-12~', true, true],
		['1972~/1977', true, false],
		['197X', true, true],
		['[2025-05..2025-11]', true, true],
		['1985/..', false, false],
		['1985/', false, true],
		['2025-21', true, true]
	])('%s', (text, start, end) => {
		expect([read(text).softStart, read(text).softEnd]).toEqual([start, end]);
	});
});
