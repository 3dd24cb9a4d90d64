import { expect, it } from 'vitest';
import { reference, span } from '../../../../tests/support/dateSentences.ts';
import { complete } from './complete.ts';
import { Reading } from './reading.ts';
import type { PartialDate } from './term.ts';

const completed = (term: Omit<PartialDate, 'kind'>, last: string | null = null) =>
	complete(
		{ kind: 'partial', ...term },
		new Reading(reference, last === null ? null : span(last), last !== null, () => null)
	);

it('leaves alone what needs nothing', () => {
	const whole = { kind: 'whole', edtf: '1850' } as const;
	expect(complete(whole, new Reading(null, null, false, () => null))).toBe(whole);
});

it('supplies a year, and says that it did', () => {
	expect(completed({ calendar: { month: 5, day: 3 } })).toMatchObject({ edtf: '2024-05-03', relative: true });
	expect(completed({ calendar: { year: 1890, month: 5 } })).toMatchObject({ edtf: '1890-05', relative: false });
});

it('names both ends of a range, which may turn the year', () => {
	expect(completed({ calendar: { year: 1999, month: 12 }, to: { month: 2 } })).toMatchObject({
		edtf: '1999-12/2000-02',
		ends: ['1999-12', '2000-02']
	});
	expect(completed({ calendar: { month: 5, day: 3 }, to: { month: 5, day: 6 } })?.edtf).toBe('2024-05-03/2024-05-06');
});

it('gives the other reading its year, and a season both of its years', () => {
	expect(completed({ calendar: { month: 3, day: 4 }, other: { month: 4, day: 3 } })?.others).toEqual(['2024-04-03']);
	expect(completed({ calendar: { month: 8, day: 5 } }, '2022/2023')).toMatchObject({
		edtf: '2022-08-05',
		others: ['2023-08-05']
	});
	expect(completed({ calendar: { month: 8, day: 5 } }, '2022')?.others).toBeUndefined();
});
