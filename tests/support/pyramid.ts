/** A pyramid of tiles made in memory in the simplest way, to check the one made by SQL and what is drawn of it. */
import {
	bucketOf,
	buckets,
	finestLevel,
	form,
	kidOf,
	kids,
	leafEvents,
	rootFor,
	rootId,
	tileKey,
	tileLength,
	tileStart,
	type Cast,
	type Tile,
	type TileEvents,
	type TileId,
	type TileMeta
} from '../../src/lib/tiles/format.ts';

export interface PlainEvent {
	id: number;
	/** ms */
	at: number;
	cast: number;
	importance: number;
	title: string;
}

export interface Pyramid {
	meta: TileMeta;
	tiles: Map<string, Tile>;
	events: PlainEvent[];
}

/** @param most events in a leaf */
export function pyramid(events: PlainEvent[], casts: Omit<Cast, 'count'>[], most = leafEvents): Pyramid {
	const sorted = [...events].sort((a, b) => a.at - b.at || a.id - b.id);
	const first = sorted[0].at;
	const end = sorted[sorted.length - 1].at + 1;
	const meta: TileMeta = {
		form,
		version: '0123456789ab',
		count: events.length,
		...rootFor([first, end]),
		extent: [first, end],
		casts: casts.map((cast, n) => ({ ...cast, count: events.filter((event) => event.cast === n).length })),
		unnamed: [],
		source: 'table',
		instants: true
	};
	const tiles = new Map<string, Tile>();
	const columns = (list: PlainEvent[], from: number): TileEvents => ({
		id: list.map(({ id }) => id),
		at: list.map(({ at }) => at - from),
		cast: list.map(({ cast }) => cast),
		importance: list.map(({ importance }) => importance).join(''),
		title: list.map(({ title }) => title)
	});

	function make(id: TileId, list: PlainEvent[]): void {
		const from = tileStart(meta, id);
		const length = tileLength(meta, id.level);
		if (list.length <= most) return void tiles.set(tileKey(id), { count: list.length, events: columns(list, from) });
		const counts = new Map<number, number>();
		const best = new Set<PlainEvent>();
		const perBucket = new Map<number, number>();
		const perEighth = new Set<string>();
		const bucket = ({ at }: PlainEvent) => bucketOf(at - from, length);
		for (const event of [...list].sort((a, b) => b.importance - a.importance || a.at - b.at || a.id - b.id)) {
			const place = bucket(event);
			const key = place * casts.length + event.cast;
			counts.set(key, (counts.get(key) ?? 0) + 1);
			const taken = perBucket.get(place) ?? 0;
			const eighth = `${Math.floor(place / (buckets / 8))} ${event.cast}`;
			if (taken < 3 || !perEighth.has(eighth)) best.add(event);
			perBucket.set(place, taken + 1);
			perEighth.add(eighth);
		}
		const tile: Tile = {
			count: list.length,
			events: columns(
				list.filter((event) => best.has(event)),
				from
			),
			cells: [...counts]
				.sort((a, b) => a[0] - b[0])
				.flatMap(([key, n]) => [Math.floor(key / casts.length), key % casts.length, n])
		};
		if (id.level < finestLevel(meta)) {
			const quarters = Array.from({ length: kids }, (_, q) =>
				list.filter((event) => Math.floor(bucket(event) / (buckets / kids)) === q)
			);
			tile.kids = quarters.map(({ length }) => length);
			quarters.forEach((quarter, q) => quarter.length && make(kidOf(id, q), quarter));
		} else tile.pages = Math.ceil(list.length / most);
		tiles.set(tileKey(id), tile);
	}
	make(rootId, sorted);
	return { meta, tiles, events: sorted };
}

/** Events from a generator that is the same everywhere: half in a tenth of the time, a few at one instant. */
export function plainEvents(n: number, casts: number, seed = 1): PlainEvent[] {
	let state = seed;
	const random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
	const start = Date.UTC(2004, 2, 1);
	const length = 20 * 365.25 * 864e5;
	return Array.from({ length: n }, (_, id) => ({
		id: id + 1,
		at: Math.floor(start + (random() < 0.5 ? 0.6 + random() / 10 : random() < 0.02 ? 0.5 : random()) * length),
		cast: Math.floor(random() ** 2 * casts),
		importance: 1 + Math.floor(random() ** 3 * 5),
		title: `Event number ${id + 1}`
	}));
}
