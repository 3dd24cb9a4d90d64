import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../story/date.ts';
import { joinDates, readDate } from './dates.ts';

describe('dates of spreadsheets', () => {
	it.each([
		['2022/11/30', '2022-11-30'],
		['2022.1.5', '2022-01-05'],
		['30 November 2022', '2022-11-30'],
		['30th of Nov. 2022', '2022-11-30'],
		['November 30, 2022', '2022-11-30'],
		['30-Nov-2022', '2022-11-30'],
		['Nov 2022', '2022-11'],
		['2022年11月30日', '2022-11-30'],
		['2022年11月', '2022-11'],
		['２０２２年１１月', '2022-11'],
		['公元前218年', '-0217'],
		['218 BC', '-0217'],
		['1 BCE', '0000'],
		['11/2022', '2022-11'],
		['13/4/2022', '2022-04-13'],
		['4/13/2022', '2022-04-13'],
		['4.4.2022', '2022-04-04'],
		['1977-12~', '1977-12~'],
		['[1960..1965]', '[1960..1965]']
	])('%s is %s', (text, edtf) => expect(readDate(text)).toEqual({ edtf }));

	it('keeps the day of a time and says what was dropped', () => {
		expect(readDate('2022-11-30 10:00')).toEqual({ edtf: '2022-11-30', dropped: '10:00' });
		expect(readDate('30 Nov 2022, 10:00 pm')).toEqual({ edtf: '2022-11-30', dropped: '10:00 pm' });
	});

	it.each([
		['3/4/2022', 'two ways; write 2022-04-03 if the day comes first, 2022-03-04 if the month does'],
		['31 February 2022', 'February 2022 has 28 days'],
		['44895', 'day number'],
		['Januar 2022 oder so', 'is not EDTF; write']
	])('%s is refused: %s', (text, message) =>
		expect(readDate(text)).toEqual({ problem: expect.stringContaining(message) })
	);

	it('refuses every day and month that can be swapped, and reads every other', () => {
		const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, fc.constantFrom('/', '.', '-'), fc.boolean(), (date, sign, dayFirst) => {
				const [y, m, d] = date.toISOString().slice(0, 10).split('-');
				const read = readDate((dayFirst ? [d, m, y] : [m, d, y]).join(sign));
				if (Number(d) > 12 || d === m) expect(read).toEqual({ edtf: `${y}-${m}-${d}` });
				else
					for (const one of [`${y}-${m}-${d}`, `${y}-${d}-${m}`])
						expect(read).toEqual({ problem: expect.stringContaining(one) });
			})
		);
	});

	it('gives EDTF or a problem for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				const read = readDate(text);
				if ('edtf' in read) expect(parseDate(read.edtf)).toHaveProperty('date');
				else expect(read.problem).not.toBe('');
			}),
			{ numRuns: 2000 }
		);
	});

	it('joins a start and an end', () => {
		expect(joinDates('2022-01', '2022-03-04')).toEqual({ edtf: '2022-01/2022-03-04' });
		expect(joinDates('2022', '..')).toEqual({ edtf: '2022/..' });
		expect(joinDates('2022', '2021')).toEqual({ problem: expect.stringContaining('the end comes before the start') });
		expect(joinDates('2022/2023', '2024')).toEqual({ problem: expect.stringContaining('one EDTF interval') });
	});
});
