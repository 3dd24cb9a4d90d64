import { groups } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, figure, realFigures, textBoxes } from '../../../tests/support/figures.ts';
import { strings } from '../text/strings.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import { splitAmount } from '../view/numbers.ts';
import { layoutChart, type ChartLayout } from './chart.ts';
import { textWidth } from './textWidth.ts';

const sides: LocalSide[] = [
	{ id: 'us', name: 'United States', colour: 'blue' },
	{ id: 'china', name: 'China', colour: 'vermilion' },
	{ id: 'others', name: 'Others', colour: 'ink' }
];
const langs = ['en', 'zh-Hans'];

const real = (lang: string, id: string) => realFigures(lang).find((one) => one.id === id)!;

const phrase = (most: number) =>
	fc
		.array(
			fc.constantFrom(
				'Llama',
				'Qwen',
				'a',
				'(Meta)',
				'incomprehensibilities',
				'美国同类模型',
				'“思考”',
				'的成本，',
				'40%',
				'over'
			),
			{ minLength: 1, maxLength: most }
		)
		.map((words) => words.join(' '));
const amount = fc.oneof(
	fc.constantFrom(0, 1, 0.5, 1e10),
	fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
	fc.integer({ min: 0, max: 1e9 })
);
const row: fc.Arbitrary<FigureRow> = fc.record({
	label: phrase(8),
	group: fc.constantFrom(undefined, undefined, 'Early 2024', '2025年10月'),
	value: amount,
	text: phrase(3),
	unit: fc.constantFrom('', '', 'downloads', '次下载'),
	qualifier: fc.constantFrom(undefined, undefined, 'over', 'under', 'about', 'nearly', 'down-to'),
	computed: fc.constantFrom(undefined, undefined, true as const),
	side: fc.constantFrom(undefined, 'us', 'china', 'nowhere')
});
const wording = { lang: 'en', amount: '{n}', ...strings('en').ui.chart, computed: 'computed' };
/** Any figure, but with the words of a real one where `short` is set; a whole that the parts may or may not exceed. */
const anyFigure = (chart?: FigureItem['chart']) =>
	fc
		.record({
			chart: fc.constantFrom<FigureItem['chart']>(...(chart ? [chart] : (['bars', 'share', 'numbers'] as const))),
			rows: fc.array(row, { minLength: 1, maxLength: 7 }),
			unit: fc.constantFrom('', 'downloads'),
			format: fc.constantFrom('count' as const, 'percent' as const),
			note: fc.option(phrase(12), { nil: undefined }),
			wording: fc.constantFrom(undefined, wording),
			title: phrase(2),
			whole: fc.option(
				fc.record({
					value: fc.oneof(amount, fc.integer({ min: 1, max: 300 })).filter((n) => n > 0),
					qualifier: fc.constantFrom(undefined, 'over' as const),
					text: phrase(2),
					label: phrase(8)
				}),
				{
					nil: undefined
				}
			),
			short: fc.boolean()
		})
		.map(({ short, rows, ...part }) =>
			figure({
				...part,
				rows: short ? rows.map((one) => ({ ...one, label: one.label.slice(0, 9), text: '7%' })) : rows
			})
		);
const width = fc.integer({ min: 240, max: 900 });
const runs = { numRuns: 1000 };

const amounts = (chart: ChartLayout) => chart.bars.filter(({ role }) => role === 'amount');
const words = (chart: ChartLayout, role: string) =>
	chart.texts.filter((text) => text.role === role).map(({ text }) => text);
/** Texts without spaces, since a line break replaces one. */
const bare = (texts: string[]) => texts.join('').replaceAll(' ', '');
/** Rows as drawn, grouped. */
const grouped = (rows: FigureRow[]) => groups(rows, ({ group }) => group).flatMap(([, group]) => group);

describe('any chart', () => {
	it('keeps all inside its frame, and its words off one another, off bars and off lines', () => {
		fc.assert(
			fc.property(anyFigure(), width, (one, width) => {
				expect(faults(layoutChart(one, sides, { width }))).toEqual([]);
			}),
			runs
		);
	});

	it('is the same for the same figure, and leaves that as it was', () => {
		fc.assert(
			fc.property(anyFigure(), width, (one, width) => {
				const before = structuredClone(one);
				const first = layoutChart(one, sides, { width });
				expect(one).toEqual(before);
				expect(layoutChart(one, sides, { width })).toEqual(first);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('bars', () => {
	it('are as long as their amounts, from one line; 2 px at least, and nothing for nothing', () => {
		fc.assert(
			fc.property(anyFigure('bars'), width, (one, width) => {
				const bars = amounts(layoutChart(one, sides, { width }));
				const rows = grouped(one.rows);
				expect(bars).toHaveLength(rows.length);
				expect(new Set(bars.map(({ x }) => x)).size).toBe(1);
				const most = Math.max(...rows.map(({ value }) => value));
				const longest = Math.max(...bars.map((bar) => bar.width));
				rows.forEach(({ value }, index) => {
					const length = value > 0 ? Math.max(2, (value / most) * longest) : 0;
					expect(Math.abs(bars[index].width - length)).toBeLessThan(0.02);
				});
				expect(longest).toSatisfy((px: number) => most === 0 || px > width / 9);
			}),
			runs
		);
	});

	it('stand from top to bottom in the order of their rows, by group, in their sides’ colours', () => {
		fc.assert(
			fc.property(anyFigure('bars'), width, (one, width) => {
				const bars = amounts(layoutChart(one, sides, { width }));
				const colourOf = ({ side }: FigureRow) => sides.find(({ id }) => id === side)?.colour ?? 'ink';
				expect(bars.map(({ colour }) => colour)).toEqual(grouped(one.rows).map(colourOf));
				expect(bars.every(({ y }, index) => index === 0 || y >= bars[index - 1].y + bars[index - 1].height)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it.each(langs)('of the training cost in %s: one hundredth of the other', (lang) => {
		const [kimi, closed] = amounts(layoutChart(real(lang, 'training'), sides, { width: 480 }));
		expect(kimi.width / closed.width).toBeCloseTo(0.01, 3);
		expect([kimi.colour, closed.colour]).toEqual(['vermilion', 'blue']);
	});

	it.each(langs)('of the training cost in %s: what was computed is an outline with a hatch, and says so', (lang) => {
		const { bars, strokes, pieces, texts } = layoutChart(real(lang, 'training'), sides, { width: 480 });
		expect(bars.map(({ fill }) => fill)).toEqual(['solid', 'outline']);
		expect(pieces).toEqual([]);
		expect(strokes.map(({ role, colour, opacity }) => [role, colour, opacity])).toEqual([['hatch', 'blue', 1]]);
		expect(texts.map(({ text }) => text)).toContain(strings(lang).ui.card.computed);
	});

	it.each([
		['en', 'under a third'],
		['zh-Hans', '不到三分之一']
	])('of the cost in %s: a bound, hatched from zero, fading before it, in words', (lang, said) => {
		const { bars, strokes, texts } = layoutChart(real(lang, 'cost'), sides, { width: 480 });
		const [full, bound] = bars;
		expect([full.fill, bound.fill]).toEqual(['solid', 'none']);
		expect(bound.width / full.width).toBeCloseTo(0.333, 3);
		const ends = (one: (typeof strokes)[number]) => Math.max(...one.segments.map(({ x2 }) => x2));
		expect(strokes.every(({ role, colour }) => role === 'hatch' && colour === 'vermilion')).toBe(true);
		expect(Math.max(...strokes.map(ends))).toBeLessThanOrEqual(bound.x + bound.width + 0.01);
		// The hatch fades from left to right.
		const byEnd = [...strokes].sort((a, b) => ends(a) - ends(b)).map(({ opacity }) => opacity);
		expect(byEnd).toEqual([...byEnd].sort((a, b) => b - a));
		expect([byEnd[0], byEnd.at(-1)! < 0.3]).toEqual([1, true]);
		expect(texts.map(({ text }) => text)).toContain(said);
	});

	it('have larger rows where there is height for them, and never more than that', () => {
		fc.assert(
			fc.property(anyFigure('bars'), width, fc.integer({ min: 300, max: 900 }), (figure, width, height) => {
				const [plain, tall] = [layoutChart(figure, sides, { width }), layoutChart(figure, sides, { width, height })];
				const thick = ({ bars }: ChartLayout) => Math.max(0, ...bars.map((bar) => bar.height));
				expect(thick(tall)).toBeGreaterThanOrEqual(thick(plain));
				expect(tall.height).toBeLessThanOrEqual(Math.max(height, plain.height));
				if (plain.height < height / 2 && thick(plain) > 0) expect(thick(tall)).toBeGreaterThan(thick(plain));
			}),
			{ numRuns: 200 }
		);
	});

	it('are not shortened by long words behind a short one', () => {
		const rows = [
			{ label: 'A', value: 1, text: 'about 4.6 million a year', unit: '' },
			{ label: 'B', value: 100, text: '460', unit: '' }
		];
		const chart = layoutChart(figure({ rows }), sides, { width: 480 });
		const last = textBoxes(chart).at(-1)!;
		expect(chart.texts.at(-1)!.text).toBe('460');
		expect(last.x + last.width).toBeCloseTo(480, 1);
	});

	it('leave room for quotation marks one em wide, as a Chinese page has them in any label', () => {
		const rows = [{ label: '“K2” · “V3”', value: 1, text: '1', unit: '' }];
		const { texts } = layoutChart(figure({ rows, title: '模型' }), sides, { width: 480 });
		const name = texts.find(({ text }) => text === rows[0].label)!;
		expect(name.anchor).toBe('end');
		expect(name.x - textWidth(name.text, name.size, true)).toBeGreaterThanOrEqual(-0.01);
	});

	it('say each row’s unit where units differ', () => {
		const base = { group: undefined, side: undefined };
		const rows = [
			{ ...base, label: 'Energy', value: 3, text: '3', unit: 'GWh' },
			{ ...base, label: '人数', value: 2, text: '2万', unit: '人次' }
		];
		const chart = layoutChart(figure({ rows }), sides, { width: 480 });
		expect(words(chart, 'value')).toEqual(['3 GWh', '2万人次']);
		expect(words(chart, 'note')).toEqual([]);
	});
});

describe('a share', () => {
	it('lays its parts in the whole in order, without overlap: from the left, of two the second at the far end', () => {
		fc.assert(
			fc.property(anyFigure('share'), width, (one, width) => {
				const chart = layoutChart(one, sides, { width });
				for (const whole of chart.bars.filter(({ role }) => role === 'rest')) {
					const parts = amounts(chart).filter(({ y }) => y === whole.y);
					parts.reduce((end, part) => {
						const gap = part.x - end;
						expect(gap).toBeGreaterThan(-0.02);
						if (gap > 0.02) expect([parts.length, Math.round(part.x + part.width)]).toEqual([2, width]);
						return part.x + part.width;
					}, 0);
				}
			}),
			runs
		);
	});

	it('gives each part its share of the full width, where none is too small to see', () => {
		const percents = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(percents, fc.integer({ min: 240, max: 900 }), (values, width) => {
				const rows = values.map((value) => ({ label: 'Part', value, text: `${value}%`, unit: '' }));
				const whole = { value: 100, text: '100%', label: 'All' };
				const parts = amounts(layoutChart(figure({ chart: 'share', whole, rows }), sides, { width }));
				expect(parts).toHaveLength(values.length);
				parts.forEach((part, index) => expect(Math.abs(part.width - (values[index] / 100) * width)).toBeLessThan(0.02));
			}),
			{ numRuns: 200 }
		);
	});

	it('still shows what is tiny, even at the far end of a whole that is full', () => {
		const rows = [99.9, 0.04, 0.03, 0.03].map((value) => ({ label: 'Part', value, text: `${value}%`, unit: '' }));
		const whole = { value: 100, text: '100%', label: 'All' };
		const parts = amounts(layoutChart(figure({ chart: 'share', whole, rows }), sides, { width: 480 }));
		expect(parts.slice(1).map((part) => part.width)).toEqual([2, 2, 2]);
		expect(parts[3].x + parts[3].width).toBeLessThanOrEqual(480);
	});

	it.each(langs)('of satellite circuits in %s: a stroke each, 46 and 25 of over 200, past which they fade', (lang) => {
		const one = real(lang, 'circuits');
		const chart = layoutChart(one, sides, { width: 480 });
		const step = 480 / 220;
		expect(amounts(chart).map((part) => part.width)).toEqual(
			[46 * step, 25 * step].map((px) => Math.round(px * 100) / 100)
		);
		const [us, japan, rest, ...more] = chart.strokes;
		expect([us, japan, rest].map(({ segments }) => segments.length)).toEqual([46, 25, 129]);
		expect([us.colour, japan.colour]).toEqual(['blue', 'ink']);
		expect(more).toHaveLength(20);
		more.forEach(({ opacity }, index) => expect(opacity).toBeLessThan(index ? more[index - 1].opacity : rest.opacity));
		const xs = chart.strokes.flatMap(({ segments }) => segments.map(({ x1 }) => x1));
		xs.slice(1).forEach((x, index) => expect(Math.abs(x - xs[index] - step)).toBeLessThan(0.03));
		const said = bare(chart.texts.map(({ text }) => text));
		for (const { label, text } of [one.whole!, ...one.rows]) {
			expect(said).toContain(bare([label]));
			expect(said).toContain(bare([text]));
		}
	});

	it.each([
		['en', ['Qwen, over 40%', 'not said', 'Meta, down to 15%']],
		['zh-Hans', ['Qwen，超过40%', '文中未提', 'Meta，降至15%']]
	])('of derivatives in %s: words under the parts, and what is not said between', (lang, said) => {
		const chart = layoutChart(real(lang, 'derivatives'), sides, { width: 480 });
		const [qwen, meta] = amounts(chart);
		expect([qwen.x, qwen.width, meta.x, meta.width]).toEqual([0, 192, 408, 72]);
		const under = said.map((text) => chart.texts.find((one) => one.text === text)!);
		expect(new Set(under.map(({ y }) => y)).size).toBe(1);
		expect(under.map(({ colour }) => colour)).toEqual(['vermilion', 'soft', 'blue']);
		const [left, middle, right] = under.map((one) => textBoxes({ ...chart, texts: [one] })[0]);
		expect(left.x).toBeCloseTo(0, 1);
		expect(right.x + right.width).toBeCloseTo(480, 0);
		expect(middle.x).toBeGreaterThan(192);
		expect(middle.x + middle.width).toBeLessThan(408);
		expect(under[0].y).toBeGreaterThan(qwen.y + qwen.height);
	});

	it('that is “over” ends at a stroke, and fades past it; what is “down to” is cut', () => {
		const { pieces, strokes, bars } = layoutChart(real('en', 'derivatives'), sides, { width: 480 });
		expect(bars.map(({ fill }) => fill)).toEqual(['solid', 'solid', 'solid']);
		expect(strokes.map(({ role, segments }) => [role, segments[0].x1])).toEqual([['bound', 192]]);
		expect(pieces[0].x).toBe(192);
		expect(pieces.every(({ colour, x, width }) => colour === 'vermilion' && x + width <= 408)).toBe(true);
		pieces.slice(1).forEach(({ opacity }, index) => expect(opacity).toBeLessThan(pieces[index].opacity));
	});

	it('that is “nearly” so much fades before its stroke', () => {
		const { pieces, strokes, bars } = layoutChart(real('en', 'visa'), sides, { width: 480 });
		expect(amounts({ bars } as ChartLayout).map(({ width, fill }) => [width, fill])).toEqual([[288, 'none']]);
		expect(strokes.map(({ role, segments }) => [role, segments[0].x1])).toEqual([['bound', 288]]);
		expect(Math.max(...pieces.map(({ x, width }) => x + width))).toBeCloseTo(288, 1);
		expect(pieces[0]).toMatchObject({ x: 0, opacity: 1 });
	});

	it('lists its parts with a key where words find no room under them', () => {
		const rows = ['Qwen', 'Llama', 'Mistral'].map((name) => ({
			label: `Derived from ${name}`,
			value: 3,
			text: 'about 3%',
			unit: '',
			side: 'us'
		}));
		const whole = { value: 100, text: '100%', label: 'All' };
		const chart = layoutChart(figure({ chart: 'share', whole, rows }), sides, { width: 480 });
		const keys = chart.bars.filter(({ role }) => role === 'key');
		expect(keys.map(({ colour }) => colour)).toEqual(['blue', 'blue', 'blue']);
		const labels = chart.texts.filter(({ text }) => text.startsWith('Derived'));
		expect(labels.map(({ text }) => text)).toEqual(rows.map(({ label }) => label));
		labels.forEach(({ y }, index) => expect(Math.abs(keys[index].y + keys[index].height - y)).toBeLessThan(4));
		expect(chart.seams).toHaveLength(2);
	});

	it('tells in words what is counted in something else, and draws no part of it', () => {
		const rows = [
			{ label: 'Without a visa', value: 60, text: 'nearly 60%', unit: '' },
			{ label: 'In all', value: 17.446, text: '17.446 million', unit: 'entries' }
		];
		const whole = { value: 100, text: '100%', label: 'entries by foreigners' };
		const chart = layoutChart(figure({ chart: 'share', whole, rows }), sides, { width: 480 });
		expect(amounts(chart).map((part) => part.width)).toEqual([288]);
		expect(words(chart, 'value')).toContain('17.446 million entries');
	});
});

describe('numbers', () => {
	it.each(langs)('of the licence in %s: large, beside each other, each with its label, no bars', (lang) => {
		const one = real(lang, 'licence');
		const chart = layoutChart(one, sides, { width: 560 });
		expect(chart.bars).toEqual([]);
		const large = chart.texts.filter(({ face }) => face === 'serif');
		expect(large.map(({ text }) => text)).toEqual(one.rows.map(({ text }) => splitAmount(text).numeral));
		expect(large.every(({ size }) => size === 52)).toBe(true);
		expect(large[0].y).toBe(large[1].y);
		expect(large[1].x).toBeGreaterThan(large[0].x + 150);
		for (const { label } of one.rows) {
			const under = chart.texts.find(({ text }) => text === label)!;
			expect(under.y).toBeGreaterThan(large[0].y);
		}
		expect(bare(chart.texts.map(({ text }) => text))).toContain(bare([one.rows[0].unit]));
	});

	it('stand under each other where there is no room', () => {
		const large = layoutChart(real('en', 'licence'), sides, { width: 260 }).texts.filter(({ face }) => face);
		expect(large[1].x - large[0].x).toBeLessThan(30);
		expect(large[1].y).toBeGreaterThan(large[0].y + 50);
	});

	it.each(langs)('of the valuations in %s: two that are equal, as type', (lang) => {
		const chart = layoutChart(real(lang, 'valuations'), sides, { width: 480 });
		const [a, b] = chart.texts.filter(({ face }) => face);
		expect([a.text, a.size, a.y]).toEqual([b.text, b.size, b.y]);
		expect([...chart.bars, ...chart.strokes]).toEqual([]);
	});

	it('take their sides’ colours, the ink of the text where a row has none', () => {
		const rows = ['china', undefined].map((side) => ({ label: 'Users', value: 1, text: '1', unit: '', side }));
		const chart = layoutChart(figure({ chart: 'numbers', rows }), sides, { width: 300 });
		expect(chart.texts.filter(({ role }) => role === 'value').map(({ colour }) => colour)).toEqual([
			'vermilion',
			'text'
		]);
	});
});

describe.each(langs)('the story’s figures in %s', (lang) => {
	const all = realFigures(lang).flatMap((one) => [300, 360, 480, 640].map((width) => ({ name: one.id, width, one })));

	it.each(all)('$name at $width px: nothing collides, no word is cut', ({ one, width }) => {
		const chart = layoutChart(one, sides, { width });
		expect(faults(chart)).toEqual([]);
		const all = chart.texts
			.map(({ text }) => text)
			.join('')
			.replaceAll(' ', '');
		// The words of a line chart are tested in chartLine.test.ts.
		for (const { label, text, unit } of one.chart === 'line' ? [] : one.rows)
			for (const words of [label, text, one.whole ? '' : unit]) expect(all).toContain(words.replaceAll(' ', ''));
		expect(all).not.toContain('…');
	});
});
