/** What a large table holds, as far as its tiles are loaded. Pure: tiles come from `lookup`. */
import {
	bucketBits,
	bucketOf,
	buckets,
	finestLevel,
	kidBits,
	kidOf,
	kids,
	rootId,
	tileKey,
	tileLength,
	tileStart,
	type Tile,
	type TileEvents,
	type TileId,
	type TileMeta
} from '../tiles/format.ts';
import type { Item } from '../view/local.ts';
import type { Cell, Gap, Holder, Holdings } from './holdings.ts';

export interface Tiles {
	meta: TileMeta;
	/** Undefined while the tile is not loaded. */
	lookup: (id: TileId) => Tile | undefined;
	/** Grows whenever a tile arrives. */
	version: () => number;
}

/** Casts that a filter keeps; null: all. */
export function keptCasts({ casts }: TileMeta, actors: readonly string[] | null): ReadonlySet<number> | null {
	if (!actors) return null;
	return new Set(casts.flatMap((cast, index) => (cast.actors.some((id) => actors.includes(id)) ? [index] : [])));
}

/** The coarsest level whose buckets are no longer than `resolution`, ms; the finest where none is. */
export function levelFor(meta: TileMeta, resolution: number): number {
	const bits = Math.floor(Math.log2(resolution));
	return Math.min(finestLevel(meta), Math.max(0, Math.ceil((meta.bits - bucketBits - bits) / kidBits)));
}

/** Makes an item of the nth event of a tile that starts at `start`, ms. */
type ToItem = (events: TileEvents, n: number, start: number) => Item;

/** @param kept casts; null: all */
export const heldTiles = (tiles: Tiles, kept: ReadonlySet<number> | null, toItem: ToItem): Holder =>
	new HeldTiles(tiles, kept, toItem);

class HeldTiles implements Holder {
	readonly count: number;
	private readonly meta: TileMeta;

	constructor(
		private readonly tiles: Tiles,
		private readonly kept: ReadonlySet<number> | null,
		private readonly toItem: ToItem
	) {
		this.meta = tiles.meta;
		this.count = this.meta.casts.reduce((sum, { count }, cast) => sum + (this.keeps(cast) ? count : 0), 0);
	}

	version(): number {
		return this.tiles.version();
	}

	snap(time: number, resolution: number): number {
		const { start } = this.meta;
		const length = this.bucketLength(levelFor(this.meta, resolution));
		return start + Math.floor((time - start) / length) * length;
	}

	holdings(from: number, to: number, resolution: number): Holdings {
		const found: Found = { from, to, level: levelFor(this.meta, resolution), items: [], cells: [], gaps: [] };
		const root = this.tiles.lookup(rootId);
		if (root) this.gather(rootId, root, found);
		const { items, cells, gaps } = found;
		return { items: items.sort((a, b) => a.date.at - b.date.at), cells, gaps };
	}

	before(time: number): number | null {
		const root = this.tiles.lookup(rootId);
		return root ? this.countBefore(time, rootId, root) : null;
	}

	profile(): ReturnType<Holder['profile']> {
		const root = this.tiles.lookup(rootId);
		if (!root) return [];
		const { start, casts } = this.meta;
		const length = this.bucketLength(0);
		const found: ReturnType<Holder['profile']>[number][] = [];
		const { cells = [] } = root;
		for (let n = 0; n < cells.length; n += 3)
			if (this.keeps(cells[n + 1]))
				found.push({
					from: start + cells[n] * length,
					to: start + (cells[n] + 1) * length,
					party: casts[cells[n + 1]],
					count: cells[n + 2]
				});
		return found;
	}

	private gather(id: TileId, tile: Tile, found: Found): void {
		const { from, to, level, items, gaps } = found;
		const start = tileStart(this.meta, id);
		const length = tileLength(this.meta, id.level);
		if (!tile.cells) return void this.addNamed(tile, start, from, to, items);
		if (id.level >= level || !tile.kids) return this.addCounts(tile, start, length, found);
		for (let quarter = 0; quarter < kids; quarter++) {
			const [a, b] = [start + (quarter * length) / kids, start + ((quarter + 1) * length) / kids];
			if (b <= from || a >= to) continue;
			const count = this.counted(tile, (quarter * buckets) / kids, ((quarter + 1) * buckets) / kids);
			if (!count) continue;
			const kid = kidOf(id, quarter);
			const there = this.tiles.lookup(kid);
			if (there) this.gather(kid, there, found);
			else {
				const known = this.addNamed(tile, start, Math.max(a, from), Math.min(b, to), items);
				gaps.push({ key: tileKey(kid), from: a, to: b, count, known });
			}
		}
	}

	/** Adds the named events of a tile. @returns how many */
	private addNamed({ events }: Tile, start: number, from: number, to: number, items: Item[]): number {
		const { at, cast } = events;
		let n = 0;
		for (let index = 0; index < at.length; index++) {
			const time = start + at[index];
			if (time < from || time >= to || !this.keeps(cast[index])) continue;
			items.push(this.toItem(events, index, start));
			n++;
		}
		return n;
	}

	/** Adds the events and the counts of the buckets that begin in [from, to); the counts less the named events. */
	private addCounts({ cells: counts = [], events }: Tile, start: number, length: number, found: Found): void {
		const { from, to, items, cells } = found;
		const { casts } = this.meta;
		const wide = length / buckets;
		// Events belong to their bucket, as the counts do.
		const isInside = (bucket: number) => start + bucket * wide >= from && start + bucket * wide < to;
		const named = new Map<number, number>();
		for (let n = 0; n < events.at.length; n++) {
			const bucket = bucketOf(events.at[n], length);
			const key = bucket * casts.length + events.cast[n];
			named.set(key, (named.get(key) ?? 0) + 1);
			if (this.keeps(events.cast[n]) && isInside(bucket)) items.push(this.toItem(events, n, start));
		}
		for (let n = 0; n < counts.length; n += 3) {
			const [bucket, cast] = [counts[n], counts[n + 1]];
			if (!this.keeps(cast) || !isInside(bucket)) continue;
			const count = counts[n + 2] - (named.get(bucket * casts.length + cast) ?? 0);
			const [first, end] = [start + bucket * wide, start + (bucket + 1) * wide];
			if (count) cells.push({ from: first, to: end, party: casts[cast], count });
		}
	}

	private countBefore(time: number, id: TileId, tile: Tile): number | null {
		const start = tileStart(this.meta, id);
		const length = tileLength(this.meta, id.level);
		if (time <= start) return 0;
		if (!tile.cells) {
			const { at, cast } = tile.events;
			return at.reduce((sum, offset, n) => sum + (start + offset < time && this.keeps(cast[n]) ? 1 : 0), 0);
		}
		const place = Math.min(buckets, ((time - start) * buckets) / length);
		if (Number.isInteger(place)) return this.counted(tile, 0, place);
		if (!tile.kids) return null;
		const quarter = Math.floor((place * kids) / buckets);
		const first = (quarter * buckets) / kids;
		const earlier = this.counted(tile, 0, first);
		if (!this.counted(tile, first, first + buckets / kids)) return earlier;
		const kid = kidOf(id, quarter);
		const there = this.tiles.lookup(kid);
		const rest = there ? this.countBefore(time, kid, there) : null;
		return rest === null ? null : earlier + rest;
	}

	/** Kept events counted in buckets [from, to) of a divided tile. */
	private counted({ cells = [] }: Tile, from: number, to: number): number {
		let sum = 0;
		for (let n = 0; n < cells.length; n += 3)
			if (cells[n] >= from && cells[n] < to && this.keeps(cells[n + 1])) sum += cells[n + 2];
		return sum;
	}

	private keeps(cast: number): boolean {
		return !this.kept || this.kept.has(cast);
	}

	private bucketLength(level: number): number {
		return tileLength(this.meta, level) / buckets;
	}
}

/** What is found in [from, to), down to a level of tiles. */
interface Found {
	from: number;
	to: number;
	level: number;
	items: Item[];
	cells: Cell[];
	gaps: Gap[];
}
