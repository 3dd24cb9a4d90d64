/** Years counted within an era: reigns of China, the Republic’s years, and Japan’s eras from Meiji on. */
import { readHan } from '../numerals.ts';
import { edtfOf } from './points.ts';
import { rule, type Rule } from './rule.ts';

/** First and last year; without a last it goes on, or is told of as if it did. */
const eras: Record<string, readonly [first: number, last?: number]> = {
	贞观: [627, 649],
	开元: [713, 741],
	天宝: [742, 756],
	洪武: [1368, 1398],
	建文: [1399, 1402],
	永乐: [1403, 1424],
	洪熙: [1425, 1425],
	宣德: [1426, 1435],
	正统: [1436, 1449],
	景泰: [1450, 1457],
	天顺: [1457, 1464],
	成化: [1465, 1487],
	弘治: [1488, 1505],
	正德: [1506, 1521],
	嘉靖: [1522, 1566],
	隆庆: [1567, 1572],
	万历: [1573, 1620],
	泰昌: [1620, 1620],
	天启: [1621, 1627],
	崇祯: [1628, 1644],
	顺治: [1644, 1661],
	康熙: [1662, 1722],
	雍正: [1723, 1735],
	乾隆: [1736, 1795],
	// What its traditional form becomes character by character.
	干隆: [1736, 1795],
	嘉庆: [1796, 1820],
	道光: [1821, 1850],
	咸丰: [1851, 1861],
	同治: [1862, 1874],
	光绪: [1875, 1908],
	宣统: [1909, 1912],
	民国: [1912],
	明治: [1868, 1912],
	大正: [1912, 1926],
	昭和: [1926, 1989],
	平成: [1989, 2019],
	令和: [2019]
};
/** Those that count the calendar’s own months; Japan’s do from 1873 on. */
const ofCalendar = /^(?:民国|明治|大正|昭和|平成|令和)/;
const names = Object.keys(eras).join('|');

export const eraNames = `(?:${names})`;
/** The characters that they begin with. */
export const eraStarts = [...new Set(Object.keys(eras).map(([first]) => first))].join('');
export const eraNumbers = '(?:元|\\d{1,2}|[〇一二三四五六七八九十百廿卅]{1,5})';
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
	const year = eras[name][0] + nth - 1;
	return { year, lunar: !ofCalendar.test(name) || year < 1873 };
}

/** 光绪年间: some time of it. */
export const chineseEras: Rule[] = [
	rule(`(?<name>${names})(?:年间|时期|朝)`, ({ name }) => {
		const [first, last] = eras[name!];
		return last
			? { kind: 'whole', edtf: `${edtfOf({ year: first })}/${edtfOf({ year: last })}`, sense: 'vague' }
			: null;
	})
];
