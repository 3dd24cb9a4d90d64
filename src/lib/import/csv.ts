/** A table with a row for each event (an editor’s spreadsheet, or Throughline’s own export) → events and quotations. */
import { withoutGuard } from '../text/formula.ts';
import { findColumns, listUnread, ownColumns, type Columns } from './columns.ts';
import { nameOf, type Column } from './columnNames.ts';
import { needsOrder, readDate, shownOrder, type DateRules } from './dates.ts';
import { Fields, Skip, splitList } from './fields.ts';
import type { Table, TableRow } from './table.ts';
import {
	shown,
	type Imported,
	type ImportedEvent,
	type ImportedQuote,
	type Problems,
	type ReadOptions
} from './types.ts';

/** Whether the table is Throughline’s own export. Its texts are plain: a `<b>` in one is three characters. */
export const isOwnTable = (header: readonly string[]) =>
	['kind', 'date_words', 'quote_kind'].every((name) => header.some((cell) => cell.toLowerCase() === name));

/** @returns no events, and a problem, where columns that every event needs are missing */
export function readPlainTable(
	table: Table,
	problems: Problems,
	options: ReadOptions = {}
): Pick<Imported, 'events' | 'quotes' | 'entries'> {
	const { header, rows, place, count: entries } = table;
	const own = isOwnTable(header);
	const events: ImportedEvent[] = [];
	const quotes: ImportedQuote[] = [];
	const asked: DateRules = options.dates ? { order: options.dates, asked: true } : {};
	const columns = own
		? ownColumns(header)
		: findColumns(header, rows, options.columns ?? new Map(), problems, place, asked);
	if (!columns?.has('date') || !columns.has('title')) return { events, quotes, entries };
	listUnread(header, rows, columns, problems, place);
	if (own) leadsBack(columns, table, problems);
	const rules = options.dates || own ? asked : orderShown(columns, table, problems);
	const reader = new RowReader(new Fields(problems, !own, rules), header, columns, own);
	for (const row of rows) {
		const item = reader.fields.row(row, () => reader.read(row));
		if (item && 'words' in item) quotes.push(item);
		else if (item) events.push(item);
	}
	if (!own) sayNegative(columns, table, problems);
	return { events, quotes, entries };
}

const cellsOf = (columns: Columns, column: Column, { rows }: Table) => {
	const index = columns.get(column)?.[0];
	return index === undefined ? [] : rows.map(({ cells }) => cells[index]);
};

/** Finds whether day or month comes first in 03/05/2021 from other dates of the columns, and reports it. */
function orderShown(columns: Columns, table: Table, problems: Problems): DateRules {
	const cells = (['date', 'end'] as const).flatMap((column) => cellsOf(columns, column, table));
	const found = shownOrder(cells);
	const unclear = cells.filter(needsOrder).length;
	if (!found || unclear === 0) return {};
	const column = table.header[columns.get('date')![0]];
	if (found === 'mixed') {
		const message = 'some dates have the day first and some the month, so that none shows how the others are meant';
		problems.changed(table.place, message, column);
		return {};
	}
	const words = found.order === 'dmy' ? 'day/month/year' : 'month/day/year';
	const { row } = table.rows[found.by % table.rows.length];
	const message = `dates are ${words}, as ${shown(cells[found.by])} in row ${row} shows: ${unclear} that could be read in two ways were read so (--dates says otherwise)`;
	problems.changed(table.place, message, column);
	return { order: found.order };
}

/** Reports a year such as -0044: it is read as EDTF, where year 0000 is 1 BCE, unlike in other conventions. */
function sayNegative(columns: Columns, table: Table, problems: Problems): void {
	const found = cellsOf(columns, 'date', table).findIndex((cell) => /^-\d{4}(?!\d)/.test(cell.trim()));
	const [year] = /^-(\d{4})/.exec(found < 0 ? '' : cellsOf(columns, 'date', table)[found].trim()) ?? [];
	if (!year || !('edtf' in readDate(year))) return;
	const message = `years below 0 were read as EDTF has them: ${year} is ${1 - Number(year)} BCE (year 0000 is 1 BCE)`;
	problems.changed(table.rows[found], message, table.header[columns.get('date')![0]]);
}

/** Drops the links of Throughline’s own export, which lead to the cards of the story that it was made from. */
function leadsBack(columns: Columns, table: Table, problems: Problems): void {
	const filled = cellsOf(columns, 'link', table).some((cell) => cell.trim());
	columns.delete('link');
	if (filled) problems.changed(table.place, 'the links to the story that this was exported from were left out', 'link');
}

class RowReader {
	constructor(
		readonly fields: Fields,
		private readonly header: readonly string[],
		private readonly columns: Columns,
		private readonly own: boolean
	) {}

	private cell({ cells }: TableRow, column: Column): string {
		const indices = this.columns.get(column) ?? [];
		const written = indices.map((index) => cells[index]);
		const cell = written.length < 2 ? (written[0] ?? '') : written.filter((one) => one.trim()).join('\n\n');
		const mayBeEscaped = this.own || column === 'date' || column === 'end';
		return mayBeEscaped ? withoutGuard(cell) : cell;
	}

	/** The column’s name in the file. */
	private name(column: Column): string {
		const index = this.columns.get(column)?.[0];
		return index === undefined ? nameOf(column) : this.header[index] || `column ${index + 1}`;
	}

	/** @throws Skip */
	read(row: TableRow): ImportedEvent | ImportedQuote {
		const kind = this.cell(row, 'kind').trim().toLowerCase() || 'event';
		if (kind === 'quote') return this.quote(row);
		if (kind === 'figure')
			throw new Skip(
				'a figure cannot be read back from a table: its amounts are words here; write it into figures.yaml',
				this.name('kind')
			);
		if (kind !== 'event') throw new Skip(`there is no kind ${shown(kind)}; write event or quote`, this.name('kind'));
		const titled = this.fields.titled(this.cell(row, 'title'), this.text(row), [], row, this.name('title'));
		const importance = this.fields.importance(this.cell(row, 'importance'), row, this.name('importance'));
		return { ...this.item(row), ...titled, ...(importance && { importance }) };
	}

	private text = (row: TableRow) => this.fields.text(this.cell(row, 'text'), row, this.name('text'));

	private item(row: TableRow) {
		const { fields } = this;
		const line = (column: Column) => fields.line(this.cell(row, column), row, this.name(column));
		const list = (column: Column) => fields.names(this.cell(row, column), row, this.name(column));
		const sources = this.own ? splitList(line('sources')).join('; ') : line('sources');
		const link = fields.link(this.cell(row, 'link'), row, this.name('link'));
		// A source cell that holds only an address is a link.
		const isAddress = !link && /^https?:\/\/\S+$/.test(sources);
		const media = [
			...fields.media(this.cell(row, 'media'), '', row, this.name('media')),
			...(this.own ? [] : fields.linked(this.cell(row, 'text'), row, this.name('text')))
		];
		const place = line('place');
		return {
			line: row.line,
			row: row.row,
			id: this.cell(row, 'id').trim() || undefined,
			...fields.dates(this.date(row), this.end(row), row, this.name('date'), this.name('end')),
			when: line('when') || undefined,
			basis: this.cell(row, 'basis').trim().toLowerCase() === 'inferred' ? ('inferred' as const) : undefined,
			actors: list('actors'),
			sides: list('sides'),
			...(place && { place }),
			sources: (!isAddress && sources) || undefined,
			link: isAddress ? fields.link(sources, row, this.name('sources')) : link,
			...(media.length > 0 && { media })
		};
	}

	/** The date; joined from its parts where a table has separate columns for year, month and day. */
	private date(row: TableRow): string {
		const [date, month, day] = (['date', 'month', 'day'] as const).map((column) => this.cell(row, column).trim());
		const joined =
			/^\d{4}$/.test(date) && month ? [date, month, day].filter(Boolean).join(/^\d+$/.test(month) ? '-' : ' ') : date;
		return this.withTime(joined, 'time', row);
	}

	private end = (row: TableRow) => this.withTime(this.cell(row, 'end').trim(), 'endTime', row);

	private withTime(date: string, column: 'time' | 'endTime', row: TableRow): string {
		const time = this.cell(row, column).trim();
		return date && time ? `${date} ${time}` : date;
	}

	/** A quotation is read only with all that it needs: speaker, language, and how it is quoted. */
	private quote(row: TableRow): ImportedQuote {
		const { fields } = this;
		const speaker = fields.line(this.cell(row, 'speaker') || this.cell(row, 'title'), row, this.name('speaker'));
		if (!speaker) throw new Skip('the quotation has no speaker; write a name', this.name('speaker'));
		const kind = this.cell(row, 'quoteKind').trim();
		if (kind !== 'direct' && kind !== 'term' && kind !== 'reported')
			throw new Skip(
				`there is no kind of quotation ${shown(kind)}; write direct, term or reported`,
				this.name('quoteKind')
			);
		const several = (column: Column) =>
			this.own || kind === 'term'
				? splitList(this.cell(row, column))
				: [this.cell(row, column)].filter((text) => text.trim());
		const clean = (column: Column) =>
			several(column)
				.map((text) => fields.text(text, row, this.name(column)))
				.filter(Boolean);
		const words = clean('words');
		if (words.length === 0) throw new Skip('the quotation has no words; write them to the letter', this.name('words'));
		return {
			...this.item(row),
			speaker,
			kind,
			words,
			language: fields.language(this.cell(row, 'language'), this.name('language')),
			translation: clean('translation'),
			context: this.text(row),
			about: splitList(this.cell(row, 'about'))
		};
	}
}
