import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';
import { wordDate, wordDateBriefly, wordRange } from './dateWords.ts';

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
		['1972~', 'around 1972', '约1972年'],
		['1977-12~', 'around December 1977', '约1977年12月'],
		['2025-01?', 'possibly January 2025', '2025年1月（存疑）'],
		['2025%', 'possibly around 2025', '约2025年（存疑）'],
		['1985-04-12T23:20:30+04:00', '19:20 UTC, 12 April 1985', '1985年4月12日19:20（UTC）'],
		['-0043-03-15T09:05:00Z', '09:05 UTC, 15 March 44 BCE', '公元前44年3月15日09:05（UTC）'],
		['197X', '1970s', '20世纪70年代'],
		['197X~', 'around 1970s', '约20世纪70年代'],
		['200X', '2000–2009', '2000年至2009年'],
		['-021X', '220 BCE to 211 BCE', '公元前220年至公元前211年'],
		['19XX', '20th century', '20世纪'],
		['01XX', '2nd century CE', '公元2世纪'],
		['-02XX', '3rd century BCE', '公元前3世纪'],
		['1XXX', '2nd millennium', '第2个千年'],
		['-0XXX', '1st millennium BCE', '公元前第1个千年'],
		['2025-33', 'first quarter of 2025', '2025年第一季度'],
		['2025-36', 'fourth quarter of 2025', '2025年第四季度'],
		['2025-37', 'early 2025', '2025年初'],
		['2025-38~', 'around mid-2025', '约2025年中'],
		['2025-39', 'late 2025', '2025年末'],
		['2025-41', 'second half of 2025', '2025年下半年'],
		['2025-21', 'spring 2025', '2025年春'],
		['2025-32', 'winter 2025', '2025年冬'],
		['1950S2', 'around 1950', '约1950年'],
		['Y-17E7', '170 million years ago', '1.7亿年前'],
		['Y-13800000000', '13.8 billion years ago', '138亿年前'],
		['Y-66000000~', 'around 66 million years ago', '约6600万年前'],
		['Y-1234567', '1,234,568 BCE', '公元前1,234,568年'],
		['Y-300000', '300,000 BCE', '公元前30万年'],
		['Y-299999', '300,000 BCE', '公元前30万年'],
		['Y-12345', '12,346 BCE', '公元前12,346年'],
		['Y10191', '10,191', '10,191年'],
		['Y1E9', '1,000,000,000', '10亿年'],
		['-0217', '218 BCE', '公元前218年'],
		['-0215-08-02', '2 August 216 BCE', '公元前216年8月2日'],
		['0000', '1 BCE', '公元前1年'],
		['0000-02-29', '29 February 1 BCE', '公元前1年2月29日'],
		['0079-10', 'October 79 CE', '公元79年10月'],
		['0044-03-15', '15 March 44 CE', '公元44年3月15日']
	])('%s', (edtf, english, chinese) => {
		expect(say(edtf, 'en')).toBe(english);
		expect(say(edtf, 'zh-Hans')).toBe(chinese);
	});
});

describe('an interval in words', () => {
	it.each([
		['2024-01/2024-11', 'January to November 2024', '2024年1月至11月'],
		['1939/1945', '1939 to 1945', '1939年至1945年'],
		['2025/2025', '2025', '2025年'],
		['1972~/1977', 'around 1972 to 1977', '约1972年至1977年'],
		['1972~/1977~', 'around 1972 to 1977', '约1972年至1977年'],
		['1972/1977~', '1972 to around 1977', '1972年至约1977年'],
		['2025-01~/2025-03~', 'around January to March 2025', '约2025年1月至3月'],
		['2025-01/2025-03~', 'January 2025 to around March 2025', '2025年1月至约2025年3月'],
		['2025-11-06/2025-11-08', '6 to 8 November 2025', '2025年11月6日至8日'],
		['2025-10-06/2025-11-08', '6 October to 8 November 2025', '2025年10月6日至11月8日'],
		['2025-11-06/2025-11-06', '6 November 2025', '2025年11月6日'],
		['2004-06-XX/2004-07-03', 'June 2004 to 3 July 2004', '2004年6月至2004年7月3日'],
		[
			'1985-04-12T10:00:00Z/1985-04-12T11:30:00Z',
			'10:00 UTC, 12 April 1985 to 11:30 UTC, 12 April 1985',
			'1985年4月12日10:00（UTC）至1985年4月12日11:30（UTC）'
		],
		['1985-04/..', 'since April 1985', '1985年4月以来'],
		['../1985', 'until 1985', '截至1985年'],
		['1985/', 'from 1985, end unknown', '始于1985年，终止时间不详'],
		['/1985', 'until 1985, start unknown', '止于1985年，起始时间不详'],
		['-0218/-0200', '219 BCE to 201 BCE', '公元前219年至公元前201年']
	])('%s', (edtf, english, chinese) => {
		expect(say(edtf, 'en')).toBe(english);
		expect(say(edtf, 'zh-Hans')).toBe(chinese);
	});
});

describe('a choice in words, with all its members', () => {
	it.each([
		['[2025-05..2025-11]', 'some time between May and November 2025', '2025年5月至11月间'],
		['[1939..1945]', 'some time between 1939 and 1945', '1939年至1945年间'],
		['[1667,1668,1670..1672]', '1667, 1668 or 1670 to 1672', '1667年、1668年或1670年至1672年'],
		['[..1760-12-03]', '3 December 1760 or earlier', '1760年12月3日或以前'],
		['[1760-12..]', 'December 1760 or later', '1760年12月或以后'],
		['[1984]', '1984', '1984年'],
		['{1960,1961-12}', '1960 and December 1961', '1960年和1961年12月'],
		['{1960,1961,1965}', '1960, 1961 and 1965', '1960年、1961年和1965年'],
		['{2025-01..2025-03}', 'January to March 2025', '2025年1月至3月'],
		['{..1984}', 'until 1984', '截至1984年']
	])('%s', (edtf, english, chinese) => {
		expect(say(edtf, 'en')).toBe(english);
		expect(say(edtf, 'zh-Hans')).toBe(chinese);
	});
});

describe('another language', () => {
	it.each([
		['2022-11-30', '30 novembre 2022'],
		['1977-12~', '~ dicembre 1977'],
		['2025-01?', 'gennaio 2025 (?)'],
		['2024-01/2024-11', 'gennaio–novembre 2024'],
		['1939/1945', '1939 – 1945'],
		['1985-04/..', 'aprile 1985 – …'],
		['[2025-05..2025-11]', 'maggio 2025 … novembre 2025'],
		['[1960,1965]', '1960 o 1965'],
		['[1984..]', '≥ 1984'],
		['2025-33', 'gennaio–marzo 2025'],
		['2025-31', 'marzo–maggio 2025'],
		['197X', '1970–1979'],
		['Y12345', '12.345']
	])('takes the calendar’s words from the platform: %s', (edtf, italian) => {
		expect(say(edtf, 'it')).toBe(italian);
	});

	it('has the era in its own words, beyond the platform’s calendar too', () => {
		expect(say('-0215-08-02', 'it')).toMatch(/^2 agosto 216 a\.?\s?C\.?$/);
		expect(say('0044-03-15', 'it')).toMatch(/^15 marzo 44 d\.?\s?C\.?$/);
		expect(say('Y-17E7', 'it')).toBe('170 milioni anni fa');
		expect(say('Y-12345', 'it')).toMatch(/^12\.346 a\.?\s?C\.?$/);
		expect(say('2025-24', 'it')).toMatch(/^dicembre 2025\s–\sfebbraio 2026$/);
	});

	it('gets no word of English, whatever the date', () => {
		const forms = ['197X', '19XX', '1XXX', '2025-21', '2025-37', '2025-41', '1985/', '/1985', '../1985', '{1960,1961}'];
		for (const edtf of [...forms, '1985-04-12T23:20:30Z', '[..1984]', '2025%', '-02XX', '1950S2'])
			for (const language of ['it', 'ja', 'el'])
				expect(say(edtf, language).replace('UTC', '')).not.toMatch(
					/around|possibly|some|since|until|unknown|quarter|half|early|spring|century|BC|later|earlier|\b(and|or|to|the)\b/
				);
	});
});

it('words whatever can be written', () => {
	const point = fc
		.tuple(
			fc.integer({ min: -3000, max: 3000 }),
			fc.constantFrom('', '-05', '-12-31', '-21', '-32', '-36', '-39', '-40', '-XX', '-05-XX'),
			fc.constantFrom('', '~', '?')
		)
		.map(([year, rest, sign]) => (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0') + rest + sign);
	const written = fc.oneof(
		point,
		point.map((date) => `${date}/..`),
		point.map((date) => `/${date}`),
		fc.array(point, { minLength: 1, maxLength: 3 }).map((dates) => `[${dates}]`),
		fc.array(point, { minLength: 1, maxLength: 3 }).map((dates) => `{${dates}}`)
	);
	fc.assert(
		fc.property(written, fc.constantFrom('en', 'zh-Hans', 'it', 'ar'), (text, language) => {
			expect(say(text, language)).not.toMatch(/undefined|NaN|null|Invalid|^\s*$/);
		}),
		{ numRuns: 500 }
	);
});

describe('a window of time in words', () => {
	const at = (year: number, month = 0, date = 1) => new Date(0).setUTCFullYear(year, month, date);
	it('is years where they are whole, else months', () => {
		expect(wordRange(at(1936), at(1981), 'en')).toBe('1936–1980');
		expect(wordRange(at(1936), at(1981), 'zh-Hans')).toBe('1936至1980年');
		expect(wordRange(at(2025), at(2026), 'en')).toBe('2025');
		expect(wordRange(at(2022, 5), at(2026), 'en')).toBe('Jun 2022 – Dec 2025');
		expect(wordRange(at(2022, 5), at(2026), 'zh-Hans')).toBe('2022年6月至2025年12月');
		expect(wordRange(at(2022, 5), at(2026), 'it')).toBe('giu 2022 – dic 2025');
		expect(wordRange(at(-218), at(-200), 'en')).toBe('219 BCE – 202 BCE');
		expect(wordRange(at(-218), at(-200), 'zh-Hans')).toBe('公元前219年至公元前202年');
	});

	it('is one month or one day where it is no longer', () => {
		expect(wordRange(at(2025, 4), at(2025, 5), 'en')).toBe('May 2025');
		expect(wordRange(at(2025, 4, 6), at(2025, 4, 7), 'zh-Hans')).toBe('2025年5月6日');
	});

	it('is days where it is short and does not begin with a month', () => {
		expect(wordRange(at(2025, 0, 15), at(2025, 1, 3), 'en')).toBe('15 Jan 2025 – 2 Feb 2025');
		expect(wordRange(at(2024, 0, 15), at(2024, 11, 20), 'en')).toBe('2024');
	});

	it('may be open', () => {
		expect(wordRange(at(2022, 5), Infinity, 'en')).toBe('since Jun 2022');
		expect(wordRange(-Infinity, at(2026), 'zh-Hans')).toBe('截至2025年12月');
	});
});

describe('years of any size', () => {
	const year = fc.oneof(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: -30_000, max: 30_000 }));

	it('are worded in every language, as dates and as stretches', () => {
		fc.assert(
			fc.property(year, fc.constantFrom('en', 'zh-Hans', 'de', 'ar', 'ja'), (n, lang) => {
				const read = parseDate(
					Math.abs(n) > 9999 ? `Y${n}` : (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0')
				);
				if ('problem' in read) throw new Error(read.problem);
				const { min, max } = read.date;
				const words = [wordDate(read.date, lang), wordDateBriefly(read.date, lang), wordRange(min, max, lang)];
				for (const text of words) expect(text).not.toMatch(/NaN|undefined|Invalid|Infinity|\d{7}/);
				// A year is worded the same as a stretch of time.
				expect(words[2]).toBe(words[0]);
			})
		);
	});

	it('end where nothing is dated, with what may be written', () => {
		for (const text of ['Y1E13', 'Y-1E300', 'Y123456789012345678901234567890'])
			expect(parseDate(text)).toEqual({ problem: expect.stringContaining('Y-1E12 to Y1E12') });
	});
});
