/** Finds the columns of a foreign table by their usual names, or proposes some that look like them. */
import { suggest } from '../story/messages.ts';
import { fields, nameOf, names, neat, type Column } from './columnNames.ts';
import { readDate, type DateRules } from './dates.ts';
import type { TableRow } from './table.ts';
import { shown, type Problems } from './types.ts';

/** Several indexes where a text is spread over more than one column. */
export type Columns = Map<Column, number[]>;

const onlyYear = new Set(['year', 'start year', 'jahr', 'année', 'annee', 'año', 'ano', 'anno', '年份', '年度', '年']);

/** Finds columns by their names alone. */
function byName(header: readonly string[], asked: ReadonlyMap<Column, number>): Columns {
	const columns: Columns = new Map([...asked].map(([column, index]) => [column, [index]]));
	const cells = header.map(neat);
	const taken = new Set(asked.values());
	for (const column of fields) {
		const rank = (index: number) => names[column].indexOf(cells[index]);
		const found = [...cells.keys()]
			.filter((index) => !taken.has(index) && rank(index) >= 0)
			.sort((a, b) => rank(a) - rank(b) || a - b);
		if (columns.has(column) || found.length === 0) continue;
		const kept = column === 'text' ? found.sort((a, b) => a - b) : found.slice(0, 1);
		if ((column === 'month' || column === 'day') && !onlyYear.has(cells[columns.get('date')?.[0] ?? -1])) continue;
		columns.set(column, kept);
		kept.forEach((index) => taken.add(index));
	}
	return columns;
}

/** Whether a row names the columns that every event needs. */
export const isHeader = (cells: readonly string[]) => {
	// A row of texts may happen to say “Date” in one of them.
	if (cells.some((cell) => cell.length > 80)) return false;
	const columns = byName(cells, new Map());
	return columns.has('date') && columns.has('title');
};

/** Finds columns by the exact names of Throughline’s own export. */
export function ownColumns(header: readonly string[]): Columns {
	const own: Partial<Record<string, Column>> = {
		date_words: 'when',
		quote_kind: 'quoteKind',
		sides: 'sides',
		sources: 'sources'
	};
	const unread = new Set(['unit', 'values', 'speaks_of', 'notes']);
	return new Map(
		header.flatMap((cell, index): [Column, number[]][] => {
			const name = cell.toLowerCase();
			const column = own[name] ?? fields.find((field) => field === name);
			return column && !unread.has(name) ? [[column, [index]]] : [];
		})
	);
}

/**
 * @param asked field → name or number of the column, from `--columns`
 * @returns null, with problems, where date, title or a requested column is missing
 */
export function findColumns(
	header: readonly string[],
	rows: readonly TableRow[],
	asked: ReadonlyMap<Column, string>,
	problems: Problems,
	place: { line: number; row: number },
	rules: DateRules
): Columns | null {
	const numbers = new Map<Column, number>();
	for (const [column, name] of asked) {
		const index = indexOf(header, name);
		if (index >= 0) numbers.set(column, index);
		else {
			const near = suggest(name, header.filter(Boolean)).map(shown);
			const advice =
				near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${header.map(shown).join(', ')}`;
			problems.skipped(place, `there is no column ${shown(name)}; ${advice}`, nameOf(column));
		}
	}
	if (numbers.size < asked.size) return null;
	const columns = byName(header, numbers);
	const missing = (['date', 'title'] as const).filter((column) => !columns.has(column));
	if (missing.length === 0) return columns;
	const proposed = propose(header, rows, columns, missing, rules);
	for (const column of missing) problems.skipped(place, missingColumn(column, header, proposed), column);
	return null;
}

function indexOf(header: readonly string[], name: string): number {
	const found = header.findIndex((cell) => cell === name.trim());
	if (found >= 0) return found;
	const near = header.findIndex((cell) => neat(cell) === neat(name) && cell !== '');
	if (near >= 0) return near;
	const number = /^\d{1,3}$/.test(name.trim()) ? Number(name) - 1 : -1;
	return number < header.length ? number : -1;
}

type Proposal = Partial<Record<'date' | 'title', string>>;

function missingColumn(column: 'date' | 'title', header: readonly string[], proposal: Proposal): string {
	const looksLikeData = header.some((cell) => /\d/.test(cell) && 'edtf' in readDate(cell || '-'));
	if (looksLikeData)
		return 'the first line looks like an event, not like names of columns; write a line such as date,title,text above it';
	const all = Object.entries(proposal).map(([field, name]) => `${field}=${name}`);
	const list = all.join(',');
	const option =
		all.length > 0 ? `--columns ${/[^\w=,-]/.test(list) ? `"${list}"` : list}` : '--columns date=…,title=…';
	const mine = proposal[column];
	const advice = mine ? `if it is ${shown(mine)}, import with ${option}` : `say which it is with ${option}`;
	return `there is no column “${column}”; ${advice} (the columns are ${header.map((cell) => shown(cell)).join(', ')})`;
}

/** Suggests columns, not identified otherwise, whose name is similar or whose cells fit. */
function propose(
	header: readonly string[],
	rows: readonly TableRow[],
	columns: Columns,
	missing: readonly ('date' | 'title')[],
	rules: DateRules
): Proposal {
	const taken = new Set([...columns.values()].flat());
	const proposal: Proposal = {};
	for (const column of missing) {
		const free = [...header.keys()].filter((index) => !taken.has(index));
		const named = suggest(column, free.map((index) => header[index]).filter(Boolean))[0];
		const byNames = free.find((index) => named !== undefined && header[index] === named);
		const best = byNames ?? fitting(column, free, rows, rules);
		if (best === undefined) continue;
		taken.add(best);
		proposal[column] = header[best] || String(best + 1);
	}
	return proposal;
}

function fitting(
	column: 'date' | 'title',
	free: readonly number[],
	rows: readonly TableRow[],
	rules: DateRules
): number | undefined {
	const scored = free.map((index) => {
		const cells = rows
			.slice(0, 50)
			.map((row) => row.cells[index].trim())
			.filter(Boolean);
		const dates = cells.filter((cell) => cell.length < 40 && 'edtf' in readDate(cell, rules)).length;
		const short = cells.filter((cell) => /\p{L}/u.test(cell) && cell.length < 120);
		const score = column === 'date' ? dates : dates > cells.length / 2 ? 0 : new Set(short).size;
		return { index, score, isEnough: cells.length > 0 && score > cells.length / 2 };
	});
	const best = scored.filter(({ isEnough }) => isEnough).sort((a, b) => b.score - a.score || a.index - b.index)[0];
	return best?.index;
}

/** Lists the columns that have content but are not read. */
export function listUnread(
	header: readonly string[],
	rows: readonly TableRow[],
	columns: Columns,
	problems: Problems,
	place: { line: number; row: number }
): void {
	const read = new Set([...columns.values()].flat());
	header.forEach((cell, index) => {
		const filled = read.has(index) ? 0 : rows.filter(({ cells }) => cells[index].trim()).length;
		const name = cell || `column ${index + 1}`;
		if (filled > 0)
			problems.changed(place, `the column ${shown(name)} is not read; ${filled} filled cells left out`, name);
	});
}
