/** Reads a small CSV file whole. A large one is read by DuckDB: duck.ts. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Problem } from '../../story/parse.ts';
import {
	oddDate,
	readActors,
	readDate,
	readImportance,
	tidy,
	usedId,
	wrongId,
	wrongTitle,
	wrongUrl,
	type CellDate
} from './cells.ts';
import { findColumns } from './columns.ts';
import type { Row } from './rowColumns.ts';
import { countKind, mostListed, ownActors, plainOf, type Source, type Span, type TableResult } from './table.ts';

interface RawRow {
	row: number;
	date: CellDate;
	actors: string[];
	importance: number;
	titles: string[];
	when: (string | null)[];
	url?: string;
	id?: string;
}

const isIn = (at: number, [from, to]: Span) => at >= from && at < to;

/** The mark that separates the most column names in the header. */
export function delimiterOf(text: string): string {
	const header = (/^[^\r\n]*\S[^\r\n]*/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
	return [',', ';', '\t'].reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
}

export const cellsMessage = (cells: number, header: number) =>
	`the row has ${cells} cells, the header ${header}; put cells that hold the mark between cells into quotation marks`;

const notUtf8 = 'the file is not UTF-8; save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)';

export function readCsv({ path, story }: Source): TableResult {
	const problems: Problem[] = [];
	// As in a spreadsheet, where the header is row 1.
	const tell = (row: number, column: number, name: string, message: string) =>
		problems.push({ file: path, line: row + 1, column: column + 1, path: name && `row ${row}, ${name}`, message });
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
	} catch {
		tell(0, 0, '', notUtf8);
		return { problems, count: 1 };
	}
	const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: true });
	const [header = [], ...lines] = data;
	for (const { row = 1, message } of errors.filter(({ type }) => type === 'Quotes').slice(0, mostListed))
		tell(row, 0, '', `${message}; write "" for a mark inside a cell, and one at its end`);
	if (errors.some(({ type }) => type === 'Quotes')) return { problems, count: problems.length };
	const found = findColumns(header, story);
	if ('problems' in found) {
		found.problems.forEach((message) => tell(0, 0, '', message));
		return { problems, count: problems.length };
	}
	const { columns } = found;
	const place = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name));
	const at = {
		date: place(columns.date),
		actors: place(columns.actors),
		importance: place(columns.importance),
		url: place(columns.url),
		id: place(columns.id),
		titles: columns.titles.map(place),
		when: columns.when.map(place)
	};
	const known = new Set(story.actors.map(({ id }) => id));
	const taken = new Set(story.events.map(({ id }) => id));
	const ids = new Map<string, number>();
	const counts = { day: 0, instant: 0 };
	const rows: RawRow[] = [];
	lines.forEach((cells, n) => {
		const row = n + 1;
		if (cells.length !== header.length) return tell(row, 0, '', cellsMessage(cells.length, header.length));
		const cell = (column: number) => (column < 0 ? '' : cells[column].trim());
		const read = <T>(column: number, answer: { value: T } | { problem: string }): T | undefined => {
			if ('value' in answer) return answer.value;
			tell(row, column, header[column], answer.problem);
		};
		const hold = (column: number, wrong: string | undefined) => {
			if (wrong) tell(row, column, header[column], wrong);
		};
		const date = read(at.date, readDate(cell(at.date)));
		const actors = read(at.actors, readActors(cell(at.actors), known));
		const importance = read(at.importance, readImportance(cell(at.importance)));
		at.titles.forEach((column) => hold(column, wrongTitle(cell(column))));
		hold(at.url, wrongUrl(cell(at.url)));
		const id = cell(at.id);
		if (at.id >= 0) {
			const first = ids.get(id);
			const wrong = wrongId(id, taken);
			hold(at.id, wrong ?? (first === undefined ? undefined : usedId(id, first)));
			if (!wrong && first === undefined) ids.set(id, row);
		}
		if (!date || !actors || !importance) return;
		countKind(counts, date);
		rows.push({
			row,
			date,
			actors,
			importance,
			titles: at.titles.map((column) => tidy(cell(column))),
			when: at.when.map((column) => tidy(cell(column)) || null),
			url: cell(at.url) || undefined,
			id: id || undefined
		});
	});
	if (!lines.length) tell(0, 0, '', 'the table has no rows; write at least one, or leave "table" out of story.yaml');
	problems.sort((a, b) => a.line - b.line || a.column - b.column);
	if (problems.length) return { problems: problems.slice(0, mostListed), count: problems.length };

	rows.sort((a, b) => a.date.at - b.date.at || a.row - b.row);
	const plain = plainOf(counts);
	const together = new Map<string, { actors: string[]; count: number }>();
	for (const { actors } of rows) {
		const one = together.get(actors.join()) ?? { actors, count: 0 };
		one.count++;
		together.set(actors.join(), one);
	}
	return {
		count: rows.length,
		at: [rows[0].date.at, rows.at(-1)!.date.at],
		together: [...together.values()],
		plain,
		translated: columns.translated,
		countIn: (spans) => spans.map((span) => rows.filter(({ date }) => isIn(date.at, span)).length),
		*rows({ casts, castOf }, unit, span) {
			const wanted = span ? rows.filter(({ date }) => isIn(date.at, span)) : rows;
			yield wanted.map(({ row, date, actors, importance, titles, when, url, id }): Row => {
				const cast = castOf(actors);
				const odd = unit > 1 || date.kind !== plain || when.some((words) => words !== null);
				return {
					row,
					id,
					at: Math.floor(date.at / unit) * unit,
					cast,
					importance,
					titles,
					actors: ownActors(actors, casts[cast].actors),
					date: odd ? oddDate(date.span, story.languages, when) : undefined,
					url
				};
			});
		},
		close: () => {}
	};
}
