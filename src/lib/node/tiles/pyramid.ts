/** Rows in order of time → tiles, in one pass: a tile is written once its last row has been read. */
import {
	fewEvents,
	finestLevel,
	leafEvents,
	tileKey,
	tileLength,
	tilePath,
	type Tile,
	type TileMeta
} from '../../tiles/format.ts';
import { OpenTile } from './openTile.ts';
import { columnsOf, type Row } from './rowColumns.ts';

interface PyramidOptions {
	meta: TileMeta;
	/** Languages of `titles`; null where there is one title for all. */
	languages: readonly string[] | null;
	/** Writes a text file into the folder. */
	write: (path: string, text: string) => void;
	/** Called with every row. */
	seen: (row: Row) => void;
	/** Keys of divided tiles that other parts have rows of too: these are not written. */
	crossing: ReadonlySet<string>;
}

/**
 * @param batches rows by `at`, then in the table’s order
 * @returns the crossing tiles, with what these rows add to them
 */
export async function writePyramid(
	batches: AsyncIterable<Row[]> | Iterable<Row[]>,
	options: PyramidOptions
): Promise<OpenTile[]> {
	const pyramid = new Pyramid(options);
	for await (const batch of batches) {
		batch.forEach(options.seen);
		pyramid.add(batch);
	}
	return pyramid.end();
}

class Pyramid {
	private waiting: Row[] = [];
	private readonly open: OpenTile[] = [];
	private readonly crossed: OpenTile[] = [];
	private readonly finest: number;
	private readonly isLeaf: boolean;
	private readonly meta: TileMeta;

	constructor(private readonly options: PyramidOptions) {
		this.meta = options.meta;
		this.finest = finestLevel(this.meta);
		this.isLeaf = this.meta.count <= fewEvents;
	}

	add(rows: readonly Row[]): void {
		for (const row of rows) this.waiting.push(row);
		if (!this.isLeaf) this.settle(leafEvents);
	}

	end(): OpenTile[] {
		if (!this.isLeaf) this.settle(0);
		else if (this.waiting.length) this.put({ level: 0, index: 0 }, this.meta.start, this.waiting);
		while (this.open.length) this.close();
		return this.crossed;
	}

	/** Puts rows into tiles while more than `spare` are waiting: it takes that many to know whether a tile is divided. */
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
					tilePath(this.meta, parent.id, ++parent.pages),
					columnsOf(rows, parent.start, this.options.languages)
				);
				for (const row of rows) parent.add(row);
				done += rows.length;
				continue;
			}
			const level = parent ? parent.id.level + 1 : 0;
			const length = tileLength(this.meta, level);
			const id = { level, index: Math.floor((at - this.meta.start) / length) };
			const start = this.meta.start + id.index * length;
			const rows = this.within(done, start + length);
			const isMore = rows === leafEvents && waiting[done + rows]?.at < start + length;
			if (!parent || isMore || this.options.crossing.has(tileKey(id))) {
				const tile = new OpenTile(id, this.meta);
				if (level === this.finest) tile.pages = 0;
				this.open.push(tile);
			} else {
				const all = waiting.slice(done, done + rows);
				this.put(id, start, all);
				for (const row of all) parent.add(row);
				done += rows;
			}
		}
		this.waiting = waiting.slice(done);
	}

	/** Number of waiting rows before a time, at most a leaf’s worth. */
	private within(from: number, end: number): number {
		let n = 0;
		while (n < leafEvents && this.waiting[from + n]?.at < end) n++;
		return n;
	}

	private close(): void {
		const tile = this.open.pop()!;
		this.open.at(-1)?.absorb(tile);
		if (this.options.crossing.has(tileKey(tile.id))) this.crossed.push(tile);
		else this.write(tilePath(this.meta, tile.id), tile.tile(this.options.languages));
	}

	private put(id: { level: number; index: number }, start: number, rows: Row[]): void {
		const tile: Tile = { count: rows.length, events: columnsOf(rows, start, this.options.languages) };
		this.write(tilePath(this.meta, id), tile);
	}

	private write(path: string, value: object): void {
		this.options.write(path, JSON.stringify(value));
	}
}
