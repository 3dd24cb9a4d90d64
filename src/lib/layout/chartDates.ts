/** The dates of a line chart, as labels under its points. */
import type { Series, Plot } from './chartTypes.ts';
import { pitch, type Sheet, type Style } from './chartSheet.ts';

export interface DateLabels {
	/** Positions of all dates, in order, px. */
	xs: number[];
	/** The dates that have a label. */
	named: { at: number; x: number; lines: string[] }[];
	/** Height below the axis, px. */
	height: number;
}

const style: Style = { role: 'label', size: 13, weight: 600, anchor: 'middle' };
const stub = 8;

/** The first and the last date always have a label; those between have one where it fits. */
export function dateLabels(series: Series[], left: number, right: number, sheet: Sheet): DateLabels {
	const words = new Map<number, string>();
	for (const { points } of series) for (const { at, row } of points) if (!words.has(at)) words.set(at, row.date!.label);
	const times = [...words.keys()].sort((a, b) => a - b);
	const [from, to] = [times[0], times[times.length - 1]];
	const xOf = (at: number) => (from === to ? right : left + ((at - from) / (to - from)) * (right - left));
	const middle = (left + right) / 2;
	const named: DateLabels['named'] = [];
	const taken: [number, number][] = [];
	const set = (at: number, low: number, high: number, most: number) => {
		const lines = sheet.wrap(words.get(at)!, style, high - low, most);
		const half = sheet.widest(lines, style) / 2;
		const x = Math.min(Math.max(xOf(at), low + half), high - half);
		named.push({ at: xOf(at), x, lines });
		taken.push([x - half, x + half]);
	};
	if (from === to) set(from, 0, sheet.width, 3);
	else {
		set(from, 0, middle - 6, 3);
		set(to, middle + 6, sheet.width, 3);
	}
	for (const at of times.slice(1, -1)) {
		const half = sheet.width1(words.get(at)!, style) / 2;
		const x = xOf(at);
		if (taken.every(([low, high]) => x + half + 12 <= low || x - half - 12 >= high)) set(at, x - half, x + half + 1, 1);
	}
	const lines = Math.max(...named.map(({ lines }) => lines.length));
	return { xs: times.map(xOf), named, height: stub + 4 + lines * style.size * pitch + 2 };
}

export function drawDates({ xs, named }: DateLabels, { bottom }: Plot, sheet: Sheet): void {
	for (const x of xs) sheet.stroke(x, bottom, x, bottom + (named.some(({ at }) => at === x) ? stub : stub / 2));
	for (const { x, lines } of named) sheet.write(lines, x, bottom + stub + 4, style);
}
