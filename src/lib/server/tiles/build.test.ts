import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomCells, tableStory, writeTable, type Cells, type RandomTable } from '../../../../tests/support/tables.ts';
import { readTiles } from '../../../../tests/support/tiles.ts';
import { formatProblem } from '../../story/parse.ts';
import { parseDate, midpoint } from '../../story/date.ts';
import { fewEvents, leafEvents } from '../../tiles/format.ts';
import { buildTiles, type Built, type Outcome } from './build.ts';

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'tiles-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const folder = () => {
	const path = join(root, String(folders++));
	mkdirSync(path);
	return path;
};

function built(outcome: Outcome): Built {
	if ('problems' in outcome) throw new Error(outcome.problems.map(formatProblem).join('\n'));
	return outcome;
}

/** Every file of a folder by name, without what tells the tables apart. */
function filesOf(out: string, version: string): Record<string, string> {
	const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	return Object.fromEntries(
		files.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [path.slice(out.length).replace(version, ''), readFileSync(path, 'utf8').replace(version, '')];
		})
	);
}

async function build(cells: Cells[], format: 'csv' | 'parquet' | 'arrow', small?: number, typed?: 'DATE' | 'TIMESTAMP') {
	const path = folder();
	const file = await writeTable(path, format, cells, typed);
	const story = tableStory(file);
	const out = join(path, 'out');
	const { meta } = built(await buildTiles(story, path, out, { small }));
	return { meta, out, story, files: filesOf(out, meta.version) };
}

const tables: RandomTable[] = [
	{ rows: 300, seed: 1, odd: 0.1 },
	{ rows: 7000, seed: 2, odd: 0.02, instants: true },
	{ rows: 9000, seed: 3, odd: 0.3, together: 3400, translated: true, ids: true },
	{ rows: 6000, seed: 4, instants: true, together: 2500 }
];

describe('a table', () => {
	it.each(tables)('gives the same tiles as CSV, Parquet and Arrow: $rows rows, seed $seed', async (table) => {
		const cells = randomCells(table);
		const csv = await build(cells, 'csv', 1e9);
		for (const other of [
			await build(cells, 'csv', 0),
			await build(cells, 'parquet'),
			await build(cells, 'arrow'),
			...(table.odd ? [] : [await build(cells, 'parquet', 0, 'TIMESTAMP'), await build(cells, 'arrow', 0, 'TIMESTAMP')])
		]) {
			expect(Object.keys(other.files).sort()).toEqual(Object.keys(csv.files).sort());
			for (const name of Object.keys(csv.files)) expect(other.files[name], name).toBe(csv.files[name]);
		}
	});

	it.each(tables)('has each row in one leaf, and every tile agrees with those below: seed $seed', async (table) => {
		const cells = randomCells(table);
		const { meta, out } = await build(cells, 'csv', 0);
		const { rows, tiles } = readTiles(out);
		expect(rows.map(({ row }) => row).sort((a, b) => a - b)).toEqual(cells.map((_, n) => n + 1));
		expect(meta.count).toBe(table.rows);
		expect(tiles.length > 1).toBe(table.rows > fewEvents);
		for (const { row, at, importance, actors } of rows) {
			const cell = cells[row - 1];
			const read = parseDate(cell.date);
			expect('date' in read && Math.floor(midpoint(read.date))).toBe(at);
			expect(importance).toBe(Number(cell.importance || 3));
			expect(actors).toEqual(cell.actors.split(';').map((id) => id.trim()));
		}
		if (table.together && table.together > leafEvents) expect(tiles.some(({ tile }) => tile.pages)).toBe(true);
	});
});
