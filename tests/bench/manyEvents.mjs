/** Writes very many events quickly, with DuckDB on all cores; distributed as in events.mjs. */
import { availableParallelism } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import { actors, extent, words } from './events.mjs';

/**
 * Writes a table as Parquet, not sorted by time; the same rows for the same number.
 * @param {string} file
 * @param {number} n rows
 */
export async function writeMany(file, n) {
	const db = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) });
	const connection = await db.connect();
	// The hash of the row number is random enough, and the same everywhere.
	const random = (/** @type {number} */ salt) => `(hash(n * 32 + ${salt}) % 1000003 / 1000003.0)`;
	const list = `[${words.map((word) => `'${word}'`).join()}]`;
	const word = (/** @type {number} */ salt) =>
		`list_extract(${list}, 1 + (hash(n * 32 + ${salt}) % ${words.length})::INTEGER)`;
	const others = Array.from({ length: 9 }, (_, at) => word(11 + at));
	let sum = 0;
	const cases = actors.map(({ id, share }) => `WHEN ${random(4)} < ${(sum += share)} THEN '${id}'`);
	const seconds = (extent[1] - extent[0]) / 1000;
	await connection.run(
		`COPY (
			SELECT epoch_ms(${extent[0]}) + to_seconds(floor(${seconds} *
					CASE WHEN ${random(1)} < 0.5 THEN 0.6 + ${random(2)} / 10 ELSE hash(n) % 1000000007 / 1000000007.0 END)::BIGINT) AS date,
				upper(left(first, 1)) || substr(first, 2) || ' ' || array_to_string(others[1:3 + (hash(n * 32 + 3) % 7)::INTEGER], ' ') AS title,
				CASE ${cases.join(' ')} ELSE '${actors[0].id}' END AS actors,
				1 + floor(pow(${random(5)}, 3) * 5)::INTEGER AS importance
			FROM (SELECT n, ${word(10)} AS first, [${others.join()}] AS others FROM range(1, ${n + 1}) r(n))
		) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`
	);
	connection.closeSync();
	db.closeSync();
}
