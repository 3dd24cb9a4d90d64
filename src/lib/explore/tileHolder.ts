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
import type { Cell, Gap, Holder } from './holdings.ts';

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

/**
 * @param kept casts; null: all
 * @param toItem makes an item of the nth event of a tile that starts at `start`, ms
 */
export function heldTiles(
	{ meta, lookup, version }: Tiles,
	kept: ReadonlySet<number> | null,
	toItem: (events: TileEvents, n: number, start: number) => Item
): Holder {
	const keeps = (cast: number) => !kept || kept.has(cast);
	const bucketLength = (level: number) => tileLength(meta, level) / buckets;

	/** Kept events counted in buckets [from, to) of a divided tile. */
	function counted({ cells = [] }: Tile, from: number, to: number): number {
		let sum = 0;
		for (let n = 0; n < cells.length; n += 3)
			if (cells[n] >= from && cells[n] < to && keeps(cells[n + 1])) sum += cells[n + 2];
		return sum;
	}

	function named(tile: Tile, start: number, from: number, to: number, into: Item[]): number {
		const { at, cast } = tile.events;
		let n = 0;
		for (let index = 0; index < at.length; index++) {
			const time = start + at[index];
			if (time < from || time >= to || !keeps(cast[index])) continue;
			into.push(toItem(tile.events, index, start));
			n++;
		}
		return n;
	}

	return {
		count: meta.casts.reduce((sum, { count }, cast) => sum + (keeps(cast) ? count : 0), 0),
		version,
		snap(time, resolution) {
			const length = bucketLength(levelFor(meta, resolution));
			return meta.start + Math.floor((time - meta.start) / length) * length;
		},
		holdings(from, to, resolution) {
			const level = levelFor(meta, resolution);
			const items: Item[] = [];
			const cells: Cell[] = [];
			const gaps: Gap[] = [];

			function walk(id: TileId, tile: Tile): void {
				const start = tileStart(meta, id);
				const length = tileLength(meta, id.level);
				if (!tile.cells) return void named(tile, start, from, to, items);
				if (id.level >= level || !tile.kids) return count(tile, start, length);
				for (let quarter = 0; quarter < kids; quarter++) {
					const [a, b] = [start + (quarter * length) / kids, start + ((quarter + 1) * length) / kids];
					if (b <= from || a >= to) continue;
					const count = counted(tile, (quarter * buckets) / kids, ((quarter + 1) * buckets) / kids);
					if (!count) continue;
					const kid = kidOf(id, quarter);
					const there = lookup(kid);
					if (there) walk(kid, there);
					else {
						const known = named(tile, start, Math.max(a, from), Math.min(b, to), items);
						gaps.push({ key: tileKey(kid), from: a, to: b, count, known });
					}
				}
			}

			/** Counts of the buckets that begin in [from, to), less their named events. */
			function count(tile: Tile, start: number, length: number): void {
				const { cells: counts = [], events } = tile;
				const casts = meta.casts.length;
				const taken = new Map<number, number>();
				for (let n = 0; n < events.at.length; n++) {
					const key = bucketOf(events.at[n], length) * casts + events.cast[n];
					taken.set(key, (taken.get(key) ?? 0) + 1);
				}
				const wide = length / buckets;
				// Events belong to their bucket, as the counts do.
				const inside = (bucket: number) => start + bucket * wide >= from && start + bucket * wide < to;
				for (let n = 0; n < events.at.length; n++)
					if (keeps(events.cast[n]) && inside(bucketOf(events.at[n], length))) items.push(toItem(events, n, start));
				for (let n = 0; n < counts.length; n += 3) {
					const [bucket, cast] = [counts[n], counts[n + 1]];
					if (!keeps(cast) || !inside(bucket)) continue;
					const rest = counts[n + 2] - (taken.get(bucket * casts + cast) ?? 0);
					if (rest)
						cells.push({
							from: start + bucket * wide,
							to: start + (bucket + 1) * wide,
							party: meta.casts[cast],
							count: rest
						});
				}
			}

			const root = lookup(rootId);
			if (root) walk(rootId, root);
			return { items: items.sort((a, b) => a.date.at - b.date.at), cells, gaps };
		},
		before(time) {
			function walk(id: TileId, tile: Tile): number | null {
				const start = tileStart(meta, id);
				const length = tileLength(meta, id.level);
				if (time <= start) return 0;
				if (!tile.cells) {
					const { at, cast } = tile.events;
					return at.reduce((sum, offset, n) => sum + (start + offset < time && keeps(cast[n]) ? 1 : 0), 0);
				}
				const place = Math.min(buckets, ((time - start) * buckets) / length);
				if (Number.isInteger(place)) return counted(tile, 0, place);
				if (!tile.kids) return null;
				const quarter = Math.floor((place * kids) / buckets);
				const first = (quarter * buckets) / kids;
				const inside = counted(tile, first, first + buckets / kids);
				const earlier = counted(tile, 0, first);
				if (!inside) return earlier;
				const kid = kidOf(id, quarter);
				const there = lookup(kid);
				const rest = there ? walk(kid, there) : null;
				return rest === null ? null : earlier + rest;
			}
			const root = lookup(rootId);
			return root ? walk(rootId, root) : null;
		},
		profile() {
			const root = lookup(rootId);
			if (!root) return [];
			const length = bucketLength(0);
			const found: ReturnType<Holder['profile']>[number][] = [];
			const { cells = [] } = root;
			for (let n = 0; n < cells.length; n += 3)
				if (keeps(cells[n + 1]))
					found.push({
						from: meta.start + cells[n] * length,
						to: meta.start + (cells[n] + 1) * length,
						party: meta.casts[cells[n + 1]],
						count: cells[n + 2]
					});
			return found;
		}
	};
}
