/** What a table is to the builder, however it is read. */
import type { Problem } from '../../story/parse.ts';
import type { Story } from '../../story/model.ts';
import type { Casting, Together } from './casts.ts';
import type { CellDate } from './cells.ts';
import type { Row } from './rowColumns.ts';

export interface Source {
	/** The table, and as problems name it. */
	path: string;
	story: Story;
	/** For tables that do not fit into memory; made, and taken away by who made it. */
	temp: string;
	progress: (phase: string) => void;
}

/** [from, to), ms since 1970 */
export type Span = [from: number, to: number];

/** A table without problems. */
export interface ReadTable {
	count: number;
	/** Of all rows, ms since 1970: [first, last]. */
	at: [number, number];
	together: Together[];
	/** Of plain dates, which most are. */
	plain: 'day' | 'instant';
	/** Titles by language? */
	translated: boolean;
	/** How many rows lie in each of some spans. */
	countIn(spans: Span[]): Promise<number[]> | number[];
	/**
	 * By time, then as in the table; in batches.
	 * @param unit ms: times are floored to a multiple of it; above 1 every date is told whole
	 * @param span of which rows there should be, by default all
	 */
	rows(casting: Casting, unit: number, span?: Span): AsyncIterable<Row[]> | Iterable<Row[]>;
	close(): void;
}

export type TableResult = ReadTable | { problems: Problem[]; count: number };

/** So many problems are listed; the rest is counted. */
export const mostListed = 50;

/** What a row is made of besides its cast. */
export interface RowCells {
	row: number;
	at: number;
	importance: number;
	titles: string[];
	id?: string | null;
	url?: string | null;
	/** Where the date is told whole. */
	date?: Row['date'];
}

export interface PlainCounts {
	day: number;
	instant: number;
}

export const countKind = (counts: PlainCounts, { kind }: Pick<CellDate, 'kind'>, n = 1) => {
	if (kind !== 'odd') counts[kind] += n;
};
/** What most plain dates are. */
export const plainOf = ({ day, instant }: PlainCounts): ReadTable['plain'] => (instant > day ? 'instant' : 'day');

/** Actors as a row tells them, where its cast’s do not say the same. */
export function ownActors(actors: string[], named: readonly string[]): string[] | undefined {
	return actors.length === named.length && actors.every((id, n) => id === named[n]) ? undefined : actors;
}
