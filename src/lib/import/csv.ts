/** A table with a row for each event (one’s own spreadsheet, or our own export) → events and quotations. */
import { suggest } from '../story/messages.ts';
import { Fields, Skip, splitList } from './fields.ts';
import type { Table, TableRow } from './table.ts';
import { shown, type Imported, type ImportedEvent, type ImportedQuote, type Problems } from './types.ts';

/** What a column may be called, lower case; the first is the name that messages use. */
const names = {
	date: ['date'],
	end: ['end'],
	title: ['title'],
	text: ['text', 'summary', 'description'],
	actors: ['actors'],
	sides: ['side', 'sides', 'group'],
	importance: ['importance'],
	sources: ['source', 'sources'],
	link: ['link'],
	id: ['id'],
	kind: ['kind'],
	when: ['date_words'],
	basis: ['basis'],
	speaker: ['speaker'],
	quoteKind: ['quote_kind'],
	words: ['words'],
	language: ['language'],
	translation: ['translation'],
	unit: ['unit'],
	values: ['values'],
	about: ['about']
} as const;
type Column = keyof typeof names;

/** papaparse’s `escapeFormulae` puts an apostrophe before these, so that no spreadsheet runs them. */
const escaped = /^'[=+\-@\t\r].*$/;

/** Is it the table that our own export writes? Its texts are plain: a `<b>` in one is three characters. */
export const isOwnTable = (header: readonly string[]) =>
	['kind', 'date_words', 'quote_kind'].every((name) => header.some((cell) => cell.toLowerCase() === name));

/** @returns no events, and a problem, where the columns that every event needs are not there */
export function readPlainTable({ header, rows }: Table, problems: Problems): Pick<Imported, 'events' | 'quotes'> {
	const own = isOwnTable(header);
	const columns = findColumns(header, rows, problems);
	const events: ImportedEvent[] = [];
	const quotes: ImportedQuote[] = [];
	if (!columns) return { events, quotes };
	if (own) leadsBack(columns, rows, problems);
	const reader = new RowReader(new Fields(problems, !own), header, columns, own);
	for (const row of rows) {
		const item = reader.fields.row(row, () => reader.read(row));
		if (item && 'words' in item) quotes.push(item);
		else if (item) events.push(item);
	}
	return { events, quotes };
}

type Columns = Map<Column, number>;

/** Which cell is which; null where there is no date or no title. */
function findColumns(header: readonly string[], rows: readonly TableRow[], problems: Problems): Columns | null {
	const columns: Columns = new Map();
	const unread: number[] = [];
	header.forEach((cell, index) => {
		const name = cell.toLowerCase();
		const column = (Object.keys(names) as Column[]).find((key) => (names[key] as readonly string[]).includes(name));
		if (column && !columns.has(column)) columns.set(column, index);
		else unread.push(index);
	});
	const missing = (['date', 'title'] as const).filter((column) => !columns.has(column));
	for (const column of missing) {
		const near = suggest(column, unread.map((index) => header[index]).filter(Boolean)).map(shown);
		const advice = near.length > 0 ? `; rename ${near.join(' or ')} if it is that` : '';
		const known = 'date and title; end, text, actors, side, importance, source, link, id and kind may be there too';
		problems.skipped({ line: 1, row: 1 }, `there is no column “${column}”${advice}; write ${known}`, column);
	}
	if (missing.length > 0) return null;
	for (const index of unread) {
		const filled = rows.filter(({ cells }) => cells[index].trim()).length;
		const name = header[index] || `column ${index + 1}`;
		if (filled > 0)
			problems.changed(
				{ line: 1, row: 1 },
				`the column ${shown(name)} is not read; ${filled} filled cells left out`,
				name
			);
	}
	return columns;
}

/** The links of our own export lead to the cards of the story that it was made from. */
function leadsBack(columns: Columns, rows: readonly TableRow[], problems: Problems): void {
	const index = columns.get('link');
	columns.delete('link');
	if (index !== undefined && rows.some(({ cells }) => cells[index].trim()))
		problems.changed({ line: 1, row: 1 }, 'the links to the story that this was exported from were left out', 'link');
}

class RowReader {
	constructor(
		readonly fields: Fields,
		private readonly header: readonly string[],
		private readonly columns: Columns,
		private readonly own: boolean
	) {}

	private cell({ cells }: TableRow, column: Column): string {
		const index = this.columns.get(column);
		const cell = index === undefined ? '' : cells[index];
		const mayBeEscaped = this.own || column === 'date' || column === 'end';
		return mayBeEscaped && escaped.test(cell) ? cell.slice(1) : cell;
	}

	/** As the file calls it. */
	private name(column: Column): string {
		const index = this.columns.get(column);
		return index === undefined ? names[column][0] : this.header[index];
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
		const title = this.fields.title(this.cell(row, 'title'), row, this.name('title'));
		const importance = this.fields.importance(this.cell(row, 'importance'), row, this.name('importance'));
		return { ...this.item(row), title, text: this.text(row), ...(importance && { importance }) };
	}

	private text = (row: TableRow) => this.fields.text(this.cell(row, 'text'), row, this.name('text'));

	private item(row: TableRow) {
		const { fields } = this;
		const start = fields.date(this.cell(row, 'date'), row, this.name('date'));
		const line = (column: Column) => fields.line(this.cell(row, column), row, this.name(column));
		const list = (column: Column) => fields.names(this.cell(row, column), row, this.name(column));
		return {
			line: row.line,
			row: row.row,
			id: this.cell(row, 'id').trim() || undefined,
			date: fields.interval(start, this.cell(row, 'end'), row, this.name('end')),
			when: line('when') || undefined,
			basis: this.cell(row, 'basis').trim().toLowerCase() === 'inferred' ? ('inferred' as const) : undefined,
			actors: list('actors'),
			sides: list('sides'),
			sources: (this.own ? splitList(line('sources')).join('; ') : line('sources')) || undefined,
			link: fields.link(this.cell(row, 'link'), row, this.name('link'))
		};
	}

	/** A quotation comes in only with all that makes it one: whose words, in which language, how quoted. */
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
