import { describe, expect, it } from 'vitest';
import { readings } from '../../../../tests/support/dateSentences.ts';

describe('days by their name', () => {
	it.each([
		['Easter 1961', '1961-04-02'],
		['Good Friday 2019', '2019-04-19'],
		['Easter Monday 2025', '2025-04-21'],
		['Thanksgiving 1941', '1941-11-27'],
		['Memorial Day 1999', '1999-05-31'],
		['last Christmas', '2023-12-25'],
		['next Easter', '2025-04-20'],
		['1999年元旦', '1999-01-01'],
		['2019年国庆节', '2019-10-01'],
		['the Second World War', '1939/1945'],
		['一战', '1914/1918'],
		['post-9/11', '2001-09-11'],
		['the 9/11 Commission', '2001-09-11']
	])('%s is %s', (text, reads) => expect(readings(text)[0]).toEqual([reads]));

	it.each(['一战成名', '国庆节假期', 'christmasy'])('%s is none', (text) => expect(readings(text)[0]).toEqual([]));
});
