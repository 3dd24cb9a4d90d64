/** A table in a database that holds no problem: `given`, and what was read of its cells (duckChecks.ts). */
import { Database } from './database.ts';
import { dated, inSpan, sortedRows } from './duckRows.ts';
import type { ReadTable, SharedTable, Source } from './table.ts';

type Facts = Omit<SharedTable, 'database'>;

export function duckTable(db: Database, source: Pick<Source, 'story' | 'progress'>, facts: Facts): ReadTable {
	const { count, at, together, plain, columns } = facts;
	return {
		count,
		at,
		together: [...together.values()],
		plain,
		translated: columns.translated,
		countIn: async (spans) => {
			const counts = spans.map((span) => `count(*) FILTER (${inSpan(span)})`);
			return (await db.one(`SELECT ${counts.join()} FROM ${dated}`)).map(Number);
		},
		rows: (casting, unit, span) => sortedRows(db, source, columns, { ...casting, together, plain, unit, span }),
		share: async () => ({ ...facts, database: await db.share() }),
		close: () => db.close()
	};
}

/**
 * Opens a table that another thread has read and shared.
 * @param spill folder for what does not fit into memory; no other thread’s
 */
export async function openShared(
	{ database, ...facts }: SharedTable,
	spill: string,
	source: Pick<Source, 'story' | 'progress'>
): Promise<ReadTable> {
	return duckTable(await Database.openShared(database, spill), source, facts);
}
