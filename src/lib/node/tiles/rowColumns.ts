/** A table’s rows in columns, as tiles and the word index store them. */
import type { OddDate, TileEvents } from '../../tiles/format.ts';

export interface Row {
	/** Number of the row, from 1. */
	row: number;
	id?: string;
	/** ms since 1970 */
	at: number;
	cast: number;
	importance: number;
	/** One title, or one for each language. */
	titles: string[];
	/** Ids, where they are not just the cast’s. */
	actors?: string[];
	date?: OddDate;
	url?: string;
}

/** @param start time that `at` is counted from, ms */
export function columnsOf(rows: readonly Row[], start: number, languages: readonly string[] | null): TileEvents {
	const sparse = <T>(of: (row: Row) => T | undefined) => {
		const column: Record<string, T> = {};
		let any = false;
		rows.forEach((row, n) => {
			const value = of(row);
			if (value !== undefined) {
				column[n] = value;
				any = true;
			}
		});
		return any ? column : undefined;
	};
	return {
		id: rows.map(({ id, row }) => id ?? row),
		at: rows.map(({ at }) => at - start),
		cast: rows.map(({ cast }) => cast),
		importance: rows.map(({ importance }) => importance).join(''),
		title: languages
			? Object.fromEntries(languages.map((language, n) => [language, rows.map(({ titles }) => titles[n])]))
			: rows.map(({ titles }) => titles[0]),
		actors: sparse(({ actors }) => actors),
		dates: sparse(({ date }) => date),
		url: sparse(({ url }) => url)
	};
}
