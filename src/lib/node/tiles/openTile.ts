/** A divided tile whose rows are still being read: they are counted, and only the most important are kept by name. */
import { buckets, kids, tileLength, tileStart, type Tile, type TileId, type TileMeta } from '../../tiles/format.ts';
import { columnsOf, type Row } from './rowColumns.ts';

/** How many events a tile names: in each bucket, and one for each cast in each eighth of the tile. */
const topOfBucket = 3;
const parts = 8;

/** An open tile as JSON: sparse columns as pairs. */
export interface SavedTile extends TileId {
	count: number;
	cells: [key: number, n: number][];
	top: Row[][];
	first: [key: number, row: Row][];
}

export class OpenTile {
	readonly start: number;
	readonly end: number;
	/** Number of files of an undivided tile so far; null for a divided one. */
	pages: number | null = null;
	private count = 0;
	/** Counts of events by bucket and cast. */
	private readonly cells: Uint32Array;
	/** Rows by bucket, the most important first. */
	private readonly top: Row[][] = Array.from({ length: buckets }, () => []);
	/** The most important row by part and cast. */
	private readonly first: (Row | undefined)[];
	private readonly casts: number;

	constructor(
		readonly id: TileId,
		meta: TileMeta
	) {
		this.start = tileStart(meta, id);
		this.end = this.start + tileLength(meta, id.level);
		this.casts = meta.casts.length;
		this.cells = new Uint32Array(buckets * this.casts);
		this.first = new Array(parts * this.casts);
	}

	/** @param row later than all earlier ones */
	add(row: Row): void {
		const bucket = Math.floor(((row.at - this.start) * buckets) / (this.end - this.start));
		this.count++;
		this.cells[bucket * this.casts + row.cast]++;
		this.name(bucket, row);
		this.lead(Math.floor(bucket / (buckets / parts)) * this.casts + row.cast, row);
	}

	/** @param later the same tile from the next part: its rows are later than all earlier ones */
	merge(later: SavedTile): void {
		this.count += later.count;
		for (const [key, n] of later.cells) this.cells[key] += n;
		later.top.forEach((rows, bucket) => rows.forEach((row) => this.name(bucket, row)));
		for (const [key, row] of later.first) this.lead(key, row);
	}

	/** @param kid a closed quarter of this tile, with rows later than all earlier ones */
	absorb(kid: OpenTile): void {
		const { casts } = this;
		const quarter = kid.id.index % kids;
		this.count += kid.count;
		for (let bucket = 0; bucket < buckets; bucket++) {
			const own = Math.floor((quarter * buckets + bucket) / kids);
			for (let cast = 0; cast < casts; cast++) this.cells[own * casts + cast] += kid.cells[bucket * casts + cast];
			for (const row of kid.top[bucket]) this.name(own, row);
		}
		for (let part = 0; part < parts; part++) {
			const own = Math.floor((quarter * parts + part) / kids);
			for (let cast = 0; cast < casts; cast++) {
				const row = kid.first[part * casts + cast];
				if (row) this.lead(own * casts + cast, row);
			}
		}
	}

	private name(bucket: number, row: Row): void {
		const top = this.top[bucket];
		if (top.length === topOfBucket && row.importance <= top[topOfBucket - 1].importance) return;
		let at = top.length;
		while (at > 0 && top[at - 1].importance < row.importance) at--;
		top.splice(at, 0, row);
		top.length = Math.min(top.length, topOfBucket);
	}

	private lead(key: number, row: Row): void {
		const first = this.first[key];
		if (!first || row.importance > first.importance) this.first[key] = row;
	}

	saved(): SavedTile {
		const cells: SavedTile['cells'] = [];
		this.cells.forEach((n, key) => n && cells.push([key, n]));
		const first: SavedTile['first'] = [];
		this.first.forEach((row, key) => row && first.push([key, row]));
		return { ...this.id, count: this.count, cells, top: this.top, first };
	}

	/** @param languages the languages of `titles`; null where there is one title for all */
	tile(languages: readonly string[] | null): Tile {
		const written: number[] = [];
		const quarters = new Array<number>(kids).fill(0);
		this.cells.forEach((n, key) => {
			if (n === 0) return;
			const bucket = Math.floor(key / this.casts);
			written.push(bucket, key % this.casts, n);
			quarters[Math.floor(bucket / (buckets / kids))] += n;
		});
		// By row number, since a merged row may be in both lists as two copies.
		const named = new Map([...this.top.flat(), ...this.first].flatMap((row) => (row ? [[row.row, row]] : [])));
		const inOrder = [...named.values()].sort((a, b) => a.at - b.at || a.row - b.row);
		return {
			count: this.count,
			events: columnsOf(inOrder, this.start, languages),
			cells: written,
			...(this.pages === null ? { kids: quarters } : { pages: this.pages })
		};
	}
}
