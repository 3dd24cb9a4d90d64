/** One DuckDB database in a folder, for the time of one table. */
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';

/** Names and texts within SQL. */
export const name = (column: string) => `"${column.replaceAll('"', '""')}"`;
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

export class Database {
	private constructor(
		private readonly instance: DuckDBInstance,
		private readonly reader: DuckDBConnection,
		/** Of its own: what is appended while a query is read would end the query. */
		readonly writer: DuckDBConnection
	) {}

	/** @param temp for the database and what does not fit into memory; the caller takes it away */
	static async open(temp: string): Promise<Database> {
		const instance = await DuckDBInstance.create(join(temp, 'table.duckdb'), {
			memory_limit: '2GB',
			threads: '2',
			temp_directory: join(temp, 'spill'),
			// A table says what it holds and nothing more.
			autoinstall_known_extensions: 'false',
			autoload_known_extensions: 'false'
		});
		const [reader, writer] = [await instance.connect(), await instance.connect()];
		// Nobody opens it again.
		await reader.run(`SET TimeZone = 'UTC'; PRAGMA disable_checkpoint_on_shutdown`);
		return new Database(instance, reader, writer);
	}

	close(): void {
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

	/** The one row of a query. */
	async one(sql: string): Promise<DuckDBValue[]> {
		return (await this.all(sql))[0];
	}

	/** Columns of a few thousand rows at a time. */
	async *stream(sql: string): AsyncIterable<DuckDBValue[][]> {
		const result = await this.reader.stream(sql);
		for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
			yield chunk.getColumns();
	}

	/** @returns adds a row of texts and numbers to a table, as its columns are typed; what was added is there after `close` */
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
