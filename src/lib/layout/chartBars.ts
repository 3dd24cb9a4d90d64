/** Amounts side by side: as bars from zero, or set large. */
import { max, min, scaleLinear, sum } from 'd3';
import type { FigureItem, FigureRow } from '../view/local.ts';
import { beyond, drawAmount } from './chartEnds.ts';
import { label, note, pitch, value, withUnit, type Sheet, type Style } from './chartSheet.ts';

const thinnest = 18;
/** The shortest that a bar of more than nothing may be, px. */
const shortest = 2;

/**
 * Amounts from zero on one scale, whatever their group; each with its words at its end instead of ticks below.
 * @param growth of its rows, from 1 on
 * @param typeGrowth of its type, at most
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
	// What is left to the longest bar is never nothing.
	const past = max(rows, beyond) ?? 0;
	const forWords = Math.min(width * 0.45, width * 0.87 - left - gap - past);
	const words = new Map(
		rows.map((row) => [row, sheet.wrap(unit === null ? withUnit(row) : row.text, amount, forWords, 3)])
	);
	// What the source does not print says so.
	const unprinted = ({ computed }: FigureRow) =>
		computed && wording ? sheet.wrap(wording.computed, note, forWords, 1) : [];
	const most = max(rows, (row) => row.value) ?? 0;
	// As long as all bars’ words still find room behind them: a short bar with long words must not shorten the rest.
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

/** From large to small, px: of the numeral, and of the words round it. */
const sizes = [
	{ numeral: 52, words: 18 },
	{ numeral: 40, words: 16 },
	{ numeral: 34, words: 14 },
	{ numeral: 28, words: 14 }
];
const apart = { x: 36, y: 18 };

/** An amount and under it what it is of. */
interface Block {
	width: number;
	/** @returns where it ends */
	draw(x: number, top: number): number;
}

/** Amounts as type, side by side as far as there is room: what no one scale holds, or what is equal. */
export function drawNumbers({ rows }: FigureItem, sheet: Sheet): void {
	const { width } = sheet;
	sheet.eachGroup(rows, (group) => {
		const all = sizes.map((size) => group.map((row) => blockOf(row, size, sheet)));
		const across = (blocks: Block[]) => sum(blocks, (block) => block.width + apart.x) - apart.x;
		// Smaller is better than one above the other; but not much smaller.
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
	// Not much wider than its amount, so that several stand side by side.
	const below = sheet.wrap(row.label, label, Math.min(sheet.width, Math.max(amount, 160)), 3);
	return {
		width: Math.max(amount, sheet.widest(below, label)),
		draw(x, top) {
			sheet.amount(text, x, top + style.size * 0.92, style, words);
			return sheet.write(below, x, top + style.size * 1.08 + 2, label);
		}
	};
}

/** What has no numeral, or too long words, is set as a text. */
function wordsOf(row: FigureRow, sheet: Sheet): Block {
	const style: Style = { role: 'value', size: 28, weight: 600, face: 'serif', colour: inkOf(row, sheet) };
	const lines = sheet.wrap(withUnit(row), style, sheet.width, 4);
	const below = sheet.wrap(row.label, label, sheet.width, 3);
	return {
		width: Math.max(sheet.widest(lines, style), sheet.widest(below, label)),
		draw: (x, top) => sheet.write(below, x, sheet.write(lines, x, top, style) + 2, label)
	};
}
