/** Parts of a whole, drawn inside it, one bar per group. Small whole numbers are drawn as one stroke each. */
import { max, range, scaleLinear, sum } from 'd3';
import { fill } from '../text/fill.ts';
import type { FigureItem, FigureRow } from '../view/local.ts';
import { countStrokes, drawAmount } from './chartEnds.ts';
import { label, note, pitch, round, value, withUnit, type Sheet, type Style } from './chartSheet.ts';
import { placeRows } from './place.ts';
import { hasCjk } from './textWidth.ts';

const height = { bar: 22, strokes: 40 };
/** Minimum length of a part above zero, px. */
const shortest = 2;
/** The most strokes that can be told apart on a phone. */
const mostStrokes = 250;
/** How far a name may be moved from where its part begins, px. */
const astray = 90;

interface Part {
	row: FigureRow;
	/** Left and right end, px from the left. */
	from: number;
	to: number;
}

interface Words {
	text: string;
	style: Style;
	/** Preferred centre. */
	at: number;
	width: number;
}

type Whole = NonNullable<FigureItem['whole']>;

export function drawShare(item: FigureItem, sheet: Sheet): void {
	const { rows, unit } = item;
	const whole = item.whole ?? { value: sum(rows, (row) => row.value), text: '', label: unit };
	const counted = isCounted(item, whole);
	const inAll = wholeWords(item, whole);
	if (!counted) sheet.line(inAll, note);
	sheet.eachGroup(rows, (group) => {
		// A row in another unit, or one that exceeds the whole, is not drawn as a part but only listed.
		let total = 0;
		const fits = (row: FigureRow) =>
			row.unit === unit && total + row.value <= whole.value * (1 + 1e-9) && ((total += row.value), true);
		const inside = group.filter(fits);
		const others = group.filter((row) => !inside.includes(row));
		const parts = counted ? countParts(inside, whole, sheet.width) : layParts(inside, whole, sheet.width);
		const isUnsaid = !counted && inside.length > 1 && total < whole.value * 0.995;
		const all = counted ? nameParts(parts, false, inAll, item, sheet) : null;
		const words = all ?? nameParts(parts, isUnsaid, '', item, sheet);
		if (counted && !all) {
			sheet.line(inAll, note);
			sheet.y += 4;
		}
		if (counted) drawStrokes(parts, whole, sheet);
		else drawParts(parts, sheet);
		sheet.y = words ? write(words, sheet) : listBelow(inside, true, sheet);
		sheet.y = listBelow(others, false, sheet);
	});
}

/** Whether each unit is one stroke: whole numbers, and few enough. */
function isCounted({ rows, format, unit }: FigureItem, whole: Whole): boolean {
	const all = [whole.value, ...rows.map((row) => row.value)];
	const same = rows.every((row) => row.unit === unit && !row.group);
	return format === 'count' && same && all.every(Number.isInteger) && whole.value > 0 && whole.value <= mostStrokes;
}

/** The words for the whole; 100 % is left out as obvious. */
function wholeWords({ wording, unit }: FigureItem, { text, label }: Whole): string {
	if (/^100\s?%$/.test(text) || !text) return label;
	const amount = measured({ text, unit });
	return wording && label ? fill(wording.counted, { label, amount }) : [amount, label].filter(Boolean).join(' ');
}

/** The amount, with a measure word where the language has them: 46条. */
const measured = (row: Pick<FigureRow, 'text' | 'unit'>) => (hasCjk(row.unit) ? withUnit(row) : row.text);

/** Parts from the left in order; where two parts leave a rest, the second stands at the right end. */
function layParts(rows: FigureRow[], whole: Whole, width: number): Part[] {
	const tiny = rows.some((row) => row.value > 0 && (row.value / whole.value) * width < shortest);
	// Leaves room for each part to be drawn longer than it is.
	const x = scaleLinear([0, whole.value || 1], [0, tiny ? width - rows.length * shortest : width]);
	let at = 0;
	const parts = rows.map((row): Part => {
		const from = at;
		at = Math.min(width, from + (row.value > 0 ? Math.max(shortest, x(row.value)) : 0));
		return { row, from, to: at };
	});
	const apart = rows.length === 2 && width - at > 40 && rows[0].side !== rows[1].side;
	return apart ? [parts[0], { ...parts[1], from: width - (parts[1].to - parts[1].from), to: width }] : parts;
}

function drawParts(parts: Part[], sheet: Sheet): void {
	const { width } = sheet;
	const box = { y: sheet.y, height: height.bar };
	sheet.bar({ ...box, x: 0, width }, 'faint', 'rest');
	parts.forEach(({ row, from, to }, index) => {
		const room = (parts[index + 1]?.from ?? width) - to;
		// An end without room to fade is cut off; its words still say “about”.
		const known = row.qualifier === 'about' && room < 1 ? {} : row;
		drawAmount(known, { ...box, x: from, width: to - from }, sheet.colourOf(row), Math.max(0, room), sheet);
		if (index && Math.abs(parts[index - 1].to - from) < 1)
			sheet.seams.push({ x1: round(from), y1: round(box.y), x2: round(from), y2: round(box.y + box.height) });
	});
	sheet.y += height.bar;
}

/** “Over” adds some fading strokes: how many more there are is not known. */
const unknown = ({ qualifier, value }: Whole) => (qualifier === 'over' ? Math.max(2, Math.round(value * 0.1)) : 0);

function countParts(rows: FigureRow[], whole: Whole, width: number): Part[] {
	const step = width / (whole.value + unknown(whole));
	let at = 0;
	return rows.map((row): Part => ({ row, from: at * step, to: (at += row.value) * step }));
}

function drawStrokes(parts: Part[], whole: Whole, sheet: Sheet): void {
	const more = unknown(whole);
	const step = sheet.width / (whole.value + more);
	const box = { x: 0, y: sheet.y, width: sheet.width, height: height.strokes };
	let at = 0;
	for (const { row, from, to } of parts) {
		const colour = sheet.colourOf(row);
		sheet.bar({ ...box, x: from, width: to - from }, colour, 'amount', 'none');
		countStrokes(at, row.value, box, step, { colour, opacity: 1 }, sheet);
		at += row.value;
	}
	countStrokes(at, whole.value - at, box, step, { colour: 'faint', opacity: 0.55 }, sheet);
	for (const index of range(more)) {
		const opacity = Math.round(55 * (1 - (index + 0.5) / more)) / 100;
		countStrokes(whole.value + index, 1, box, step, { colour: 'faint', opacity }, sheet);
	}
	sheet.y += height.strokes;
}

/** Each part’s words under it, on one line; null where they do not fit there. */
function nameParts(
	parts: Part[],
	isUnsaid: boolean,
	inAll: string,
	{ wording, format }: FigureItem,
	sheet: Sheet
): Words[] | null {
	const { width } = sheet;
	const template = format === 'count' ? wording?.counted : wording?.part;
	const words = parts.map(({ row, from, to }): Words => {
		const amount = measured(row);
		const text = template ? fill(template, { label: row.label, amount }) : `${row.label} ${amount}`;
		const style: Style = { ...value, role: 'label', colour: row.side ? sheet.colourOf(row) : 'text' };
		const own = sheet.width1(text, style);
		return { text, style, width: own, at: to >= width - 0.5 && from > 0 ? width - own / 2 : from + own / 2 };
	});
	const rest = { ...note, role: 'label' as const };
	if (isUnsaid && wording) {
		const left = parts.filter(({ to }) => to < width - 0.5).at(-1)!.to;
		const right = parts.at(-1)!.to >= width - 0.5 ? parts.at(-1)!.from : width;
		const own = sheet.width1(wording.unsaid, rest);
		words.push({ text: wording.unsaid, style: { ...rest, colour: 'soft' }, width: own, at: (left + right) / 2 });
	}
	if (inAll) {
		const own = sheet.width1(inAll, rest);
		words.push({ text: inAll, style: { ...rest, colour: 'soft' }, width: own, at: width - own / 2 });
	}
	words.sort((a, b) => a.at - b.at);
	const gap = 14;
	const wanted = words.map(({ at }) => at);
	const widths = words.map((one) => one.width + gap);
	if (sum(widths) > width + gap || words.length === 0) return null;
	const placed = placeRows(wanted, widths, -gap / 2, width + gap / 2);
	if (placed.some((at, index) => Math.abs(at - wanted[index]) > astray)) return null;
	return words.map((one, index) => ({ ...one, at: placed[index] }));
}

function write(words: Words[], sheet: Sheet): number {
	const top = sheet.y + 4;
	return max(words, ({ text, style, at, width }) => {
		// All on one baseline.
		sheet.text(text, at - width / 2, top + value.size * (pitch / 2 + 0.35), style);
		return top + value.size * pitch;
	})!;
}

/** One line per row: its colour (where it is a part), its amount, its label. */
function listBelow(rows: FigureRow[], parts: boolean, sheet: Sheet): number {
	const key = 11;
	const indent = parts ? key + 8 : 0;
	const values = rows.map((row) => sheet.wrap(parts ? row.text : withUnit(row), value, sheet.width * 0.45, 3));
	const column = indent + (max(values, (lines) => sheet.widest(lines, value)) ?? 0) + 10;
	return rows.reduce((y, row, index) => {
		const top = y + 5;
		const line = value.size * pitch;
		if (parts) sheet.bar({ x: 0, y: top + (line - key) / 2, width: key, height: key }, sheet.colourOf(row), 'key');
		const foot = sheet.write(values[index], indent, top, value);
		const lines = sheet.wrap(row.label, label, sheet.width - column, 4);
		// Aligned with the baseline of the amount.
		return Math.max(foot, sheet.write(lines, column, top + (line - label.size * pitch) / 2, label));
	}, sheet.y);
}
