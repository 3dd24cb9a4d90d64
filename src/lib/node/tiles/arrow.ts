/** Arrow IPC (file or stream) → a DuckDB table named `arrow`, one record batch at a time. */
import { open } from 'node:fs/promises';
import {
	DATE,
	DuckDBDataChunk,
	DuckDBDateValue,
	DuckDBTimestampValue,
	TIMESTAMP,
	VARCHAR,
	type DuckDBConnection,
	type DuckDBValue
} from '@duckdb/node-api';
import { DataType, RecordBatchReader, type Field } from 'apache-arrow';
import { name } from './database.ts';

/** Number of rows in a DuckDB chunk. */
const rowsOfChunk = 2048;

/** The type and value that a field is passed as: dates as dates, all else as text, lists joined with `;`. */
function handing({ type }: Field) {
	if (DataType.isDate(type))
		return { type: DATE, of: (ms: unknown) => new DuckDBDateValue(Math.floor(Number(ms) / 864e5)) };
	if (DataType.isTimestamp(type))
		return {
			type: TIMESTAMP,
			of: (ms: unknown) => new DuckDBTimestampValue(BigInt(Math.floor(Number(ms) / 1000)) * 1_000_000n)
		};
	const listed = (value: unknown) => [...(value as Iterable<unknown>)].filter((one) => one !== null).join(';');
	return { type: VARCHAR, of: DataType.isList(type) ? listed : String };
}

/**
 * @param wanted which of the table’s columns to read; all of them, and no rows, where undefined
 * @returns what is wrong with the file, if anything
 */
export async function appendArrow(
	path: string,
	db: DuckDBConnection,
	wanted: (header: string[]) => ReadonlySet<string> | undefined
): Promise<string | undefined> {
	const file = await open(path);
	try {
		const reader = await RecordBatchReader.from(file);
		await reader.open();
		const all = reader.schema.fields;
		const names = wanted(all.map((field) => field.name));
		const fields = names ? all.filter((field) => names.has(field.name)) : all;
		const handings = fields.map(handing);
		const types = handings.map(({ type }) => type);
		await db.run(`CREATE TABLE arrow (${fields.map((field, n) => `${name(field.name)} ${types[n]}`).join()})`);
		if (!names) return undefined;
		const appender = await db.createAppender('arrow');
		for await (const batch of reader) {
			const columns = fields.map((field) => batch.getChild(field.name));
			for (let from = 0; from < batch.numRows; from += rowsOfChunk) {
				const rows = Math.min(rowsOfChunk, batch.numRows - from);
				const chunk = DuckDBDataChunk.create(types, rows);
				columns.forEach((column, c) => {
					const values: DuckDBValue[] = new Array(rows);
					for (let n = 0; n < rows; n++) {
						const value: unknown = column?.get(from + n);
						values[n] = value === null || value === undefined ? null : handings[c].of(value);
					}
					chunk.setColumnValues(c, values);
				});
				appender.appendDataChunk(chunk);
			}
			appender.flushSync();
		}
		appender.closeSync();
		return undefined;
	} catch (error) {
		return `the file cannot be read as Arrow (${(error as Error).message}); write it again, uncompressed`;
	} finally {
		await file.close().catch(() => {});
	}
}
