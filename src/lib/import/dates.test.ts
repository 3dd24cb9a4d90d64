import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../story/date.ts';
import { joinDates, readDate, shownOrder } from './dates.ts';

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

	it.each([
		['c. 1850', '1850~'],
		['ca 1850', '1850~'],
		['1850s', '185X'],
		['1850-1860', '1850/1860'],
		['1850–60', '1850/1860'],
		['1914-18', '1914/1918'],
		['Q3 2020', '2020-35'],
		['Spring 1968', '1968-21'],
		['early 1968', '1968-37'],
		['20210503', '2021-05-03'],
		['19th century', '18XX'],
		['Monday 3 May 2021', '2021-05-03'],
		['3 mai 2021', '2021-05-03'],
		['3. Mai 2021', '2021-05-03'],
		['3 de mayo de 2021', '2021-05-03'],
		['2024-W05-1', '2024-01-29'],
		['2024-032', '2024-02-01'],
		['2020年至2021年', '2020/2021'],
		['2021年5月3日 星期一', '2021-05-03'],
		['3 April 2021 – 5 May 2021', '2021-04-03/2021-05-05']
	])('%s has one reading, %s', (text, edtf) => expect(readDate(text)).toEqual({ edtf }));

	it('keeps instants, to the second, with their zone and what it is there', () => {
		const read = (text: string) => readDate(text) as { edtf: string; after?: number };
		expect(read('2021-05-03T10:15:00.000Z')).toEqual({ edtf: '2021-05-03T10:15:00Z' });
		expect(read('2021-05-03T10:15Z')).toEqual({ edtf: '2021-05-03T10:15:00Z' });
		expect(read('2021-05-03 10:15:00+00')).toEqual({ edtf: '2021-05-03T10:15:00Z' });
		expect(read('2021-05-03T08:15:00.250Z')).toMatchObject({ edtf: '2021-05-03T08:15:00Z', after: 250 });
		expect(read('2021-05-03T23:30:00-05:00')).toEqual({
			edtf: '2021-05-03T23:30:00-05:00',
			local: { day: '2021-05-03', clock: '23:30', zone: 'UTC−5' }
		});
	});

	it('gives every instant back, however it is written', () => {
		const instant = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(
				instant,
				fc.constantFrom('T', ' '),
				fc.integer({ min: -47, max: 56 }),
				fc.boolean(),
				(date, sign, quarters, ms) => {
					const east = quarters * 15;
					const local = new Date(date.getTime() + east * 60_000).toISOString();
					const [h, m] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60].map((n) => String(n).padStart(2, '0'));
					const zone = east === 0 ? 'Z' : `${east < 0 ? '-' : '+'}${h}:${m}`;
					const read = readDate(`${local.slice(0, 10)}${sign}${local.slice(11, ms ? 23 : 19)}${zone}`);
					if ('problem' in read) throw new Error(read.problem);
					const span = (parseDate(read.edtf) as { date: { min: number } }).date;
					expect(span.min + (read.after ?? 0)).toBe(ms ? date.getTime() : Math.floor(date.getTime() / 1000) * 1000);
				}
			)
		);
	});

	it('keeps a time without a zone beside the day, for readers and for the order', () => {
		expect(readDate('2022-11-30 10:00')).toMatchObject({
			edtf: '2022-11-30',
			local: { day: '2022-11-30', clock: '10:00' },
			after: 36e6,
			note: expect.stringContaining('no time zone')
		});
		expect(readDate('30 Nov 2022, 10:00 pm')).toMatchObject({ edtf: '2022-11-30', local: { clock: '22:00' } });
		expect(readDate('2022-11-30 00:00:00')).toEqual({ edtf: '2022-11-30', note: expect.stringContaining('left out') });
	});

	it.each([
		['3/4/2022', 'two ways; write 2022-04-03 if the day comes first, 2022-03-04 if the month does'],
		['31 February 2022', 'February 2022 has 28 days'],
		['44895', 'day number; write 2022-11-30 if it is one'],
		['44895', 'or Y44895 if it is a year'],
		['44320.5', 'write 2021-05-04'],
		['1620000000', 'write 2021-05-03'],
		['#REF!', 'error of the spreadsheet'],
		['#N/A', 'error of the spreadsheet'],
		['########', 'too narrow'],
		['3.IV.2021', 'Roman numerals, which are not read; write 2021-04-03'],
		['XII 1944', 'Roman numerals, which are not read; write 1944-12'],
		['May-68', 'write 1968-05 or 2068-05'],
		['3-May-21', 'write 1921-05-03 or 2021-05-03'],
		['13/04/21', 'two digits'],
		['-44', 'write -0043 for 44 BCE, or -0044 for 45 BCE'],
		['2021-05-03T25:00:00Z', 'no time of a day'],
		['3/4/2022 - 5/4/2022', 'two ways'],
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

	it('takes the order of day and month from a column that shows it, or as it is told', () => {
		expect(shownOrder(['03/05/2021', '13/04/2021'])).toEqual({ order: 'dmy', by: 1 });
		expect(shownOrder(['03/05/2021', 'from 4.13.2021'])).toEqual({ order: 'mdy', by: 1 });
		expect(shownOrder(['13/04/2021', '04/13/2021'])).toBe('mixed');
		expect(shownOrder(['03/05/2021'])).toBeUndefined();
		expect(readDate('03/05/2021', { order: 'dmy' })).toEqual({ edtf: '2021-05-03' });
		expect(readDate('03/05/2021', { order: 'mdy' })).toEqual({ edtf: '2021-03-05' });
		expect(readDate('3/4/2022 - 5/4/2022', { order: 'mdy' })).toEqual({ edtf: '2022-03-04/2022-05-04' });
		const asked = (order: 'dmy' | 'mdy' | 'ymd') => ({ order, asked: true });
		expect(readDate('13/04/21', asked('dmy'))).toMatchObject({
			edtf: '2021-04-13',
			note: expect.stringContaining('spreadsheets')
		});
		expect(readDate('99/04/13', asked('ymd'))).toMatchObject({ edtf: '1999-04-13' });
		expect(readDate('May-68', asked('dmy'))).toMatchObject({ edtf: '1968-05' });
	});

	it('reads every month of many languages as what it is', () => {
		const languages = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'tr'];
		for (const language of languages)
			for (let month = 0; month < 12; month++) {
				const date = new Date(Date.UTC(2021, month, 15));
				const text = new Intl.DateTimeFormat(language, {
					day: 'numeric',
					month: 'long',
					year: 'numeric',
					timeZone: 'UTC'
				}).format(date);
				expect([text, readDate(text.replace(' г.', ''))]).toEqual([text, { edtf: date.toISOString().slice(0, 10) }]);
			}
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
