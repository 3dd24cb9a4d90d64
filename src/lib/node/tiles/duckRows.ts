/** Rows of the table `given` in order of time. */
import { parseDate } from '../../story/date.ts';
import type { Casting, Together } from './casts.ts';
import { oddDate, plainText, tidy } from './cells.ts';
import type { Columns } from './columns.ts';
import type { Database } from './database.ts';
import type { Row } from './rowColumns.ts';
import { ownActors, type Source, type Span } from './table.ts';

/** Rows of `given` joined with the dates that SQL did not read, and SQL for the time of a row in ms. */
export const dated = 'given g LEFT JOIN dates d ON d.text = CASE WHEN g.ms IS NULL THEN g.date END';
export const rowTime = 'coalesce(g.ms, d.ms)';
export const inSpan = ([from, to]: Span) => `${rowTime} >= '${from}'::DOUBLE AND ${rowTime} < '${to}'::DOUBLE`;

/** Makes the table `actors`, with a number for the text of each actors cell. */
export async function numberActors(db: Database, together: ReadonlyMap<string, Together>): Promise<void> {
	await db.run('CREATE TABLE actors (text VARCHAR, n BIGINT)');
	const appender = await db.appendTo('actors');
	[...together.keys()].forEach((cell, n) => appender.row(cell, BigInt(n)));
	appender.close();
}

/** Needs the table `actors`, whose numbers are of `together`. */
export async function* sortedRows(
	db: Database,
	{ story, progress }: Pick<Source, 'story' | 'progress'>,
	{ titles, when, url, id }: Columns,
	{
		casts,
		castOf,
		together,
		plain,
		unit,
		span
	}: Casting & {
		together: ReadonlyMap<string, Together>;
		plain: 'day' | 'instant';
		unit: number;
		span?: Span;
	}
): AsyncIterable<Row[]> {
	progress('sorting');
	const known = [...together.values()].map(({ actors }) => {
		const cast = castOf(actors);
		return { cast, actors: ownActors(actors, casts[cast].actors) };
	});
	const languages = story.languages;
	const told = unit > 1 || when.some((column) => column !== undefined);
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
	const sorted = db.stream(`
		SELECT (g.rowid + 1)::DOUBLE AS row, ${rowTime}::DOUBLE AS ms, a.n::INTEGER, i.value,
			(g.ms IS NULL AND d.kind <> '${plain}') AS odd, ${told ? 'g.date' : `CASE WHEN g.ms IS NULL AND d.kind <> '${plain}' THEN g.date END`},
			${optional(url, 'url')}, ${optional(id, 'id')},
			${titles.map((_, n) => `g.title${n}`).join()}
			${told ? `, ${when.map((_, n) => `g.when${n}`).join()}` : ''}
		FROM ${dated}
		JOIN actors a ON a.text = g.actors
		JOIN importances i ON i.text = g.importance
		${span ? `WHERE ${inSpan(span)}` : ''}
		ORDER BY 2, 1`);
	let done = 0;
	for await (const chunk of sorted) {
		if (done++ === 0) progress('writing');
		const [row, times, actors, importance, odd, dates, urls, ids, ...texts] = chunk;
		const rows: Row[] = new Array(row.length);
		for (let n = 0; n < rows.length; n++) {
			const time = times[n] as number;
			const who = known[actors[n] as number];
			// A plain date is stored in full where it is of the rarer kind, or the table gives its own wording for readers.
			const kind = Math.abs(time % 1000) === 500 ? 'instant' : 'day';
			const words = told ? texts.slice(titles.length).map((column) => tidy((column[n] as string) ?? '') || null) : [];
			const whole = unit > 1 || odd[n] || kind !== plain || words.some((one) => one !== null);
			rows[n] = {
				row: row[n] as number,
				id: (ids[n] as string | null) ?? undefined,
				at: Math.floor(time / unit) * unit,
				cast: who.cast,
				importance: importance[n] as number,
				titles: titles.map((_, t) => tidy(texts[t][n] as string)),
				actors: who.actors,
				date: whole ? tell((dates[n] as string | null) ?? plainText(time, kind), words) : undefined,
				url: (urls[n] as string | null) ?? undefined
			};
		}
		yield rows;
	}
}
