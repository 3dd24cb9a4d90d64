import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../story/date.ts';
import { readRange } from './range.ts';

const extent = [-1e12, 2e12] as [number, number];
const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

const year = fc.oneof(
	fc.integer({ min: -9999, max: 9999 }).map(four),
	fc.integer({ min: 10_000, max: 1e11 }).chain((n) => fc.constantFrom(`Y${n}`, `Y-${n}`))
);
/** Months and days that there are and some that there are not. */
const date = fc.oneof(
	year,
	fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(13)).map(([y, m]) => `${four(y)}-${two(m)}`),
	fc
		.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(13), fc.nat(32))
		.map(([y, m, d]) => `${four(y)}-${two(m)}-${two(d)}`)
);

describe('a stretch of time in an address', () => {
	it('is what a story’s dates are, or nothing', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					date,
					fc.tuple(date, date).map((ends) => ends.join('/'))
				),
				(text) => {
					const own = readRange(text, extent);
					const read = parseDate(text);
					expect(own?.window ?? null).toEqual('date' in read ? [read.date.min, read.date.max] : null);
				}
			),
			{ numRuns: 2000 }
		);
	});

	it('ends where the story does where it is open', () => {
		expect(readRange('2001/..', extent)?.window).toEqual([Date.UTC(2001), extent[1]]);
		expect(readRange('../2001', extent)?.window).toEqual([extent[0], Date.UTC(2002)]);
		expect(readRange('2040/..', extent)).toBeNull();
		expect(readRange('../..', extent)).toBeNull();
	});

	it('is nothing for any other text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				fc.pre(!/^[Y\d.-]/.test(text));
				expect(readRange(text, extent)).toBeNull();
			})
		);
		for (const text of ['', '/', '2001/2002/2003', '2001/', '2002/2001', '-0000', '2001-02-30', '2001-1', '2001~'])
			expect(readRange(text, extent)).toBeNull();
	});
});
