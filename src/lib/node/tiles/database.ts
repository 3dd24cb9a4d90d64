/** A temporary DuckDB database for reading one table. */
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';

/** Quotes identifiers and strings for SQL. */
export const name = (column: string) => `"${column.replaceAll('"', '""')}"`;
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

export class Database {
	private closed = false;

	private constructor(
		readonly path: string,
		private readonly instance: DuckDBInstance,
		private readonly reader: DuckDBConnection,
		/** A separate connection: appending on the reader’s would end a query that is being streamed. */
		readonly writer: DuckDBConnection
	) {}

	/** @param temp folder for the database and what does not fit into memory; the caller deletes it */
	static async open(temp: string): Promise<Database> {
		const db = await Database.at(join(temp, 'table.duckdb'), join(temp, 'spill'), 'READ_WRITE');
		// Whether it is opened again is known only later (`share`); else it needs no checkpoint.
		await db.run('PRAGMA disable_checkpoint_on_shutdown');
		return db;
	}

	/**
	 * A database that was shared, to be read beside others who do.
	 * @param spill folder for what does not fit into memory
	 */
	static openShared = (path: string, spill: string) => Database.at(path, spill, 'READ_ONLY');

	private static async at(path: string, spill: string, access: 'READ_WRITE' | 'READ_ONLY'): Promise<Database> {
		const instance = await DuckDBInstance.create(path, {
			access_mode: access,
			memory_limit: '2GB',
			threads: '2',
			temp_directory: spill,
			// A table is data only: it must not install or load extensions.
			autoinstall_known_extensions: 'false',
			autoload_known_extensions: 'false'
		});
		const [reader, writer] = [await instance.connect(), await instance.connect()];
		await reader.run(`SET TimeZone = 'UTC'`);
		return new Database(path, instance, reader, writer);
	}

	/** Writes all of it into its file and closes it, for others to open. */
	async share(): Promise<string> {
		await this.run('CHECKPOINT');
		this.close();
		return this.path;
	}

	/** Nothing where it is closed already. */
	close(): void {
		if (this.closed) return;
		this.closed = true;
		this.reader.closeSync();
		this.writer.closeSync();
		this.instance.closeSync();
	}

	async run(sql: string): Promise<void> {
		await this.reader.run(sql);
	}

	async all(sql: string): Promise<DuckDBValue[][]> {
		return (await this.reader.run(sql)).getRows();
	}

	/** The only row of a query’s result. */
	async one(sql: string): Promise<DuckDBValue[]> {
		return (await this.all(sql))[0];
	}

	/** Yields columns of a few thousand rows at a time. */
	async *stream(sql: string): AsyncIterable<DuckDBValue[][]> {
		const result = await this.reader.stream(sql);
		for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
			yield chunk.getColumns();
	}

	/** @returns `row` appends texts and numbers, matching the types of the columns; rows are visible after `close` */
	async appendTo(table: string) {
		const appender = await this.writer.createAppender(table);
		return {
			row(...values: (string | bigint | number)[]) {
				for (const value of values)
					if (typeof value === 'string') appender.appendVarchar(value);
					else if (typeof value === 'number') appender.appendDouble(value);
					else appender.appendBigInt(value);
				appender.endRow();
			},
			close: () => appender.closeSync()
		};
	}
}
