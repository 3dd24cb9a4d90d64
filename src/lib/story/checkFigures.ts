/**
 * Checks the rows of figures: in a line chart, and nowhere else, each has a date; one scale, one amount per date; in a
 * share they are no more than the whole.
 */
import { parseDate } from './date.ts';
import type { Entries, LineOf, Report } from './entries.ts';
import * as say from './messages.ts';

type Figure = Entries['figures'][number]['value'];
const file = 'figures.yaml';

/** Maximum number of lines that direct labels can tell apart on a phone. */
const mostLines = 8;

export function checkFigures({ figures }: Entries, report: Report, lineOf: LineOf): void {
	for (const { value: figure, index } of figures) {
		if (figure.chart === 'line') {
			checkLineRows(figure, index, report);
			checkLines(figure, index, report, lineOf);
		} else {
			checkPlainRows(figure, index, report);
		}
		if (figure.chart === 'share') {
			checkShare(figure, index, report);
		}
	}
}

function checkPlainRows({ chart, rows }: Figure, index: number, report: Report): void {
	rows.forEach((row, i) => {
		for (const key of ['date', 'when'] as const)
			if (row[key] !== undefined)
				report({ file, path: [index, 'rows', i, key], at: 'key' }, say.dateOutsideLine(key, chart));
	});
}

function checkLineRows({ rows }: Figure, index: number, report: Report): void {
	rows.forEach((row, i) => {
		const path = [index, 'rows', i];
		for (const key of ['group', 'unit', 'format'] as const)
			if (row[key] !== undefined) report({ file, path: [...path, key], at: 'key' }, say.notInLine(key));
		if (row.date === undefined) {
			report({ file, path }, say.rowWithoutDate());
			if (row.when) report({ file, path: [...path, 'when'], at: 'key' }, say.whenWithoutDate());
		} else {
			const read = parseDate(row.date);
			if ('problem' in read) report({ file, path: [...path, 'date'] }, read.problem);
		}
	});
}

function checkLines({ rows }: Figure, index: number, report: Report, lineOf: LineOf): void {
	const first = new Map<string, number>();
	rows.forEach((row, i) => {
		if (row.date === undefined) return;
		const key = JSON.stringify([row.label, row.date.trim()]);
		const earlier = first.get(key);
		if (earlier === undefined) first.set(key, i);
		else {
			const label = Object.values(row.label)[0];
			const line = lineOf({ file, path: [index, 'rows', earlier, 'date'] });
			report({ file, path: [index, 'rows', i, 'date'] }, say.sameDateTwice(label, line));
		}
	});
	const count = new Set(rows.map(({ label }) => JSON.stringify(label))).size;
	if (count > mostLines) report({ file, path: [index, 'rows'], at: 'key' }, say.tooManyLines(count, mostLines));
}

function checkShare({ whole, ...figure }: Figure, index: number, report: Report): void {
	if (!whole) {
		report({ file, path: [index, 'chart'] }, say.shareWithoutWhole());
		return;
	}
	const sums = new Map<string, number>();
	for (const { group, unit, format, value } of figure.rows) {
		const sameUnit = !unit || JSON.stringify(unit) === JSON.stringify(figure.unit);
		if (sameUnit && (!format || format === figure.format)) {
			const key = JSON.stringify(group ?? null);
			sums.set(key, (sums.get(key) ?? 0) + value);
		}
	}
	const largest = Math.max(0, ...sums.values());
	if (largest > whole.value * (1 + 1e-9)) {
		report({ file, path: [index, 'rows'], at: 'key' }, say.shareAboveWhole(largest, whole.value));
	}
}
