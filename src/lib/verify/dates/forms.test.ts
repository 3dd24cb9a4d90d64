/** Every form of date, in every position in a sentence, as written and in normal form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	around,
	han,
	hanDigits,
	inWords,
	names,
	ordinals,
	read,
	short,
	shown,
	th,
	two,
	weekdayName,
	type Day
} from '../../../../tests/support/dateSentences.ts';
import { daysIn } from '../../story/calendar.ts';
import { findDates } from '../dates.ts';
import { normalise } from '../normalise.ts';

const anyDay: fc.Arbitrary<Day> = fc
	.record({
		y: fc.integer({ min: 1500, max: 2030 }),
		m: fc.integer({ min: 1, max: 12 }),
		d: fc.integer({ min: 1, max: 31 })
	})
	.filter(({ y, m, d }) => d <= daysIn(y, m));

const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A day with its year, and its EDTF. */
const stated: Record<string, (day: Day) => string> = {
	'August 6, 1890': ({ y, m, d }) => `${names[m - 1]} ${d}, ${y}`,
	'August 6 1890': ({ y, m, d }) => `${names[m - 1]} ${d} ${y}`,
	'August 6th, 1890': ({ y, m, d }) => `${names[m - 1]} ${th(d)}, ${y}`,
	'Aug. 6, 1890': ({ y, m, d }) => `${short[m - 1]} ${d}, ${y}`,
	'6 August 1890': ({ y, m, d }) => `${d} ${names[m - 1]} ${y}`,
	'6 August, 1890': ({ y, m, d }) => `${d} ${names[m - 1]}, ${y}`,
	'6 Aug. 1890': ({ y, m, d }) => `${d} ${short[m - 1]} ${y}`,
	'the 6th of August 1890': ({ y, m, d }) => `the ${th(d)} of ${names[m - 1]} ${y}`,
	'the sixth of August, 1890': ({ y, m, d }) => `the ${inWords(d)} of ${names[m - 1]}, ${y}`,
	'August the sixth, 1890': ({ y, m, d }) => `${names[m - 1]} the ${inWords(d)}, ${y}`,
	'August 6 (1890)': ({ y, m, d }) => `${names[m - 1]} ${d} (${y})`,
	'August 6, in 1890': ({ y, m, d }) => `${names[m - 1]} ${d}, in ${y}`,
	'August 6 in the year 1890': ({ y, m, d }) => `${names[m - 1]} ${d} in the year ${y}`,
	'August 6[3], 1890': ({ y, m, d }) => `${names[m - 1]} ${d}[3], ${y}`,
	'Wednesday, August 6, 1890': (day) => `${weekdayName(day)}, ${names[day.m - 1]} ${day.d}, ${day.y}`,
	'Wed., Aug. 6, 1890': (day) => `${weekdayName(day).slice(0, 3)}., ${short[day.m - 1]} ${day.d}, ${day.y}`,
	'Wednesday 6 August 1890': (day) => `${weekdayName(day)} ${day.d} ${names[day.m - 1]} ${day.y}`,
	'1890-08-06': ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`,
	'1890/8/6': ({ y, m, d }) => `${y}/${m}/${d}`,
	'1890.08.06': ({ y, m, d }) => `${y}.${two(m)}.${two(d)}`,
	'6-Aug-1890': ({ y, m, d }) => `${d}-${names[m - 1].slice(0, 3)}-${y}`,
	'1890年8月6日': ({ y, m, d }) => `${y}年${m}月${d}日`,
	'１８９０年８月６日': ({ y, m, d }) => wide(`${y}年${m}月${d}日`),
	'1890 年 8 月 6 日': ({ y, m, d }) => `${y} 年 ${m} 月 ${d} 日`,
	'1890年8月6号': ({ y, m, d }) => `${y}年${m}月${d}号`,
	一八九〇年八月六日: ({ y, m, d }) =>
		`${[...String(y)].map((one) => hanDigits[Number(one)]).join('')}年${han(m)}月${han(d)}日`,
	'8月6日(1890年)': ({ y, m, d }) => `${m}月${d}日(${y}年)`
};

describe('a day with its year', () => {
	it.each(Object.entries(stated))('like %s is that day wherever it stands', (_, write) => {
		const cases = anyDay.chain((day) => {
			const text = write(day);
			return around(text).map(([left, right]) => ({ day, all: left + text + right }));
		});
		fc.assert(
			fc.property(cases, ({ day: { y, m, d }, all }) => {
				for (const text of [all, normalise(all).text]) {
					const [date, ...others] = read(text);
					expect({ text, edtf: date?.edtf, others, relative: date?.relative, yearless: date?.yearless }).toEqual({
						text,
						edtf: `${y}-${two(m)}-${two(d)}`,
						others: [],
						relative: false,
						yearless: false
					});
				}
			}),
			{ numRuns: 150 }
		);
	});
});

const year = fc.integer({ min: 1200, max: 2030 });
/** Other expressions that include their year. */
const spans: readonly [name: string, fc.Arbitrary<[text: string, edtf: string]>][] = [
	['a year', year.map((y) => [`${y}`, `${y}`])],
	[
		'a month',
		fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => [`${names[m - 1]} ${y}`, `${y}-${two(m)}`])
	],
	[
		'a month with a comma',
		fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => [`${short[m - 1]}, ${y}`, `${y}-${two(m)}`])
	],
	[
		'a month in Chinese',
		fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => [`${y}年${m}月`, `${y}-${two(m)}`])
	],
	[
		'years from … to',
		fc.tuple(year, fc.integer({ min: 1, max: 60 })).map(([y, n]) => [`from ${y} to ${y + n}`, `${y}/${y + n}`])
	],
	[
		'years between',
		fc.tuple(year, fc.integer({ min: 1, max: 60 })).map(([y, n]) => [`between ${y} and ${y + n}`, `${y}/${y + n}`])
	],
	[
		'years with a dash',
		fc.tuple(year, fc.integer({ min: 1, max: 60 })).map(([y, n]) => [`${y}–${y + n}`, `${y}/${y + n}`])
	],
	[
		'years from … to in Chinese',
		fc.tuple(year, fc.integer({ min: 1, max: 60 })).map(([y, n]) => [`${y}年至${y + n}年`, `${y}/${y + n}`])
	],
	[
		'months from … to',
		fc
			.tuple(year, fc.integer({ min: 1, max: 11 }))
			.map(([y, m]) => [`from ${names[m - 1]} to ${names[m]} ${y}`, `${y}-${two(m)}/${y}-${two(m + 1)}`])
	],
	[
		'days from … to',
		fc
			.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }))
			.map(([y, m, d]) => [
				`${names[m - 1]} ${d}–${d + 1}, ${y}`,
				`${y}-${two(m)}-${two(d)}/${y}-${two(m)}-${two(d + 1)}`
			])
	],
	[
		'days from … to, before the month',
		fc
			.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }))
			.map(([y, m, d]) => [
				`${d}-${d + 1} ${names[m - 1]} ${y}`,
				`${y}-${two(m)}-${two(d)}/${y}-${two(m)}-${two(d + 1)}`
			])
	],
	[
		'days from … to in Chinese',
		fc
			.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }))
			.map(([y, m, d]) => [`${y}年${m}月${d}日至${d + 1}日`, `${y}-${two(m)}-${two(d)}/${y}-${two(m)}-${two(d + 1)}`])
	],
	[
		'a decade',
		fc
			.integer({ min: 120, max: 202 })
			.filter((d) => d % 10 > 0)
			.map((d) => [`the ${d}0s`, `${d}X`])
	],
	['a decade in Chinese', fc.integer({ min: 120, max: 202 }).map((d) => [`${d}0年代`, `${d}X`])],
	['a century', fc.integer({ min: 11, max: 20 }).map((n) => [`the ${th(n)} century`, `${n - 1}XX`])],
	[
		'a quarter',
		fc
			.tuple(year, fc.integer({ min: 1, max: 4 }))
			.map(([y, q]) => [`the ${ordinals[q - 1]} quarter of ${y}`, `${y}-${two(q * 3 - 2)}/${y}-${two(q * 3)}`])
	],
	[
		'a quarter in Chinese',
		fc
			.tuple(year, fc.integer({ min: 1, max: 4 }))
			.map(([y, q]) => [`${y}年第${han(q)}季度`, `${y}-${two(q * 3 - 2)}/${y}-${two(q * 3)}`])
	],
	[
		'a half in Chinese',
		fc
			.tuple(year, fc.boolean())
			.map(([y, late]) => [`${y}年${late ? '后' : '前'}半年`, late ? `${y}-07/${y}-12` : `${y}-01/${y}-06`])
	],
	['a year of a reign', fc.integer({ min: 2, max: 60 }).map((n) => [`康熙${han(n)}年`, `${1661 + n}`])],
	['a year of the Republic', fc.integer({ min: 2, max: 38 }).map((n) => [`民国${n}年`, `${1911 + n}`])]
];

it.each(spans)('%s is read the same wherever it stands, as written and in normal form', (_, written) => {
	const cases = written.chain(([text, edtf]) =>
		around(text).map(([left, right]) => ({ edtf, all: left + text + right }))
	);
	fc.assert(
		fc.property(cases, ({ edtf, all }) => {
			for (const text of [all, normalise(all).text])
				expect({ text, edtf: read(text).map((date) => date.edtf) }).toEqual({ text, edtf: [edtf] });
		}),
		{ numRuns: 150 }
	);
});

describe('what needs the article’s date', () => {
	const english = [
		...['last month', 'this year', 'last Friday', 'Tuesday', 'yesterday', 'two weeks ago', 'the past three years'],
		...['Sept. 30', 'March 26', '26 March', 'the third quarter', 'early last year']
	];
	const chinese = [
		...[
			'上个月',
			'今年',
			'上周五',
			'周二',
			'昨天',
			'两年前',
			'近三年',
			'9月30日',
			'三月',
			'第三季度',
			'去年年底',
			'近日'
		]
	];
	it.each([...english, ...chinese])('%s is relative, and the same as written and in normal form', (text) => {
		fc.assert(
			fc.property(around(text), ([left, right]) => {
				const all = `${left}${text}${right}`;
				const dates = shown(all);
				expect(dates.map(([, , isRelative]) => isRelative)).toEqual([true]);
				expect(shown(normalise(all).text)).toEqual(dates);
			})
		);
		expect(findDates(text)).toEqual([]);
	});
});

it('what cannot be seen parts no date', () => {
	const text = 'On Nov. 30, 2022, and 2024年1月至11月, it rained';
	fc.assert(
		fc.property(fc.nat(text.length), fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff'), (at, sign) => {
			const parted = text.slice(0, at) + sign + text.slice(at);
			expect(shown(parted)).toEqual(shown(text));
			for (const { start, end, text: words } of read(parted))
				expect(parted.slice(start, end).replace(sign, '')).toBe(words);
		})
	);
});

it('no year that is said is replaced by another, whatever stands around it', () => {
	const joints = fc.constantFrom(
		', ',
		' ',
		' (',
		', in ',
		' in ',
		' of ',
		'[12], ',
		'¹, ',
		',\n',
		'\n',
		' , ',
		', the year '
	);
	const days = fc.constantFrom(
		'March 26',
		'26 March',
		'Mar. 26',
		'March 26th',
		'the 26th of March',
		'Tuesday, March 26',
		'March 26–28',
		'March 26 and 27'
	);
	fc.assert(
		fc.property(days, joints, fc.integer({ min: 1000, max: 2029 }), around('a'), (day, joint, y, [left, right]) => {
			const all = `${left}${day}${joint}${y}${right}`;
			for (const text of [all, normalise(all).text])
				for (const date of read(text)) expect({ text, year: date.span.first?.year }).toEqual({ text, year: y });
		}),
		{ numRuns: 2000 }
	);
});
