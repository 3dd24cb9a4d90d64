/**
 * A large story’s events as a pyramid of static JSON files, for tables of any size. The root tile covers all time,
 * 2^bits ms from `start`; a tile’s four kids are its quarters. A tile with few events is a leaf and holds them all; any
 * other counts its events, exactly, in 128 equal buckets of time by cast, and names the most important.
 *
 * Files: `meta.json`, and each tile as `<version>/<level>/<index>.json`, quarters counted from the start.
 */

export const form = 2;

/** Numbers of buckets and kids per tile, as powers of two. */
export const bucketBits = 7;
export const kidBits = 2;
export const buckets = 2 ** bucketBits;
export const kids = 2 ** kidBits;

/** Maximum number of events of a leaf in one file … */
export const leafEvents = 1000;

/** … except the root: a table with no more than this is a single leaf that comes with the page. */
export const fewEvents = 5000;

/** A tile is not divided below 2^21 ms (35 minutes), the shortest window; further events go into pages. */
const leastBits = 21;

/** ms from 1970: the years ±10^12, the limit for dates (story/date.ts). */
const furthest = 2 ** 75;

/**
 * Times billions of years away are no longer exact to the ms, as numbers have 53 bits. All times of a table that
 * reaches so far are multiples of one unit, so that sums and differences are exact.
 * @param extent of the table’s times, ms
 * @returns the unit as a power of two, ms
 */
export const unitBits = ([min, max]: readonly [number, number]) =>
	// The root tile may reach eight times as far.
	Math.max(0, Math.ceil(Math.log2(Math.max(1, Math.abs(min), Math.abs(max)))) + 3 - 53);

/** Length of a table’s shortest tile, as a power of two, ms: each of its buckets is at least one unit. */
export const finestBits = (extent: readonly [number, number]) => Math.max(leastBits, unitBits(extent) + bucketBits);

/** No file may have more events than this, whatever it claims. */
const mostEvents = fewEvents;

/** Events that share their sides and those actors that are counted by name. */
export interface Cast {
	/** Ids; the first one gives colour and lane. */
	sides: string[];
	actors: string[];
	/** The number of its events. */
	count: number;
}

export interface TileMeta {
	form: typeof form;
	/** Hash of the table and its actors; a change leads to a new folder. */
	version: string;
	count: number;
	/** ms */
	start: number;
	bits: number;
	/** From the first mark to just after the last: whole ms. */
	extent: [number, number];
	casts: Cast[];
	/** Actors that casts do not count by name; events cannot be filtered by them. */
	unnamed: string[];
	/** Source of every event that names no other. */
	source: string;
	/** BCP 47 tag of titles that are the same in all languages. */
	language?: string;
	/** Whether every plain date is an instant rather than a day. */
	instants: boolean;
	/** Number of shards of the word index (words.ts); none where words are not indexed. */
	shards?: number;
}

/** A date that is neither a day nor an instant. */
export interface OddDate {
	edtf: string;
	min: number;
	max: number;
	interval?: true;
	softStart?: true;
	softEnd?: true;
	/** By language. */
	label: Record<string, string>;
}

/** Columns of equal length; sparse ones by index. */
export interface TileEvents {
	/** A number where the table has no ids: the row, from 1. */
	id: (string | number)[];
	/** Time of its mark, ms from the tile’s start. */
	at: number[];
	cast: number[];
	/** One digit per event. */
	importance: string;
	/** By language, or one for all languages. */
	title: string[] | Record<string, string[]>;
	/** Actors, where they differ from the cast’s. */
	actors?: Record<string, string[]>;
	dates?: Record<string, OddDate>;
	url?: Record<string, string>;
	source?: Record<string, string>;
}

export interface Tile {
	count: number;
	events: TileEvents;
	/** For a divided tile, the number of events in each quarter. */
	kids?: number[];
	/** Not in a leaf: bucket, cast, count; bucket, cast, count; … in order. */
	cells?: number[];
	/** For a finest tile with too many events for one file, the number of files `<index>-1.json` … that hold them all. */
	pages?: number;
}

export interface TileId {
	level: number;
	index: number;
}

export const rootId: TileId = { level: 0, index: 0 };

export const tileKey = ({ level, index }: TileId) => `${level}/${index}`;

/** @param key as `tileKey` writes it */
export function tileOf(key: string): TileId {
	const [level, index] = key.split('/').map(Number);
	return { level, index };
}

/** Length of a tile, ms. */
export const tileLength = ({ bits }: Pick<TileMeta, 'bits'>, level: number) => 2 ** (bits - kidBits * level);

export const tileStart = (meta: Pick<TileMeta, 'bits' | 'start'>, { level, index }: TileId) =>
	meta.start + index * tileLength(meta, level);

export const kidOf = ({ level, index }: TileId, quarter: number): TileId => ({
	level: level + 1,
	index: index * kids + quarter
});

export const tilePath = ({ version }: Pick<TileMeta, 'version'>, { level, index }: TileId, page = 0) =>
	`${version}/${level}/${index}${page ? `-${page}` : ''}.json`;

/**
 * @param extent of the table’s times, ms
 * @returns where the root tile begins, ms, and its length as a power of two: the finest tile’s, times a power of four
 */
export function rootFor([min, max]: readonly [number, number]): Pick<TileMeta, 'start' | 'bits'> {
	const finest = finestBits([min, max]);
	// A multiple of the finest bucket, and so of the start of every bucket.
	const grain = 2 ** (finest - bucketBits);
	const start = Math.floor(min / grain) * grain;
	// Multiplied, since a logarithm is rounded: just above a power of two it gives that power.
	let bits = finest;
	while (start + 2 ** bits < max) bits += kidBits;
	return { start, bits };
}

/** The number of levels below the root. */
export const finestLevel = ({ bits, extent }: Pick<TileMeta, 'bits' | 'extent'>) =>
	Math.max(0, Math.floor((bits - finestBits(extent)) / kidBits));

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTime = (value: unknown): value is number => Number.isFinite(value) && Math.abs(value as number) <= furthest;
export const areCounts = (value: unknown): value is number[] => Array.isArray(value) && value.every(isCount);
const areTexts = (value: unknown, length?: number): value is string[] =>
	Array.isArray(value) &&
	(length === undefined || value.length === length) &&
	value.every((one) => typeof one === 'string');

class Wrong extends Error {}

/** Throws where the data is not as it should be. */
export function need(right: boolean, what: string): asserts right {
	if (!right) throw new Wrong(what);
}

/**
 * Checks a tile from the network against all that is known about it.
 * @param expected number of events, according to the tile’s parent or `meta`
 * @throws Error saying what is wrong; then nothing in the tile can be trusted
 */
export function checkTile(value: unknown, meta: TileMeta, id: TileId, expected: number): Tile {
	need(isObject(value) && value.count === expected, `it should have ${expected} events`);
	const { cells, kids: quarters, pages } = value;
	const length = tileLength(meta, id.level);
	const events = checkEvents(value.events, meta, length);
	const tile: Tile = { count: expected, events };
	if (cells === undefined) {
		need(quarters === undefined && pages === undefined, 'a leaf is not divided');
		need(events.id.length === expected, 'a leaf has all its events');
		return tile;
	}
	need(Array.isArray(cells) && cells.length % 3 === 0 && cells.every(isCount), 'cells are triples of counts');
	const left = new Map<number, number>();
	const perBucket = new Array<number>(buckets).fill(0);
	let last = -1;
	for (let n = 0; n < cells.length; n += 3) {
		const key = cells[n] * meta.casts.length + cells[n + 1];
		need(
			cells[n] < buckets && cells[n + 1] < meta.casts.length && cells[n + 2] > 0,
			'a cell is of a bucket and a cast'
		);
		need(key > last, 'cells are in order');
		left.set((last = key), cells[n + 2]);
		perBucket[cells[n]] += cells[n + 2];
	}
	need(sum(perBucket) === expected, 'cells add up to its events');
	tile.cells = cells;
	// Every named event is one of those counted.
	for (let n = 0; n < events.id.length; n++) {
		const key = bucketOf(events.at[n], length) * meta.casts.length + events.cast[n];
		need((left.get(key) ?? 0) > 0, 'an event is one of those counted');
		left.set(key, left.get(key)! - 1);
	}
	if (quarters !== undefined) {
		need(Array.isArray(quarters) && quarters.length === kids && quarters.every(isCount), 'it has four quarters');
		const each = buckets / kids;
		need(
			quarters.every((n, quarter) => n === sum(perBucket.slice(quarter * each, (quarter + 1) * each))),
			'quarters agree with cells'
		);
		tile.kids = quarters;
	} else {
		need(isCount(pages) && pages > 0 && pages <= expected, 'an undivided tile has pages');
		tile.pages = pages;
	}
	return tile;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** @param at ms from the tile’s start */
export const bucketOf = (at: number, length: number) => Math.floor((at * buckets) / length);

/**
 * Checks the events of a tile, a page or a search result.
 * @param most maximum number of them
 * @throws Error
 */
export function checkEvents(value: unknown, meta: TileMeta, length: number, most = mostEvents): TileEvents {
	need(isObject(value), 'it should have events');
	const { id, at, cast, importance, title, actors, dates, url, source } = value;
	need(Array.isArray(id) && id.length <= most, 'events have ids, not too many');
	const n = id.length;
	need(
		id.every((one) => isCount(one) || (typeof one === 'string' && /^[a-z0-9-]{1,200}$/.test(one))),
		'an id is a row or a name'
	);
	need(
		Array.isArray(at) && at.length === n && at.every((one) => isTime(one) && one >= 0 && one < length),
		'events lie in their tile'
	);
	need(
		Array.isArray(cast) && cast.length === n && cast.every((one) => isCount(one) && one < meta.casts.length),
		'events have casts'
	);
	need(
		typeof importance === 'string' && importance.length === n && /^[1-5]*$/.test(importance),
		'importance is 1 to 5'
	);
	need(
		areTexts(title, n) || (isObject(title) && Object.values(title).every((texts) => areTexts(texts, n))),
		'events have titles'
	);
	const sparse = (column: unknown, right: (one: unknown) => boolean, what: string) =>
		need(
			column === undefined ||
				(isObject(column) &&
					Object.entries(column).every(([key, one]) => /^\d+$/.test(key) && Number(key) < n && right(one))),
			what
		);
	sparse(actors, (one) => areTexts(one), 'actors are ids');
	sparse(dates, isOddDate, 'dates are whole');
	sparse(url, (one) => typeof one === 'string' && /^https?:\/\//.test(one), 'a link is http');
	sparse(source, (one) => typeof one === 'string', 'a source is an id');
	return value as unknown as TileEvents;
}

const isOddDate = (value: unknown) =>
	isObject(value) &&
	typeof value.edtf === 'string' &&
	// JSON has no infinity, so null means an open end.
	(value.min === null || isTime(value.min)) &&
	(value.max === null || isTime(value.max)) &&
	isObject(value.label) &&
	areTexts(Object.values(value.label));

/** @throws Error */
export function checkMeta(value: unknown): TileMeta {
	need(isObject(value) && value.form === form, `its form should be ${form}`);
	const { version, count, start, bits, extent, casts, unnamed, source, instants } = value;
	need(typeof version === 'string' && /^[0-9a-f]{12}$/.test(version), 'it should have a version');
	need(isCount(count) && count > 0 && isTime(start) && isCount(bits) && bits <= 78, 'it should count and cover');
	need(
		Array.isArray(extent) && extent.length === 2 && extent.every(isTime) && extent[0] < extent[1],
		'it has an extent'
	);
	need(start <= extent[0] && extent[1] <= start + 2 ** bits, 'it covers its extent');
	need(typeof source === 'string' && typeof instants === 'boolean' && areTexts(unnamed), 'it says where it is from');
	need(
		Array.isArray(casts) &&
			casts.every((one) => isObject(one) && areTexts(one.sides) && areTexts(one.actors) && isCount(one.count)) &&
			sum(casts.map((one) => one.count)) === count,
		'casts add up to its events'
	);
	const { shards } = value;
	need(shards === undefined || (isCount(shards) && Number.isInteger(Math.log2(shards))), 'shards are a power of two');
	return value as unknown as TileMeta;
}
