import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';
import { wordDate, wordRange } from './dateWords.ts';

const say = (text: string, language: string) => {
	const parsed = parseDate(text);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return wordDate(parsed.date, language);
};

describe('a date in words', () => {
	it.each([
		['2022-11-30', '30 November 2022', '2022年11月30日'],
		['2025-05', 'May 2025', '2025年5月'],
		['1972', '1972', '1972年'],
		['1977-12~', 'around December 1977', '约1977年12月'],
		['2025-01?', 'possibly January 2025', '2025年1月（存疑）'],
		['2025%', 'possibly around 2025', '约2025年（存疑）'],
		['197X', '1970s', '20世纪70年代'],
		['19XX', '20th century', '20世纪'],
		['1XXX', '2nd millennium', '第2个千年'],
		['2025-33', 'first quarter of 2025', '2025年第一季度'],
		['2025-37', 'early 2025', '2025年初'],
		['2025-38~', 'around mid-2025', '约2025年中'],
		['2025-41', 'second half of 2025', '2025年下半年'],
		['2025-21', 'spring 2025', '2025年春'],
		['-0217', '218 BCE', '公元前218年'],
		['-0215-08-02', '2 August 216 BCE', '公元前216年8月2日'],
		['0000', '1 BCE', '公元前1年'],
		['0079-10', 'October 79 CE', '公元79年10月'],
		['0044-03-15', '15 March 44 CE', '公元44年3月15日']
	])('%s', (edtf, english, chinese) => {
		expect(say(edtf, 'en')).toBe(english);
		expect(say(edtf, 'zh-Hans')).toBe(chinese);
	});
});

describe('an interval or a choice in words', () => {
	it.each([
		['2024-01/2024-11', 'January to November 2024', '2024年1月至11月'],
		['1939/1945', '1939 to 1945', '1939年至1945年'],
		['1972~/1977', 'around 1972 to 1977', '约1972年至1977年'],
		['2025-01~/2025-03~', 'around January to March 2025', '约2025年1月至3月'],
		['2025-11-06/2025-11-08', '6 November to 8 November 2025', '2025年11月6日至11月8日'],
		['[2025-05..2025-11]', 'some time between May and November 2025', '2025年5月至11月间'],
		['{1960,1961-12}', '1960, December 1961', '1960年、1961年12月'],
		['1985-04/..', 'since April 1985', '1985年4月以来'],
		['../1985', 'until 1985', '截至1985年'],
		['1985/', 'from 1985, end unknown', '始于1985年，终止时间不详'],
		['-0218/-0200', '219 BCE to 201 BCE', '公元前219年至公元前201年']
	])('%s', (edtf, english, chinese) => {
		expect(say(edtf, 'en')).toBe(english);
		expect(say(edtf, 'zh-Hans')).toBe(chinese);
	});
});

it('takes another language’s calendar words from the platform, and puts no English among them', () => {
	expect(say('2022-11-30', 'it')).toBe('30 novembre 2022');
	expect(say('2024-01/2024-11', 'it')).toBe('gennaio – novembre 2024');
	expect(say('-0215-08-02', 'it')).toMatch(/^2 agosto 216 a\.?C\.?$/);
	for (const edtf of ['1977-12~', '[2025-05..2025-11]', '1985-04/..', '2025-33', '197X', '2025-01?'])
		expect(say(edtf, 'it')).not.toMatch(/around|some|between|since|quarter|possibly|the|to /);
});

describe('a window of time in words', () => {
	const at = (year: number, month = 0) => new Date(0).setUTCFullYear(year, month, 1);
	it('is years where they are whole, else months', () => {
		expect(wordRange(at(1936), at(1981), 'en')).toBe('1936–1980');
		expect(wordRange(at(1936), at(1981), 'zh-Hans')).toBe('1936至1980年');
		expect(wordRange(at(2025), at(2026), 'en')).toBe('2025');
		expect(wordRange(at(2022, 5), at(2026), 'en')).toBe('June 2022 – December 2025');
		expect(wordRange(at(2022, 5), at(2026), 'zh-Hans')).toBe('2022年6月至2025年12月');
		expect(wordRange(at(-218), at(-200), 'en')).toBe('219 BCE–202 BCE');
	});
});
