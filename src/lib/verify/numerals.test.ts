import { describe, expect, it } from 'vitest';
import { readHan } from './numerals/han.ts';
import { findNumbers, sameNumber } from './numerals.ts';

const read = (text: string) =>
	findNumbers(text)
		.filter(({ weak, name }) => !weak && !name)
		.map(({ value, kind, qualifier }) => [Number(value.toPrecision(9)), kind, qualifier]);

describe('numbers in a text', () => {
	it.each([
		['累计下载量为3.853亿次', [[385_300_000, 'count', 'exactly']]],
		['下载量只有50万次', [[500_000, 'count', 'exactly']]],
		['1744.6万人次', [[17_446_000, 'count', 'exactly']]],
		['占总数的近60%', [[60, 'percent', 'nearly']]],
		['占新语言模型的40%以上', [[40, 'percent', 'over']]],
		['份额已降至15%', [[15, 'percent', 'down-to']]],
		[
			'将近四分之一(46条)',
			[
				[25, 'percent', 'nearly'],
				[46, 'count', 'exactly']
			]
		],
		['成本不到美国同类产品三分之一', [[33.3333333, 'percent', 'under']]],
		['200多条卫星电路', [[200, 'count', 'over']]],
		['估值约100亿美元', [[10_000_000_000, 'money', 'about']]],
		[
			'月活用户超1亿,或月收入超2000万美元',
			[
				[100_000_000, 'count', 'over'],
				[20_000_000, 'money', 'over']
			]
		],
		[
			'仅为460万美元,约为其1%',
			[
				[4_600_000, 'money', 'exactly'],
				[1, 'percent', 'about']
			]
		],
		['概率达10%', [[10, 'percent', 'exactly']]],
		['二百三十人', [[230, 'count', 'exactly']]],
		['百分之六十五', [[65, 'percent', 'exactly']]],
		['四成多新模型', [[40, 'percent', 'over']]],
		['六成五', [[65, 'percent', 'exactly']]],
		['三亿五千万', [[350_000_000, 'count', 'exactly']]],
		['385.3 million for Qwen', [[385_300_000, 'count', 'exactly']]],
		['half a million', [[500_000, 'count', 'exactly']]],
		['nearly 60% of all entries', [[60, 'percent', 'nearly']]],
		['more than 200 satellite circuits', [[200, 'count', 'over']]],
		['about $10 billion each', [[1e10, 'money', 'about']]],
		['US$4.6m to train', [[4_600_000, 'money', 'exactly']]],
		['four ground stations', [[4, 'count', 'exactly']]],
		['a one-in-ten chance', [[10, 'percent', 'exactly']]],
		['a fifth lower than', [[20, 'percent', 'exactly']]],
		['one chance in ten of it', [[10, 'percent', 'exactly']]],
		['nine letters out of ten', [[90, 'percent', 'exactly']]],
		['of every ten letters to the Courier nine', [[90, 'percent', 'exactly']]],
		[
			'six men in ten days',
			[
				[6, 'count', 'exactly'],
				[10, 'count', 'exactly']
			]
		],
		['1万2千份', [[12_000, 'count', 'exactly']]],
		['1亿2000万元', [[120_000_000, 'money', 'exactly']]],
		['3万5000人', [[35_000, 'count', 'exactly']]],
		['under a third of it', [[33.3333333, 'percent', 'under']]],
		[
			'an eighth, two-thirds',
			[
				[12.5, 'percent', 'exactly'],
				[66.6666667, 'percent', 'exactly']
			]
		],
		[
			'forty-two people, three hundred ships',
			[
				[42, 'count', 'exactly'],
				[300, 'count', 'exactly']
			]
		],
		['1,060,000 times', [[1_060_000, 'count', 'exactly']]]
	])('%s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});

	it('knows those that belong to a name', () => {
		for (const text of ['Grok 4', 'GPT-5', 'Grok5', 'Wan2.2', 'Qwen3-Coder', 'Sonnet 4.5', '2025OPPO'])
			expect(
				findNumbers(text).filter(({ name }) => !name),
				text
			).toEqual([]);
	});

	it('takes none that has its thousands set apart for a part of a name', () => {
		expect(read('Qwen 385,300,000')).toEqual([[385_300_000, 'count', 'exactly']]);
	});

	it('takes no word for a number', () => {
		expect(read('一些人十分惊讶,百川智能与万象,第一,一成不变,成为')).toEqual([]);
	});
});

it('reads Chinese numerals', () => {
	expect(['十', '十二', '二十', '一百零五', '两千', '一万二千', '二〇二五', '三十亿'].map(readHan)).toEqual([
		10, 12, 20, 105, 2000, 12_000, 2025, 3e9
	]);
});

describe('the same number', () => {
	const [wanted] = findNumbers('17.4 million');
	const [there] = findNumbers('1744.6万');
	it('may be told less exactly in a text, not in a figure', () => {
		expect(sameNumber(wanted, there, false)).toBe(true);
		expect(sameNumber(wanted, there, true)).toBe(false);
		expect(sameNumber(findNumbers('17.5 million')[0], there, false)).toBe(false);
		expect(sameNumber(findNumbers('1744.6')[0], there, false)).toBe(false);
	});
	it('is a fraction to the digits written', () => {
		const [third] = findNumbers('三分之一');
		expect(sameNumber({ value: 33.3, unit: 0.1 }, third, true)).toBe(true);
		expect(sameNumber({ value: 33.4, unit: 0.1 }, third, true)).toBe(false);
	});
});
