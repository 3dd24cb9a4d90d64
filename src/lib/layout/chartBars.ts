/** Amounts side by side: as bars from zero, or as large type. */
import { max, min, scaleLinear, sum } from 'd3';
import type { FigureItem, FigureRow } from '../view/local.ts';
import { beyond, drawAmount } from './chartEnds.ts';
import { label, note, pitch, value, withUnit, type Sheet, type Style } from './chartSheet.ts';

const thinnest = 18;
/** Minimum length of a bar for an amount above zero, px. */
const shortest = 2;

/**
 * Amounts from zero on one scale across all groups, each with its words at the bar’s end instead of ticks below.
 * @param growth factor for the rows, at least 1
 * @param typeGrowth upper limit of the factor for the type
 */
export function drawBars({ rows, wording }: FigureItem, sheet: Sheet, growth = 1, typeGrowth = 1): void {
	const { width } = sheet;
	const thickness = thinnest * growth;
	const grown = (style: Style) => ({ ...style, size: Math.round(style.size * Math.min(typeGrowth, growth)) });
	const [name, amount] = [label, value].map(grown);
	const unit = rows.every((row) => row.unit === rows[0].unit) ? rows[0].unit : null;
	if (unit) {
		sheet.line(unit, note);
		sheet.y += 4;
	}

	const widest = max(rows, (row) => sheet.width1(row.label, name)) ?? 0;
	const beside = widest <= width * 0.36;
	const left = beside ? Math.ceil(widest) + 10 : 0.5;
	const gap = 6;
	// The limits leave some length for the longest bar.
	const past = max(rows, beyond) ?? 0;
	const forWords = Math.min(width * 0.45, width * 0.87 - left - gap - past);
	const words = new Map(
		rows.map((row) => [row, sheet.wrap(unit === null ? withUnit(row) : row.text, amount, forWords, 3)])
	);
	// An amount that the source does not print is marked as computed.
	const unprinted = ({ computed }: FigureRow) =>
		computed && wording ? sheet.wrap(wording.computed, note, forWords, 1) : [];
	const most = max(rows, (row) => row.value) ?? 0;
	// The scale leaves room for all bars’ words: a short bar with long words must not shorten the rest.
	const across = (row: FigureRow) =>
		Math.max(sheet.widest(words.get(row)!, amount), sheet.widest(unprinted(row), note));
	const room = (row: FigureRow) => width - left - gap - beyond(row) - across(row);
	const longest = min(rows, (row) => (row.value > 0 ? (room(row) / row.value) * most : undefined)) ?? 0;
	const x = scaleLinear([0, most], [0, longest]);

	sheet.eachGroup(rows, (group) => {
		const top = sheet.y;
		let bottom = top;
		for (const row of group) {
			if (!beside) sheet.y = sheet.write(sheet.wrap(row.label, name, width, 3), 0, sheet.y + 2, name) + 4;
			const lines = words.get(row)!;
			const besides = unprinted(row);
			const height = Math.max(thickness, lines.length * amount.size * pitch);
			const middle = sheet.y + height / 2;
			const length = row.value > 0 ? Math.max(shortest, x(row.value)) : 0;
			const box = { x: left, y: middle - thickness / 2, width: length, height: thickness };
			drawAmount(row, box, sheet.colourOf(row), beyond(row), sheet);
			if (beside) sheet.write([row.label], left - 10, middle - (name.size * pitch) / 2, { ...name, anchor: 'end' });
			const end = left + length + beyond(row) + gap;
			const foot = sheet.write(lines, end, middle - (lines.length * amount.size * pitch) / 2, amount);
			sheet.write(besides, end, foot - 2, note);
			bottom = middle + thickness / 2;
			if (!beside) sheet.stroke(left, bottom - thickness - 2, left, bottom + 2);
			sheet.y += height + besides.length * note.size * pitch + (beside ? 6 : 9) * growth;
		}
		if (beside) sheet.stroke(left, top - 2, left, bottom + 2);
	});
	sheet.y -= 3;
}

/** Sizes of the numeral and of the words around it, px, largest first. */
const sizes = [
	{ numeral: 52, words: 18 },
	{ numeral: 40, words: 16 },
	{ numeral: 34, words: 14 },
	{ numeral: 28, words: 14 }
];
const apart = { x: 36, y: 18 };

/** An amount and, under it, what it measures. */
interface Block {
	width: number;
	/** @returns its lower edge */
	draw(x: number, top: number): number;
}

/** Amounts as type, side by side where there is room: for amounts that share no scale, or are equal. */
export function drawNumbers({ rows }: FigureItem, sheet: Sheet): void {
	const { width } = sheet;
	sheet.eachGroup(rows, (group) => {
		const all = sizes.map((size) => group.map((row) => blockOf(row, size, sheet)));
		const across = (blocks: Block[]) => sum(blocks, (block) => block.width + apart.x) - apart.x;
		// Smaller type beats stacking, but only down to the third size.
		const blocks =
			all.slice(0, 3).find((blocks) => across(blocks) <= width) ??
			all.find((blocks) => blocks.every((block) => block.width <= width)) ??
			group.map((row) => wordsOf(row, sheet));
		let x = 0;
		let top = sheet.y;
		let bottom = top;
		for (const block of blocks) {
			if (x > 0 && x + block.width > width) {
				x = 0;
				top = bottom + apart.y;
			}
			bottom = Math.max(bottom, block.draw(x, top));
			x += block.width + apart.x;
		}
		sheet.y = bottom;
	});
}

const inkOf = (row: FigureRow, sheet: Sheet) => (row.side ? sheet.colourOf(row) : 'text');

function blockOf(row: FigureRow, size: (typeof sizes)[number], sheet: Sheet): Block {
	const colour = inkOf(row, sheet);
	const style: Style = { role: 'value', size: size.numeral, weight: 600, face: 'serif', colour };
	const words: Style = { role: 'value', size: size.words, weight: 400, colour };
	const text = withUnit(row);
	const amount = /\d/.test(row.text) ? sheet.amountWidth(text, style, words) : Infinity;
	// Not much wider than the amount, so that several fit side by side.
	const below = sheet.wrap(row.label, label, Math.min(sheet.width, Math.max(amount, 160)), 3);
	return {
		width: Math.max(amount, sheet.widest(below, label)),
		draw(x, top) {
			sheet.amount(text, x, top + style.size * 0.92, style, words);
			return sheet.write(below, x, top + style.size * 1.08 + 2, label);
		}
	};
}

/** An amount without a numeral, or with words too long for it, is set as text. */
function wordsOf(row: FigureRow, sheet: Sheet): Block {
	const style: Style = { role: 'value', size: 28, weight: 600, face: 'serif', colour: inkOf(row, sheet) };
	const lines = sheet.wrap(withUnit(row), style, sheet.width, 4);
	const below = sheet.wrap(row.label, label, sheet.width, 3);
	return {
		width: Math.max(sheet.widest(lines, style), sheet.widest(below, label)),
		draw: (x, top) => sheet.write(below, x, sheet.write(lines, x, top, style) + 2, label)
	};
}
