/** Names and amounts beside the points of a line chart: a column at each end, amounts between where there is room. */
import { max, sum } from 'd3';
import type { Plot, PlotPoint, Series } from './chartTypes.ts';
import { pitch, type Sheet, type Style } from './chartSheet.ts';
import { isFree, type Obstacles } from './chartSpot.ts';
import type { Box } from './parts.ts';
import { placeRows } from './place.ts';
import { hasCjk } from './textWidth.ts';
import { splitAmount } from '../view/numbers.ts';

/** A column of labels, spread so that none touches another. */
export interface Column {
	width: number;
	height: number;
	draw(plot: Plot, r: number, taken: Obstacles, sheet: Sheet): void;
}

interface Block {
	point: PlotPoint;
	width: number;
	height: number;
	/** @param x its left edge, or its right edge in a column left of the plot */
	draw(x: number, top: number): void;
}

const gap = 8;
/** A label farther from its point than this gets a leader, px. */
const near = 16;

const lastOf = ({ points }: Series) => points[points.length - 1];

/** Ways to label the last points, from generous to terse; the last one always fits a chart with few lines. */
export function lastVariants(series: Series[], sheet: Sheet): Column[] {
	const latest = max(series, (one) => lastOf(one).at)!;
	const { width } = sheet;
	const ways: { numeral: number; unit: 'beside' | 'below' | 'none'; room: number }[] = [
		{ numeral: 28, unit: 'beside', room: 0.28 },
		{ numeral: 24, unit: 'below', room: 0.28 },
		{ numeral: 20, unit: 'none', room: 0.3 },
		{ numeral: 16, unit: 'none', room: 0.3 }
	];
	const columns = ways.flatMap(({ numeral, unit, room }) => {
		const blocks = series.map((one) => lastBlock(one, numeral, unit, width * room, lastOf(one).at < latest, sheet));
		return blocks.every((block) => block.width <= width * room) ? [rightColumn(blocks, series)] : [];
	});
	const terse = (['if needed', 'all', 'never'] as const).map((stacks) =>
		rightColumn(
			series.map((one) => terseBlock(one, width * 0.3, stacks, sheet)),
			series
		)
	);
	return [...columns, ...terse];
}

/** A name, its amount in large type, and the date where this line ends before the others. */
function lastBlock(
	one: Series,
	size: number,
	unit: 'beside' | 'below' | 'none',
	room: number,
	early: boolean,
	sheet: Sheet
): Block {
	const point = lastOf(one);
	const colour = one.colour;
	const name: Style = { role: 'label', size: 14, weight: 600, colour };
	const numeral: Style = { role: 'value', size, weight: 600, face: 'serif', colour };
	const small: Style = { role: 'value', size: unit === 'beside' ? 14 : 13, weight: 400, colour };
	const parts = splitAmount(point.row.text);
	// A Chinese word for a step belongs to its numeral (3.853亿), as on the ticks.
	const whole = unit === 'beside' || (unit === 'none' && hasCjk(parts.after));
	const text = whole ? point.row.text : [parts.before, parts.numeral].filter(Boolean).join(' ');
	const below = [
		...(unit === 'below' ? sheet.wrap(parts.after, small, room, 2) : []),
		...(early ? sheet.wrap(point.row.date!.label, small, room, 2) : [])
	];
	const names = sheet.wrap(one.name, name, room, 2);
	const top = names.length * name.size * pitch;
	return {
		point,
		width: Math.max(sheet.widest(names, name), sheet.amountWidth(text, numeral, small), sheet.widest(below, small)),
		height: top + size * 1.1 + below.length * small.size * pitch,
		draw(x, y) {
			sheet.write(names, x, y, name);
			sheet.amount(text, x, y + top + size * 0.88, numeral, small);
			sheet.write(below, x, y + top + size * 1.1, small);
		}
	};
}

/** A name and its amount in small type, on one line or stacked; the name alone where they may not be and do not fit. */
function terseBlock(one: Series, room: number, stacks: 'if needed' | 'all' | 'never', sheet: Sheet): Block {
	const point = lastOf(one);
	const style: Style = { role: 'label', size: 13, weight: 600, colour: one.colour };
	const both = `${one.name} ${point.bare}`;
	const fits = sheet.width1(both, style) <= room && stacks !== 'all';
	const lines = fits ? [both] : stacked(one.name, stacks === 'never' ? '' : point.bare, style, room, sheet);
	return {
		point,
		width: sheet.widest(lines, style),
		height: lines.length * style.size * pitch,
		draw: (x, y) => void sheet.write(lines, x, y, style)
	};
}

/** An amount is never cut, since it would become a different amount. */
const stacked = (name: string, amount: string, style: Style, room: number, sheet: Sheet) => [
	...sheet.wrap(name, style, room, 1),
	...(amount && sheet.width1(amount, style) <= room ? [amount] : [])
];

function rightColumn(blocks: Block[], series: Series[]): Column {
	const height = sum(blocks, (block) => block.height + gap);
	const width = Math.ceil(max(blocks, (block) => block.width) ?? 0);
	return {
		width,
		height: height - gap,
		draw(plot, r, taken, sheet) {
			const x = plot.right + 20;
			const last = new Set(series.map(lastOf));
			for (const { block, top } of spread(blocks, plot, plot.ceiling)) {
				block.draw(x, top);
				const box = { x, y: top, width: block.width, height: block.height };
				taken.boxes.push(box);
				if (last.has(block.point)) lead(block.point, x - 4, box, r, taken, sheet);
			}
		}
	};
}

/**
 * Names and amounts left of the first points of the lines that begin at the earliest date.
 * @param ticks width of the scale’s labels, which stand left of them, px
 */
export function firstColumn(series: Series[], ticks: number, sheet: Sheet): Column {
	const earliest = Math.min(...series.map(({ points }) => points[0].at));
	const begun = series.filter(({ points }) => points.length > 1 && points[0].at === earliest);
	const style = (colour: string): Style => ({
		role: 'label',
		size: sheet.width < 480 ? 13 : 15,
		weight: 600,
		colour,
		anchor: 'end'
	});
	const room = Math.min(sheet.width * 0.24, sheet.width * 0.42 - ticks - 34);
	const inOne = begun.every(
		({ name, points: [{ bare }], colour }) => sheet.width1(`${name} ${bare}`, style(colour)) <= room
	);
	const blocks = begun.map(({ name, points, colour }): Block => {
		const own = style(colour);
		const [point] = points;
		const lines = inOne ? [`${name} ${point.bare}`] : stacked(name, point.bare, own, room, sheet);
		return {
			point,
			width: sheet.widest(lines, own),
			height: lines.length * own.size * pitch,
			draw: (x, y) => void sheet.write(lines, x, y, own)
		};
	});
	const width = max(blocks, (block) => block.width) ?? 0;
	return {
		width,
		height: sum(blocks, (block) => block.height),
		draw(plot, r, taken, sheet) {
			const x = plot.left - r - 8;
			for (const { block, top } of spread(blocks, plot, plot.top, 0)) {
				block.draw(x, top);
				const box = { x: x - block.width, y: top, width: block.width, height: block.height };
				taken.boxes.push(box);
				lead(block.point, x + 3, box, r, taken, sheet);
			}
		}
	};
}

/**
 * Blocks at their points’ heights, moved as little as needed to clear each other. Where they do not all fit, the gaps
 * shrink; the lowest amounts are dropped only where that is not enough.
 */
function spread(blocks: Block[], plot: Plot, ceiling: number, widest = gap): { block: Block; top: number }[] {
	const sorted = [...blocks].sort((a, b) => a.point.y - b.point.y);
	const room = plot.bottom - 2 - ceiling;
	const tall = () => sum(sorted, ({ height }) => height);
	while (sorted.length && tall() > room) sorted.pop();
	if (!sorted.length) return [];
	const between = Math.max(0, Math.min(widest, (room - tall()) / (sorted.length - 1 || 1)));
	const heights = sorted.map(({ height }) => height + between);
	const points = sorted.map(({ point }) => point.y);
	const middles = placeRows(points, heights, ceiling - between / 2, plot.bottom - 2 + between / 2);
	return sorted.map((block, index) => ({ block, top: middles[index] - block.height / 2 }));
}

/** A leader from a point to a label that does not stand beside it. */
function lead({ x, y }: PlotPoint, to: number, box: Box, r: number, taken: Obstacles, sheet: Sheet): void {
	const far = Math.abs(to - x) > r + 24;
	if (!far && y >= box.y - near && y <= box.y + box.height + near) return;
	const end = Math.min(Math.max(y, box.y + 7), box.y + box.height - 7);
	const segment = { x1: to > x ? x + r + 2 : x - r - 2, y1: y, x2: to, y2: end };
	taken.segments.push(segment);
	sheet.strokes.push({ role: 'lead', segments: [segment], colour: 'faint', width: 1, opacity: 1 });
}

/** Where an amount may stand beside its point, the best first: as steps to the right and down. */
const directions = [
	[0, -1],
	[0, 1],
	[1, 0],
	[-1, 0],
	[-1, -1],
	[1, 1],
	[1, -1],
	[-1, 1]
];

/** Amounts of the points between, and names of lines that begin later, where they touch nothing. */
export function labelsBetween(series: Series[], plot: Plot, r: number, taken: Obstacles, sheet: Sheet): void {
	const earliest = Math.min(...series.map(({ points }) => points[0].at));
	const many = sum(series, ({ points }) => points.length) > 16;
	for (const { name, colour, points } of series) {
		const style: Style = { role: 'value', size: 13, weight: 600, colour, anchor: 'middle' };
		points.slice(0, -1).forEach((point, index) => {
			if (index === 0 && point.at === earliest) return;
			const text = index === 0 ? `${name} ${point.bare}` : point.bare;
			if (many && index > 0 && !turns(points, index)) return;
			const width = sheet.width1(text, style);
			const height = style.size * pitch;
			const across = r + 6 + width / 2;
			const up = r + 4 + height / 2;
			for (const [sideways, upright] of directions) {
				const [dx, dy] = [sideways * across, upright * up];
				const box = { x: point.x + dx - width / 2, y: point.y + dy - height / 2, width, height };
				const inside =
					box.x >= 0 && box.x + width <= sheet.width && box.y >= plot.top && box.y + height <= plot.bottom - 2;
				if (!inside || !isFree(box, taken, 3)) continue;
				sheet.write([text], point.x + dx, box.y, style);
				taken.boxes.push(box);
				return;
			}
		});
	}
}

const turns = (points: PlotPoint[], index: number) =>
	(points[index].y - points[index - 1].y) * (points[index + 1].y - points[index].y) <= 0;
