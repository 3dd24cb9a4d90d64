/** Years counted within an era: reigns of China, the Republic of China, and Japan’s eras since Meiji. */
import { readHan } from '../numerals/han.ts';
import { between, edtfOf } from './points.ts';
import { rule, type Rule } from './rule.ts';

/**
 * First and last year, astronomical; without a last the era goes on, or is used as if it did. For names that more than
 * one emperor took (建武, 太和), only those that nearly always mean one of them.
 */
const eras: Record<string, readonly [first: number, last?: number]> = {
	元狩: [-121, -116],
	元鼎: [-115, -110],
	元封: [-109, -104],
	太初: [-103, -100],
	天汉: [-99, -96],
	征和: [-91, -88],
	本始: [-72, -69],
	神爵: [-60, -57],
	五凤: [-56, -53],
	竟宁: [-32],
	绥和: [-7],
	永平: [58, 75],
	建初: [76, 84],
	章和: [87, 88],
	永元: [89, 105],
	延熹: [158, 167],
	熹平: [172, 178],
	光和: [178, 184],
	中平: [184, 189],
	初平: [190, 193],
	兴平: [194, 195],
	建安: [196, 220],
	黄初: [220, 226],
	青龙: [233, 237],
	正始: [240, 249],
	嘉平: [249, 254],
	景元: [260, 264],
	黄武: [222, 229],
	赤乌: [238, 251],
	章武: [221, 223],
	建兴: [223, 237],
	太康: [280, 289],
	永嘉: [307, 313],
	义熙: [405, 418],
	元嘉: [424, 453],
	天监: [502, 519],
	太清: [547, 549],
	开皇: [581, 600],
	仁寿: [601, 604],
	大业: [605, 618],
	武德: [618, 626],
	贞观: [627, 649],
	永徽: [650, 655],
	显庆: [656, 661],
	龙朔: [661, 663],
	麟德: [664, 665],
	总章: [668, 670],
	咸亨: [670, 674],
	仪凤: [676, 679],
	永隆: [680, 681],
	垂拱: [685, 688],
	天授: [690, 692],
	圣历: [698, 700],
	神龙: [705, 707],
	景龙: [707, 710],
	开元: [713, 741],
	天宝: [742, 756],
	至德: [756, 758],
	乾元: [758, 760],
	宝应: [762, 763],
	广德: [763, 764],
	大历: [766, 779],
	建中: [780, 783],
	贞元: [785, 805],
	元和: [806, 820],
	长庆: [821, 824],
	大和: [827, 835],
	开成: [836, 840],
	会昌: [841, 846],
	咸通: [860, 874],
	乾符: [874, 879],
	天复: [901, 904],
	显德: [954, 960],
	建隆: [960, 963],
	开宝: [968, 976],
	太平兴国: [976, 984],
	雍熙: [984, 987],
	端拱: [988, 989],
	淳化: [990, 994],
	至道: [995, 997],
	咸平: [998, 1003],
	景德: [1004, 1007],
	大中祥符: [1008, 1016],
	天禧: [1017, 1021],
	天圣: [1023, 1032],
	景祐: [1034, 1038],
	庆历: [1041, 1048],
	皇祐: [1049, 1054],
	至和: [1054, 1056],
	嘉祐: [1056, 1063],
	治平: [1064, 1067],
	熙宁: [1068, 1077],
	元丰: [1078, 1085],
	元祐: [1086, 1094],
	绍圣: [1094, 1098],
	元符: [1098, 1100],
	崇宁: [1102, 1106],
	大观: [1107, 1110],
	政和: [1111, 1118],
	宣和: [1119, 1125],
	靖康: [1126, 1127],
	建炎: [1127, 1130],
	绍兴: [1131, 1162],
	隆兴: [1163, 1164],
	乾道: [1165, 1173],
	淳熙: [1174, 1189],
	绍熙: [1190, 1194],
	庆元: [1195, 1200],
	嘉泰: [1201, 1204],
	开禧: [1205, 1207],
	宝庆: [1225, 1227],
	绍定: [1228, 1233],
	淳祐: [1241, 1252],
	宝祐: [1253, 1258],
	景定: [1260, 1264],
	咸淳: [1265, 1274],
	德祐: [1275, 1276],
	景炎: [1276, 1278],
	祥兴: [1278, 1279],
	延祐: [1314, 1320],
	泰定: [1324, 1328],
	至正: [1341, 1370],
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
	嘉庆: [1796, 1820],
	道光: [1821, 1850],
	咸丰: [1851, 1861],
	同治: [1862, 1874],
	光绪: [1875, 1908],
	宣统: [1909, 1912],
	民国: [1912],
	元禄: [1688, 1704],
	享保: [1716, 1736],
	天保: [1830, 1844],
	嘉永: [1848, 1854],
	安政: [1854, 1860],
	文久: [1861, 1864],
	庆应: [1865, 1868],
	明治: [1868, 1912],
	大正: [1912, 1926],
	昭和: [1926, 1989],
	平成: [1989, 2019],
	令和: [2019]
};
// Variants that converting traditional script character by character produces, which are as common.
for (const [name, years] of Object.entries(eras)) eras[name.replace('乾', '干').replace('祐', '佑')] = years;
/** Eras that use calendar months; Japan’s do from 1873. */
const ofCalendar = /^(?:民国|明治|大正|昭和|平成|令和)/;
/** Longer names first, as some begin alike. */
const names = Object.keys(eras)
	.toSorted((a, b) => b.length - a.length)
	.join('|');

export const eraNames = `(?:${names})`;
/** The characters that era names begin with. */
export const eraStarts = [...new Set(Object.keys(eras).map(([first]) => first))].join('');
export const eraNumbers = '(?:元|\\d{1,2}|[〇一二三四五六七八九十百廿卅]{1,5})';
const inEra = new RegExp(`^(${names}) {0,4}(${eraNumbers}) {0,4}年`);

/**
 * 康熙三年 → 1664: the year that most of it fell in. Counts on past the end of an era.
 * @returns the year, and whether its months are lunar; null if the text names no era
 */
export function eraYear(text: string): { year: number; lunar: boolean } | null {
	const match = inEra.exec(text);
	if (!match) return null;
	const [, name, number] = match;
	const nth = number === '元' ? 1 : Number(number) || readHan(number.replace('廿', '二十').replace('卅', '三十'));
	const year = eras[name][0] + nth - 1;
	return { year, lunar: !ofCalendar.test(name) || year < 1873 };
}

/** 光绪年间: some time in that era. */
export const chineseEras: Rule[] = [
	// 昭和40年代: its years 40 to 49
	rule(`(?<name>民国|昭和|平成)(?<n>[1-6]0|[二三四五六]十)年代`, ({ name, n }) => {
		const first = eras[name!][0] + (Number(n) || readHan(n!)) - 1;
		return { kind: 'whole', edtf: between({ year: first }, { year: first + 9 }) };
	}),
	rule(`(?<name>${names})(?:年间|时期|朝)`, ({ name }) => {
		const [first, last] = eras[name!];
		return last
			? { kind: 'whole', edtf: `${edtfOf({ year: first })}/${edtfOf({ year: last })}`, sense: 'vague' }
			: null;
	})
];
