/** Checks every cell of the table `given`; problems go into the table `wrong` (row, field, message). */
import { isDate } from '../../story/dateGuess.ts';
import type { Story } from '../../story/model.ts';
import type { Together } from './casts.ts';
import { readActors, readDate, readImportance, usedId, wrongId, wrongTitle, wrongUrl } from './cells.ts';
import type { Columns } from './columns.ts';
import { text, type Database } from './database.ts';
import { countKind, type PlainCounts } from './table.ts';

/** Number of different unreadable dates that get a message. */
const mostExplained = 1000;

export interface Checked {
	counts: PlainCounts;
	/** By the text of the actors cell. */
	together: Map<string, Together>;
}

/** Also makes the tables `dates` and `importances`, with the values of cells that SQL does not read. */
export async function checkRows(db: Database, story: Story, columns: Columns): Promise<Checked> {
	await db.run(`
		CREATE TABLE dates (text VARCHAR, ms DOUBLE, kind VARCHAR);
		CREATE TABLE importances (text VARCHAR, value INTEGER);
		CREATE TABLE bad (text VARCHAR, message VARCHAR);
		CREATE TABLE wrong (row BIGINT, field VARCHAR, message VARCHAR)`);
	const counts = await readDates(db);
	const together = await readTogether(db, story);
	await readImportances(db);
	await holdTexts(db, story, columns);
	return { counts, together };
}

/** Adds a problem for each row that has one of these texts. */
async function tellBad(db: Database, field: string, bad: [text: string, message: string][], and = ''): Promise<void> {
	if (!bad.length) return;
	const appender = await db.appendTo('bad');
	for (const one of bad) appender.row(...one);
	appender.close();
	await db.run(`
		INSERT INTO wrong SELECT g.rowid + 1, ${text(field)}, b.message FROM given g JOIN bad b ON g.${field} = b.text ${and};
		DELETE FROM bad`);
}

/** @returns the number of plain dates of each kind */
async function readDates(db: Database) {
	const counts = { day: 0, instant: 0 };
	const [days, instants] = await db.one(`
		SELECT count(*) FILTER (abs(ms % 1000) <> 500), count(*) FILTER (abs(ms % 1000) = 500) FROM given WHERE ms IS NOT NULL`);
	counts.day = Number(days);
	counts.instant = Number(instants);
	const bad: [string, string][] = [];
	const appender = await db.appendTo('dates');
	for await (const columns of db.stream(
		'SELECT date, count(*)::DOUBLE FROM given WHERE ms IS NULL GROUP BY date ORDER BY min(rowid)'
	)) {
		const [texts, numbers] = columns as [string[], number[]];
		texts.forEach((date, n) => {
			// With that many wrong dates, later ones are not listed and need no message.
			const hopeless = bad.length >= mostExplained && !/^[[{]/.test(date) && !isDate(date);
			const read = hopeless ? { problem: '' } : readDate(date);
			if ('problem' in read) return bad.push([date, read.problem]);
			const { at, kind } = read.value;
			countKind(counts, read.value, numbers[n]);
			appender.row(date, at, kind);
		});
	}
	appender.close();
	await tellBad(db, 'date', bad, 'WHERE g.ms IS NULL');
	return counts;
}

/** @returns groups of events, by the text of the actors cell */
async function readTogether(db: Database, story: Story): Promise<Map<string, Together>> {
	const known = new Set(story.actors.map(({ id }) => id));
	const together = new Map<string, Together>();
	const bad: [string, string][] = [];
	// In order of first appearance, so that both readers give the same order.
	for await (const columns of db.stream(
		'SELECT actors, count(*)::DOUBLE FROM given GROUP BY actors ORDER BY min(rowid)'
	)) {
		const [texts, numbers] = columns as [string[], number[]];
		texts.forEach((cell, n) => {
			const read = readActors(cell, known);
			if ('problem' in read) bad.push([cell, read.problem]);
			else together.set(cell, { actors: read.value, count: numbers[n] });
		});
	}
	await tellBad(db, 'actors', bad);
	return together;
}

async function readImportances(db: Database): Promise<void> {
	const bad: [string, string][] = [];
	for (const [cell] of await db.all('SELECT DISTINCT importance FROM given')) {
		const read = readImportance(String(cell));
		if ('problem' in read) bad.push([String(cell), read.problem]);
		else await db.run(`INSERT INTO importances VALUES (${text(String(cell))}, ${read.value})`);
	}
	await tellBad(db, 'importance', bad);
}

/** Checks titles, addresses and ids: SQL finds the suspects, cells.ts decides and words the message. */
async function holdTexts(db: Database, story: Story, columns: Columns): Promise<void> {
	const taken = new Set(story.events.map(({ id }) => id));
	const appender = await db.appendTo('wrong');
	const find = async (field: string, where: string, wrong: (text: string) => string | undefined) => {
		for await (const chunk of db.stream(`SELECT (rowid + 1)::DOUBLE, ${field} FROM given WHERE ${where}`)) {
			const [rows, texts] = chunk as [number[], (string | null)[]];
			rows.forEach((row, n) => {
				const message = wrong(texts[n] ?? '');
				if (message !== undefined) appender.row(BigInt(row), field, message);
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
		for (const [row, id, first] of (await db.all(twice)) as [number, string, number][]) {
			if (!wrongId(id, taken)) appender.row(BigInt(row), 'id', usedId(id, first));
		}
	}
	appender.close();
}
