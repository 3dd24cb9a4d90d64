/** Numbers of four digits that name or count something, in any position, and the same numbers as years. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readings } from '../../../../tests/support/dateSentences.ts';
import { inTitle, isNumbered } from './numbered.ts';

const number = fc.integer({ min: 1000, max: 2199 });
/** Round numbers before people or things are quantities, whatever stands before them. */
const notRound = number.filter((n) => n % 100 !== 0);
const before = fc.constantFrom(
	'',
	'They found ',
	'The town (',
	'“',
	'One line.\n',
	'He wrote, ',
	'In short: ',
	'据报道，'
);
const after = fc.constantFrom(
	'',
	'.',
	', it said',
	') and so on',
	'[12] it said',
	'¹',
	'\nIt said',
	'”',
	'; nobody came'
);

const named: Record<string, (n: number) => string> = {
	'a room': (n) => `Room ${n}`,
	'a flight': (n) => `flight ${n}`,
	'a route': (n) => `Route ${n}`,
	'a page': (n) => `p. ${n}`,
	pages: (n) => `pp. ${n}–${n + 3}`,
	lines: (n) => `lines ${n}-${n + 12}`,
	'a numero': (n) => `No. ${n}`,
	'a part of a law': (n) => `Section ${n}`,
	'a resolution': (n) => `Resolution ${n}`,
	'a directive': (n) => `Directive ${n}/29/EC`,
	'a case': (n) => `case no. ${n}/12`,
	'a model': (n) => `model ${n} pistols`,
	'a version': (n) => `version ${n}`,
	'an aircraft': (n) => `a Boeing ${n}`,
	'a standard': (n) => `ISO ${n}`,
	'an entry of a catalogue': (n) => `NGC ${n}`,
	'a house': (n) => `${n} Pennsylvania Avenue`,
	'a block': (n) => `the ${n} block of Main Street`,
	'a telephone': (n) => `${n} 555 1234`,
	dollars: (n) => `$${n}`,
	euros: (n) => `${n} euros`,
	kilometres: (n) => `${n} km`,
	'an area': (n) => `${n}-square-metre halls`,
	'a temperature': (n) => `${n} K`,
	'a span of time': (n) => `${n} hours`,
	people: (n) => `${n} people`,
	'people with a comma': (n) => `${String(n).replace(/^(\d)/, '$1,')} people`,
	'how many of them': (n) => `${n} of them`,
	'more than so many': (n) => `more than ${n} sheep pens`,
	'a novel': (n) => `the novel ${n}`,
	'a title in Chinese': (n) => `《${n}》`,
	'a page in Chinese': (n) => `第${n}页`,
	'people in Chinese': (n) => `${n}人`,
	'pages in Chinese': (n) => `第${n}-${n + 2}页`,
	'an age in Chinese': (n) => `距今${n}年`,
	'a history in Chinese': (n) => `有${n}年历史`
};

describe('a number that is no year', () => {
	it.each(Object.entries(named))('like that of %s is not read', (_, write) => {
		fc.assert(
			fc.property(number, before, after, (n, left, right) => {
				const text = `${left}${write(n)}${right}`;
				expect({ text, dates: readings(text) }).toEqual({ text, dates: [[], []] });
			})
		);
	});

	it('of any size is no year that has been', () => {
		fc.assert(
			fc.property(fc.integer({ min: 2200, max: 9999 }), (n) => {
				expect(readings(`这里有${n}年的传说`)).toEqual([[], []]);
			})
		);
	});
});

const years: Record<string, (n: number) => string> = {
	'before people who did something': (n) => `In ${n} soldiers came.`,
	'before a street': (n) => `In ${n} Market Street was shut.`,
	'before who': (n) => `In ${n} who could know?`,
	'of a law': (n) => `the Companies Act ${n}`,
	'of a bill': (n) => `the Reform Bill ${n}`,
	'of rules': (n) => `the Shipping Regulations ${n}`,
	'of a citation': (n) => `(Smith ${n}, p. 12)`,
	'of a first flight': (n) => `its first flight ${n}`,
	'of a strike': (n) => `the ${n} workers' strike`,
	'after a place': (n) => `Notting Hill ${n}`,
	'with a letter': (n) => `(Smith, ${n}a)`,
	'of a copyright': (n) => `Copyright (c) ${n} Ann Court`,
	'before a number after a comma': (n) => `in ${n},300 people came`,
	'in Chinese': (n) => `${n}年历史上最冷的一天`
};

it.each(Object.entries(years))('a year %s is one', (_, write) => {
	fc.assert(
		fc.property(notRound, (n) => {
			const text = write(n);
			expect({ text, dates: readings(text) }).toEqual({ text, dates: [[`${n}`], [`${n}`]] });
		})
	);
});

it('a heading and an issue are of a year', () => {
	expect(readings('## 1984')[0]).toEqual(['1984']);
	expect(readings('vol. 3, no. 12, 1984')[0]).toEqual(['1984']);
});

it('a digest of signs holds no year', () => {
	expect(readings('70c1239, 0c2050a15, ca801461c5, c98fee, ca782fb')).toEqual([[], []]);
	expect(readings('[2016,2017]')[0]).toEqual(['2016', '2017']);
});

it('what stands beside a number is looked at on both sides', () => {
	expect(isNumbered('1984', 'in room ', '')).toBe(true);
	expect(isNumbered('1984', 'in ', ' of that room')).toBe(false);
	expect(isNumbered('1984', '', ' Park Avenue')).toBe(true);
	expect(isNumbered('1984', 'since ', ' Park Avenue')).toBe(false);
});

it('a title holds what stands between its marks', () => {
	expect(inTitle('看了《', '》')).toBe(true);
	expect(inTitle('《一》和', '《二》')).toBe(false);
	expect(readings('《今天》, 《八月》, 《明天会更好》')).toEqual([[], []]);
	expect(readings('《2023年报告》')).toEqual([['2023'], ['2023']]);
});
