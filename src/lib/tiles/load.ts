/**
 * Loads tiles over a network that may be slow, cut off, hostile or gone: what has arrived is kept, what is wanted and
 * missing is retried until it arrives or is no longer wanted, and nothing is trusted that contradicts what is known.
 */
import { checkTile, kids, rootId, tileKey, tileOf, tilePath, type Tile, type TileId, type TileMeta } from './format.ts';

/** `offline`: no connection; `slow`: no answer in time; `missing`: no such file; `broken`: invalid data. */
export type Fault = 'offline' | 'unreachable' | 'slow' | 'missing' | 'broken';

/** A tile that is wanted but not loaded. */
export interface Missing {
	key: string;
	/** Fault of the last try; none while the first is under way. */
	fault?: Fault;
	/** What is wrong with it, for developers. */
	detail?: string;
	tries: number;
	/** Being fetched now. */
	busy: boolean;
}

interface Options {
	/** Called when a tile has arrived or failed. */
	onchange: () => void;
	fetch?: typeof fetch;
	/** ms until a try is abandoned */
	patience?: number;
	/** ms before the second try; doubled for each further one */
	pause?: number;
}

/** Number of tiles kept: some screens at every level of a deep zoom. */
const mostKept = 128;
const longestPause = 30_000;
export const patience = 20_000;

/** @returns pause before the next try, ms */
export const pauseAfter = (tries: number, first = 1000) => Math.min(longestPause, first * 2 ** (tries - 1));

export class Refused extends Error {
	constructor(
		readonly fault: Fault,
		message: string
	) {
		super(message);
	}
}

/**
 * @param stop is aborted where the host does not answer within `patience` ms
 * @param anew bypasses the cache, whose copy was invalid
 * @throws Refused
 */
export async function fetchJson(
	path: string,
	stop: AbortController,
	{ fetch, patience, anew }: { fetch: typeof globalThis.fetch; patience: number; anew: boolean }
): Promise<unknown> {
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		stop.abort();
	}, patience);
	try {
		const response = await fetch(path, {
			signal: stop.signal,
			cache: anew ? 'reload' : 'default',
			credentials: 'same-origin'
		});
		if (!response.ok)
			throw new Refused(response.status >= 500 ? 'unreachable' : 'missing', `${path}: ${response.status}`);
		const text = await response.text();
		try {
			return JSON.parse(text);
		} catch {
			throw new Refused('broken', `${path} is no JSON, or was cut off`);
		}
	} catch (error) {
		if (error instanceof Refused) throw error;
		if (late) throw new Refused('slow', `${path}: no answer in ${patience} ms`);
		const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
		throw new Refused(offline ? 'offline' : 'unreachable', `${path}: ${error}`);
	} finally {
		clearTimeout(timer);
	}
}

export class TileStore {
	private readonly known = new Map<string, Tile>();
	private readonly wanted = new Map<
		string,
		Missing & { stop?: AbortController; timer?: ReturnType<typeof setTimeout> }
	>();
	private readonly options: Required<Options>;
	private changes = 0;
	private ended = false;

	/** @param url of the folder of `meta.json` */
	constructor(
		readonly meta: TileMeta,
		private readonly root: Tile,
		private readonly url: string,
		options: Options
	) {
		this.options = { fetch: (...args) => fetch(...args), patience, pause: 1000, ...options };
	}

	/** Undefined while it is not loaded. */
	lookup = (id: TileId): Tile | undefined => {
		if (id.level === rootId.level) return this.root;
		const key = tileKey(id);
		const tile = this.known.get(key);
		if (tile) {
			// Moved to the end: the map is in order of last use.
			this.known.delete(key);
			this.known.set(key, tile);
		}
		return tile;
	};

	/** Changes whenever a tile has arrived. */
	version = () => this.changes;

	missing = (): Missing[] =>
		[...this.wanted.values()].map(({ key, fault, detail, tries, busy }) => ({ key, fault, detail, tries, busy }));

	/** Replaces the wanted tiles: missing ones are fetched, those no longer wanted are dropped. */
	want(keys: readonly string[]): void {
		const next = new Set(keys);
		for (const [key, entry] of this.wanted) if (!next.has(key)) this.drop(key, entry);
		for (const key of next) {
			if (this.wanted.has(key) || this.known.has(key)) continue;
			this.wanted.set(key, { key, tries: 0, busy: false });
			void this.load(key);
		}
	}

	/** Retries what failed at once, without waiting. */
	retry = (): void => {
		for (const [key, entry] of this.wanted) {
			if (entry.busy) continue;
			clearTimeout(entry.timer);
			void this.load(key);
		}
	};

	stop(): void {
		this.ended = true;
		for (const [key, entry] of this.wanted) this.drop(key, entry);
	}

	private drop(key: string, { stop, timer }: { stop?: AbortController; timer?: ReturnType<typeof setTimeout> }) {
		clearTimeout(timer);
		stop?.abort();
		this.wanted.delete(key);
	}

	private async load(key: string): Promise<void> {
		const entry = this.wanted.get(key);
		if (!entry || this.ended) return;
		entry.busy = true;
		entry.tries++;
		entry.stop = new AbortController();
		try {
			const tile = await this.fetchTile(key, entry.stop, entry.fault === 'broken');
			if (this.wanted.get(key) !== entry) return;
			this.wanted.delete(key);
			this.known.set(key, tile);
			for (const old of this.known.keys()) {
				if (this.known.size <= mostKept) break;
				this.known.delete(old);
			}
			this.changes++;
		} catch (error) {
			if (this.wanted.get(key) !== entry) return;
			const refused = error instanceof Refused ? error : new Refused('broken', String(error));
			entry.busy = false;
			entry.fault = refused.fault;
			entry.detail = refused.message;
			entry.timer = setTimeout(() => void this.load(key), pauseAfter(entry.tries, this.options.pause));
		}
		this.options.onchange();
	}

	/** @param anew bypasses the cache, whose copy was invalid */
	private async fetchTile(key: string, stop: AbortController, anew: boolean): Promise<Tile> {
		const id = tileOf(key);
		const parent = this.lookup({ level: id.level - 1, index: Math.floor(id.index / kids) });
		const expected = parent?.kids?.[id.index % kids];
		if (!expected) throw new Refused('broken', `${key} is not one that there should be`);
		const path = `${this.url}/${tilePath(this.meta, id)}`;
		const value = await fetchJson(path, stop, { ...this.options, anew });
		try {
			return checkTile(value, this.meta, id, expected);
		} catch (error) {
			throw new Refused('broken', `${path}: ${error instanceof Error ? error.message : error}`);
		}
	}
}
