import { readFileSync } from 'node:fs';
import { groups } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Actor, Figure } from '../story/model.ts';
import { strings } from '../text/strings.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import { wordNumber } from '../view/numbers.ts';
import { layoutChart, type ChartLayout } from './chart.ts';
import type { Box } from './parts.ts';
import { textWidth } from './textWidth.ts';

const sides: LocalSide[] = [
	{ id: 'us', name: 'United States', colour: 'blue' },
	{ id: 'china', name: 'China', colour: 'vermilion' },
	{ id: 'others', name: 'Others', colour: 'ink' }
];
const langs = ['en', 'zh-Hans'];

function figure(part: Partial<FigureItem>): FigureItem {
	const date = {
		edtf: '2025',
		label: '2025',
		min: 0,
		max: 1,
		at: 0,
		interval: false,
		softStart: false,
		softEnd: false
	};
	const base = { ref: 'figure-x' as const, id: 'x', kind: 'figure' as const, title: '', summary: '', about: [] };
	const rest = {
		actors: [],
		sides: [],
		importance: 2,
		scene: 's',
		told: 0,
		sources: [],
		chart: 'bars' as const,
		unit: ''
	};
	return { ...base, ...rest, date: { ...date, basis: 'stated' }, rows: [], ...part };
}

/** The figures of the story at hand, in one language. */
function realFigures(lang: string): FigureItem[] {
	const read = (file: string) => parse(readFileSync(`data/silicon-valley-turns/${file}.yaml`, 'utf8'));
	const sideOf = new Map((read('actors') as Actor[]).map(({ id, side }) => [id, side]));
	const { ui } = strings(lang);
	return (read('figures') as Figure[]).map(({ id, chart, title, summary, unit, format = 'count', whole, rows }) =>
		figure({
			id,
			chart,
			title: title[lang],
			summary: summary[lang],
			unit: unit?.[lang] ?? '',
			whole: whole && {
				value: whole.value,
				text: wordNumber(whole.value, format, whole.qualifier ?? 'exactly', lang, ui),
				label: whole.label[lang]
			},
			rows: rows.map((row) => ({
				label: row.label[lang],
				group: row.group?.[lang],
				value: row.value,
				text: wordNumber(row.value, row.format ?? format, row.qualifier ?? 'exactly', lang, ui),
				unit: (row.unit ?? unit)?.[lang] ?? '',
				side: row.actor && sideOf.get(row.actor)
			}))
		})
	);
}
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
	side: fc.constantFrom(undefined, 'us', 'china', 'nowhere')
});
/** Any figure, but with the words of a real one where `short` says so; a whole that the parts may or may not exceed. */
const anyFigure = (chart?: FigureItem['chart']) =>
	fc
		.record({
			chart: fc.constantFrom<FigureItem['chart']>(...(chart ? [chart] : (['bars', 'share', 'numbers'] as const))),
			rows: fc.array(row, { minLength: 1, maxLength: 7 }),
			unit: fc.constantFrom('', 'downloads'),
			title: phrase(2),
			whole: fc.option(fc.record({ value: amount.filter((n) => n > 0), text: phrase(2), label: phrase(8) }), {
				nil: undefined
			}),
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

/** Boxes of texts as drawn, made independently of the layout. */
const textBoxes = (chart: ChartLayout): Box[] =>
	chart.texts.map(({ x, y, text, size, anchor }) => {
		const wide = textWidth(text, size);
		return { x: anchor === 'end' ? x - wide : x, y: y - size * 0.8, width: wide, height: size };
	});
const overlap = (a: Box, b: Box) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

/** What is wrong with a chart, in words; empty where nothing is. */
function faults(chart: ChartLayout): string[] {
	const texts = textBoxes(chart);
	const lines = chart.lines.map(({ x1, y1, x2, y2 }) => ({ x: x1 - 0.5, y: y1, width: x2 - x1 + 1, height: y2 - y1 }));
	const inside = ({ x, y, width, height }: Box) =>
		[x, y, width, height].every(Number.isFinite) &&
		x >= -0.5 &&
		y >= -0.5 &&
		x + width <= chart.width + 0.5 &&
		y + height <= chart.height + 0.5;
	const found: string[] = [];
	for (const box of [...texts, ...chart.bars, ...chart.outlines, ...lines])
		if (!inside(box)) found.push(`outside: ${JSON.stringify(box)}`);
	texts.forEach((box, index) => {
		const name = chart.texts[index].text;
		texts.slice(0, index).forEach((other, place) => {
			if (overlap(box, other)) found.push(`“${name}” over “${chart.texts[place].text}”`);
		});
		for (const bar of [...chart.bars, ...chart.outlines]) if (overlap(box, bar)) found.push(`“${name}” over a bar`);
		for (const line of lines) if (overlap(box, line)) found.push(`“${name}” over a line`);
	});
	return found;
}

const amounts = (chart: ChartLayout) => chart.bars.filter(({ role }) => role === 'amount');
const words = (chart: ChartLayout, role: string) =>
	chart.texts.filter((text) => text.role === role).map(({ text }) => text);
/** Without the spaces that a line’s end takes the place of. */
const bare = (texts: string[]) => texts.join('').replaceAll(' ', '');
/** Rows as drawn: those of a group together. */
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

	it.each([
		['en', ['Early 2024', 'October 2025']],
		['zh-Hans', ['2024年初', '2025年10月']]
	])('of the downloads in %s: four on one scale, in two groups, half a million still to be seen', (lang, dates) => {
		const one = real(lang, 'downloads');
		const chart = layoutChart(one, sides, { width: 480 });
		const lengths = amounts(chart).map((bar) => bar.width);
		expect(lengths[1]).toBe(2);
		expect(lengths[3] / lengths[2]).toBeCloseTo(385.3 / 346.2, 3);
		expect(lengths[3] / lengths[0]).toBeCloseTo(385.3 / 10.6, 0);
		expect(lengths[3]).toBeGreaterThan(240);
		expect(amounts(chart).map(({ colour }) => colour)).toEqual(['blue', 'vermilion', 'blue', 'vermilion']);
		expect(words(chart, 'group')).toEqual(dates);
		expect(words(chart, 'note')).toEqual([one.unit]);
		expect(words(chart, 'value')).toEqual(one.rows.map(({ text }) => text));
		// A group’s heading stands between the bars of the one before and its own.
		const [first, second] = chart.texts.filter(({ role }) => role === 'group').map(({ y }) => y);
		const tops = amounts(chart).map(({ y }) => y);
		const down = [first, tops[0], tops[1], second, tops[2], tops[3]];
		expect([...down].sort((a, b) => a - b)).toEqual(down);
	});

	it.each(langs)('of the training cost in %s: one hundredth of the other', (lang) => {
		const [kimi, closed] = amounts(layoutChart(real(lang, 'training'), sides, { width: 480 }));
		expect(kimi.width / closed.width).toBeCloseTo(0.01, 3);
		expect([kimi.colour, closed.colour]).toEqual(['vermilion', 'blue']);
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
	it('lays its parts in the whole from the left, in order, without overlap', () => {
		fc.assert(
			fc.property(anyFigure('share'), width, (one, width) => {
				const chart = layoutChart(one, sides, { width });
				for (const outline of chart.outlines) {
					const parts = amounts(chart).filter(({ y }) => Math.abs(y + 0.5 - outline.y) < 0.1);
					parts.reduce((end, part) => {
						expect(Math.abs(part.x - end)).toBeLessThan(0.02);
						return part.x + part.width;
					}, 0);
				}
				expect(chart.outlines).toHaveLength(new Set(one.rows.map(({ group }) => group)).size);
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

	it.each(langs)('of satellite circuits in %s: 46 and 25 of 200, the rest left empty', (lang) => {
		const one = real(lang, 'circuits');
		const chart = layoutChart(one, sides, { width: 480 });
		const parts = amounts(chart);
		expect(parts.map((part) => part.width)).toEqual([(46 / 200) * 480, (25 / 200) * 480]);
		expect(parts.map(({ colour }) => colour)).toEqual(['blue', 'ink']);
		expect(chart.outlines).toEqual([{ x: 0.5, y: parts[0].y + 0.5, width: 479, height: parts[0].height - 1 }]);
		expect(words(chart, 'value')).toEqual([one.whole!.text, '46', '25']);
		expect(bare(words(chart, 'label'))).toBe(bare([one.whole!.label, ...one.rows.map(({ label }) => label)]));
	});

	it.each(langs)('of derivatives in %s: words begin under their parts', (lang) => {
		const chart = layoutChart(real(lang, 'derivatives'), sides, { width: 480 });
		const [qwen, meta] = amounts(chart);
		expect([qwen.width, meta.width]).toEqual([192, 72]);
		const under = (text: string) => chart.texts.find((one) => one.text === text)!;
		const [over40, down15] = real(lang, 'derivatives').rows.map(({ text }) => under(text));
		for (const [part, text] of [
			[qwen, over40],
			[meta, down15]
		] as const) {
			expect(text.x - part.x).toBeGreaterThan(0);
			expect(text.x - part.x).toBeLessThan(10);
			expect(text.y).toBeGreaterThan(part.y + part.height);
			expect(text.colour).toBe(part.colour);
		}
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
	it.each(langs)('of the licence in %s: large, under each other, each with its label, no bars', (lang) => {
		const one = real(lang, 'licence');
		const chart = layoutChart(one, sides, { width: 480 });
		expect(chart.bars).toEqual([]);
		const [users, dollars] = chart.texts.filter(({ role }) => role === 'value');
		expect([users.text, dollars.text]).toEqual(one.rows.map(({ text }) => text));
		expect(users.size).toBeGreaterThanOrEqual(24);
		expect(words(chart, 'label')).toEqual([one.rows[0].unit, one.rows[0].label, one.rows[1].label]);
		const [usersLabel, dollarsLabel] = one.rows.map(({ label }) => chart.texts.find(({ text }) => text === label)!);
		const down = [users, usersLabel, dollars, dollarsLabel].map(({ y }) => y);
		expect([...down].sort((a, b) => a - b)).toEqual(down);
		expect(new Set(down).size).toBe(4);
	});

	it('take their sides’ colours, ink where a row has none', () => {
		const rows = ['china', undefined].map((side) => ({ label: 'Users', value: 1, text: '1', unit: '', side }));
		const chart = layoutChart(figure({ chart: 'numbers', rows }), sides, { width: 300 });
		expect(chart.texts.filter(({ role }) => role === 'value').map(({ colour }) => colour)).toEqual([
			'vermilion',
			'ink'
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
		for (const { label, text, unit } of one.rows)
			for (const words of [label, text, one.whole ? '' : unit]) expect(all).toContain(words.replaceAll(' ', ''));
		expect(all).not.toContain('…');
	});
});
