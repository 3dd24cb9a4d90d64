import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../../tests/support/dateSpans.ts';
import { isoDate, isoDay, isoEnds, isoForTime } from './isoDate.ts';

describe('for HTML', () => {
	it.each([
		['2022-11-30', '2022-11-30'],
		['1977-12~', '1977-12'],
		['1972', '1972'],
		['0079-10', '0079-10'],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z'],
		['2004-XX', '2004'],
		['-0217', undefined],
		['0000', undefined],
		['Y12345', undefined],
		['197X', undefined],
		['2025-21', undefined],
		['2025-37', undefined],
		['2024-01/2024-11', undefined],
		['[2025-05]', undefined]
	])('%s is %s', (text, iso) => {
		expect(isoForTime(read(text))).toBe(iso);
	});
});

describe('for programs that read no EDTF', () => {
	it.each([
		['2022-11-30', '2022-11-30', undefined, true],
		['2022-11', '2022-11', undefined, true],
		['0079', '0079', undefined, true],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z', undefined, true],
		['1985-04-12T23:20:30+02:00', '1985-04-12T21:20:30Z', undefined, false],
		// Uncertain in any way.
		['1977-12~', undefined, undefined, false],
		['2025-01?', undefined, undefined, false],
		['2004-06-~11', undefined, undefined, false],
		['197X', undefined, undefined, false],
		['2004-XX', undefined, undefined, false],
		['2025-21', undefined, undefined, false],
		['[2025-05..2025-11]', undefined, undefined, false],
		// A quarter, a third or a half of a year lies within it.
		['2025-33', '2025', undefined, false],
		['2025-37', '2025', undefined, false],
		['2025-41', '2025', undefined, false],
		// No such year in ISO 8601 without an agreement.
		['-0217', undefined, undefined, false],
		['0000', undefined, undefined, false],
		['-0217/0014', undefined, '0014', false],
		['Y12345', undefined, undefined, false],
		['2024-01/2024-11', '2024-01', '2024-11', true],
		['2024-01~/2024-11', undefined, '2024-11', false],
		['1985/..', '1985', undefined, false],
		['1985/', '1985', undefined, false],
		['../2020-05', undefined, '2020-05', false],
		['{1960,1961-12}', '1960', '1961-12', false]
	])('%s is from %s to %s', (text, start, end, whole) => {
		expect(isoEnds(read(text))).toEqual({ start, end, whole });
	});

	it('says no day that is not within the date, and loses nothing where it says that it is whole', () => {
		const two = (n: number) => String(n).padStart(2, '0');
		const point = fc
			.tuple(fc.integer({ min: -300, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
			.chain(([year, month, day]) => {
				const y = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
				const exact = [y, `${y}-${two(month)}`, `${y}-${two(month)}-${two(day)}`];
				return fc.constantFrom(...exact, `${y}~`, `${y}-${two(month)}?`, `${y}-${20 + month}`, `${y}-${two(month)}-XX`);
			});
		const either = fc.oneof(
			point,
			fc.tuple(point, fc.constantFrom('/..', '/')).map(([a, open]) => a + open)
		);
		fc.assert(
			fc.property(either, (text) => {
				const span = read(text);
				const { start, end, whole } = isoEnds(span);
				for (const iso of [start, end]) {
					if (iso === undefined) continue;
					expect(iso).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
					// Read back, it covers all of the date’s own point: nothing is more exact than it was.
					const back = read(iso);
					const own = iso === start ? span.first! : span.last!;
					expect(back.min).toBeLessThanOrEqual(own.min);
					expect(back.max).toBeGreaterThanOrEqual(own.max);
				}
				if (whole) expect(read([start, end].filter(Boolean).join('/'))).toEqual(span);
				if (/[~?X]/.test(text)) expect(start).toBeUndefined();
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('one point', () => {
	it.each([
		['2022-11-30', '2022-11-30', '2022-11-30'],
		['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z'],
		['2022-11', '2022-11', undefined],
		['2022-11-30~', undefined, undefined],
		['2022-11-30/2022-12-01', undefined, undefined],
		['2022-11-30/..', undefined, undefined],
		['-0044-03-15', undefined, undefined]
	])('%s is %s, and to the day %s', (text, point, day) => {
		expect(isoDate(read(text))).toBe(point);
		expect(isoDay(read(text))).toBe(day);
	});
});
