/** Rows in order of time → tiles, in one pass: a tile is written when the last of its rows has gone by. */
import {
	buckets,
	fewEvents,
	finestLevel,
	kids,
	leafEvents,
	tileLength,
	tilePath,
	type Tile,
	type TileMeta
} from '../../tiles/format.ts';
import { columnsOf, type Row } from './rowColumns.ts';

/** How many events a tile names: of each bucket, and of each cast in each of its eighths. */
const topOfBucket = 3;
const parts = 8;

/** A divided tile that rows are still coming for. */
interface Open {
	level: number;
	index: number;
	start: number;
	end: number;
	count: number;
	/** Events by bucket and cast. */
	cells: Uint32Array;
	/** By bucket, the most important first. */
	top: Row[][];
	/** By part and cast. */
	first: (Row | undefined)[];
	/** So far; of a tile that is not divided. */
	pages: number | null;
}

/**
 * @param batches rows by `at`, then as in the table; as many as `meta.count`
 * @param languages of `titles`; null where there is one title for all
 * @param write a file of the folder, as its text
 * @param seen told of every row
 */
export async function writePyramid(
	batches: AsyncIterable<Row[]> | Iterable<Row[]>,
	meta: TileMeta,
	languages: readonly string[] | null,
	write: (path: string, text: string) => void,
	seen: (row: Row) => void = () => {}
): Promise<void> {
	const pyramid = new Pyramid(meta, languages, write);
	for await (const batch of batches) {
		batch.forEach(seen);
		pyramid.add(batch);
	}
	pyramid.end();
}

class Pyramid {
	private waiting: Row[] = [];
	private readonly open: Open[] = [];
	private readonly finest: number;
	private readonly isLeaf: boolean;

	constructor(
		private readonly meta: TileMeta,
		private readonly languages: readonly string[] | null,
		private readonly write: (path: string, text: string) => void
	) {
		this.finest = finestLevel(meta);
		this.isLeaf = meta.count <= fewEvents;
	}

	add(rows: readonly Row[]): void {
		for (const row of rows) this.waiting.push(row);
		if (!this.isLeaf) this.settle(leafEvents);
	}

	end(): void {
		if (this.isLeaf) this.put({ level: 0, index: 0 }, this.meta.start, this.waiting);
		else this.settle(0);
		while (this.open.length) this.close();
	}

	/** Puts rows into tiles as long as more than so many are waiting: it takes these to know whether a tile is divided. */
	private settle(spare: number): void {
		const { waiting } = this;
		let done = 0;
		while (waiting.length - done > spare) {
			const { at } = waiting[done];
			while (this.open.length && at >= this.open.at(-1)!.end) this.close();
			const parent = this.open.at(-1);
			if (parent?.pages != null) {
				const rows = waiting.slice(done, done + this.within(done, parent.end));
				this.write(
					tilePath(this.meta, parent, ++parent.pages),
					JSON.stringify(columnsOf(rows, parent.start, this.languages))
				);
				for (const row of rows) this.count(row);
				done += rows.length;
				continue;
			}
			const level = parent ? parent.level + 1 : 0;
			const length = tileLength(this.meta, level);
			const index = Math.floor((at - this.meta.start) / length);
			const start = this.meta.start + index * length;
			const rows = this.within(done, start + length);
			if (parent && !(rows === leafEvents && waiting[done + rows]?.at < start + length)) {
				const all = waiting.slice(done, done + rows);
				this.put({ level, index }, start, all);
				for (const row of all) this.count(row);
				done += rows;
			} else {
				const casts = this.meta.casts.length;
				this.open.push({
					level,
					index,
					start,
					end: start + length,
					count: 0,
					cells: new Uint32Array(buckets * casts),
					top: Array.from({ length: buckets }, () => []),
					first: new Array(parts * casts),
					pages: level === this.finest ? 0 : null
				});
			}
		}
		this.waiting = waiting.slice(done);
	}

	/** How many waiting rows lie before a time, at most a leaf’s worth. */
	private within(from: number, end: number): number {
		let n = 0;
		while (n < leafEvents && this.waiting[from + n]?.at < end) n++;
		return n;
	}

	private count(row: Row): void {
		const casts = this.meta.casts.length;
		for (const tile of this.open) {
			const bucket = Math.floor(((row.at - tile.start) * buckets) / (tile.end - tile.start));
			tile.count++;
			tile.cells[bucket * casts + row.cast]++;
			const top = tile.top[bucket];
			if (top.length < topOfBucket || row.importance > top[topOfBucket - 1].importance) {
				let at = top.length;
				while (at > 0 && top[at - 1].importance < row.importance) at--;
				top.splice(at, 0, row);
				top.length = Math.min(top.length, topOfBucket);
			}
			const part = Math.floor(bucket / (buckets / parts)) * casts + row.cast;
			const first = tile.first[part];
			if (!first || row.importance > first.importance) tile.first[part] = row;
		}
	}

	private close(): void {
		const { level, index, start, count, cells, top, first, pages } = this.open.pop()!;
		const casts = this.meta.casts.length;
		const written: number[] = [];
		const quarters = new Array<number>(kids).fill(0);
		cells.forEach((n, key) => {
			if (n === 0) return;
			const bucket = Math.floor(key / casts);
			written.push(bucket, key % casts, n);
			quarters[Math.floor(bucket / (buckets / kids))] += n;
		});
		const named = new Set([...top.flat(), ...first.filter((row) => row !== undefined)]);
		const inOrder = [...named].sort((a, b) => a.at - b.at || a.row - b.row);
		const tile: Tile = { count, events: columnsOf(inOrder, start, this.languages), cells: written };
		if (pages === null) tile.kids = quarters;
		else tile.pages = pages;
		this.write(tilePath(this.meta, { level, index }), JSON.stringify(tile));
	}

	private put(id: { level: number; index: number }, start: number, rows: Row[]): void {
		const tile: Tile = { count: rows.length, events: columnsOf(rows, start, this.languages) };
		this.write(tilePath(this.meta, id), JSON.stringify(tile));
	}
}
