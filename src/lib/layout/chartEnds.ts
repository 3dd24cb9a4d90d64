/** The end of a bar shows how exactly its amount is known: cut off, fading past a stroke, fading before it, or open. */
import { range } from 'd3';
import type { FigureRow } from '../view/local.ts';
import type { Box, Line } from './parts.ts';
import { round, type ChartStroke, type Sheet } from './chartSheet.ts';

/** Length of a fading end, and of one slice of it, px. */
const fade = 26;
const slice = 2;
const hatch = { step: 5, width: 1.5 };

type Known = Pick<FigureRow, 'qualifier' | 'computed'>;

/** How far past its amount a row’s bar may extend, px. */
export const beyond = ({ qualifier, computed }: Known) =>
	computed ? 0 : qualifier === 'over' ? fade : qualifier === 'about' ? fade / 2 : 0;

/**
 * Draws a bar from the left end of `box`, whose width is the amount.
 * @param room px past it that a fade may use
 */
export function drawAmount(row: Known, box: Box, colour: string, room: number, sheet: Sheet): void {
	const { qualifier, computed } = row;
	const end = box.x + box.width;
	if (computed || qualifier === 'under') {
		sheet.bar(box, colour, 'amount', computed ? 'outline' : 'none');
		hatchBox(box, colour, computed ? 0 : Math.min(box.width * 0.45, 90), sheet);
		return;
	}
	const soft = qualifier === 'about' || qualifier === 'nearly';
	sheet.bar(box, colour, 'amount', soft ? 'none' : 'solid');
	if (qualifier === 'over') {
		fadeOut(end, Math.min(fade, room), box, colour, sheet);
		bound(end, box, sheet);
	} else if (soft) {
		// A short bar must not be all fade.
		const before = Math.min(qualifier === 'about' ? fade / 2 : fade, box.width * 0.6);
		const after = qualifier === 'about' ? Math.min(before, room) : 0;
		piece({ ...box, width: box.width - before }, colour, 1, sheet);
		fadeOut(end - before, before + after, box, colour, sheet);
		if (qualifier === 'nearly') bound(end, box, sheet);
	}
}

/** A stroke at the bound that the source gives. */
function bound(x: number, { y, height }: Box, sheet: Sheet): void {
	const line = { x1: round(x), y1: round(y - 3), x2: round(x), y2: round(y + height + 3) };
	sheet.strokes.push({ role: 'bound', segments: [line], colour: 'text', width: 1.5, opacity: 1 });
}

function fadeOut(from: number, length: number, { y, height }: Box, colour: string, sheet: Sheet): void {
	const count = Math.ceil(length / slice);
	for (const index of range(count)) {
		const x = from + index * slice;
		const width = Math.min(slice, from + length - x);
		piece({ x, y, width, height }, colour, 1 - (index + 0.5) / count, sheet);
	}
}

function piece({ x, y, width, height }: Box, colour: string, opacity: number, sheet: Sheet): void {
	if (width <= 0) return;
	sheet.pieces.push({ x: round(x), y: round(y), width: round(width), height, colour, opacity: round(opacity) });
}

/** @param open length at the right end over which the hatch fades, px */
function hatchBox(box: Box, colour: string, open: number, sheet: Sheet): void {
	const right = box.x + box.width;
	const strokes = new Map<number, Line[]>();
	for (const x of range(box.x + hatch.step / 2 - box.height, right, hatch.step)) {
		const line = slant(x, box);
		if (!line) continue;
		const middle = (line.x1 + line.x2) / 2;
		const strength = open > 0 ? Math.min(1, Math.max(0.1, (right - middle) / open)) : 1;
		const opacity = Math.round(strength * 8) / 8;
		strokes.set(opacity, [...(strokes.get(opacity) ?? []), line]);
	}
	for (const [opacity, segments] of strokes)
		sheet.strokes.push({ role: 'hatch', segments, colour, width: hatch.width, opacity });
}

/** The part inside the box of a line that rises at 45° from `x` on the lower edge. */
function slant(x: number, box: Box): Line | null {
	const bottom = box.y + box.height;
	const left = Math.max(x, box.x);
	const right = Math.min(x + box.height, box.x + box.width);
	if (right - left < 0.5) return null;
	return { x1: round(left), y1: round(bottom - (left - x)), x2: round(right), y2: round(bottom - (right - x)) };
}

/** Strokes that can be counted, starting at index `from`. */
export function countStrokes(
	from: number,
	count: number,
	{ x, y, height }: Box,
	step: number,
	style: Pick<ChartStroke, 'colour' | 'opacity'>,
	sheet: Sheet
): void {
	const width = round(Math.min(3, step * 0.6));
	const segments = range(from, from + count).map((index): Line => {
		const at = round(x + index * step + width / 2);
		return { x1: at, y1: round(y), x2: at, y2: round(y + height) };
	});
	if (segments.length) sheet.strokes.push({ role: 'count', segments, width, ...style });
}
