/** A figure → a small chart as parts with final positions, px. Runs where the site is built. */
import { groups, max, min, scaleLinear, sum } from 'd3';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import type { Box, Line } from './parts.ts';
import { hasCjk, textWidth, wrapText } from './textWidth.ts';

export interface ChartBar extends Box {
	/** Of the side; `ink` where a row has none. */
	colour: string;
	/** A `key` is the swatch beside a label; its size says nothing. */
	role: 'amount' | 'key';
}

export interface ChartText {
	x: number;
	/** Baseline. */
	y: number;
	text: string;
	size: number;
	anchor: 'start' | 'end';
	weight: 400 | 600;
	role: 'label' | 'value' | 'group' | 'note';
	/** Of the side, for a numeral that stands without a bar. */
	colour?: string;
}

export interface ChartLayout {
	width: number;
	height: number;
	/** In the order of the rows. */
	bars: ChartBar[];
	/** The whole that parts are laid in: what they leave stays empty. */
	outlines: Box[];
	/** Cuts between parts, which may be of one colour; to be drawn in that of the ground. */
	seams: Line[];
	/** The axis at zero, and what leads from a part to its words. */
	lines: Line[];
	texts: ChartText[];
}

/** Height of a bar, and the shortest that one of more than nothing may be. */
const thickness = { bars: 18, share: 26 };
const shortest = 2;
const pitch = 1.3;

type Style = Pick<ChartText, 'role' | 'size' | 'weight'> & Partial<Pick<ChartText, 'anchor' | 'colour'>>;
const label: Style = { role: 'label', size: 14, weight: 400 };
const value: Style = { role: 'value', size: 15, weight: 600 };
const numeral: Style = { ...value, size: 28 };
const heading: Style = { role: 'group', size: 12, weight: 600 };
const note: Style = { role: 'note', size: 12, weight: 400 };

/** Of a chart on a card, px. */
export const chartWidth = 400;

/**
 * @param sides the story’s, for the rows’ colours
 * @param size px, at least 240 wide; the height follows
 */
export function layoutChart(figure: FigureItem, sides: readonly LocalSide[], size: { width: number }): ChartLayout {
	const sheet = new Sheet(figure, sides, size.width);
	if (figure.chart === 'bars') drawBars(figure, sheet);
	else if (figure.chart === 'share') drawShare(figure, sheet);
	else drawNumbers(figure, sheet);
	const { bars, outlines, seams, lines, texts } = sheet;
	return { width: size.width, height: Math.ceil(sheet.y), bars, outlines, seams, lines, texts };
}

/** Amounts from zero on one scale, whatever their group; each with its words at its end instead of ticks below. */
function drawBars({ rows }: FigureItem, sheet: Sheet): void {
	const { width } = sheet;
	const unit = rows.every((row) => row.unit === rows[0].unit) ? rows[0].unit : null;
	if (unit) {
		sheet.line(unit, note);
		sheet.y += 4;
	}

	const widest = max(rows, (row) => sheet.width1(row.label, label)) ?? 0;
	const beside = widest <= width * 0.36;
	const left = beside ? Math.ceil(widest) + 10 : 0.5;
	const gap = 6;
	const words = new Map(
		rows.map((row) => [row, sheet.wrap(unit === null ? withUnit(row) : row.text, value, width * 0.45, 3)])
	);
	const most = max(rows, (row) => row.value) ?? 0;
	// As long as all bars’ words still find room behind them: a short bar with long words must not shorten the rest.
	const room = (row: FigureRow) => width - left - gap - sheet.widest(words.get(row)!, value);
	const longest = min(rows, (row) => (row.value > 0 ? (room(row) / row.value) * most : undefined)) ?? 0;
	const x = scaleLinear([0, most], [0, longest]);

	sheet.eachGroup(rows, (group) => {
		const top = sheet.y;
		let bottom = top;
		for (const row of group) {
			if (!beside) sheet.y = sheet.write(sheet.wrap(row.label, label, width, 3), 0, sheet.y + 2, label) + 2;
			const lines = words.get(row)!;
			const height = Math.max(thickness.bars, lines.length * value.size * pitch);
			const middle = sheet.y + height / 2;
			const length = row.value > 0 ? Math.max(shortest, x(row.value)) : 0;
			sheet.bar(row, left, middle - thickness.bars / 2, length, thickness.bars);
			if (beside) sheet.write([row.label], left - 10, middle - (label.size * pitch) / 2, { ...label, anchor: 'end' });
			sheet.write(lines, left + length + gap, middle - (lines.length * value.size * pitch) / 2, value);
			bottom = middle + thickness.bars / 2;
			if (!beside) sheet.stroke(left, bottom - thickness.bars - 2, left, bottom + 2);
			sheet.y += height + 6;
		}
		if (beside) sheet.stroke(left, top - 2, left, bottom + 2);
	});
	sheet.y -= 3;
}

/** Parts of one whole, laid in it from the left in their order; a bar for every group. */
function drawShare({ rows, unit, whole: given }: FigureItem, sheet: Sheet): void {
	const { width } = sheet;
	const whole = given ?? { value: sum(rows, (row) => row.value), text: '', label: unit };
	const words = sheet.wrap(whole.text, value, width * 0.45, 3);
	const head = sheet.wrap(whole.label, label, width - sheet.widest(words, value) - 16, 3);
	const foot = sheet.write(words, width, sheet.y, { ...value, anchor: 'end' });
	sheet.y = Math.max(foot, sheet.write(head, 0, sheet.y, label));

	sheet.eachGroup(rows, (group) => {
		// What is counted in something else, or would not fit, is no part: it is told in words alone.
		let total = 0;
		const fits = (row: FigureRow) =>
			row.unit === unit && total + row.value <= whole.value * (1 + 1e-9) && ((total += row.value), true);
		const parts = group.filter(fits);
		const others = group.filter((row) => !parts.includes(row));

		const height = thickness.share;
		const tiny = parts.some((row) => row.value > 0 && (row.value / whole.value) * width < shortest);
		// Room for each to be drawn too long.
		const x = scaleLinear([0, whole.value], [0, tiny ? width - parts.length * shortest : width]);
		let at = 0;
		const starts = parts.map((row) => {
			const start = at;
			const length = row.value > 0 ? Math.max(shortest, x(row.value)) : 0;
			at = Math.min(width, start + length);
			sheet.bar(row, start, sheet.y, at - start, height);
			return start;
		});
		sheet.outlines.push({ x: 0.5, y: round(sheet.y + 0.5), width: width - 1, height: height - 1 });
		for (const start of starts.slice(1))
			sheet.seams.push({ x1: round(start), y1: round(sheet.y), x2: round(start), y2: round(sheet.y + height) });
		sheet.y += height;
		sheet.y = writeBelow(parts, starts, sheet) ?? listBelow(parts, true, sheet);
		sheet.y = listBelow(others, false, sheet);
	});
}

/** Each part’s words under it, if they find room before the next part’s; otherwise nothing is written. */
function writeBelow(parts: FigureRow[], starts: number[], sheet: Sheet): number | null {
	const indent = 7;
	const columns = parts.map((row, index) => {
		const room = (starts[index + 1] ?? sheet.width + 10) - starts[index] - indent - 10;
		const wholeWords = row.label.split(' ').every((word) => sheet.width1(word, label) <= room);
		const lines = wholeWords ? sheet.wrap(row.label, label, room, 3) : [];
		const complete = lines.join(' ') === row.label.trim() && sheet.width1(row.text, value) <= room;
		return complete ? lines : null;
	});
	if (columns.includes(null)) return null;
	const ends = columns.map((lines, index) => {
		const x = starts[index];
		const top = sheet.y + 6;
		sheet.stroke(x + 0.5, sheet.y, x + 0.5, top + value.size);
		const words = { ...value, colour: sheet.colourOf(parts[index]) };
		return sheet.write(lines!, x + indent, sheet.write([parts[index].text], x + indent, top, words), label);
	});
	return max(ends) ?? sheet.y;
}

/** A line for each row: its colour (where it is a part), its amount, its label. */
function listBelow(rows: FigureRow[], parts: boolean, sheet: Sheet): number {
	const key = 11;
	const indent = parts ? key + 8 : 0;
	const values = rows.map((row) => sheet.wrap(parts ? row.text : withUnit(row), value, sheet.width * 0.45, 3));
	const column = indent + (max(values, (lines) => sheet.widest(lines, value)) ?? 0) + 10;
	return rows.reduce((y, row, index) => {
		const top = y + 5;
		const line = value.size * pitch;
		if (parts) sheet.bar(row, 0, top + (line - key) / 2, key, key, 'key');
		const foot = sheet.write(values[index], indent, top, value);
		const lines = sheet.wrap(row.label, label, sheet.width - column, 4);
		// On the baseline of the amount.
		return Math.max(foot, sheet.write(lines, column, top + (line - label.size * pitch) / 2, label));
	}, sheet.y);
}

/** Amounts that no one scale holds: numerals, each with its unit and label. */
function drawNumbers({ rows }: FigureItem, sheet: Sheet): void {
	const { width } = sheet;
	sheet.eachGroup(rows, (group) => {
		group.forEach((row, index) => {
			const lines = sheet.wrap(row.text, numeral, width, 4);
			const colour = sheet.colourOf(row);
			if (index) sheet.y += 10;
			sheet.y = sheet.write(lines, 0, sheet.y, { ...numeral, colour });
			const end = sheet.width1(lines[lines.length - 1] ?? '', numeral) + 8;
			if (row.unit && end + sheet.width1(row.unit, label) <= width) {
				const baseline = sheet.texts[sheet.texts.length - 1].y;
				sheet.texts.push({ ...label, x: round(end), y: baseline, text: row.unit, anchor: 'start' });
			} else sheet.line(row.unit, label);
			sheet.line(row.label, label);
		});
	});
}

const withUnit = (row: FigureRow) => [row.text, row.unit].filter(Boolean).join(hasCjk(row.unit) ? '' : ' ');

/** Hundredths of a px are enough, and shorter in a file. */
const round = (px: number) => Math.round(px * 100) / 100;

/** What is drawn so far, and how far down. */
class Sheet {
	y = 0;
	readonly bars: ChartBar[] = [];
	readonly outlines: Box[] = [];
	readonly seams: Line[] = [];
	readonly lines: Line[] = [];
	readonly texts: ChartText[] = [];
	readonly width: number;
	private readonly colours: Map<string, string>;
	/** On a Chinese page, the marks that both scripts use are wide in any text. */
	private readonly wide: boolean;

	constructor({ title, summary }: FigureItem, sides: readonly LocalSide[], width: number) {
		this.width = width;
		this.colours = new Map(sides.map(({ id, colour }) => [id, colour]));
		this.wide = hasCjk(title + summary);
	}

	colourOf({ side }: FigureRow): string {
		return (side && this.colours.get(side)) || 'ink';
	}

	wrap(text: string, style: Style, room: number, most: number): string[] {
		return text ? wrapText(text, style.size, room, most, this.wide || hasCjk(text)) : [];
	}

	/** Of a text on one line. */
	width1(text: string, style: Style): number {
		return textWidth(text, style.size, this.wide || hasCjk(text));
	}

	widest(lines: string[], style: Style): number {
		return max(lines, (text) => this.width1(text, style)) ?? 0;
	}

	/** @returns where the lines’ room ends */
	write(lines: string[], x: number, top: number, style: Style): number {
		const height = style.size * pitch;
		lines.forEach((text, index) => {
			const y = top + (index + 0.5) * height + style.size * 0.35;
			this.texts.push({ anchor: 'start', ...style, x: round(x), y: round(y), text });
		});
		return top + lines.length * height;
	}

	/** A text across the sheet, below what is there. */
	line(text: string, style: Style): void {
		this.y = this.write(this.wrap(text, style, this.width, 3), 0, this.y, style);
	}

	bar(row: FigureRow, x: number, y: number, width: number, height: number, role: ChartBar['role'] = 'amount'): void {
		const colour = this.colourOf(row);
		this.bars.push({ x: round(x), y: round(y), width: round(width), height, colour, role });
	}

	stroke(x1: number, y1: number, x2: number, y2: number): void {
		this.lines.push({ x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
	}

	/** Rows of one group together, under its name, in the order in which groups come. */
	eachGroup(rows: FigureRow[], draw: (group: FigureRow[]) => void): void {
		groups(rows, (row) => row.group).forEach(([name, group], index) => {
			if (index) this.y += 10;
			if (name) this.line(name, heading);
			this.y += 4;
			draw(group);
		});
	}
}
