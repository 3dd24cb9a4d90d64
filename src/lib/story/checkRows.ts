/** Checks the rows of a figure: a date in each row of a line chart and nowhere else, one scale, one amount per date. */
import type { Entries, Path, Place } from './check.ts';
import { parseDate } from './date.ts';
import * as say from './messages.ts';

type Figure = Entries['figures'][number]['value'];
type Tell = (path: Path, message: string, at?: Place['at']) => void;

/** Maximum number of lines that direct labels can tell apart on a phone. */
const mostLines = 8;

/** @param line gives the line number of a path in figures.yaml */
export function checkRows({ figures }: Entries, tell: Tell, line: (path: Path) => number): void {
	for (const { value: figure, index } of figures) {
		figure.rows.forEach((row, i) => {
			const path = [index, 'rows', i];
			if (figure.chart !== 'line') {
				for (const key of ['date', 'when'] as const)
					if (row[key] !== undefined) tell([...path, key], say.dateOutsideLine(key, figure.chart), 'key');
			} else {
				for (const key of ['group', 'unit', 'format'] as const)
					if (row[key] !== undefined) tell([...path, key], say.notInLine(key), 'key');
				if (row.date === undefined) {
					tell(path, say.rowWithoutDate());
					if (row.when) tell([...path, 'when'], say.whenWithoutDate(), 'key');
				} else {
					const read = parseDate(row.date);
					if ('problem' in read) tell([...path, 'date'], read.problem);
				}
			}
		});
		if (figure.chart === 'line') lines(figure, index, tell, line);
	}
}

function lines({ rows }: Figure, index: number, tell: Tell, line: (path: Path) => number): void {
	const first = new Map<string, number>();
	rows.forEach((row, i) => {
		if (row.date === undefined) return;
		const key = JSON.stringify([row.label, row.date.trim()]);
		const earlier = first.get(key);
		if (earlier === undefined) first.set(key, i);
		else {
			const label = Object.values(row.label)[0];
			tell([index, 'rows', i, 'date'], say.sameDateTwice(label, line([index, 'rows', earlier, 'date'])));
		}
	});
	const count = new Set(rows.map(({ label }) => JSON.stringify(label))).size;
	if (count > mostLines) tell([index, 'rows'], say.tooManyLines(count, mostLines), 'key');
}
