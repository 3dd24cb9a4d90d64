/**
 * Amounts at dates: one point each at its true time, from zero up. Two counts of one line are joined by dots, since
 * nothing is known in between; where two lines cross there is no mark. Names and amounts stand beside their points.
 */
import { extent, groups, max, scaleLinear } from 'd3';
import { fill } from '../text/fill.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import { inSteps, splitAmount, stepOf, type Step } from '../view/numbers.ts';
import { dateLabels, drawDates, type DateLabels } from './chartDates.ts';
import { firstColumn, labelsBetween, lastVariants, type Column } from './chartLabels.ts';
import { cornerSpot, type Obstacles } from './chartSpot.ts';
import { pitch, round, Sheet, type ChartFrame, type ChartLayout, type Style } from './chartSheet.ts';
import { drawTitle, noteLines, writeNote } from './chartTitle.ts';
import type { Plot, PlotPoint, Series } from './chartTypes.ts';
import type { Box } from './parts.ts';
import { hasCjk } from './textWidth.ts';

const tick: Style = { role: 'tick', size: 13, weight: 400 };
const radius = 7.5;
const gapToLabel = 20;

/** @param frame at least 240 × 300 px */
export function layoutLineChart(item: FigureItem, sides: readonly LocalSide[], frame: ChartFrame): ChartLayout {
	const sheet = new Sheet(item, sides, frame.width);
	const series = seriesOf(item, sheet);
	if (frame.titled)
		drawTitle(item, subtitle(item, series), sheet, new Map(series.map(({ name, colour }) => [name, colour])));
	const [top, title] = [sheet.y, [...sheet.texts]];
	const own = top + Math.min(460, Math.max(300, frame.width * 0.68));
	const height = frame.height ?? Math.round(own);
	if (series.length === 0) return sheet.layout(height);

	const scale = scaleOf(item, series);
	const drawn = draw(item, series, scale, height, sheet);
	if (drawn) return drawn;
	// The note does not fit among the lines, so it goes below them.
	const again = new Sheet(item, sides, frame.width);
	again.y = top;
	again.texts.push(...title);
	const note = noteLines(item, frame.width, 13, again);
	const above = frame.height ? height - note.height - 12 : height;
	const layout = draw({ ...item, note: undefined }, series, scale, above, again)!;
	writeNote(note, 0, above + 8, again);
	return { ...layout, height: Math.ceil(above + 12 + note.height) };
}

function seriesOf(item: FigureItem, sheet: Sheet): Series[] {
	const dated = item.rows.filter(({ date }) => date && Number.isFinite(date.at));
	const seen = new Set<string>();
	return groups(dated, ({ label }) => label).map(([name, rows]) => {
		const colour = sheet.colourOf(rows[0]);
		const hollow = seen.has(colour);
		seen.add(colour);
		const points = rows
			.map((row): PlotPoint => ({ row, at: row.date!.at, bare: '', x: 0, y: 0 }))
			.sort((a, b) => a.at - b.at);
		return { name, colour, hollow, points };
	});
}

/** “Llama, Qwen, early 2024 to October 2025” */
function subtitle({ date, wording }: FigureItem, series: Series[]): string {
	const separator = hasCjk(date.label) ? '、' : ', ';
	const names = series.map(({ name }) => name);
	const comma = wording && hasCjk(wording.part) ? '，' : ', ';
	return [names.join(separator), date.label].filter(Boolean).join(comma);
}

interface Scale {
	step: Step;
	ticks: number[];
	words: string[];
	/** Label of the top tick, with the unit. */
	full: string;
	/** Height of that label above its line, px. */
	above: number;
}

function scaleOf({ wording, unit, format }: FigureItem, series: Series[]): Scale {
	const { lang = 'en', amount = '{n}' } = wording ?? {};
	const points = series.flatMap(({ points }) => points);
	const most = max(points, ({ row }) => row.value) || 1;
	const step = stepOf(most, lang);
	const ticks = scaleLinear([0, most], [0, 1]).nice(4).ticks(4);
	const short = hasCjk(step.word);
	const words = ticks.map((value) => {
		const n = inSteps(value, step, lang) + (short && value > 0 ? step.word : '');
		return format === 'percent' ? fill(amount, { n }) : n;
	});
	const top = ticks[ticks.length - 1];
	const n = [inSteps(top, step, lang), step.word].filter(Boolean).join(short ? '' : ' ');
	const measured = fill(amount, { n });
	for (const point of points) point.bare = bareAmount(point.row, step, lang);
	// Keeps the label clear of a point that lies on the top line.
	const above = most > top * 0.97 ? radius + 3 : 3;
	return { step, ticks, words, above, full: [measured, unit].filter(Boolean).join(hasCjk(unit) ? '' : ' ') };
}

/** The amount in the scale’s step, which the top tick names, where that is short; otherwise its own words. */
function bareAmount({ text, value }: FigureRow, step: Step, lang: string): string {
	const { before, numeral, after } = splitAmount(text);
	if (!/\d/.test(numeral)) return text;
	const join = hasCjk(before) ? '' : ' ';
	const short = (n: string) => [before, n].filter(Boolean).join(join);
	// Where each tick names the step (4亿), so does each amount.
	if (stepOf(value, lang).size === step.size) return hasCjk(step.word) ? text : short(numeral);
	const scaled = inSteps(value, step, lang);
	const sign = /^[^\d]/.exec(numeral)?.[0] ?? '';
	const decimals = Math.abs(Number(scaled) * 10 - Math.round(Number(scaled) * 10));
	if (value === 0 || (Number(scaled) >= 0.1 && decimals < 1e-6)) return short(sign + scaled);
	return after ? text : short(numeral);
}

/** @returns null where the note does not fit */
function draw(item: FigureItem, series: Series[], scale: Scale, height: number, sheet: Sheet): ChartLayout | null {
	const { plot, last, dates } = frameOf(series, scale, height, sheet);
	place(series, scale, plot);
	const gaps = dates.xs.slice(1).map((x, index) => x - dates.xs[index]);
	const r = round(Math.min(radius, Math.max(3, Math.min(...gaps.filter((gap) => gap > 0.5), 99) * 0.36)));

	const discs = series.flatMap(({ points }) =>
		points.map(({ x, y }): Box => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }))
	);
	const taken: Obstacles = { boxes: [...discs, ...drawScale(scale, plot, sheet)], segments: [] };
	for (const { points, colour } of series) {
		const segments = points
			.slice(1)
			.map(({ x, y }, index) => ({ x1: points[index].x, y1: points[index].y, x2: x, y2: y }));
		taken.segments.push(...segments);
		const width = round(Math.min(3.5, r * 0.47));
		if (segments.length) sheet.strokes.push({ role: 'join', segments, colour, width, opacity: 1, dotted: true });
	}
	for (const { points, colour, hollow } of series)
		for (const { x, y } of points) sheet.points.push({ x, y, r, colour, hollow });

	last.draw(plot, r, taken, sheet);
	firstColumn(series, plot.ticks, sheet).draw(plot, r, taken, sheet);
	const spot = item.note ? noteSpot(item, plot, taken, sheet) : null;
	if (item.note && !spot) return null;
	if (spot) {
		writeNote(spot.lines, spot.x, spot.y, sheet);
		taken.boxes.push({ x: spot.x, y: spot.y, width: spot.lines.width, height: spot.lines.height });
	}
	labelsBetween(series, plot, r, taken, sheet);
	drawDates(dates, plot, sheet);
	drawGrid(
		scale,
		plot,
		taken.boxes.filter((box) => !discs.includes(box)),
		sheet
	);
	return sheet.layout(Math.ceil(height));
}

/** The most generous labels of the last points that leave room for a plot. */
function frameOf(series: Series[], scale: Scale, height: number, sheet: Sheet) {
	const { width } = sheet;
	const topLines = sheet.wrap(scale.full, tick, width * 0.6, 2);
	const top = sheet.y + topLines.length * tick.size * pitch + scale.above + 1;
	const ticks = Math.max(...scale.words.slice(0, -1).map((text) => sheet.width1(text, tick)), 0);
	const times = extent(series.flatMap(({ points }) => points.map(({ at }) => at))) as [number, number];
	const variants = lastVariants(series, sheet);
	const fitted = variants.map((last): { plot: Plot; last: Column; dates: DateLabels; room: number } => {
		const right = width - last.width - gapToLabel;
		const first = firstColumn(series, ticks, sheet);
		const left = Math.min(Math.max(ticks + 12 + first.width + radius + 14, 24), right - 24);
		const dates = dateLabels(series, left, right, sheet);
		const bottom = height - dates.height;
		const ceiling = sheet.widest(topLines, tick) + 8 < right + gapToLabel ? sheet.y : top;
		const plot = { left, right, top, bottom, ceiling, ticks };
		return { plot, last, dates, room: last.height + 2 <= bottom - ceiling ? right - left : 0 };
	});
	// The last way leaves the amounts out: a narrow plot is better.
	const [withAmounts, names] = [fitted.slice(0, -1), fitted[fitted.length - 1]];
	const chosen =
		withAmounts.find(({ room }) => room >= Math.min(110, width * 0.36)) ??
		withAmounts.findLast(({ room }) => room >= 60) ??
		names;
	// A single date stands beside its words.
	if (times[0] === times[1]) chosen.plot.left = chosen.plot.right;
	return chosen;
}

function place(series: Series[], { ticks }: Scale, plot: Plot): void {
	const [from, to] = extent(series.flatMap(({ points }) => points.map(({ at }) => at))) as [number, number];
	const x = scaleLinear([from, to], [plot.left, plot.right]);
	const y = scaleLinear([0, ticks[ticks.length - 1]], [plot.bottom, plot.top]);
	for (const { points } of series)
		for (const point of points) {
			point.x = round(from === to ? plot.right : x(point.at));
			point.y = round(y(point.row.value));
		}
}

/** Writes the scale’s labels above its lines; @returns their boxes */
function drawScale({ ticks, words, full, above }: Scale, plot: Plot, sheet: Sheet): Box[] {
	const y = scaleLinear([0, ticks[ticks.length - 1]], [plot.bottom, plot.top]);
	return ticks.map((value, index): Box => {
		const isTop = index === ticks.length - 1;
		const lines = isTop ? sheet.wrap(full, tick, sheet.width * 0.6, 2) : [words[index]];
		const height = lines.length * tick.size * pitch;
		const top = y(value) - (isTop ? above : 3) - height;
		sheet.write(lines, 0, top, tick);
		return { x: 0, y: top, width: sheet.widest(lines, tick), height };
	});
}

/** Draws grid lines, interrupted where words stand on them. */
function drawGrid({ ticks }: Scale, plot: Plot, boxes: Box[], sheet: Sheet): void {
	const y = scaleLinear([0, ticks[ticks.length - 1]], [plot.bottom, plot.top]);
	const right = plot.right + radius + 1;
	sheet.stroke(0, plot.bottom, right, plot.bottom);
	for (const value of ticks.slice(1)) {
		const at = round(y(value));
		const across = boxes.filter((box) => box.y - 3 < at && at < box.y + box.height + 3).sort((a, b) => a.x - b.x);
		let from = 0;
		for (const box of [...across, { x: right + 6, width: 0 }]) {
			const to = Math.min(box.x - 6, right);
			if (to - from > 8) sheet.grid.push({ x1: round(from), y1: at, x2: round(to), y2: at });
			from = Math.max(from, box.x + box.width + 6);
		}
	}
}

/** A place for the note in the largest corner free of points, dots and words. */
function noteSpot(item: FigureItem, plot: Plot, taken: Obstacles, sheet: Sheet) {
	const size = sheet.width < 480 ? 13 : 14;
	const widest = Math.min(280, sheet.width * 0.6);
	const rooms = Array.from({ length: 12 }, (_, n) => widest - n * 16).filter((room) => room >= 100);
	const sizes = rooms.map((room) => noteLines(item, room, size, sheet));
	const left = plot.ticks + 14;
	const region = { x: left, y: plot.top + 8, width: sheet.width - left, height: plot.bottom - plot.top - 18 };
	const spot = cornerSpot(sizes, region, taken, 11);
	return spot && { lines: sizes[spot.index], x: spot.x, y: spot.y };
}
