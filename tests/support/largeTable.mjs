/**
 * Writes a story folder with a Parquet table of any size for measurements:
 * `node tests/support/largeTable.mjs <folder> <rows>`. It covers twenty years, with half of the events in a tenth of
 * them; a few actors act in most.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, rows] = [process.argv[2], Number(process.argv[3])];
if (!folder || !Number.isSafeInteger(rows) || rows < 1) {
	console.error('node tests/support/largeTable.mjs <folder> <rows>');
	process.exit(2);
}
mkdirSync(folder, { recursive: true });

const sides = ['north', 'south', 'east'];
const actors = 40;
const words =
	'market court harbour council river bridge school tower garden railway festival election strike treaty flood fire harvest ship road mill'.split(
		' '
	);
const sources = '[{ source: made }]';
const files = {
	story: `title: { en: ${rows} events }
dek: { en: Made to measure. }
about: { en: Nothing of this happened. }
languages: [en]
published: "2025"
sides:
${sides.map((id) => `  - { id: ${id}, name: { en: ${id} } }`).join('\n')}
table: { file: events.parquet, source: made }
`,
	actors: Array.from(
		{ length: actors },
		(_, n) => `- { id: a${n}, kind: group, side: ${sides[n % 3]}, name: { en: Actor ${n} }, sources: ${sources} }\n`
	).join(''),
	events: `- id: beginning
  date: "2004"
  basis: stated
  title: { en: It begins }
  summary: { en: It begins. }
  actors: [a0]
  sources: ${sources}
`,
	quotes: '[]\n',
	figures: '[]\n',
	scenes: `- id: all
  heading: { en: All }
  prose: { en: It began. }
  window: all
  cards: [event-beginning]
  sources: ${sources}
`,
	sources: `- { id: made, kind: dataset, description: { en: Made by a program. }, language: en }\n`
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);

// The hash of the row number is random enough, and the same everywhere.
const random = (salt) => `(hash(n * 16 + ${salt}) % 1000003 / 1000003.0)`;
const list = `[${words.map((word) => `'${word}'`).join()}]`;
const word = (salt) => `${list}[1 + (hash(n * 64 + ${salt}) % ${words.length})::INTEGER]`;
const actor = (salt) => `'a' || floor(pow(${random(salt)}, 3) * ${actors})::INTEGER`;
const seconds = 20 * 365.25 * 86400;
const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await db.run(`COPY (
	SELECT
		(TIMESTAMP '2004-01-01' + to_seconds(floor(${seconds} *
			CASE WHEN ${random(1)} < 0.5 THEN 0.6 + ${random(2)} / 10 ELSE ${random(2)} END)::BIGINT)) AS date,
		array_to_string(list_slice([${[10, 11, 12, 13, 14, 15, 16, 17, 18].map(word).join()}], 1, 3 + (hash(n) % 7)::INTEGER), ' ') || ' ' || n AS title,
		CASE WHEN ${random(3)} < 0.15 THEN ${actor(4)} || ';' || ${actor(5)} ELSE ${actor(4)} END AS actors,
		1 + floor(pow(${random(6)}, 4) * 5)::INTEGER AS importance,
		CASE WHEN ${random(7)} < 0.3 THEN 'https://example.org/' || n END AS url
	FROM range(1, ${rows + 1}) r(n)
) TO '${join(folder, 'events.parquet').replaceAll("'", "''")}' (FORMAT parquet)`);
db.closeSync();
