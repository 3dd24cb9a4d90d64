/** Dates other than days, months and years, in every position in a sentence, as written and in normal form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, han, names, read, readings, th, two } from '../../../../tests/support/dateSentences.ts';
import { limits } from './points.ts';

type Written = [text: string, reads: string];
/** “Circa 1830’s” may be a decade. */
const year = fc.integer({ min: 1200, max: 2020 }).filter((y) => y % 10 > 0);
const yearBefore = fc.integer({ min: 1, max: 900 });
const length = fc.integer({ min: 1, max: 60 });
const seasons = { spring: [3, 5], summer: [6, 8], fall: [9, 11], autumn: [9, 11] } as const;
const season = fc.constantFrom(...(Object.keys(seasons) as (keyof typeof seasons)[]));
const bce = (n: number) => (n === 1 ? '0000' : `-${String(n - 1).padStart(4, '0')}`);
const ce = (n: number) => String(n).padStart(4, '0');

const kinds: readonly [name: string, fc.Arbitrary<Written>][] = [
	[
		'about a year',
		fc
			.tuple(year, fc.constantFrom('circa ', 'c. ', 'ca. ', 'c.', 'ca ', 'around ', 'approximately '))
			.map(([y, circa]): Written => [`${circa}${y}`, `${y}~ vague`])
	],
	['about a year in Chinese', year.map((y): Written => [`约${y}年`, `${y}~ vague`])],
	['about a year in Chinese, said after it', year.map((y): Written => [`${y}年前后`, `${y}~ vague`])],
	[
		'about a year of three digits',
		fc.integer({ min: 300, max: 999 }).map((y): Written => [`ca. ${y}`, `${ce(y)}~ vague`])
	],
	[
		'a season of a year of two digits',
		// “’40's” is the forties.
		fc
			.tuple(
				season,
				fc.integer({ min: 40, max: 99 }).filter((y) => y % 10 > 0)
			)
			.map(([name, y]): Written => {
				const [from, to] = seasons[name];
				return [`the ${name} of ’${y}`, `19${y}-${two(from)}/19${y}-${two(to)} vague`];
			})
	],
	[
		'years before our era',
		fc.tuple(yearBefore, length).map(([y, n]): Written => [`${y + n}–${y} BC`, `${bce(y + n)}/${bce(y)}`])
	],
	[
		'years before our era in Chinese',
		fc.tuple(yearBefore, length).map(([y, n]): Written => [`公元前${y + n}年至前${y}年`, `${bce(y + n)}/${bce(y)}`])
	],
	[
		'years of our era',
		fc.tuple(yearBefore, length).map(([y, n]): Written => [`AD ${y}–${y + n}`, `${ce(y)}/${ce(y + n)}`])
	],
	[
		'the turn of a century',
		fc
			.integer({ min: 12, max: 19 })
			.map((n): Written => [`the turn of the ${th(n)} century`, `${n - 1}00~ or ${n * 100 - 10}/${n * 100 + 10} vague`])
	],
	['the turn of the 20th century', fc.constant<Written>(['the turn of the twentieth century', '1900~ vague'])],
	[
		'the turn of two centuries in Chinese',
		fc.integer({ min: 12, max: 20 }).map((n): Written => [`${n - 1}、${n}世纪之交`, `${n - 1}00~ vague`])
	],
	[
		'years of accounts',
		fc
			.tuple(fc.integer({ min: 1990, max: 2020 }), fc.constantFrom('FY', 'fiscal ', 'fiscal year ', 'financial year '))
			.map(([y, fiscal]): Written => [`${fiscal}${y}`, `${y} vague`])
	],
	[
		'years of accounts over two',
		fc.integer({ min: 1990, max: 2020 }).map((y): Written => [`FY${y}/${two((y + 1) % 100)}`, `${y}/${y + 1} vague`])
	],
	[
		'decades in Chinese',
		fc.integer({ min: 2, max: 8 }).map((d): Written => [`${han(d)}${han(d + 1)}十年代`, `19${d}0/19${d + 1}9`])
	],
	[
		'decades of a century in Chinese',
		fc.integer({ min: 2, max: 8 }).map((d): Written => [`20世纪${d}0至${d + 1}0年代`, `19${d}0/19${d + 1}9`])
	],
	[
		'years of an era by tens',
		fc.integer({ min: 2, max: 5 }).map((d): Written => [`昭和${d}0年代`, `19${d + 2}5/19${d + 3}4`])
	],
	[
		'a day with a year of two digits',
		fc
			.tuple(fc.integer({ min: 40, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
			.map(([y, m, d]): Written => [`${d} ${names[m - 1].slice(0, 3)} ${y}`, `19${y}-${two(m)}-${two(d)}`])
	],
	[
		'a weekday of a month',
		fc.integer({ min: 1, max: 12 }).map((m): Written => {
			// 2018 began on a Monday.
			const first = new Date(Date.UTC(2018, m - 1, 1)).getUTCDay();
			const day = 1 + ((8 - first) % 7) + 7;
			return [`the second Monday of ${names[m - 1]} 2018`, `2018-${two(m)}-${two(day)}`];
		})
	]
];

describe.each(kinds)('%s', (_, written) => {
	const cases = written.chain(([text, reads]) =>
		around(text).map(([left, right]) => ({ reads, all: left + text + right }))
	);
	it('is read the same wherever it stands', () => {
		fc.assert(
			fc.property(cases, ({ reads, all }) => {
				expect({ all, dates: readings(all) }).toEqual({ all, dates: [[reads], [reads]] });
			}),
			{ numRuns: 150 }
		);
	});
});

describe('months of the moon', () => {
	const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 11, max: 19 }));
	it('are spans of ours that are vague, and never the same numbers', () => {
		const write = fc.constantFrom('农历', '阴历');
		fc.assert(
			fc.property(write, fc.integer({ min: 1900, max: 2020 }), day, around('一'), (moon, y, [m, d], [left, right]) => {
				const text = `${left}${moon}${y}年${han(m)}月${han(d)}${right}`;
				const [date, ...others] = read(text);
				expect({ text, others, sense: date?.sense }).toEqual({ text, others: [], sense: 'vague' });
				const [min, max] = [limits({ year: y, month: m, day: d })[0], limits({ year: y, month: m + 2, day: d })[1]];
				expect(date.reach.min).toBeGreaterThan(min - 5 * 864e5);
				expect(date.reach.max).toBeLessThan(max + 5 * 864e5);
			})
		);
	});
	// The actual days, from the tables of the Hong Kong Observatory.
	it.each([
		['2024年大年初一', '2024-02-10'],
		['2023年春节', '2023-01-22'],
		['2020年正月初一', '2020-01-25'],
		['2024年农历八月十五', '2024-09-17'],
		['2023年中秋节', '2023-09-29'],
		['2024年端午节', '2024-06-10'],
		['2024年除夕', '2025-01-28'],
		['康熙六十一年十一月十三日', '1722-12-20']
	])('%s reaches to %s', (text, edtf) => {
		const [{ reach, sense }] = read(text);
		const [y, m, d] = edtf.split('-').map(Number);
		const [min, max] = limits({ year: y, month: m, day: d });
		expect([sense, reach.min <= min, reach.max >= max]).toEqual(['vague', true, true]);
	});
});

describe('what may be meant in two ways is given in both', () => {
	it.each([
		['on 03/04/2023', '2023-03-04 or 2023-04-03'],
		['on 03.04.2023', '2023-04-03 or 2023-03-04'],
		['the attack of 11/9', '2024-11-09 or 2024-09-11'],
		['after 9/11', '2001-09-11 or 2024-09-11 or 2024-11-09'],
		['the crash of ’29', '1929 or 2029'],
		['the spring of ’29', '1929-03/1929-05 or 2029-03/2029-05 vague'],
		['at the turn of the century', '2000~ or 1890/1910 vague']
	])('%s', (text, reads) => expect(readings(text)).toEqual([[reads], [reads]]));

	it('and a day of a season over two years', () =>
		expect(readings('The 2022/23 season began on 5 August')[0]).toEqual(['2022/2023', '2022-08-05 or 2023-08-05']));
	it('but the turn of a century after a year is the one beside it', () =>
		expect(readings('Born in 1871, he came at the turn of the century')[0]).toEqual(['1871', '1900~ vague']));
	it('and a name says which', () =>
		expect(readings('the 9/11 attacks, the September 11 attacks')[0]).toEqual(['2001-09-11', '2001-09-11']));
});

it('an event that is named after its month has no date', () => {
	expect(
		readings('十月革命, 七月王朝, 十二月党人, after the October Revolution, since the September Massacres')
	).toEqual([[], []]);
	expect(readings('1917年10月革命')[0]).toEqual(['1917-10']);
	expect(readings('in the March issue, in October 1917')[0]).toEqual(['2024-03', '1917-10']);
});
