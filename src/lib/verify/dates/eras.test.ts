import { expect, it } from 'vitest';
import { readings } from '../../../../tests/support/dateSentences.ts';
import { eraYear } from './eras.ts';

// First years, and some known from a battle or an accession.
it.each([
	['元狩元年', -121],
	['建安十三年', 208],
	['贞观十九年', 645],
	['开元廿九年', 741],
	['元祐元年', 1086],
	['元佑元年', 1086],
	['靖康二年', 1127],
	['太平兴国三年', 978],
	['洪武元年', 1368],
	['乾隆六十年', 1795],
	['干隆60年', 1795],
	['光绪二十一年', 1895],
	['民国38年', 1949],
	['明治元年', 1868],
	['令和六年', 2024]
])('%s is %d', (text, year) => expect(eraYear(text)?.year).toBe(year));

it('has the calendar’s months only from 1873 on in Japan, and in the Republic', () => {
	expect(['康熙三年', '明治二年', '明治六年', '昭和元年', '民国元年'].map((text) => eraYear(text)?.lunar)).toEqual([
		true,
		true,
		false,
		false,
		false
	]);
});

it('names no other words', () => expect(['第三年', '三年', '太阳三年'].map(eraYear)).toEqual([null, null, null]));

it('is known as a whole, and by tens', () => {
	expect(readings('乾隆年间')[0]).toEqual(['1736/1795 vague']);
	expect(readings('令和时期')[0]).toEqual([]);
	expect(readings('昭和30年代')[0]).toEqual(['1955/1964']);
});
