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

describe('told from the article’s day, Wednesday 20 November 2024', () => {
	const on = (text: string) =>
		findDates(text, { reference: span('2024-11-20') }).map(({ edtf, alternatives = [] }) =>
			[edtf, ...alternatives.map((one) => one.edtf)].join(' or ')
		);
	it.each([
		['yesterday, today and tomorrow', ['2024-11-19', '2024-11-20', '2024-11-21']],
		['on Tuesday', ['2024-11-19']],
		['on Monday, it will open on Friday', ['2024-11-18', '2024-11-22']],
		['last Friday', ['2024-11-15']],
		['next Friday', ['2024-11-29 or 2024-11-22']],
		['last week', ['2024-11-11/2024-11-17']],
		['the third quarter', ['2024-07/2024-09']],
		['Sept. 30', ['2024-09-30']],
		['In 1995 he left. The following year, on 3 May, he came back', ['1995', '1996', '1996-05-03']],
		['three days after 30 December 1999', ['2000-01-02']],
		['within six months', ['2024-11-20/2025-05-20']],
		['the next twenty years. On May 5', ['2024-11-21/2044-11-20', '2024-05-05']],
		['the past three years', ['2021-11-20/2024-11-19']],
		['in the ’90s', ['199X']],
		['6/11/2025', ['2025-06-11 or 2025-11-06']],
		['30/11/2023', ['2023-11-30']],
		['in 2010-11', ['2010-11 or 2010/2011']],
		['Tue., March 26', ['2024-03-26']],
		['周五, 上周五, 下周一', ['2024-11-15', '2024-11-15', '2024-11-25']],
		['上半年', ['2024-01/2024-06']],
		['未来5年', ['2024-11-21/2029-11-20']],
		['近三年', ['2021-11-20/2024-11-19']],
		['98年4月', ['1998-04']],
		['2023/11/30, 2025.11.06', ['2023-11-30', '2025-11-06']],
		['2024年5月3日,次日,18日', ['2024-05-03', '2024-05-04', '2024-05-18']],
		['2024年5月中旬', ['2024-05-11/2024-05-20']]
	])('%s', (text, expected) => expect(on(text)).toEqual(expected));
});

describe('years of eras', () => {
	it.each([
		['康熙三年', '1664'],
		['光绪二十六年', '1900'],
		['萬曆十五年', '1587'],
		['民国二十六年七月七日', '1937-07-07'],
		['民國元年', '1912'],
		['昭和20年8月15日', '1945-08-15'],
		['令和元年', '2019'],
		['公元前221年', '-0220'],
		['AD 79', '0079'],
		['15 March 44 BC', '-0043-03-15'],
		['the fifth century BC', '-0499/-0400']
	])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
	// Months of an era are not calendar months.
	it.each(['康熙三年五月', '明治二年正月'])('%s is about that month', (text) =>
		expect(findDates(text).map(({ sense, relative }) => [sense, relative])).toEqual([['vague', false]])
	);
});

describe('days that have a name', () => {
	it.each([
		['Christmas Eve 1968', '1968-12-24'],
		['on New Year’s Day 1995', '1995-01-01'],
		['Easter 1916', '1916-04-23'],
		['Good Friday, 2024', '2024-03-29'],
		['Thanksgiving 2023', '2023-11-23'],
		['Memorial Day 2021', '2021-05-31'],
		['Black Friday of 2010', '2010-11-26'],
		['1949年国庆节', '1949-10-01'],
		['2024年母亲节', '2024-05-12']
	])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('which side of a date is meant', () => {
	it.each([
		['since 2010', 'since'],
		['from 2010 on', 'since'],
		['until 2010', 'until'],
		['after 2010', 'after'],
		['before 2010', 'before'],
		['from 2010 to 2012', 'exact'],
		['自2018年以来', 'since'],
		['2018年之后', 'after'],
		['2018年以前', 'before'],
		['2018年1月1日或之前', 'until'],
		['截至2018年', 'until'],
		['2018年前半年', 'exact']
	])('%s: %s', (text, sense) => expect(findDates(text).map((date) => date.sense)).toEqual([sense]));
});

it('takes no count, version or clock for a date', () => {
	const texts = [
		'version 1.8.36, level 5.3, at 10:30, 24/7, half of 1,995, in 2,000 of them',
		'they may 5 times march 10 miles',
		'page 12 of 1500',
		'on the 18th floor',
		'10年经验, 建国70年, 第三, 一战成名, 每周五, 月饼, 3日内, 1900亿元'
	];
	for (const text of texts) expect([text, ...read(text)]).toEqual([text]);
});
