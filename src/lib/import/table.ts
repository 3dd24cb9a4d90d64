/** CSV (RFC 4180, or with semicolons or tabs) → cells, each row with its place in the file. */
import Papa from 'papaparse';
import { shown, type Place, type Problems } from './types.ts';

export interface TableRow extends Required<Place> {
	/** As many as the header has. */
	cells: string[];
}

export interface Table {
	/** As written, trimmed. */
	header: string[];
	rows: TableRow[];
}

/** What stands most often between the names of the columns: texts below may hold more of another mark. */
function delimiterOf(text: string): string {
	const header = (/^[^\r\n]*\S[^\r\n]*/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
	const marks = [',', ';', '\t', '|'];
	return marks.reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
}

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '');

/** @returns null where the file cannot be read as a table at all; then there is a problem that says why. */
export function readTable(text: string, problems: Problems): Table | null {
	const rows: TableRow[] = [];
	const broken: { row: number; start: number; cells: string[]; error: Papa.ParseError }[] = [];
	let from = 0;
	let line = 1;
	let row = 0;
	const delimiter = delimiterOf(text);
	Papa.parse<string[]>(text, {
		delimiter,
		step: ({ data, errors, meta }) => {
			row++;
			const quotes = errors.find(({ type }) => type === 'Quotes');
			if (quotes) broken.push({ row, start: from, cells: data, error: quotes });
			rows.push({ cells: data, row, line });
			line += breaks(text.slice(from, meta.cursor));
			from = meta.cursor;
		}
	});
	const head = rows.findIndex(({ cells }) => !isBlank(cells));
	if (head < 0) {
		problems.skipped(
			{ line: 1 },
			'the file is empty; write a header row such as date,title,text and a row for each event'
		);
		return null;
	}
	const header = rows[head].cells.map((cell) => cell.trim());
	if (broken.length > 0) {
		// What follows a quotation mark in the wrong place is cut in the wrong places too.
		const { row, start, cells, error } = broken[0];
		const unclosed = error.code === 'MissingQuotes';
		const before = unclosed ? cells.slice(0, -1) : cellsBefore(text.slice(start, error.index), delimiter);
		const at = unclosed ? cells.length - 1 : before.length;
		const message = unclosed
			? 'a cell begins with " and the mark that ends it is missing; write it, and "" for a mark inside the cell'
			: 'a " stands inside a cell in quotation marks; write "" for a mark inside the cell';
		const line = rows[row - 1].line + before.reduce((sum, cell) => sum + breaks(cell), 0);
		problems.skipped({ line, row }, message, header[at] || `column ${at + 1}`);
		return null;
	}
	const data = rows.slice(head + 1).filter(({ cells }) => !isBlank(cells));
	return { header, rows: data.flatMap((one) => squared(one, header, problems)) };
}

/** The row with as many cells as the header; none where there is no telling which cell is which. */
function squared({ cells, line, row }: TableRow, header: string[], problems: Problems): TableRow[] {
	const extra = cells.slice(header.length).filter((cell) => cell.trim());
	if (extra.length > 0) {
		const message = `the row has ${cells.length} cells and the header ${header.length}: ${shown(extra[0])} is beyond the last column; put a cell that holds the separator into quotation marks`;
		problems.skipped({ line, row }, message, header.at(-1));
		return [];
	}
	if (cells.length < header.length) {
		const missing = header[cells.length] || `column ${cells.length + 1}`;
		const message = `the row has ${cells.length} cells and the header ${header.length}: it ends before this column, which was read as empty`;
		problems.changed({ line, row }, message, missing);
	}
	return [{ cells: header.map((_, index) => cells[index] ?? ''), line, row }];
}

const breaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** The cells that end before a broken one begins. */
function cellsBefore(text: string, delimiter: string): string[] {
	const { data } = Papa.parse<string[]>(text, { delimiter });
	return (data.at(-1) ?? []).slice(0, -1);
}
