/** Reads a folder of tiles back, and checks it against all that it should be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import {
	bucketOf,
	buckets,
	checkEvents,
	checkMeta,
	checkTile,
	fewEvents,
	finestBits,
	kidBits,
	kidOf,
	leafEvents,
	rootId,
	tileLength,
	tilePath,
	tileStart,
	unitBits,
	type Tile,
	type TileEvents,
	type TileId
} from '../../src/lib/tiles/format.ts';
import { checkShard, shardPath } from '../../src/lib/tiles/words.ts';

export interface TileRow {
	row: number;
	at: number;
	cast: number;
	importance: number;
	actors: string[];
}

/** @returns all rows of its leaves and pages, and all tiles; an id that is a string ends in the row, counted from 0 */
export function readTiles(out: string) {
	const read = (path: string): unknown => JSON.parse(readFileSync(join(out, path), 'utf8'));
	const meta = checkMeta(read('meta.json'));
	const tiles: { id: TileId; tile: Tile; rows: TileRow[] }[] = [];
	const seen = new Set(['meta.json', 'characters.json']);
	const rowsOf = (events: TileEvents, start: number) =>
		events.id.map((id, n): TileRow => ({
			row: typeof id === 'number' ? id : Number(/\d+$/.exec(id)![0]) + 1,
			at: start + events.at[n],
			cast: events.cast[n],
			importance: Number(events.importance[n]),
			actors: events.actors?.[n] ?? meta.casts[events.cast[n]].actors
		}));

	const visit = (id: TileId, expected: number): TileRow[] => {
		const path = tilePath(meta, id);
		seen.add(path);
		const tile = checkTile(read(path), meta, id, expected);
		const [start, length] = [tileStart(meta, id), tileLength(meta, id.level)];
		let rows: TileRow[] = [];
		if (tile.kids) {
			expect(expected).toBeGreaterThan(id.level ? leafEvents : fewEvents);
			rows = tile.kids.flatMap((n, quarter) => (n ? visit(kidOf(id, quarter), n) : []));
		} else if (tile.pages) {
			expect(length).toBe(2 ** finestBits(meta.extent));
			for (let page = 1; page <= tile.pages; page++) {
				const events = checkEvents(read(tilePath(meta, id, page)), meta, length);
				expect(events.id.length).toBe(page < tile.pages ? leafEvents : expected - (page - 1) * leafEvents);
				seen.add(tilePath(meta, id, page));
				rows.push(...rowsOf(events, start));
			}
		} else rows = rowsOf(tile.events, start);
		expect(rows.length).toBe(expected);
		rows.forEach((row, n) => {
			const before = rows[n - 1];
			if (before && !(before.at < row.at || (before.at === row.at && before.row < row.row)))
				throw new Error(`rows ${before.row} and ${row.row} are not in order`);
		});
		if (tile.cells) holdCells(tile, rows, start, length, meta.casts.length);
		tiles.push({ id, tile, rows });
		return rows;
	};
	const rows = visit(rootId, meta.count);
	expect((meta.bits - finestBits(meta.extent)) % kidBits).toBe(0);
	expect(Math.min(...rows.map(({ at }) => at))).toBe(meta.extent[0]);
	expect(Math.max(...rows.map(({ at }) => at))).toBe(meta.extent[1] - 2 ** unitBits(meta.extent));
	meta.casts.forEach(({ count }, n) => expect(rows.filter(({ cast }) => cast === n).length).toBe(count));
	for (let shard = 0; shard < (meta.shards ?? 0); shard++) {
		seen.add(shardPath(meta, shard));
		checkShard(read(shardPath(meta, shard)), meta);
	}
	const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	expect(files.length).toBe(seen.size);
	return { meta, rows, tiles };
}

/** Checks cells and named events by counting and choosing again from the rows. */
function holdCells(tile: Tile, rows: readonly TileRow[], start: number, length: number, casts: number): void {
	const cells = new Map<number, number>();
	const groups = new Map<string, TileRow[]>();
	for (const row of rows) {
		const bucket = bucketOf(row.at - start, length);
		const key = bucket * casts + row.cast;
		cells.set(key, (cells.get(key) ?? 0) + 1);
		for (const group of [`bucket ${bucket}`, `eighth ${Math.floor((bucket * 8) / buckets)} ${row.cast}`])
			groups.set(group, [...(groups.get(group) ?? []), row]);
	}
	const sorted = [...cells].sort(([a], [b]) => a - b);
	expect(tile.cells).toEqual(sorted.flatMap(([key, n]) => [Math.floor(key / casts), key % casts, n]));
	const wanted = new Set<number>();
	for (const [group, members] of groups) {
		const best = members.sort((a, b) => b.importance - a.importance || a.at - b.at || a.row - b.row);
		for (const { row } of best.slice(0, group.startsWith('bucket') ? 3 : 1)) wanted.add(row);
	}
	const named = tile.events.id.map((id) => (typeof id === 'number' ? id : Number(/\d+$/.exec(id)![0]) + 1));
	expect(named.sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b));
}
