/** A figure as a native chart, drawn by a program from its numbers, with text around it in the figure’s own words. */
import { fill } from '../../text/fill.ts';
import type { FigureItem, FigureRow } from '../../view/local.ts';
import { amountLines, rowInk, rowName, type Texts } from './amounts.ts';
import { lineChart } from './chartLine.ts';
import {
	least,
	type Box,
	type NativeChart,
	type Paragraph,
	type PointLabel,
	type Series,
	type SlidePart
} from './parts.ts';
import { heightOf, short, wide } from './setBox.ts';
import { wrapText } from '../../layout/textWidth.ts';

/** Size of type in a chart. */
const size = 13;
const gap = 8;

/** “of …”, or the unit that all amounts share, given once under the title. */
function underTitle({ chart, rows, whole, unit, wording }: FigureItem): string {
	if (chart === 'share' && whole) {
		if (/^100\s?%$/.test(whole.text) || !whole.text) return whole.label;
		return wording && whole.label
			? fill(wording.counted, { label: whole.label, amount: whole.text })
			: [whole.text, whole.label].filter(Boolean).join(' ');
	}
	return chart !== 'numbers' && rows.every((row) => row.unit === unit) ? unit : '';
}

/** Title and note of a figure, with their heights in points. */
function frameOf(figure: FigureItem, width: number) {
	const under = underTitle(figure);
	const head: Paragraph[] = [
		short({ runs: [{ text: figure.title, bold: true }], size: 15, face: 'sans', leading: 1.28 }, width, 2),
		...(under ? [short(text(under), width, 2)] : [])
	];
	const foot: Paragraph[] = figure.note ? [short(text(figure.note), width, 4)] : [];
	return { head, foot, headHeight: heightOf(head, width), footHeight: foot.length ? heightOf(foot, width) + 4 : 0 };
}

const text = (words: string): Paragraph => ({
	runs: [{ text: words, ink: 'ink2' }],
	...{ size: least, face: 'sans', leading: 1.35, before: 1 }
});

/** Minimum and maximum height: legible, but no larger than needed. */
export function roomOf(figure: FigureItem, story: Texts, width: number): { from: number; to: number } {
	const { headHeight, footHeight } = frameOf(figure, width);
	const rest = headHeight + footHeight + gap;
	const rows = figure.rows.length;
	const [from, to] = {
		bars: [rows * (figure.rows.some(({ computed }) => computed) ? 34 : 24), rows * 64],
		share: [groupsOf(figure).length * 40 + 56, groupsOf(figure).length * 110 + 56],
		line: [130, 300],
		numbers: [numberRows(figure, story, width).height, numberRows(figure, story, width).height + 4]
	}[figure.chart];
	return { from: rest + from, to: rest + Math.max(from, to) };
}

/** Title, chart and note of a figure, laid out in a box. */
export function layoutFigure(figure: FigureItem, story: Texts, box: Box): SlidePart[] {
	const { head, foot, headHeight, footHeight } = frameOf(figure, box.width);
	const { x, width } = box;
	const own = { x, width, y: box.y + headHeight + gap, height: box.height - headHeight - footHeight - gap };
	return [
		{ type: 'text', name: figure.title, x, y: box.y, width, height: headHeight, paragraphs: head },
		...(figure.chart === 'numbers'
			? numberRows(figure, story, width, own).parts
			: [
					{
						type: 'chart' as const,
						name: `${figure.title} ▥`,
						alt: chartAlt(figure, story),
						...own,
						chart: nativeChart(figure, story, own)
					}
				]),
		...(foot.length
			? [
					{
						type: 'text' as const,
						name: `${figure.title} *`,
						...{ x, y: box.y + box.height - footHeight + 4, width, height: footHeight - 4, paragraphs: foot }
					}
				]
			: [])
	];
}

function nativeChart(figure: FigureItem, story: Texts, box: { width: number; height: number }): NativeChart {
	if (figure.chart === 'line') return lineChart(figure, story, box);
	return figure.chart === 'share' ? shareChart(figure, story, box) : barChart(figure, story, box);
}

/** Alternative text of a figure: every amount in its own words. */
const chartAlt = (figure: FigureItem, story: Texts): string =>
	[
		figure.title,
		...figure.rows.map((row) => {
			const what = [row.date?.label, rowName(row, story)].filter(Boolean).join(story.ui.list.apposition);
			return `${what}${story.ui.list.colon}${amountLines(row, figure, true).join(story.ui.list.apposition)}`;
		}),
		underTitle(figure)
	]
		.filter(Boolean)
		.join(story.ui.list.semicolon);

function barChart(figure: FigureItem, story: Texts, { width, height }: { width: number; height: number }): NativeChart {
	const { rows } = figure;
	const names = rows.map((row) => rowName(row, story));
	// A long name takes two lines, which the program breaks itself.
	const left = Math.min(width * 0.36, Math.max(...names.map((name) => wide(name, size))) + 6) + gap;
	const across = width - left;
	const labels = rows.map((row): PointLabel => {
		const lines = amountLines(row, figure).flatMap((line) => wrapText(line, size * 1.1, across * 0.5, 3));
		return { lines, at: 'after', ink: 'ink', bold: false };
	});
	// Bars are as long as possible with room for their labels behind them.
	const to = Math.max(
		...rows.map(({ value }, index) => {
			const room = across - gap - Math.max(...labels[index].lines.map((line) => wide(line, size)));
			return (value * across) / Math.max(room, across * 0.2);
		})
	);
	return {
		form: 'bars',
		categories: names,
		series: [
			{
				name: figure.title,
				values: rows.map(({ value }) => value),
				ink: rowInk(rows[0], story),
				inks: rows.map((row) => rowInk(row, story)),
				labels
			}
		],
		...{ from: 0, to: to || 1, size, fill: height / rows.length > 44 ? 0.56 : 0.7 },
		plot: { x: left / width, y: 0.01, width: 1 - left / width, height: 0.98 }
	};
}

const groupsOf = ({ rows }: FigureItem): string[] => [...new Set(rows.map(({ group }) => group ?? ''))];

/** Parts of a whole, and the remainder: one bar for each group, with a legend. */
function shareChart(
	figure: FigureItem,
	story: Texts,
	{ width, height }: { width: number; height: number }
): NativeChart {
	const { rows, wording, format } = figure;
	const groups = groupsOf(figure);
	const whole =
		figure.whole?.value ?? Math.max(...groups.map((group) => total(rows.filter((row) => (row.group ?? '') === group))));
	const names = [...new Set(rows.map(({ label }) => label))];
	const alone = groups.length === 1;
	const template = format === 'count' ? wording?.counted : wording?.part;
	const seen = new Set<string>();
	const series = names.map((name): Series => {
		const own = groups.map((group) => rows.find((row) => row.label === name && (row.group ?? '') === group));
		const first = own.find((row) => row !== undefined)!;
		const amount = amountLines(first, figure, true).join(story.ui.list.apposition);
		const ink = rowInk(first, story);
		const lighter = seen.has(ink);
		seen.add(ink);
		return {
			name: alone ? (template ? fill(template, { label: name, amount }) : `${name} ${amount}`) : name,
			values: own.map((row) => row?.value ?? null),
			ink,
			lighter,
			labels: own.map((row): PointLabel | null =>
				row && !alone && (row.value / whole) * width > wide(row.text, size) + 2 * gap
					? { lines: [row.text], at: 'within', ink: 'paper' }
					: null
			)
		};
	});
	const rest = groups.map((_, at) =>
		Math.max(0, whole - series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
	);
	// Rounded, since an editor sees these numbers: no 0.30000000000000004.
	const unsaid: Series = {
		name: wording?.unsaid ?? story.ui.chart.unsaid,
		values: rest.map((value) => Number(value.toPrecision(12))),
		ink: 'rule',
		labels: rest.map(() => null)
	};
	const left = alone ? 0 : Math.min(width * 0.3, Math.max(...groups.map((group) => wide(group, size))) + gap);
	const named = [...series, unsaid].reduce((sum, { name }) => sum + wide(name, size) + 30, 0);
	const legend = 14 + 20 * Math.ceil(named / width);
	return {
		form: 'share',
		categories: alone ? [figure.title] : groups,
		series: rest.some((value) => value > whole * 0.005) ? [...series, unsaid] : series,
		...{ from: 0, to: whole || 1, size, fill: 0.86 },
		plot: { x: left / width, y: 0.02, width: 1 - left / width, height: Math.max(0.3, 1 - legend / height) - 0.02 }
	};
}

const total = (rows: readonly FigureRow[]) => rows.reduce((sum, { value }) => sum + value, 0);

/** Amounts that share no scale are set large, as editable text. */
function numberRows(figure: FigureItem, story: Texts, width: number, at: Partial<Box> = {}) {
	const across = Math.min(figure.rows.length, 3);
	const wideEach = (width - 24 * (across - 1)) / across;
	const made = figure.rows.map((row) => {
		const [amount, ...others] = amountLines(row, figure, true);
		const large = [30, 26, 22, 18].find((one) => wide(amount, one, true) <= wideEach) ?? 16;
		const room = (lines: number) => [wideEach, lines] as const;
		const paragraphs: Paragraph[] = [
			short(
				{ runs: [{ text: amount, bold: true, ink: rowInk(row, story) }], size: large, face: 'serif', leading: 1.15 },
				...room(2)
			),
			short(
				{
					runs: [{ text: [rowName(row, story), ...others].join(story.ui.list.apposition) }],
					size,
					face: 'sans',
					leading: 1.3
				},
				...room(3)
			)
		];
		return { paragraphs, height: heightOf(paragraphs, wideEach) };
	});
	const tall = Math.max(...made.map(({ height }) => height));
	const parts = made.map(({ paragraphs, height }, index): SlidePart => ({
		type: 'text',
		name: `${figure.title} ${index + 1}`,
		x: (at.x ?? 0) + (index % across) * (wideEach + 24),
		y: (at.y ?? 0) + Math.floor(index / across) * (tall + 10),
		...{ width: wideEach, height, paragraphs }
	}));
	return { parts, height: Math.ceil(figure.rows.length / across) * (tall + 10) - 10 };
}
