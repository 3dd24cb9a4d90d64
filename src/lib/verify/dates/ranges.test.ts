import { describe, expect, it } from 'vitest';
import { read, readings } from '../../../../tests/support/dateSentences.ts';

describe('two dates that belong together', () => {
	it.each([
		['from 3 May to 6 June 1944', '1944-05-03/1944-06-06'],
		['30 December 1999 – 2 January 2000', '1999-12-30/2000-01-02'],
		['between 1618 and 1648', '1618/1648'],
		['2019年3月至2020年5月', '2019-03/2020-05'],
		['1937年至1945年期间', '1937/1945'],
		['from the 5th century BC to the 2nd century AD', '-0499/0199'],
		['from the 1960s to the 1980s', '1960/1989'],
		['November 30 (1922)', '1922-11-30']
	])('%s is %s', (text, edtf) => expect(read(text).map((date) => date.edtf)).toEqual([edtf]));

	it.each([
		['in 1618 and 1648', ['1618', '1648']],
		['May 3 and June 6, 1944', ['1944-05-03', '1944-06-06']],
		['1922年、1926年', ['1922', '1926']],
		['1944. From May on', ['1944', '1944-05']]
	])('%s are not one', (text, dates) => expect(readings(text)[0].slice(-dates.length)).toEqual(dates));

	it('name both of their ends, but not one that is rough', () => {
		const ends = (text: string) => read(text)[0].ends?.map(({ edtf }) => edtf);
		expect(ends('(14 March 1879 – 18 April 1955)')).toEqual(['1879-03-14', '1955-04-18']);
		expect(ends('(1879–1955)')).toEqual(['1879', '1955']);
		expect(ends('August 6–9, 1890')).toEqual(['1890-08-06', '1890-08-09']);
		expect(ends('(c. 1340 – 25 October 1400)')).toEqual(['1400-10-25']);
		expect(ends('(1340 – c. 1400)')).toEqual(['1340']);
		expect(ends('the third quarter of 2018')).toBeUndefined();
	});
});
