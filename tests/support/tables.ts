/** Tables of events for tests: the same random rows as CSV, Parquet and Arrow. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Table, tableToIPC, vectorFromArray, Utf8, Int32 } from 'apache-arrow';
import Papa from 'papaparse';
import { parseStory, formatProblem } from '../../src/lib/story/parse.ts';
import type { Story } from '../../src/lib/story/model.ts';
import { smallStory } from './smallStory.ts';

export type TableFormat = 'csv' | 'parquet' | 'arrow';
export type Cells = Record<string, string>;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

const oddDates = [
	'1999',
	'1987-05',
	'1977-12~',
	'2001-21',
	'2024-01/2024-03',
	'1985/..',
	'-0217-06-21',
	'-0043',
	'199X'
];
/** Dates from the whole of time. */
const farDates = ['Y-13800000000', 'Y-4540000000~', 'Y-66000000', 'Y-300000', 'Y-66043000/Y-65990000', 'Y999999999999'];
const actorSets = ['acme', 'acme', 'acme', 'mei', 'mei;acme', 'acme; mei'];

export interface RandomTable {
	rows: number;
	seed: number;
	instants?: boolean;
	/** Number of rows whose date is neither a day nor an instant. */
	odd?: number;
	/** Number of these that lie billions of years ago. */
	far?: number;
	/** Number of rows with the same instant. */
	together?: number;
	/** Titles by language, and sometimes words for the date. */
	translated?: boolean;
	ids?: boolean;
}

export function randomCells({
	rows,
	seed,
	instants,
	odd = 0,
	far = 0,
	together = 0,
	translated,
	ids
}: RandomTable): Cells[] {
	const next = random(seed);
	const pick = <T>(of: readonly T[]) => of[Math.floor(next() * of.length)];
	const from = Date.UTC(1995, 0, 1);
	return Array.from({ length: rows }, (_, n): Cells => {
		const time = new Date(from + Math.floor(next() ** 3 * 1e12)).toISOString();
		const plain = instants ? `${time.slice(0, 19)}Z` : time.slice(0, 10);
		const date =
			n < together
				? instants
					? '2005-05-05T05:05:05Z'
					: '2005-05-05'
				: next() < odd
					? pick(oddDates)
					: far && next() < far
						? pick(farDates)
						: plain;
		const words = Array.from({ length: 2 + Math.floor(next() * 4) }, () =>
			pick(['Fair', 'talk, “live”', 'a "b"', 'x;y', '发布'])
		);
		const title = `${words.join(' ')} ${n}`;
		return {
			date,
			...(translated
				? { title_en: title, 'title_zh-Hans': `题${n}`, when_en: next() < 0.02 ? `once ${n}` : '' }
				: { title }),
			actors: pick(actorSets),
			importance: next() < 0.3 ? '' : String(1 + Math.floor(next() ** 2 * 5)),
			url: next() < 0.2 ? `https://example.org/${n}?q=a,b` : '',
			...(ids && { id: `row-${n}` })
		};
	});
}

/** A story with a table, for a folder that contains `file`. */
export function tableStory(file: string, table = '', actors?: string): Story {
	const files = smallStory({
		story: [['published: 2025-06', `published: 2025-06\ntable: { file: ${file}, source: paper${table} }`]],
		...(actors && { actors })
	});
	const { story, problems } = parseStory('small', [...files, { name: file, text: '' }]);
	if (!story) throw new Error(problems.map(formatProblem).join('\n'));
	return story;
}

/** @param typed writes dates in a Parquet or Arrow table as dates rather than text */
export async function writeTable(
	folder: string,
	format: TableFormat,
	cells: readonly Cells[],
	typed?: 'DATE' | 'TIMESTAMP'
): Promise<string> {
	const name = `events.${format}`;
	const path = join(folder, name);
	const csv = join(folder, 'for-parquet.tmp');
	const header = Object.keys(cells[0]);
	const text = Papa.unparse({ fields: header, data: cells.map((row) => header.map((key) => row[key])) });
	if (format === 'csv') writeFileSync(path, text);
	else if (format === 'parquet') {
		writeFileSync(csv, text);
		const db = await (await DuckDBInstance.create()).connect();
		const date = typed === 'TIMESTAMP' ? `left(date, 19)::TIMESTAMP` : typed ? `date::${typed}` : 'date';
		await db.run(`COPY (SELECT * REPLACE (${date} AS date, string_split(actors, ';') AS actors, nullif(importance, '')::INTEGER AS importance)
			FROM read_csv('${csv}', header = true, all_varchar = true, quote = '"', escape = '"')) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
		db.closeSync();
	} else {
		const columns = header.map((key) => {
			const values = cells.map((row) => row[key] || null);
			if (key === 'importance')
				return [
					key,
					vectorFromArray(
						values.map((n) => n && Number(n)),
						new Int32()
					)
				];
			if (key === 'date' && typed) return [key, vectorFromArray(values.map((date) => new Date(date!)))];
			return [key, vectorFromArray(values, new Utf8())];
		});
		writeFileSync(path, tableToIPC(new Table(Object.fromEntries(columns)), 'file'));
	}
	return name;
}
