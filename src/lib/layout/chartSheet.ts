/** The parts of a chart, and the sheet that all kinds of charts are drawn on, from the top down. */
import { groups, max } from 'd3';
import { splitAmount } from '../view/numbers.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import { numeralWidth } from './numeralWidth.ts';
import type { Box, Line } from './parts.ts';
import { hasCjk, textWidth, wrapText } from './textWidth.ts';

/** A side’s colour, or one of the theme’s three inks. */
export type ChartColour = string | 'text' | 'soft' | 'faint';

export interface ChartBar extends Box {
	/** The side’s colour; `ink` where a row has no side. */
	colour: ChartColour;
	/** `key` is the swatch beside a label, whose size means nothing; `rest` is the part of a whole that no row covers. */
	role: 'amount' | 'key' | 'rest';
	/** `none`: pieces and strokes draw the bar, and this box only gives its size. `outline`: a frame around a hatch. */
	fill: 'solid' | 'outline' | 'none';
}

/** A slice of a fading bar. */
export interface ChartPiece extends Box {
	colour: ChartColour;
	opacity: number;
}

/** Lines of one kind: a hatch, countable strokes, the dots between two points. */
export interface ChartStroke {
	role: 'hatch' | 'count' | 'bound' | 'join' | 'lead';
	segments: Line[];
	colour: ChartColour;
	width: number;
	opacity: number;
	/** Drawn as dots. */
	dotted?: boolean;
}

export interface ChartPoint {
	x: number;
	y: number;
	r: number;
	colour: ChartColour;
	/** Drawn as a ring: another line has the same colour. */
	hollow: boolean;
}

export interface ChartText {
	x: number;
	/** Baseline. */
	y: number;
	text: string;
	size: number;
	anchor: 'start' | 'middle' | 'end';
	weight: 400 | 600;
	role: 'label' | 'value' | 'group' | 'note' | 'tick' | 'title';
	/** Large amounts are set in serif. */
	face?: 'serif';
	/** The side’s colour, for words that stand without a bar. */
	colour?: ChartColour;
}

/** A chart’s parts with final positions, px from its top left. */
export interface ChartLayout {
	width: number;
	height: number;
	/** In the order of the rows. */
	bars: ChartBar[];
	pieces: ChartPiece[];
	strokes: ChartStroke[];
	points: ChartPoint[];
	/** Outlines of the whole that parts are drawn in. */
	outlines: Box[];
	/** Cuts between parts, which may share a colour; drawn in the background colour. */
	seams: Line[];
	/** Axes, and leaders from a part to its words. */
	lines: Line[];
	/** Grid lines, fainter than axes. */
	grid: Line[];
	texts: ChartText[];
}

/** The box that a chart is drawn into, px. */
export interface ChartFrame {
	/** At least 240. */
	width: number;
	/**
	 * A line chart fills it: at least 300, by default derived from the width. Bars grow into it; other charts are as high
	 * as they need.
	 */
	height?: number;
	/** With the figure’s title above and, for a line chart, what is counted: for a stage, a slide or a poster. */
	titled?: boolean;
}

export const pitch = 1.3;
export type Style = Pick<ChartText, 'role' | 'size' | 'weight'> &
	Partial<Pick<ChartText, 'anchor' | 'colour' | 'face'>>;
export const label: Style = { role: 'label', size: 14, weight: 400 };
export const value: Style = { role: 'value', size: 15, weight: 600 };
const heading: Style = { role: 'group', size: 12, weight: 600 };
export const note: Style = { role: 'note', size: 13, weight: 400 };

/** An amount with its unit: “3 GWh”, “2万人次”. */
export const withUnit = ({ text, unit }: Pick<FigureRow, 'text' | 'unit'>) =>
	[text, unit].filter(Boolean).join(hasCjk(unit) ? '' : ' ');

/** Rounds to hundredths of a px: exact enough, and shorter in a file. */
export const round = (px: number) => Math.round(px * 100) / 100;

/** What has been drawn so far, and down to which y. */
export class Sheet {
	y = 0;
	readonly bars: ChartBar[] = [];
	readonly pieces: ChartPiece[] = [];
	readonly strokes: ChartStroke[] = [];
	readonly points: ChartPoint[] = [];
	readonly outlines: Box[] = [];
	readonly seams: Line[] = [];
	readonly lines: Line[] = [];
	readonly grid: Line[] = [];
	readonly texts: ChartText[] = [];
	readonly width: number;
	private readonly colours: Map<string, string>;
	/** On a Chinese page, punctuation that both scripts share is full width in any text. */
	private readonly wide: boolean;

	constructor({ title, summary }: FigureItem, sides: readonly LocalSide[], width: number) {
		this.width = width;
		this.colours = new Map(sides.map(({ id, colour }) => [id, colour]));
		this.wide = hasCjk(title + summary);
	}

	layout(height: number): ChartLayout {
		const { width, bars, pieces, strokes, points, outlines, seams, lines, grid, texts } = this;
		return { width, height, bars, pieces, strokes, points, outlines, seams, lines, grid, texts };
	}

	colourOf({ side }: Pick<FigureRow, 'side'>): string {
		return (side && this.colours.get(side)) || 'ink';
	}

	wrap(text: string, style: Style, room: number, most: number): string[] {
		if (!text) return [];
		// The serif is wider than the sans that the width table is for.
		const size = style.face && /[ -\u1fff]/.test(text) ? style.size * 1.38 : style.size;
		return wrapText(text, size, room, most, this.wide || hasCjk(text));
	}

	/** Width of a text on one line, px. */
	width1(text: string, style: Style): number {
		if (style.face) return numeralWidth(text, style.size);
		return textWidth(text, style.size, this.wide || hasCjk(text));
	}

	widest(lines: string[], style: Style): number {
		return max(lines, (text) => this.width1(text, style)) ?? 0;
	}

	text(text: string, x: number, y: number, style: Style): void {
		if (text) this.texts.push({ anchor: 'start', ...style, x: round(x), y: round(y), text });
	}

	/** @returns the lower edge of the lines */
	write(lines: string[], x: number, top: number, style: Style): number {
		const height = style.size * pitch;
		lines.forEach((text, index) => this.text(text, x, top + (index + 0.5) * height + style.size * 0.35, style));
		return top + lines.length * height;
	}

	/** A text across the sheet, below everything drawn so far. */
	line(text: string, style: Style): void {
		this.y = this.write(this.wrap(text, style, this.width, 3), 0, this.y, style);
	}

	/** An amount on one baseline, its numeral in `style`, its words in `small`; at most as wide as `amountWidth`. */
	amount(text: string, x: number, y: number, style: Style, small: Style): void {
		const { before, numeral, after } = splitAmount(text);
		const gap = hasCjk(text) ? 2 : 5;
		let at = x;
		if (before) {
			this.text(before, at, y, small);
			at += this.width1(before, small) + gap;
		}
		this.text(numeral, at, y, style);
		this.text(after, at + this.width1(numeral, style) + gap, y, small);
	}

	amountWidth(text: string, style: Style, small: Style): number {
		const { before, numeral, after } = splitAmount(text);
		const gap = hasCjk(text) ? 2 : 5;
		const side = (words: string) => (words ? this.width1(words, small) + gap : 0);
		return side(before) + this.width1(numeral, style) + side(after);
	}

	bar(box: Box, colour: string, role: ChartBar['role'] = 'amount', fill: ChartBar['fill'] = 'solid'): void {
		this.bars.push({ ...rounded(box), colour, role, fill });
	}

	stroke(x1: number, y1: number, x2: number, y2: number): void {
		this.lines.push({ x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
	}

	/** Draws the rows of each group together, under its name, in order of first appearance. */
	eachGroup(rows: FigureRow[], draw: (group: FigureRow[]) => void): void {
		groups(rows, (row) => row.group).forEach(([name, group], index) => {
			if (index) this.y += 10;
			if (name) this.line(name, heading);
			this.y += 4;
			draw(group);
		});
	}
}

const rounded = ({ x, y, width, height }: Box): Box => ({
	x: round(x),
	y: round(y),
	width: round(width),
	height: round(height)
});
