/** CSV (RFC 4180, or with semicolons or tabs) → cells; each row has its position in the file. */
import Papa from 'papaparse';
import { shown, type Place, type Problems } from './types.ts';

export interface TableRow extends Required<Place> {
	/** Cells; the same number as in the header. */
	cells: string[];
}

export interface Table {
	/** Names as written, trimmed. */
	header: string[];
	rows: TableRow[];
	/** Position of the header. */
	place: { line: number; row: number };
	/** Number of rows that are not blank, including unreadable ones. */
	count: number;
}

/** The mark that separates the most column names in the header; texts further down may contain more of another mark. */
function delimiterOf(text: string): string {
	const written = separatorLine.exec(text)?.[1];
	if (written) return written;
	const header = (/^[^\r\n]*\S[^\r\n]*/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
	const marks = [',', ';', '\t', '|'];
	return marks.reduce((best, mark) => (header.split(mark).length > header.split(best).length ? mark : best));
}

/** Excel reads and writes a first line `sep=;` that gives the separator. */
const separatorLine = /^sep=([^\r\n"])[ \t]*(?:\r\n|\r|\n|$)/i;

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '');

/** Maximum number of rows searched for the header, since a table’s title may stand above it. */
const mostAbove = 15;

/**
 * @param isHeader whether a row names the columns; without such a row the first that is not blank is the header
 * @returns null, with a problem, where the file cannot be read as a table at all
 */
export function readTable(
	text: string,
	problems: Problems,
	isHeader: (cells: readonly string[]) => boolean = () => false
): Table | null {
	const rows: TableRow[] = [];
	const broken: (Required<Place> & { start: number; cells: string[]; error: Papa.ParseError })[] = [];
	const delimiter = delimiterOf(text);
	const begin = separatorLine.exec(text)?.[0].length ?? 0;
	let from = begin;
	let [row, line] = begin > 0 ? [1, 2] : [0, 1];
	Papa.parse<string[]>(text.slice(begin), {
		delimiter,
		step: ({ data, errors, meta }) => {
			row++;
			const quotes = errors.find(({ type }) => type === 'Quotes');
			if (quotes) broken.push({ row, line, start: from, cells: data, error: quotes });
			rows.push({ cells: data, row, line });
			const to = meta.cursor + begin;
			line += breaks(text.slice(from, to));
			from = to;
		}
	});
	const first = rows.findIndex(({ cells }) => !isBlank(cells));
	const named = rows.slice(0, first + mostAbove).findIndex(({ cells }) => isHeader(cells));
	const head = named < 0 ? first : named;
	if (head < 0) {
		problems.skipped(
			{ line: 1 },
			'the file is empty; write a header row such as date,title,text and a row for each event'
		);
		return null;
	}
	const header = rows[head].cells.map((cell) => cell.trim());
	if (broken.length > 0) {
		// After a misplaced quotation mark, all further cells are split wrongly too.
		const { row, line: first, start, cells, error } = broken[0];
		const unclosed = error.code === 'MissingQuotes';
		const before = unclosed
			? cells.slice(0, -1)
			: cellsBefore(text.slice(start, (error.index ?? 0) + begin), delimiter);
		const at = unclosed ? cells.length - 1 : before.length;
		const message = unclosed
			? 'a cell begins with " and the mark that ends it is missing; write it, and "" for a mark inside the cell'
			: 'a " stands inside a cell in quotation marks; write "" for a mark inside the cell';
		const line = first + before.reduce((sum, cell) => sum + breaks(cell), 0);
		problems.skipped({ line, row }, message, header[at] || `column ${at + 1}`);
		return null;
	}
	for (const { cells, line, row } of rows.slice(first, head).filter(({ cells }) => !isBlank(cells)))
		problems.changed(
			{ line, row },
			`${shown(cells.filter(Boolean).join(' '))} stands above the header and was left out`
		);
	const data = rows.slice(head + 1).filter(({ cells }) => !isBlank(cells));
	const place = { line: rows[head].line, row: rows[head].row };
	return { header, rows: data.flatMap((one) => squared(one, header, problems)), place, count: data.length };
}

/** The first rows, unchanged. */
export function previewRows(text: string, count: number): string[][] {
	const begin = separatorLine.exec(text)?.[0].length ?? 0;
	return Papa.parse<string[]>(text.slice(begin), { delimiter: delimiterOf(text), preview: count }).data;
}

/** The row with as many cells as the header; none where the cells cannot be matched to columns. */
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

/** The complete cells before a broken one. */
function cellsBefore(text: string, delimiter: string): string[] {
	const { data } = Papa.parse<string[]>(text, { delimiter });
	return (data.at(-1) ?? []).slice(0, -1);
}
