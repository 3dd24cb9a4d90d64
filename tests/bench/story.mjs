/** Writes the same events as a story of this project: a folder with a table, its tiles, and the built site. */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { actors, dateOf, events } from './events.mjs';
import { writeMany } from './manyEvents.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Largest number of events for which the table is CSV; above it is Parquet. */
const csvUntil = 2000;

/** Largest number of events for which they are exactly those of events.mjs; above they are only made like them. */
const eachUntil = 10_000_000;

/** @param {number} n */
export const slugOf = (n) => `events-${n}`;

/**
 * A story must tell at least one event itself: the first. All others are rows of its table.
 * @param {number} n
 * @param {string} table
 * @param {import('./events.mjs').BenchEvent} told
 */
const texts = (n, table, told) => ({
	story: `title: { en: ${n} events }
dek: { en: Generated events. }
about: { en: It rests on a generator of random numbers. }
languages: [en]
published: 2025-06
table: { file: ${table}, source: generator }
sides:
  - { id: west, name: { en: West }, lane: left }
  - { id: east, name: { en: East }, lane: right }
`,
	actors: actors
		.map(
			({ id, name, side }) =>
				`- { id: ${id}, kind: company, side: ${side}, name: { en: ${name} }, sources: [{ source: generator }] }\n`
		)
		.join(''),
	sources: `- { id: generator, kind: dataset, description: { en: Generated events. }, language: en }\n`,
	events: `- id: told
  date: ${new Date(told.time).toISOString().slice(0, 10)}
  basis: stated
  title: { en: ${told.title} }
  summary: { en: ${told.title}. }
  actors: [${actors[told.actor].id}]
  importance: ${told.importance}
  sources: [{ source: generator }]
`,
	quotes: '[]\n',
	figures: '[]\n',
	scenes: `- id: all
  heading: { en: All of it }
  prose: { en: Every event. }
  window: 2005/2024
  cards: [event-told]
  sources: [{ source: generator }]
`
});

/**
 * Writes a story of `n` events, unless it exists.
 * @param {string} folder of stories
 * @param {number} n
 * @returns {Promise<string>} its folder
 */
export async function writeStory(folder, n) {
	const place = join(folder, slugOf(n));
	const table = n <= csvUntil ? 'events.csv' : 'events.parquet';
	mkdirSync(place, { recursive: true });
	const [told] = events(n);
	for (const [name, text] of Object.entries(texts(n, table, told))) {
		const file = join(place, `${name}.yaml`);
		if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
	}
	const mark = `${place}.done`;
	const stamp = `${n} ${writeCsv} ${writeMany} ${events} ${dateOf} ${JSON.stringify(actors)}`;
	if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return place;
	const csv = join(place, 'events.csv');
	if (n > eachUntil) await writeMany(join(place, table), n - 1);
	else await writeCsv(csv, n);
	if (n > csvUntil && n <= eachUntil) {
		await toParquet(csv, join(place, table));
		rmSync(csv);
	}
	writeFileSync(mark, stamp);
	return place;
}

/** @param {string} file @param {number} n */
async function writeCsv(file, n) {
	const out = createWriteStream(file);
	let part = 'date,title,actors,importance\n';
	for (const { id, time, title, actor, importance } of events(n)) {
		if (id === 1) continue;
		part += `${dateOf(time)},${title},${actors[actor].id},${importance}\n`;
		if (part.length < 2 ** 20) continue;
		if (!out.write(part)) await new Promise((done) => out.once('drain', () => done(null)));
		part = '';
	}
	out.end(part);
	await finished(out);
}

/** @param {string} csv @param {string} parquet */
async function toParquet(csv, parquet) {
	const db = await DuckDBInstance.create();
	const connection = await db.connect();
	/** @param {string} text */
	const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
	await connection.run(
		`COPY (SELECT left(date, 19)::TIMESTAMP AS date, title, actors, importance::INTEGER AS importance
		FROM read_csv(${quoted(csv)}, header = true, all_varchar = true)) TO ${quoted(parquet)} (FORMAT parquet)`
	);
	connection.closeSync();
	db.closeSync();
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
	const { status, signal } = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	});
	if (status) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
	if (signal) throw new Error(`${command} ${args.join(' ')} was ended by ${signal}`);
}

/** The name of the built site’s folder. */
const site = join('test-results', 'bench-site');

/**
 * Builds tiles and site of the stories in a folder.
 * @param {string} stories
 * @param {boolean} [built] use the site as it is
 * @returns {string} folder of the site
 */
export function buildSite(stories, built) {
	if (built) return join(root, site);
	run(process.execPath, ['bin/throughline.mjs', 'build', '--data', stories, '--out', site]);
	return join(root, site);
}
