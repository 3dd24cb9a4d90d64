import { describe, expect, it } from 'vitest';
import { parseDate, type DateSpan } from '../story/date.ts';
import { findDates } from './dates.ts';

const span = (edtf: string): DateSpan => {
	const parsed = parseDate(edtf);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};
const reference = span('2025-11~');
const read = (text: string, previous?: string) =>
	findDates(text, { reference, previous: previous ? span(previous) : null }).map(({ edtf, sense }) =>
		sense === 'exact' ? edtf : `${edtf} ${sense}`
	);

describe('dates in a Chinese text', () => {
	it.each([
		['于2022年11月30日发布', ['2022-11-30']],
		['二〇二二年十一月三十日', ['2022-11-30']],
		['2025年5月,某人说', ['2025-05']],
		['2024年初,下载量', ['2024-01/2024-04 vague']],
		['截至2025年10月', ['2025-10 until']],
		['截至1977年底', ['1977-10/1977-12 vague']],
		['自2024年底以来', ['2024-10/2024-12 vague']],
		['2024年1月至11月', ['2024-01/2024-11']],
		['2024年,1月至11月', ['2024-01/2024-11']],
		['2019-2021年', ['2019/2021']],
		['今年年初', ['2025-01/2025-04 vague']],
		['今年以来', ['2025 since']],
		['去年12月3日', ['2024-12-03']],
		['上个月刚发布', ['2025-10']],
		['11月6日,发布', ['2025-11-06']],
		['12月6日', ['2024-12-06']],
		['2024年春天,5月4日', ['2024-03/2024-05 vague', '2024-05-04']],
		['近日', ['2025-08/2025-11 vague']],
		['如今', ['2025-11/2025-11 vague']],
		['几个月前', ['2025-02/2025-11 vague']],
		['第二次世界大战期间', ['1939/1945']],
		['上世纪70年代', ['197X']],
		['20世纪', ['19XX']],
		['1990年代', ['199X']],
		['公元前218年', ['-0217']],
		['1972年,访问的几个星期前', ['1972', '1971-10/1972-12 vague']]
	])('%s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it('counts from the date named before', () => {
		expect(read('两年后', '2022-11-30')).toEqual(['2024-11-30 vague']);
		expect(read('那时,最大的设备', '1972')).toEqual(['1972 vague']);
		expect(read('两年后')).toEqual([]);
	});

	it('takes no other number for a date', () => {
		expect(read('240小时,300公里,996工作,46条,1060万次,2025OPPO,三个月的月饼')).toEqual([]);
	});
});

describe('dates in an English text', () => {
	it.each([
		['on 30 November 2022, it', ['2022-11-30']],
		['on November 30th, 2022', ['2022-11-30']],
		['in May 2025', ['2025-05']],
		['in early 2025', ['2025-01/2025-04 vague']],
		['by the end of 1977', ['1977-10/1977-12 vague']],
		['late last year', ['2024-10/2024-12 vague']],
		['from January to November 2024', ['2024-01/2024-11']],
		['between 2019 and 2021', ['2019/2021']],
		['since 2024', ['2024 since']],
		['by October 2025', ['2025-10 until']],
		['last month', ['2025-10']],
		['of late', ['2025-08/2025-11 vague']],
		['after 6 November 2025.', ['2025-11-06 after']],
		['the release on 6 November', ['2025-11-06']],
		['the 1970s', ['197X']],
		['in 218 BC', ['-0217']],
		['the Second World War', ['1939/1945']],
		['in 1972. It began in February of that year', ['1972', '1972-02']]
	])('%s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it('takes no other number for a date', () => {
		expect(read('2000 people may march, $1900, 1,972 ships, 1500 km')).toEqual([]);
	});
});

it('without the article’s date leaves relative ones out', () => {
	expect(findDates('上个月, last month, 11月6日, 近日')).toEqual([]);
});
