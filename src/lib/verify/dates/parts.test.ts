import { describe, expect, it } from 'vitest';
import { reference } from '../../../../tests/support/dateSentences.ts';
import { centuryOf, decadeOf, endsOf, fiscalYear, nthOf, partOf, wholeDate } from './parts.ts';
import { Reading } from './reading.ts';
import { spanOf } from './spans.ts';

const at = new Reading(reference, null, false, () => null);
const year = { kind: 'partial', calendar: { year: 2020 } } as const;

describe('parts', () => {
	it.each([
		['early', '2020-01/2020-04', 'vague'],
		['quarter2', '2020-04/2020-06', undefined],
		['half2', '2020-07/2020-12', undefined],
		['winter', '2019-12/2021-02', 'vague'],
		['around', '2020~', 'vague']
	] as const)('%s of a year', (part, edtf, sense) =>
		expect(partOf(part, year)).toMatchObject({ edtf, ...(sense && { sense }) })
	);

	it('of a month, a decade, a century and a week', () => {
		expect(partOf('late', { kind: 'partial', calendar: { year: 2023, month: 2 } })).toMatchObject({
			edtf: '2023-02-21/2023-02-28'
		});
		expect(partOf('late', wholeDate('198X'))).toMatchObject({ edtf: '1986/1989' });
		expect(partOf('early', wholeDate('19XX'))).toMatchObject({ edtf: '1900/1929' });
		expect(partOf('mid', wholeDate('2024-11-11/2024-11-17'))).toMatchObject({ sense: 'vague' });
	});

	it('are none of a day, of a range, or of nothing', () => {
		expect(partOf('early', { kind: 'partial', calendar: { year: 2020, month: 2, day: 3 } })).toBeNull();
		expect(partOf('spring', { ...year, to: { year: 2022 } })).toBeNull();
		expect([partOf('early', null), partOf('spring', wholeDate('198X'))]).toEqual([null, null]);
	});

	it('are in both years that may be meant', () => {
		const other = { year: 2120 };
		expect(partOf('spring', { ...year, other })).toMatchObject({
			edtf: '2020-03/2020-05',
			others: ['2120-03/2120-05']
		});
	});
});

it('centuries and decades are a hundred and ten years', () => {
	expect([centuryOf(20), centuryOf(5, true), centuryOf(1, true)]).toEqual(['19XX', '-0499/-0400', '-0099/0000']);
	expect([decadeOf(9, at).edtf, decadeOf(3, at).edtf]).toEqual(['199X', '193X']);
	expect(decadeOf(2, at)).toMatchObject({ edtf: '202X', others: ['192X'] });
});

it('a year of accounts reaches into the years beside it', () => {
	const { reach, sense, edtf } = fiscalYear(2023);
	const own = spanOf('2023')!;
	expect([edtf, sense, reach!.min < own.min, reach!.max > own.max]).toEqual(['2023', 'vague', true, true]);
	expect(fiscalYear(2023, 2024).edtf).toBe('2023/2024');
});

it('weeks belong to the span that most of their days are in', () => {
	expect(nthOf(year, 'week', 1, 1, at)).toMatchObject({ edtf: '2019-12-30/2020-01-05' });
	expect(nthOf(year, 'month', -1, 3, at)).toMatchObject({ edtf: '2020-10/2020-12' });
	expect(nthOf(year, 'day', 60, 1, at)).toMatchObject({ edtf: '2020-02-29' });
	expect([nthOf(year, 'day', 400, 1, at), nthOf(null, 'day', 1, 1, at)]).toEqual([null, null]);
});

it('ends are those written', () => {
	expect(endsOf({ ...year, to: { year: 2022 } })).toEqual([{ year: 2020 }, { year: 2022 }]);
	expect(endsOf({ kind: 'partial', calendar: { month: 3 } })).toEqual([null, null]);
	expect(endsOf(wholeDate('1914/1918')).map((end) => end?.year)).toEqual([1914, 1918]);
});
