/**
 * Reads a table of any size with DuckDB: SQL reads plain cells, and any other cell is read once for all rows with the
 * same text. What does not fit into memory goes to disk.
 */
import type { Problem } from '../../story/parse.ts';
import { appendArrow } from './arrow.ts';
import { findColumns, type Columns } from './columns.ts';
import { cellsMessage } from './csv.ts';
import { Database, name, text } from './database.ts';
import { checkRows } from './duckChecks.ts';
import { dated, numberActors, rowTime } from './duckRows.ts';
import { duckTable } from './duckTable.ts';
import { mostListed, plainOf, type Source, type TableResult } from './table.ts';

export async function readByDuck(source: Source, delimiter: string): Promise<TableResult> {
	const db = await Database.open(source.temp);
	try {
		const result = await new Duck(source, db, delimiter).read();
		if ('problems' in result) db.close();
		return result;
	} catch (error) {
		db.close();
		throw error;
	}
}

/** Plain dates that SQL reads the way date.ts does. */
const day = `'[1-9]\\d{3}-\\d\\d-\\d\\d'`;
const instant = `'[1-9]\\d{3}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ'`;
const middleOfSecond = (ms: string) => `${ms} - ((${ms} % 1000) + 1000) % 1000 + 500`;
/** `trim` with several characters scans the whole text, so it is called only for a text with one of them at an end. */
const trimmed = (value: string) => {
	const given = `${value}::VARCHAR`;
	const ends = [' ', '\\t', '\\r', '\\n'].flatMap((space) => [
		`starts_with(${given}, E'${space}')`,
		`ends_with(${given}, E'${space}')`
	]);
	return `CASE WHEN ${ends.join(' OR ')} THEN trim(${given}, E' \\t\\r\\n') ELSE ${given} END`;
};

class Duck {
	private readonly header: string[] = [];

	constructor(
		private readonly source: Source,
		private readonly db: Database,
		private readonly delimiter: string
	) {}

	private problem(row: number, column: number, label: string, message: string): Problem {
		const line = this.source.path.endsWith('.csv') ? row + 1 : Math.max(row, 1);
		return { file: this.source.path, line, column: column + 1, path: label && `row ${row}, ${label}`, message };
	}

	private refuse(...messages: string[]): TableResult {
		return { problems: messages.map((message) => this.problem(0, 0, '', message)), count: messages.length };
	}

	async read(): Promise<TableResult> {
		const { path, story, progress } = this.source;
		progress('reading');
		const from = await this.open();
		if (Array.isArray(from)) return { problems: from.slice(0, mostListed), count: from.length };
		let columns: Columns;
		try {
			const described = await this.db.all(`DESCRIBE SELECT * FROM ${from}`);
			const types = new Map(described.map((row) => [String(row[0]), String(row[1])]));
			this.header.push(...types.keys());
			const found = findColumns(this.header, story);
			if ('problems' in found) return this.refuse(...found.problems);
			({ columns } = found);
			await this.load(from, columns, types);
		} catch (error) {
			const { message } = error as Error;
			// A fault of the machine, not of the file.
			if (/^(Out of Memory|IO Error.*(space|write))/i.test(message)) throw error;
			return this.refuse(`the file cannot be read: ${message.split('\n')[0]}; write it again`);
		}
		if (path.endsWith('.csv')) {
			const rejected = await this.rejected();
			if (rejected.length) return { problems: rejected.slice(0, mostListed), count: rejected.length };
		}
		const count = Number((await this.db.one('SELECT count(*) FROM given'))[0]);
		if (!count) return this.refuse('the table has no rows; write at least one, or leave "table" out of story.yaml');

		progress('checking');
		const { counts, together } = await checkRows(this.db, story, columns);
		const wrong = Number((await this.db.one('SELECT count(*) FROM wrong'))[0]);
		if (wrong) return { problems: await this.wrongRows(columns), count: wrong };

		await numberActors(this.db, together);
		const [first, last] = await this.db.one(`
			SELECT min(${rowTime})::DOUBLE, max(${rowTime})::DOUBLE FROM ${dated}`);
		const at: [number, number] = [Number(first), Number(last)];
		return duckTable(this.db, this.source, { count, at, together, plain: plainOf(counts), columns });
	}

	/** The SQL expression for the table, or why it cannot be read. */
	private async open(): Promise<string | Problem[]> {
		const { path } = this.source;
		if (path.endsWith('.parquet')) return `read_parquet(${text(path)})`;
		if (path.endsWith('.csv'))
			return `read_csv(${text(path)}, header = true, all_varchar = true, delim = ${text(this.delimiter)}, quote = '"',
				escape = '"', store_rejects = true, rejects_limit = 0, max_line_size = 1000000)`;
		const problem = await appendArrow(path, this.db.writer, (header) => {
			const found = findColumns(header, this.source.story);
			if ('problems' in found) return undefined;
			const { titles, when, date, actors, importance, url, id } = found.columns;
			const names = [...titles, ...when, date, actors, importance, url, id];
			return new Set(names.filter((one) => one !== undefined));
		});
		return problem === undefined ? 'arrow' : [this.problem(0, 0, '', problem)];
	}

	/** Makes the table `given`, one column for each use: date and actors as text, `ms` for a plain date. */
	private async load(from: string, columns: Columns, types: ReadonlyMap<string, string>): Promise<void> {
		const string = (column: string | undefined) =>
			column === undefined ? `NULL::VARCHAR` : `nullif(${trimmed(name(column))}, '')`;
		const type = types.get(columns.date)!;
		const ms = `epoch_ms(${name(columns.date)})`;
		const typed = type === 'DATE' ? `${ms} + 43200000` : /^TIMESTAMP/.test(type) ? middleOfSecond(ms) : undefined;
		const given = name(columns.date);
		const within = `year(${given}) BETWEEN 1 AND 9999`;
		// As EDTF, which has no days in years of five digits.
		const beyond = `CASE WHEN abs(year(${given})) > 9999 THEN 'Y' || year(${given}) ELSE
			printf('%s%04d-%02d-%02d', CASE WHEN year(${given}) < 0 THEN '-' ELSE '' END, abs(year(${given})), month(${given}), day(${given})) END`;
		const date = trimmed(name(columns.date));
		const at = typed
			? `CASE WHEN ${within} THEN ${typed} END`
			: `CASE WHEN regexp_full_match(${date}, ${day}) THEN epoch_ms(TRY_CAST(${date} AS DATE)) + 43200000
				WHEN regexp_full_match(${date}, ${instant}) THEN epoch_ms(TRY_CAST(left(${date}, 19) AS TIMESTAMP)) + 500 END`;
		const isList = types.get(columns.actors)!.endsWith(']');
		await this.db.run(`
			CREATE TABLE given AS SELECT
				${typed ? `CASE WHEN ${within} THEN NULL ELSE coalesce(${beyond}, '') END` : `coalesce(${date}, '')`} AS date,
				${at} AS ms,
				coalesce(${isList ? `array_to_string(${name(columns.actors)}, ';')` : trimmed(name(columns.actors))}, '') AS actors,
				coalesce(${string(columns.importance)}, '') AS importance,
				${columns.titles.map((title, n) => `coalesce(${string(title)}, '') AS title${n}`).join()},
				${columns.when.map((when, n) => `${string(when)} AS when${n}`).join()},
				${string(columns.url)} AS url,
				${string(columns.id)} AS id
			FROM ${from}`);
	}

	/** Lines of a CSV that are not valid rows. */
	private async rejected(): Promise<Problem[]> {
		const rows = await this.db.all(
			`SELECT line, error_type::VARCHAR, error_message FROM reject_errors ORDER BY line LIMIT 100000`
		);
		return rows.map(([line, type, message]) => {
			const numbers = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(String(message));
			const says = numbers
				? cellsMessage(Number(numbers[2]), Number(numbers[1]))
				: `the row cannot be read (${String(type).toLowerCase()}); correct its quotation marks, in UTF-8`;
			return { ...this.problem(0, 0, '', says), line: Number(line) };
		});
	}

	private async wrongRows(columns: Columns): Promise<Problem[]> {
		const names: Record<string, string | undefined> = {
			date: columns.date,
			actors: columns.actors,
			importance: columns.importance,
			url: columns.url,
			id: columns.id,
			...Object.fromEntries(columns.titles.map((title, n) => [`title${n}`, title]))
		};
		const place = (field: string) => this.header.indexOf(names[field] ?? '');
		const order = Object.keys(names)
			.map((field) => `WHEN ${text(field)} THEN ${place(field)}`)
			.join(' ');
		const rows = await this.db.all(
			`SELECT row, field, message FROM wrong ORDER BY row, CASE field ${order} END LIMIT ${mostListed}`
		);
		return rows.map(([row, field, message]) =>
			this.problem(Number(row), place(String(field)), names[String(field)] ?? '', String(message))
		);
	}
}
