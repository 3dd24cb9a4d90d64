import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, read } from '../../../tests/support/dateSpans.ts';
import { compareDates, midpoint } from './date.ts';

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
