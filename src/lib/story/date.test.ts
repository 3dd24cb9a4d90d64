import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, midpoint, parseDate, type DateSpan } from './date.ts';

const day = 864e5;
const read = (text: string): DateSpan => {
	const parsed = parseDate(text);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};
const problem = (text: string) => {
	const parsed = parseDate(text);
	return 'problem' in parsed ? parsed.problem : 'none';
};
/** First day covered and first day after; `+` or `-` for an open end. */
const bounds = (text: string) => {
	const { min, max } = read(text);
	const iso = (time: number) => {
		if (!Number.isFinite(time)) return time > 0 ? '+' : '-';
		return new Date(time).toISOString().replace('T00:00:00.000Z', '');
	};
	return [iso(min), iso(max)];
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

describe('intervals and choices', () => {
	it('takes an interval within one date', () => {
		expect(bounds('2025-11-06/2025-11-06')).toEqual(['2025-11-06', '2025-11-07']);
		expect(bounds('2025/2025')).toEqual(['2025-01-01', '2026-01-01']);
		expect(read('2025/2025').kind).toBe('interval');
	});

	it('tells an end that is open from one that is not known', () => {
		expect(read('1985/..')).toMatchObject({ last: null, openStart: false, openEnd: 'open' });
		expect(read('1985/')).toMatchObject({ last: null, openStart: false, openEnd: 'unknown' });
		expect(read('../1985')).toMatchObject({ first: null, openStart: 'open', openEnd: false });
		expect(read('/1985')).toMatchObject({ first: null, openStart: 'unknown', openEnd: false });
	});

	it('spans the members of a choice, in whatever order they stand', () => {
		const { kind, first, last } = read('[1965,1960-05]');
		expect([kind, first?.year, first?.month, last?.year]).toEqual(['choice', 1960, 5, 1965]);
		expect(bounds('{1960,1960-05}')).toEqual(['1960-01-01', '1961-01-01']);
	});
});

describe('what is no date gets one sentence that says what to write', () => {
	it.each([
		['2025-02-30', '"2025-02-30" is not a date: February 2025 has 28 days; write a day from 01 to 28'],
		['2025-02-29', '"2025-02-29" is not a date: February 2025 has 28 days; write a day from 01 to 28'],
		['2024-02-30', '"2024-02-30" is not a date: February 2024 has 29 days; write a day from 01 to 29'],
		['1900-02-29', '"1900-02-29" is not a date: February 1900 has 28 days; write a day from 01 to 28'],
		['31.04.2025', '"31.04.2025" is not a date: April 2025 has 30 days; write a day from 01 to 30'],
		['2025-13', '"2025-13" has no month 13; write 01 to 12 (or 21–41 for a season, quarter, third or half)'],
		['30.11.2022', '"30.11.2022" is not EDTF; write 2022-11-30'],
		['Nov 2022', '"Nov 2022" is not EDTF; write 2022-11'],
		['44 BC', '"44 BC" is not EDTF; write -0043 (year 0000 is 1 BCE)'],
		['2024-11/2024-01', 'the end comes before the start in "2024-11/2024-01"; write 2024-01/2024-11']
	])('%s', (text, message) => {
		expect(problem(text)).toBe(message);
	});

	it.each([
		['2025-04-00', /or 2025-04 for the whole month$/],
		['1990-95', /no month 95.*or 1990\/1995 for years$/],
		['2022-13-01', /no month 13; write 2022-01-13 \(year-month-day\)$/],
		['2025-21-05', /write 2025-05-21 .*or 2025-21, a part of the year/],
		['5/6/2025', /write 2025-06-05, or 2025-05-06 if its month comes first/],
		['79', /write 0079/],
		['199', /write 0199, or 199X for the 1990s/],
		['12345', /write Y12345$/],
		['2025-05-01T10:00Z', /no seconds; write 2025-05-01T10:00:00Z$/],
		['2024-13/2025', /in "2024-13\/2025": .*no month 13/],
		['[2024-13,2025]', /in "\[2024-13,2025\]": .*no month 13/],
		['[2005..2001]', /write \[2001\.\.2005\]/],
		['[..1984,2000..]', /open at both ends; write \.\. at one end only/],
		['[1984,..1985,1990]', /write \.\. between two dates/],
		['[]', /no choice; write \[1960,1961\]/],
		['../..', /open at both ends/],
		['/', /open at both ends/],
		['..', /write 2022-11-30, 2022-11 or 2022/],
		['soon', /write 2022-11-30, 2022-11 or 2022/],
		['', /write 2022-11-30, 2022-11 or 2022/]
	])('%s', (text, message) => {
		expect(problem(text)).toMatch(message);
	});

	it.each([
		['11/30/2022', '2022-11-30'],
		['2022/11/30', '2022-11-30'],
		['2022/11', '2022-11'],
		['12/2022', '2022-12'],
		['20250506', '2025-05-06'],
		['2025-1-2', '2025-01-02'],
		['2025–05', '2025-05'],
		['30 November 2022', '2022-11-30'],
		['November 30, 2022', '2022-11-30'],
		['3rd May 2025', '2025-05-03'],
		['2022年11月30日', '2022-11-30'],
		['2022年', '2022'],
		['BC 44', '-0043'],
		['15 March 44 BC', '-0043-03-15'],
		['公元前44年3月', '-0043-03'],
		['AD 79', '0079'],
		['79 CE', '0079'],
		['c. 1977', '1977~'],
		['约1977年', '1977~'],
		['1972 (?)', '1972?'],
		['1977?~', '1977%'],
		['the 1970s', '197X'],
		['20th century', '19XX'],
		['spring 2025', '2025-21'],
		['mid-2025', '2025-38'],
		['Q1 2025', '2025-33'],
		['H2 2025', '2025-41'],
		['1939-1945', '1939/1945'],
		['1939 to c. 1945', '1939/1945~'],
		['January–March 2025', '2025-01/2025-03'],
		['since April 1985', '1985-04/..'],
		['until 1985', '../1985'],
		['2025-05/now', '2025-05/..'],
		['2025-05/unknown', '2025-05/'],
		['Y2025', '2025'],
		['-0000', '0000']
	])('“%s” was meant as %s', (text, meant) => {
		const note = meant.startsWith('-') ? ' (year 0000 is 1 BCE)' : '';
		expect(problem(text)).toBe(`"${text}" is not EDTF; write ${meant}${note}`);
		expect(read(meant).edtf).toBe(meant);
	});

	it('without pondering a text too long to be a date', () => {
		expect(problem('c1至'.repeat(40))).toMatch(/is not EDTF/);
	});

	const pieces = fc.constantFrom(
		...[
			'2025',
			'-0217',
			'44',
			'13',
			'0',
			'X',
			'-',
			'/',
			'..',
			'~',
			'?',
			'%',
			'[',
			']',
			'{',
			'}',
			',',
			' ',
			'T10:00:00'
		],
		...[
			'Z',
			'Y',
			'E7',
			'S2',
			'BC',
			'c. ',
			'May',
			' to ',
			'since ',
			'至',
			'年',
			'.',
			'Q1',
			'21',
			'02',
			'30',
			's',
			'early '
		]
	);
	it('for any text at all, without throwing', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''))
				),
				(text) => {
					const parsed = parseDate(text);
					if ('date' in parsed) expect(parsed.date.min).toBeLessThan(parsed.date.max);
					else expect(parsed.problem).toMatch(/write |leave/);
				}
			),
			{ numRuns: 2000 }
		);
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
});

describe('where a point mark stands', () => {
	it('is the middle, or the end that is known', () => {
		expect(midpoint(read('2025-11-06'))).toBe(Date.UTC(2025, 10, 6, 12));
		expect(midpoint(read('1985/..'))).toBe(Date.UTC(1985, 0, 1));
		expect(midpoint(read('../1985'))).toBe(Date.UTC(1986, 0, 1));
	});
});

describe('sorting', () => {
	const sorted = (dates: string[]) =>
		dates
			.map(read)
			.sort(compareDates)
			.map(({ edtf }) => edtf);

	it('puts what may have begun first first, and of those the one that is over first', () => {
		const order = [
			'../1985',
			'../2024',
			'-0217',
			'2024-01/2024-11',
			'2024-12~',
			'2025-01-01',
			'2025-01',
			'2025',
			'2025/..',
			'2025-05',
			'[2025-05..2025-11]'
		];
		expect(sorted([...order].reverse())).toEqual(order);
	});

	it('leaves dates that cover the same time in the order told', () => {
		expect(sorted(['2025~', '2025', '2025?'])).toEqual(['2025~', '2025', '2025?']);
	});

	it('is an order: total, transitive, and never against the start', () => {
		const any = fc
			.tuple(
				fc.integer({ min: 2020, max: 2022 }),
				fc.constantFrom('', '-01', '-02', '-01-01', '-21', '-33', '~', '/..', '/2023'),
				fc.boolean()
			)
			.map(([year, rest, open]) => read(open && !rest.includes('/') ? `../${year}${rest}` : `${year}${rest}`));
		fc.assert(
			fc.property(any, any, any, (a, b, c) => {
				expect(compareDates(a, b) + compareDates(b, a)).toBe(0);
				if (a.min < b.min) expect(compareDates(a, b)).toBe(-1);
				if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
				if (compareDates(a, b) === 0) expect([a.min, a.max]).toEqual([b.min, b.max]);
			}),
			{ numRuns: 500 }
		);
	});
});

describe('soft ends', () => {
	it.each([
		['2022-11-30', false, false],
		['1977-12~', true, true],
		['1972~/1977', true, false],
		['2004-06-~11', true, true],
		['197X', true, true],
		['[2025-05..2025-11]', true, true],
		['{1960,1961}', false, false],
		['1985/..', false, false],
		['1985/', false, true],
		['/1985', true, false],
		['2025-21', true, true],
		['2025-33', false, false],
		['1950S2', true, true]
	])('%s', (text, start, end) => {
		expect([read(text).softStart, read(text).softEnd]).toEqual([start, end]);
	});
});
