/**
 * A table of any size, by DuckDB: what a plain cell says is read in SQL, any other cell once for all rows that have
 * the same. What does not fit into memory is on disk.
 */
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { parseDate } from '../../story/date.ts';
import type { Problem } from '../../story/parse.ts';
import { appendArrow } from './arrow.ts';
import { type Casting, type Together } from './casts.ts';
import {
	oddDate,
	plainText,
	readActors,
	readDate,
	readImportance,
	tidy,
	usedId,
	wrongId,
	wrongTitle,
	wrongUrl
} from './cells.ts';
import { findColumns, type Columns } from './columns.ts';
import { cellsMessage } from './csv.ts';
import { name, text } from './sql.ts';
import type { Row } from './rowColumns.ts';
import { countKind, mostListed, ownActors, plainOf, type Source, type TableResult } from './table.ts';

export async function readByDuck(source: Source, delimiter: string): Promise<TableResult> {
	const instance = await DuckDBInstance.create(join(source.temp, 'table.duckdb'), {
		memory_limit: '2GB',
		threads: '2',
		temp_directory: join(source.temp, 'spill'),
		// A table says what it holds and nothing more.
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false'
	});
	const connection = await instance.connect();
	const close = () => {
		connection.closeSync();
		instance.closeSync();
	};
	try {
		const result = await new Duck(source, connection, delimiter).read(close);
		if ('problems' in result) close();
		return result;
	} catch (error) {
		close();
		throw error;
	}
}

/** Plain dates that SQL reads, as date.ts does. */
const day = `'[1-9]\\d{3}-\\d\\d-\\d\\d'`;
const instant = `'[1-9]\\d{3}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ'`;
const middleOfSecond = (ms: string) => `${ms} - ((${ms} % 1000) + 1000) % 1000 + 500`;

class Duck {
	private readonly header: string[] = [];

	constructor(
		private readonly source: Source,
		private readonly db: DuckDBConnection,
		private readonly delimiter: string
	) {}

	private async all(sql: string): Promise<DuckDBValue[][]> {
		return (await this.db.run(sql)).getRows();
	}

	private async one(sql: string): Promise<DuckDBValue[]> {
		return (await this.all(sql))[0];
	}

	/** Like `all`, chunk by chunk. */
	private async *stream(sql: string) {
		const result = await this.db.stream(sql);
		for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount; chunk = await result.fetchChunk()) yield chunk;
	}

	private problem(row: number, column: number, label: string, message: string): Problem {
		const line = this.source.path.endsWith('.csv') ? row + 1 : Math.max(row, 1);
		return { file: this.source.path, line, column: column + 1, path: label && `row ${row}, ${label}`, message };
	}

	private refuse(...messages: string[]): TableResult {
		return { problems: messages.map((message) => this.problem(0, 0, '', message)), count: messages.length };
	}

	async read(close: () => void): Promise<TableResult> {
		const { path, story, progress } = this.source;
		progress('reading');
		const from = await this.open();
		if (Array.isArray(from)) return { problems: from.slice(0, mostListed), count: from.length };
		let columns: Columns;
		try {
			const described = await this.all(`DESCRIBE SELECT * FROM ${from}`);
			const types = new Map(described.map((row) => [String(row[0]), String(row[1])]));
			this.header.push(...types.keys());
			const found = findColumns(this.header, story);
			if ('problems' in found) return this.refuse(...found.problems);
			({ columns } = found);
			await this.load(from, columns, types);
		} catch (error) {
			const { message } = error as Error;
			// The machine’s, not the file’s.
			if (/^(Out of Memory|IO Error.*(space|write))/i.test(message)) throw error;
			return this.refuse(`the file cannot be read: ${message.split('\n')[0]}; write it again`);
		}
		if (path.endsWith('.csv')) {
			const rejected = await this.rejected();
			if (rejected.length) return { problems: rejected.slice(0, mostListed), count: rejected.length };
		}
		const count = Number((await this.one('SELECT count(*) FROM given'))[0]);
		if (!count) return this.refuse('the table has no rows; write at least one, or leave "table" out of story.yaml');

		progress('checking');
		const counts = await this.dates();
		const together = await this.actors();
		await this.importances();
		await this.texts(columns);
		const wrong = Number((await this.one('SELECT count(*) FROM wrong'))[0]);
		if (wrong) return { problems: await this.problems(columns), count: wrong };

		const [first, last] = await this.one(`
			SELECT min(coalesce(g.ms, d.ms))::DOUBLE, max(coalesce(g.ms, d.ms))::DOUBLE
			FROM given g LEFT JOIN dates d ON g.ms IS NULL AND g.date = d.text`);
		const plain = plainOf(counts);
		return {
			count,
			at: [Number(first), Number(last)],
			together: [...together.values()],
			plain,
			translated: columns.translated,
			rows: (casting) => this.rows(columns, casting, together, plain),
			close
		};
	}

	/** What SQL reads the table from, or why it cannot. */
	private async open(): Promise<string | Problem[]> {
		const { path } = this.source;
		if (path.endsWith('.parquet')) return `read_parquet(${text(path)})`;
		if (path.endsWith('.csv'))
			return `read_csv(${text(path)}, header = true, all_varchar = true, delim = ${text(this.delimiter)}, quote = '"',
				escape = '"', store_rejects = true, rejects_limit = 0, max_line_size = 1000000)`;
		const problem = await appendArrow(path, this.db, (header) => {
			const found = findColumns(header, this.source.story);
			if ('problems' in found) return undefined;
			const { titles, when, date, actors, importance, url, id } = found.columns;
			const names = [...titles, ...when, date, actors, importance, url, id];
			return new Set(names.filter((one) => one !== undefined));
		});
		return problem === undefined ? 'arrow' : [this.problem(0, 0, '', problem)];
	}

	/** Makes the table `given`, one column a use: date and actors as text, `ms` where a plain date says it. */
	private async load(from: string, columns: Columns, types: ReadonlyMap<string, string>): Promise<void> {
		const string = (column: string | undefined) =>
			column === undefined ? `NULL::VARCHAR` : `nullif(trim(${name(column)}::VARCHAR), '')`;
		const type = types.get(columns.date)!;
		const ms = `epoch_ms(${name(columns.date)})`;
		const typed = type === 'DATE' ? `${ms} + 43200000` : /^TIMESTAMP/.test(type) ? middleOfSecond(ms) : undefined;
		const within = `year(${name(columns.date)}) BETWEEN 0 AND 9999`;
		const date = `trim(${name(columns.date)}::VARCHAR)`;
		const at = typed
			? `CASE WHEN ${within} THEN ${typed} END`
			: `CASE WHEN regexp_full_match(${date}, ${day}) THEN epoch_ms(TRY_CAST(${date} AS DATE)) + 43200000
				WHEN regexp_full_match(${date}, ${instant}) THEN epoch_ms(TRY_CAST(left(${date}, 19) AS TIMESTAMP)) + 500 END`;
		const isList = types.get(columns.actors)!.endsWith(']');
		await this.db.run(`
			CREATE TABLE given AS SELECT
				${typed ? `CASE WHEN ${within} THEN NULL ELSE coalesce(${date}, '') END` : `coalesce(${date}, '')`} AS date,
				${at} AS ms,
				coalesce(${isList ? `array_to_string(${name(columns.actors)}, ';')` : `trim(${name(columns.actors)}::VARCHAR)`}, '') AS actors,
				coalesce(${string(columns.importance)}, '') AS importance,
				${columns.titles.map((title, n) => `coalesce(${string(title)}, '') AS title${n}`).join()},
				${columns.when.map((when, n) => `${string(when)} AS when${n}`).join()},
				${string(columns.url)} AS url,
				${string(columns.id)} AS id
			FROM ${from}`);
		await this.db.run(`
			CREATE TABLE dates (text VARCHAR, ms BIGINT, kind VARCHAR);
			CREATE TABLE importances (text VARCHAR, value INTEGER);
			CREATE TABLE bad (text VARCHAR, message VARCHAR);
			CREATE TABLE wrong (row BIGINT, field VARCHAR, message VARCHAR)`);
	}

	/** Rows of a CSV that are none. */
	private async rejected(): Promise<Problem[]> {
		const rows = await this.all(
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

	/** Rows that have what cannot be read, each with why. */
	private async tellBad(field: string, bad: [text: string, message: string][], and = ''): Promise<void> {
		if (!bad.length) return;
		const appender = await this.db.createAppender('bad');
		for (const [text, message] of bad) {
			appender.appendVarchar(text);
			appender.appendVarchar(message);
			appender.endRow();
		}
		appender.closeSync();
		await this.db.run(`
			INSERT INTO wrong SELECT g.rowid + 1, ${text(field)}, b.message FROM given g JOIN bad b ON g.${field} = b.text ${and};
			DELETE FROM bad`);
	}

	/** @returns how many dates are plain, of each kind */
	private async dates() {
		const counts = { day: 0, instant: 0 };
		const [days, instants] = await this.one(`
			SELECT count(*) FILTER (abs(ms % 1000) <> 500), count(*) FILTER (abs(ms % 1000) = 500) FROM given WHERE ms IS NOT NULL`);
		counts.day = Number(days);
		counts.instant = Number(instants);
		const bad: [string, string][] = [];
		const appender = await this.db.createAppender('dates');
		for await (const chunk of this.stream('SELECT date, count(*)::DOUBLE FROM given WHERE ms IS NULL GROUP BY date')) {
			const [texts, numbers] = chunk.getColumns() as [string[], number[]];
			texts.forEach((date, n) => {
				const read = readDate(date);
				if ('problem' in read) return bad.push([date, read.problem]);
				const { at, kind } = read.value;
				countKind(counts, read.value, numbers[n]);
				appender.appendVarchar(date);
				appender.appendBigInt(BigInt(at));
				appender.appendVarchar(kind);
				appender.endRow();
			});
		}
		appender.closeSync();
		await this.tellBad('date', bad, 'WHERE g.ms IS NULL');
		return counts;
	}

	/** @returns by what the cell has */
	private async actors(): Promise<Map<string, Together>> {
		const known = new Set(this.source.story.actors.map(({ id }) => id));
		const together = new Map<string, Together>();
		const bad: [string, string][] = [];
		// First come, first: the same order whatever reads the table.
		for await (const chunk of this.stream(
			'SELECT actors, count(*)::DOUBLE FROM given GROUP BY actors ORDER BY min(rowid)'
		)) {
			const [texts, numbers] = chunk.getColumns() as [string[], number[]];
			texts.forEach((cell, n) => {
				const read = readActors(cell, known);
				if ('problem' in read) bad.push([cell, read.problem]);
				else together.set(cell, { actors: read.value, count: numbers[n] });
			});
		}
		await this.tellBad('actors', bad);
		return together;
	}

	private async importances(): Promise<void> {
		const bad: [string, string][] = [];
		for (const [cell] of await this.all('SELECT DISTINCT importance FROM given')) {
			const read = readImportance(String(cell));
			if ('problem' in read) bad.push([String(cell), read.problem]);
			else await this.db.run(`INSERT INTO importances VALUES (${text(String(cell))}, ${read.value})`);
		}
		await this.tellBad('importance', bad);
	}

	/** Titles, addresses and ids: SQL finds what may be wrong, cells.ts says whether and why. */
	private async texts(columns: Columns): Promise<void> {
		const taken = new Set(this.source.story.events.map(({ id }) => id));
		const appender = await this.db.createAppender('wrong');
		const find = async (field: string, where: string, wrong: (text: string) => string | undefined) => {
			for await (const chunk of this.stream(`SELECT (rowid + 1)::DOUBLE, ${field} FROM given WHERE ${where}`)) {
				const [rows, texts] = chunk.getColumns() as [number[], (string | null)[]];
				rows.forEach((row, n) => {
					const message = wrong(texts[n] ?? '');
					if (message === undefined) return;
					appender.appendBigInt(BigInt(row));
					appender.appendVarchar(field);
					appender.appendVarchar(message);
					appender.endRow();
				});
			}
		};
		for (const n of columns.titles.keys())
			await find(`title${n}`, `length(title${n}) > 150 OR NOT regexp_matches(title${n}, '[[:alnum:]]')`, wrongTitle);
		if (columns.url !== undefined)
			await find(
				'url',
				`url IS NOT NULL AND (length(url) > 1000 OR NOT regexp_full_match(url, 'https?://\\w\\S*'))`,
				wrongUrl
			);
		if (columns.id !== undefined) {
			const events = [...taken].map(text).join();
			const form = `regexp_full_match(id, '[a-z0-9]+(-[a-z0-9]+)*') AND length(id) < 200`;
			const isTaken = events && `OR id IN (${events})`;
			await find('id', `id IS NULL OR NOT (${form}) ${isTaken}`, (id) => wrongId(id, taken));
			const twice = `
				SELECT (g.rowid + 1)::DOUBLE, g.id, (f.first + 1)::DOUBLE
				FROM given g JOIN (SELECT id, min(rowid) AS first FROM given GROUP BY id HAVING count(*) > 1) f ON g.id = f.id
				WHERE g.rowid > f.first`;
			for (const [row, id, first] of (await this.all(twice)) as [number, string, number][]) {
				if (wrongId(id, taken)) continue;
				appender.appendBigInt(BigInt(row));
				appender.appendVarchar('id');
				appender.appendVarchar(usedId(id, first));
				appender.endRow();
			}
		}
		appender.closeSync();
	}

	private async problems(columns: Columns): Promise<Problem[]> {
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
		const rows = await this.all(
			`SELECT row, field, message FROM wrong ORDER BY row, CASE field ${order} END LIMIT ${mostListed}`
		);
		return rows.map(([row, field, message]) =>
			this.problem(Number(row), place(String(field)), names[String(field)] ?? '', String(message))
		);
	}

	private async *rows(
		{ titles, when, url, id }: Columns,
		{ casts, castOf }: Casting,
		together: ReadonlyMap<string, Together>,
		plain: 'day' | 'instant'
	): AsyncIterable<Row[]> {
		const { story, progress } = this.source;
		progress('sorting');
		const keys = [...together.keys()];
		await this.db.run('CREATE TABLE actors (text VARCHAR, n INTEGER)');
		const appender = await this.db.createAppender('actors');
		keys.forEach((cell, n) => {
			appender.appendVarchar(cell);
			appender.appendInteger(n);
			appender.endRow();
		});
		appender.closeSync();
		const known = keys.map((cell) => {
			const { actors } = together.get(cell)!;
			const cast = castOf(actors);
			return { cast, actors: ownActors(actors, casts[cast].actors) };
		});
		const languages = story.languages;
		const told = when.some((column) => column !== undefined);
		const spans = new Map<string, ReturnType<typeof oddDate>>();
		const tell = (date: string, words: (string | null)[]) => {
			const key = `${date}\n${words.join('\n')}`;
			const before = spans.get(key);
			if (before) return before;
			const read = parseDate(date);
			if ('problem' in read) throw new Error(read.problem);
			const odd = oddDate(read.date, languages, words);
			if (spans.size > 1e4) spans.clear();
			spans.set(key, odd);
			return odd;
		};
		const optional = (column: string | undefined, field: string) =>
			column === undefined ? 'NULL::VARCHAR' : `g.${field}`;
		const sorted = this.stream(`
			SELECT (g.rowid + 1)::DOUBLE AS row, coalesce(g.ms, d.ms)::DOUBLE AS ms, a.n, i.value,
				(g.ms IS NULL AND d.kind <> '${plain}') AS odd, ${told ? 'g.date' : `CASE WHEN g.ms IS NULL AND d.kind <> '${plain}' THEN g.date END`},
				${optional(url, 'url')}, ${optional(id, 'id')},
				${titles.map((_, n) => `g.title${n}`).join()}
				${told ? `, ${when.map((_, n) => `g.when${n}`).join()}` : ''}
			FROM given g
			JOIN actors a ON a.text = g.actors
			JOIN importances i ON i.text = g.importance
			LEFT JOIN dates d ON g.ms IS NULL AND g.date = d.text
			ORDER BY 2, 1`);
		let done = 0;
		for await (const chunk of sorted) {
			if (done++ === 0) progress('writing');
			const [row, at, actors, importance, odd, dates, urls, ids, ...texts] = chunk.getColumns();
			const rows: Row[] = new Array(chunk.rowCount);
			for (let n = 0; n < rows.length; n++) {
				const time = at[n] as number;
				const who = known[actors[n] as number];
				// A plain date of the rarer kind is told whole, as one is that a reader says in other words.
				const kind = Math.abs(time % 1000) === 500 ? 'instant' : 'day';
				const words = told ? texts.slice(titles.length).map((column) => tidy((column[n] as string) ?? '') || null) : [];
				const whole = odd[n] || kind !== plain || words.some((one) => one !== null);
				const date = (dates[n] as string | null) ?? plainText(time, kind);
				rows[n] = {
					row: row[n] as number,
					id: (ids[n] as string | null) ?? undefined,
					at: time,
					cast: who.cast,
					importance: importance[n] as number,
					titles: titles.map((_, t) => tidy(texts[t][n] as string)),
					actors: who.actors,
					date: whole ? tell(date, words) : undefined,
					url: (urls[n] as string | null) ?? undefined
				};
			}
			yield rows;
		}
	}
}
