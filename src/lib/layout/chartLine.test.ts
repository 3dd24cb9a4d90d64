import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, figure, realFigures } from '../../../tests/support/figures.ts';
import { strings } from '../text/strings.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import { wordNumber, type Qualifier } from '../view/numbers.ts';
import { layoutChart, type ChartLayout, type ChartPoint } from './chart.ts';

const sides: LocalSide[] = ['blue', 'vermilion', 'violet'].map((colour, n) => ({
	id: `side${n}`,
	name: colour,
	colour
}));
const year = 365.2425 * 864e5;

const dateOf = (at: number, label: string) => ({
	edtf: label,
	label,
	min: at,
	max: at,
	at,
	interval: false,
	softStart: false,
	softEnd: false
});

const name = fc.constantFrom(
	'Llama',
	'Qwen',
	'K2',
	'A model with a long name',
	'文心一言',
	'incomprehensibilities',
	'DeepSeek R1'
);
const word = fc.constantFrom(
	'Early 2024',
	'October 2025',
	'2024年初',
	'44 BCE',
	'the end of the Second Punic War',
	'1939'
);
const qualifier = fc.constantFrom<Qualifier>('exactly', 'exactly', 'about', 'over', 'under', 'nearly');
const amount = fc.oneof(
	fc.constantFrom(0, 1, 4e8, 1e12),
	fc.integer({ min: 0, max: 1000 }),
	fc.integer({ min: 0, max: 1e9 }),
	fc.integer({ min: 0, max: 10000 }).map((n) => n / 100)
);

/** One to five lines over two to twelve dates of any magnitude, each line at some of them. */
const anyLine = fc
	.record({
		lang: fc.constantFrom('en', 'zh-Hans'),
		format: fc.constantFrom<FigureItem['format']>('count', 'count', 'usd', 'percent'),
		unit: fc.constantFrom('', 'downloads', '次下载', 'of everything that was ever counted anywhere'),
		note: fc.constantFrom(
			undefined,
			'Somewhere on the way one passes another. The article does not say when: the dotted lines only join its counts.',
			'其间一方超过了另一方。文章没有说是什么时候。'
		),
		names: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
		times: fc.uniqueArray(fc.oneof(fc.integer({ min: -3e6, max: 3e6 }), fc.integer({ min: 1900, max: 2100 })), {
			minLength: 2,
			maxLength: 12
		}),
		words: fc.array(word, { minLength: 12, maxLength: 12 }),
		values: fc.array(fc.tuple(amount, qualifier, fc.integer({ min: 0, max: 3 })), { minLength: 60, maxLength: 60 })
	})
	.map(({ lang, format, unit, note, names, times, words, values }) => {
		const { ui } = strings(lang);
		const sorted = [...times].sort((a, b) => a - b);
		const rows = names.flatMap((label, line): FigureRow[] => {
			const all = sorted.map((time, index): FigureRow => {
				const [value, qualifier] = values[line * 12 + index];
				const text = wordNumber(value, format!, qualifier, lang, ui);
				const side = line < 4 ? `side${line % 3}` : undefined;
				return { label, date: dateOf(time * year, words[index]), value, text, unit, side };
			});
			const some = all.filter((_, index) => values[line * 12 + index][2] > 0);
			return some.length ? some : all;
		});
		const wording = { lang, amount: format === 'count' ? '{n}' : ui.number[format!], ...ui.chart, computed: '' };
		return figure({ chart: 'line', title: 'Downloads', format, unit, note, wording, rows });
	});
const frame = fc.record({
	width: fc.integer({ min: 320, max: 700 }),
	height: fc.option(fc.integer({ min: 300, max: 760 }), { nil: undefined })
});
const runs = { numRuns: 1000 };

/** Points by line, in order of time, as drawn. */
function drawn(one: FigureItem, chart: ChartLayout): { row: FigureRow; point: ChartPoint }[] {
	const names = [...new Set(one.rows.map(({ label }) => label))];
	const rows = names.flatMap((label) =>
		one.rows.filter((row) => row.label === label).sort((a, b) => a.date!.at - b.date!.at)
	);
	expect(chart.points).toHaveLength(rows.length);
	return rows.map((row, index) => ({ row, point: chart.points[index] }));
}

describe('any line chart', () => {
	it('keeps all inside its frame, and its words off one another, off points and off lines', () => {
		fc.assert(
			fc.property(anyLine, frame, (one, frame) => {
				expect(faults(layoutChart(one, sides, frame))).toEqual([]);
			}),
			runs
		);
	});

	it('has its points at their true times, one scale from the first date to the last', () => {
		fc.assert(
			fc.property(anyLine, frame, (one, frame) => {
				const all = drawn(one, layoutChart(one, sides, frame));
				const times = all.map(({ row }) => row.date!.at);
				const [from, to] = [Math.min(...times), Math.max(...times)];
				const xs = all.map(({ point }) => point.x);
				const [left, right] = [Math.min(...xs), Math.max(...xs)];
				if (to > from) expect(right - left).toBeGreaterThan(frame.width * 0.18);
				for (const { row, point } of all) {
					const share = to > from ? (row.date!.at - from) / (to - from) : 0;
					expect(Math.abs(point.x - (left + share * (right - left)))).toBeLessThan(0.02);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('has its points as high as their amounts, from the axis up', () => {
		fc.assert(
			fc.property(anyLine, frame, (one, frame) => {
				const chart = layoutChart(one, sides, frame);
				const all = drawn(one, chart).sort((a, b) => a.row.value - b.row.value);
				const axis = chart.lines.find(({ y1, y2, x1 }) => y1 === y2 && x1 === 0)!.y1;
				const most = all[all.length - 1];
				if (most.row.value > 0) expect(axis - most.point.y).toBeGreaterThan(60);
				for (const { row, point } of all) {
					const share = most.row.value > 0 ? row.value / most.row.value : 0;
					expect(Math.abs(axis - point.y - share * (axis - most.point.y))).toBeLessThan(0.03);
				}
			}),
			{ numRuns: 300 }
		);
	});

	it('names every line, with its last amount, and says its note', () => {
		fc.assert(
			fc.property(anyLine, frame, (one, frame) => {
				const { texts } = layoutChart(one, sides, frame);
				const said = texts
					.map(({ text }) => text)
					.join('')
					.replaceAll(' ', '');
				for (const label of new Set(one.rows.map(({ label }) => label)))
					expect(said).toContain(label.replaceAll(' ', '').slice(0, 4));
				if (one.note) expect(said).toContain(one.note.replaceAll(' ', ''));
			}),
			{ numRuns: 300 }
		);
	});

	it('joins counts by dots alone', () => {
		fc.assert(
			fc.property(anyLine, frame, (one, frame) => {
				const { strokes, points } = layoutChart(one, sides, frame);
				const ends = new Set(points.map(({ x, y }) => `${x} ${y}`));
				for (const { role, dotted, segments } of strokes) {
					expect(['join', 'lead']).toContain(role);
					expect(dotted ?? false).toBe(role === 'join');
					if (role === 'join')
						for (const { x1, y1, x2, y2 } of segments)
							expect([ends.has(`${x1} ${y1}`), ends.has(`${x2} ${y2}`)]).toEqual([true, true]);
				}
			}),
			{ numRuns: 300 }
		);
	});
});

describe.each(['en', 'zh-Hans'])('the downloads in %s', (lang) => {
	const one = realFigures(lang).find(({ id }) => id === 'downloads')!;
	const named = { en: ['Llama 10.6', 'Qwen 0.5'], 'zh-Hans': ['Llama 1060万', 'Qwen 50万'] }[lang]!;
	const large = { en: ['346.2', '385.3'], 'zh-Hans': ['3.462', '3.853'] }[lang]!;
	const scale = {
		en: ['0', '100', '200', '300', '400 million downloads'],
		'zh-Hans': ['0', '1亿', '2亿', '3亿', '4亿次下载']
	}[lang]!;

	it.each([320, 350, 400, 560, 700])('say at %s px all that is known, and no word is cut', (width) => {
		const chart = layoutChart(one, sides, { width });
		expect(faults(chart)).toEqual([]);
		const texts = chart.texts.map(({ text }) => text);
		expect(texts.join('')).not.toContain('…');
		if (width >= 350) expect(texts).toEqual(expect.arrayContaining([...named]));
		expect(texts).toEqual(expect.arrayContaining([...large, ...scale, ...one.rows.map(({ date }) => date!.label)]));
		expect(
			chart.texts
				.filter(({ face }) => face)
				.map(({ text }) => text)
				.sort()
		).toEqual(large);
	});

	it.each([240, 270, 300, 331, 360, 420])('say at %s px how large each amount is that the ticks do not', (width) => {
		for (const height of [undefined, 340]) {
			const texts = layoutChart(one, sides, { width, height }).texts.map(({ text }) => text);
			// A Chinese tick names its own step, so a bare 3.853 would be 3.853; English ticks share the top one's.
			const bare = texts.filter((text, n) => large.some((n) => text.endsWith(n)) && !texts[n + 1]?.startsWith('亿'));
			if (lang === 'zh-Hans') expect(bare).toEqual([]);
			for (const n of large) expect(texts.some((text) => text.includes(n))).toBe(true);
		}
	});

	it('have on a stage their title, and its names in their colours', () => {
		const chart = layoutChart(one, sides, { width: 680, height: 700, titled: true });
		expect(chart.height).toBe(700);
		expect(faults(chart)).toEqual([]);
		expect(chart.texts[0]).toMatchObject({ text: one.title, role: 'title', size: 18, weight: 600 });
		const bold = chart.texts.filter(
			({ role, weight, colour }) => role === 'note' && weight === 600 && colour !== 'text'
		);
		expect(bold.map(({ text }) => text)).toEqual(['Llama', 'Qwen']);
		expect(Math.max(...chart.points.map(({ r }) => r))).toBe(7.5);
	});
});

it('tells two lines of one colour apart by rings', () => {
	const row = (label: string, at: number, value: number): FigureRow => ({
		...{ label, date: dateOf(at * year, String(at)), value, text: String(value), unit: '', side: 'side0' }
	});
	const rows = [row('a', 1, 10), row('a', 2, 20), row('b', 1, 15), row('b', 2, 5)];
	const { points } = layoutChart(figure({ chart: 'line', rows }), sides, { width: 500 });
	expect(points.map(({ hollow }) => hollow)).toEqual([false, false, true, true]);
});
