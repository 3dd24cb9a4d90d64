/** Years counted within an era: reigns of China, the Republic’s years, and Japan’s eras from Meiji on. */
import { readHan } from '../numerals.ts';

const firstYears: Record<string, number> = {
	贞观: 627,
	开元: 713,
	天宝: 742,
	洪武: 1368,
	建文: 1399,
	永乐: 1403,
	洪熙: 1425,
	宣德: 1426,
	正统: 1436,
	景泰: 1450,
	天顺: 1457,
	成化: 1465,
	弘治: 1488,
	正德: 1506,
	嘉靖: 1522,
	隆庆: 1567,
	万历: 1573,
	泰昌: 1620,
	天启: 1621,
	崇祯: 1628,
	顺治: 1644,
	康熙: 1662,
	雍正: 1723,
	乾隆: 1736,
	// What its traditional form becomes character by character.
	干隆: 1736,
	嘉庆: 1796,
	道光: 1821,
	咸丰: 1851,
	同治: 1862,
	光绪: 1875,
	宣统: 1909,
	民国: 1912,
	明治: 1868,
	大正: 1912,
	昭和: 1926,
	平成: 1989,
	令和: 2019
};
/** Those that count the calendar’s own months; Japan’s do from 1873 on. */
const ofCalendar = /^(?:民国|明治|大正|昭和|平成|令和)/;
const names = Object.keys(firstYears).join('|');

export const eraNames = `(?:${names})`;
export const eraNumbers = '(?:元|\\d{1,2}|[一二三四五六七八九十廿卅]{1,4})';
const inEra = new RegExp(`^(${names}) {0,4}(${eraNumbers}) {0,4}年`);

/**
 * 康熙三年 → 1664: the year that most of it fell in. Years that an era did not live to see are counted on.
 * @returns lunar: its months are not the calendar’s; null for what names no era
 */
export function eraYear(text: string): { year: number; lunar: boolean } | null {
	const match = inEra.exec(text);
	if (!match) return null;
	const [, name, number] = match;
	const nth = number === '元' ? 1 : Number(number) || readHan(number.replace('廿', '二十').replace('卅', '三十'));
	const year = firstYears[name] + nth - 1;
	return { year, lunar: !ofCalendar.test(name) || year < 1873 };
}
