import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomCells, tableStory, writeTable, type RandomTable } from '../../../../tests/support/tables.ts';
import { readTiles } from '../../../../tests/support/tiles.ts';
import { buildPart, buildTiles } from './build.ts';
import { mergeParts } from './parts.ts';
import { tilesVersion } from './version.ts';

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;

/** Every file of a folder by name. */
const filesOf = (out: string) =>
	Object.fromEntries(
		readdirSync(out, { recursive: true, withFileTypes: true })
			.filter((one) => one.isFile())
			.map(({ parentPath, name }) => [
				join(parentPath, name).slice(out.length),
				readFileSync(join(parentPath, name), 'utf8')
			])
	);

/** Builds a table in one go, and in a number of parts merged in another order. */
async function bothWays(table: RandomTable, parts: number, small: number) {
	const path = join(root, String(folders++));
	mkdirSync(path);
	const story = tableStory(await writeTable(path, 'csv', randomCells(table)));
	await buildTiles(story, path, join(path, 'whole'), { small });
	const made: string[] = [];
	for (let part = 1; part <= parts; part++) {
		made.unshift(join(path, `part-${part}`));
		await buildPart(story, path, made[0], { part, parts }, { small });
	}
	const merged = join(path, 'merged');
	const merge = (folders: string[]) => mergeParts(folders, merged, tilesVersion(story, path));
	await merge(made);
	return { whole: join(path, 'whole'), merged, made, merge, path };
}

describe('parts of a table by time', () => {
	it('give the same files as the whole, wherever it is cut', async () => {
		const table = fc.record({
			rows: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 5001, max: 6500 })),
			seed: fc.nat(1e6),
			odd: fc.constantFrom(0, 0.1),
			far: fc.constantFrom(0, 0, 0.3),
			instants: fc.boolean(),
			translated: fc.boolean(),
			together: fc.constantFrom(0, 0, 2500)
		});
		await fc.assert(
			fc.asyncProperty(table, fc.integer({ min: 1, max: 5 }), async (table, parts) => {
				const { whole, merged, path } = await bothWays(table, parts, 1e9);
				expect(filesOf(merged)).toEqual(filesOf(whole));
				rmSync(path, { recursive: true });
			}),
			{ numRuns: 6 }
		);
	});

	it('are the same through the database, each with about as many rows, and stay', async () => {
		const table = { rows: 9000, seed: 3, odd: 0.3, translated: true, ids: true };
		const { whole, merged, made } = await bothWays(table, 3, 0);
		expect(filesOf(merged)).toEqual(filesOf(whole));
		readTiles(merged);
		const { shards, ...meta } = JSON.parse(readFileSync(join(whole, 'meta.json'), 'utf8'));
		expect(shards).toBeGreaterThan(0);
		for (const folder of made) {
			const { head, crossed } = JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8'));
			expect(head.meta).toEqual(meta);
			expect(Math.abs(crossed[crossed.length - 1].count - 3000)).toBeLessThan(1000);
		}
	});

	it('are refused where they make no whole', async () => {
		const { made, merge, merged } = await bothWays({ rows: 40, seed: 1 }, 3, 1e9);
		const before = filesOf(merged);
		await expect(merge(made.slice(1))).rejects.toThrow('part 3 of 3 is missing');
		await expect(merge([...made, made[0]])).rejects.toThrow('part 3 is there twice');
		await expect(merge([...made, root])).rejects.toThrow('is no part of a table');
		const file = join(made[1], 'part.json');
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace('"parts":3', '"parts":4'));
		await expect(merge(made)).rejects.toThrow('is not of this table, or not cut into as many parts');
		writeFileSync(file, text.replace(/"version":"./, '"version":"x'));
		await expect(merge(made)).rejects.toThrow('is not of this table');
		expect(filesOf(merged)).toEqual(before);
	});
});
