/** Figures for tests of charts, from a shipped story or made up, and what is wrong with a chart. */
import type { ChartLayout } from '../../src/lib/layout/chart.ts';
import { numeralWidth } from '../../src/lib/layout/numeralWidth.ts';
import { crosses } from '../../src/lib/layout/chartSpot.ts';
import type { Box } from '../../src/lib/layout/parts.ts';
import { textWidth } from '../../src/lib/layout/textWidth.ts';
import type { FigureItem, LocalStory } from '../../src/lib/view/local.ts';
import { readStory } from './story.ts';

const known = new Map<string, LocalStory>();

/** The first story in one of its languages. */
export function realStory(lang: string): LocalStory {
	if (!known.has(lang)) known.set(lang, readStory('data/silicon-valley-turns', lang));
	return known.get(lang)!;
}

export const realFigures = (lang: string): FigureItem[] =>
	realStory(lang).items.flatMap((item) => (item.kind === 'figure' ? [item] : []));

/** A figure with no more than a chart needs. */
export function figure(part: Partial<FigureItem>): FigureItem {
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
	const rest = { actors: [], sides: [], importance: 2, scene: 's', told: 0, sources: [], unit: '' };
	return { ...base, ...rest, chart: 'bars', date: { ...date, basis: 'stated' }, rows: [], ...part };
}

/** Boxes of the texts as drawn, computed independently of the layout. */
export const textBoxes = (chart: ChartLayout): Box[] =>
	chart.texts.map(({ x, y, text, size, anchor, face }) => {
		const width = face ? numeralWidth(text, size) : textWidth(text, size);
		const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
		return { x: left, y: y - size * 0.75, width, height: size * 0.95 };
	});

const overlap = (a: Box, b: Box) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

/** What is wrong with a chart, in words; empty if nothing is. */
export function faults(chart: ChartLayout): string[] {
	const texts = textBoxes(chart);
	const segments = [...chart.lines, ...chart.grid, ...chart.strokes.flatMap(({ segments }) => segments)];
	const discs = chart.points.map(({ x, y, r }): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
	const filled = [...chart.bars, ...chart.pieces, ...chart.outlines, ...discs];
	const ends = segments.map(({ x1, y1, x2, y2 }): Box => ({
		x: Math.min(x1, x2),
		y: Math.min(y1, y2),
		width: Math.abs(x2 - x1),
		height: Math.abs(y2 - y1)
	}));
	const inside = ({ x, y, width, height }: Box) =>
		[x, y, width, height].every(Number.isFinite) &&
		x >= -0.5 &&
		y >= -0.5 &&
		x + width <= chart.width + 0.5 &&
		y + height <= chart.height + 0.5;
	const found: string[] = [];
	for (const box of [...texts, ...filled, ...ends]) if (!inside(box)) found.push(`outside: ${JSON.stringify(box)}`);
	texts.forEach((box, index) => {
		const name = chart.texts[index].text;
		texts.slice(0, index).forEach((other, place) => {
			if (overlap(box, other)) found.push(`“${name}” over “${chart.texts[place].text}”`);
		});
		if (filled.some((one) => overlap(box, one))) found.push(`“${name}” over a bar or a point`);
		const within = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
		if (segments.some((one) => crosses(one, within))) found.push(`“${name}” over a line`);
	});
	return found;
}
