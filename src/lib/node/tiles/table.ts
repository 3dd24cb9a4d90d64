/** A table as the builder sees it, independent of how it is read. */
import type { Problem } from '../../story/parse.ts';
import type { Story } from '../../story/model.ts';
import type { Casting, Together } from './casts.ts';
import type { CellDate } from './cells.ts';
import type { Columns } from './columns.ts';
import type { Row } from './rowColumns.ts';

export interface Source {
	/** Path of the table, also used in problems. */
	path: string;
	story: Story;
	/** Folder for tables that do not fit into memory; the caller makes and deletes it. */
	temp: string;
	progress: (phase: string) => void;
}

/** [from, to), ms since 1970 */
export type Span = [from: number, to: number];

/** A table that was read without problems. */
export interface ReadTable {
	count: number;
	/** Times of all rows, ms since 1970: [first, last]. */
	at: [number, number];
	together: Together[];
	/** The more frequent kind of plain dates. */
	plain: 'day' | 'instant';
	/** Whether there are titles by language. */
	translated: boolean;
	/** Number of rows in each span. */
	countIn(spans: Span[]): Promise<number[]> | number[];
	/**
	 * By time, then in the table’s order; in batches.
	 * @param unit ms: times are floored to a multiple of it; above 1 every date is stored in full
	 * @param span the span of the wanted rows, by default all
	 */
	rows(casting: Casting, unit: number, span?: Span): AsyncIterable<Row[]> | Iterable<Row[]>;
	/**
	 * Lets go of the table, so that several threads can open it at the same time (openShared). Missing where a table
	 * is held in memory.
	 */
	share?(): Promise<SharedTable>;
	close(): void;
}

/** What a thread has to know of a table that another has read. */
export interface SharedTable extends Pick<ReadTable, 'count' | 'at' | 'plain'> {
	columns: Columns;
	/** Path of the database. */
	database: string;
	/** By the text of the actors cell, in order. */
	together: Map<string, Together>;
}

export type TableResult = ReadTable | { problems: Problem[]; count: number };

/** Number of problems listed; the rest are only counted. */
export const mostListed = 50;

export interface PlainCounts {
	day: number;
	instant: number;
}

export const countKind = (counts: PlainCounts, { kind }: Pick<CellDate, 'kind'>, n = 1) => {
	if (kind !== 'odd') counts[kind] += n;
};
/** The more frequent kind of plain dates. */
export const plainOf = ({ day, instant }: PlainCounts): ReadTable['plain'] => (instant > day ? 'instant' : 'day');

/** A row’s own actors, where they differ from its cast’s. */
export function ownActors(actors: string[], named: readonly string[]): string[] | undefined {
	return actors.length === named.length && actors.every((id, n) => id === named[n]) ? undefined : actors;
}
