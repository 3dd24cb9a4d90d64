/** The Chinese words that dates are made of, as patterns and as numbers; characters as foldDates gives them. */
import { readHan } from '../numerals/han.ts';
import { ofTwoDigits, gap } from './english.ts';
import { eraNames, eraNumbers, eraStarts, eraYear } from './eras.ts';
import type { Unit } from './points.ts';
import type { Reading } from './reading.ts';

const digit = '[〇一二三四五六七八九]';
/** 2022, 二〇二二; two digits before a month, with a leading zero, or where a count that large is unlikely. */
const yearNumbers = `(?:(?<!\\d|\\d\\.)(?:\\d{4}|\\d{3}(?=年${gap}(?:1[0-2]|0?[1-9])${gap}月)|(?<=[于在])\\d{3}(?=年(?![前后以来间历的多代])))|(?<![〇一二三四五六七八九十百千])[一二]${digit}{3})`;
const shortYears = `(?:(?<![\\d一-龥A-Za-z]|\\d\\.)|(?<=[在于自从到至即是他她我其]))(?:'?\\d\\d(?=${gap}年${gap}(?:1[0-2]|0?[1-9])${gap}月)|'\\d\\d|0\\d|[6-9]\\d(?=年(?![前来间内代多余历之的老]|以[来前内]))|[1-5]\\d(?=年(?:年?[底末初]|第?[一二三四1-4]季|[上下前后]半年)))`;
const beforeEra = `(?:公元|西元|纪元)${gap}(?:前${gap})?\\d{1,4}|(?<![年月日天周以之年目空提生])前\\d{3,4}`;
const eraYears = `${eraNames}${gap}${eraNumbers}`;
const relativeYears =
	'今年|去年|前年|明年|大前年|本年度?|当年|同年|次年|翌年|隔年|该年|那一?年|这一年|上一?年(?!纪)|下一年|(?<![一-龥]{2}|\\d)后年';

/** A year with the words that mark it as one. The lookahead rejects most characters, as they cannot begin one. */
export const chineseYears = `(?=[\\d'公西纪前一二今去明大本当同次翌隔该那这上下后${eraStarts}])(?:(?:${beforeEra}|${yearNumbers}|${eraYears}|${shortYears})${gap}年(?!代)|${relativeYears})`;

export interface YearSaid {
	year?: number;
	relative: boolean;
	/** Are its months not calendar months? */
	lunar?: boolean;
}

/** The year that such words stand for; null if there is none to count from. */
export function yearInChinese(text: string, at: Reading): YearSaid | null {
	const digits = /\d+/.exec(text)?.[0];
	const stated = (year: number) => ({ year, relative: false });
	if (/^(?:公元|西元|纪元)?\s*前\s*\d/.test(text)) return stated(1 - Number(digits));
	const inEra = eraYear(text);
	if (inEra) return { year: inEra.year, relative: false, lunar: inEra.lunar };
	if (digits && /年$/.test(text))
		return stated(digits.length === 2 && !/元/.test(text) ? ofTwoDigits(Number(digits), at.now?.year) : Number(digits));
	const han = /^[一二][〇一二三四五六七八九]{3}/.exec(text)?.[0];
	if (han) return stated(readHan(han));
	if (/^(?:[当同次翌隔该那上]|这一|下一)/.test(text)) {
		const year = at.named?.year ?? (/^[上下]/.test(text) ? at.now?.year : undefined);
		if (year === undefined) return null;
		return { year: year + (/^[次翌隔下]/.test(text) ? 1 : /^上/.test(text) ? -1 : 0), relative: true };
	}
	const by = { 今: 0, 本: 0, 去: -1, 前: -2, 大: -3, 明: 1, 后: 2 }[text[0]] ?? 0;
	return at.now && { year: at.now.year + by, relative: true };
}

/** 10月, 十月, 10月份, 正月 */
export const chineseMonths = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])${gap}月份?`;
export const chineseMonth = (text: string) => {
	if (/^[正腊]/.test(text)) return text.startsWith('正') ? 1 : 12;
	const number = Number.parseInt(text, 10);
	return Number.isNaN(number) ? readHan(text.replace(/\s*月份?$/, '')) : number;
};

/** 30日, 三十号, 初一 */
export const chineseDays = `(?:(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])${gap}[日号](?!线))`;
export const chineseDay = (text: string) => {
	const number = Number.parseInt(text, 10);
	return Number.isNaN(number) ? readHan(text.replace(/^初|\s*[日号]$/g, '')) : number;
};

/** How many: 3, 三, 两 */
export const chineseCounts = `(?:(?<!\\d|\\d\\.)\\d{1,3}(?!\\d)|(?<![数几多一二两三四五六七八九十百])[一二两三四五六七八九十百]{1,5}|半)`;
export const chineseCount = (text: string) => (text === '半' ? 0.5 : /^\d/.test(text) ? Number(text) : readHan(text));

export const chineseUnits = '(?:个?世纪|个?年代|年|个?季度|个?月|个?周|个?星期|个?礼拜|[天日])';
export const chineseUnit = (text: string): Unit => {
	const bare = text.replace(/^个?多?/, '');
	if (/世纪/.test(bare)) return 'century';
	if (/^年代/.test(bare)) return 'decade';
	if (/季/.test(bare)) return 'quarter';
	return bare === '年' ? 'year' : bare === '月' ? 'month' : /[天日]/.test(bare) ? 'day' : 'week';
};
export const chineseWeekdays = '(?:周|星期|礼拜)[一二三四五六日天]';
export const chineseWeekday = (text: string) => '一二三四五六日'.indexOf(text.at(-1)!.replace('天', '日')) + 1;
