/** The words that dates are made of, in both languages: each is read as what its pattern matches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { han, inWords, names, reference, short, th, weekdays } from '../../../../tests/support/dateSentences.ts';
import { chineseCount, chineseDay, chineseMonth, chineseUnit, chineseWeekday, yearInChinese } from './chinese.ts';
import * as english from './english.ts';
import { Reading } from './reading.ts';

const whole = (pattern: string) => new RegExp(`^${pattern}$`, 'i');
const at = new Reading(reference, null, false, () => null);

describe('English', () => {
	it('months, weekdays and days', () => {
		for (const [n, name] of [...names.entries(), ...short.entries()]) {
			expect(name).toMatch(whole(english.months));
			expect(english.monthOf(name)).toBe(n + 1);
		}
		for (const [n, name] of weekdays.entries()) expect(english.weekdayOf(name)).toBe(n + 1);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 31 }), (n) => {
				for (const text of [`${n}`, th(n), inWords(n)]) {
					expect(text).toMatch(whole(english.days));
					expect(english.placeOf(text)).toBe(n);
				}
			})
		);
	});

	it.each([
		['1996', 1996],
		["'96", 1996],
		["'29", 2029],
		['AD 79', 79],
		['44 BC', -43],
		['nineteen ninety-six', 1996],
		['two thousand and fifteen', 2015],
		['twenty ten', 2010],
		['nineteen oh five', 1905],
		['nineteen hundred', 1900]
	])('the year %s', (text, year) => {
		expect(text).toMatch(whole(english.years));
		expect(english.yearOf(text, 2024)).toBe(year);
	});

	it('years of two digits are near the article', () =>
		expect([98, 24, 34, 35].map((n) => english.ofTwoDigits(n, 2024))).toEqual([1998, 2024, 2034, 1935]));
	it('counts and units', () => {
		expect(['3', 'twenty-five', 'a couple of', 'half a', 'an'].map(english.countOf)).toEqual([3, 25, 2, 0.5, 1]);
		expect(['Days', 'century', 'centurie'].map(english.unitOf)).toEqual(['day', 'century', 'century']);
	});
});

describe('Chinese', () => {
	it('months, days and weekdays', () => {
		for (let n = 1; n <= 12; n++) expect([chineseMonth(`${n}月`), chineseMonth(`${han(n)}月份`)]).toEqual([n, n]);
		for (let n = 1; n <= 31; n++) expect([chineseDay(`${n}日`), chineseDay(`${han(n)}号`)]).toEqual([n, n]);
		expect(['周一', '星期日', '礼拜天'].map(chineseWeekday)).toEqual([1, 7, 7]);
	});

	it.each([
		['2022年', 2022, false],
		['二〇二二年', 2022, false],
		['公元前221年', -220, false],
		['前221年', -220, false],
		['98年', 1998, false],
		['去年', 2023, true],
		['大前年', 2021, true],
		['康熙三年', 1664, false]
	])('the year %s', (text, year, relative) => expect(yearInChinese(text, at)).toMatchObject({ year, relative }));

	it('a year told from a date is none without one', () =>
		expect(['同年', '次年', '当年'].map((text) => yearInChinese(text, at))).toEqual([null, null, null]));
	it('counts and units', () => {
		expect(['3', '十二', '半', '两'].map(chineseCount)).toEqual([3, 12, 0.5, 2]);
		expect(['个世纪', '年代', '个季度', '个月', '礼拜', '日'].map(chineseUnit)).toEqual([
			'century',
			'decade',
			'quarter',
			'month',
			'week',
			'day'
		]);
	});
});
