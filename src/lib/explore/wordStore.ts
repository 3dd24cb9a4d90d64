/** Loads shards of words: fetched for a search, retried as tiles are, and kept. */
import type { TileMeta } from '../tiles/format.ts';
import { fetchJson, patience, pauseAfter, Refused, type Fault } from '../tiles/load.ts';
import { checkShard, shardOf, shardPath, wordsAsked, type WordShard } from '../tiles/words.ts';
import { hitsOf, type Hits } from './wordSearch.ts';

export interface Searched {
	query: string;
	/** Undefined while the search is under way. */
	found?: Hits;
	/** Fault of the last try. */
	fault?: Fault;
}

export class WordStore {
	private readonly shards = new Map<number, WordShard>();
	private stop: AbortController | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private query = '';
	private tries = 0;

	/** @param told called with the state of the last search whenever it changes */
	constructor(
		private readonly meta: TileMeta & { shards: number },
		private readonly url: string,
		private readonly told: (searched: Searched) => void
	) {}

	/** Cancels the last search and starts this one. */
	search(query: string): void {
		this.end();
		this.query = query;
		this.tries = 0;
		void this.run();
	}

	retry = (): void => {
		clearTimeout(this.timer);
		if (!this.stop) void this.run();
	};

	end(): void {
		clearTimeout(this.timer);
		this.stop?.abort();
		this.stop = undefined;
	}

	private async run(): Promise<void> {
		const { query } = this;
		const words = wordsAsked(query);
		if (!words.length) return this.told({ query, found: { hits: [], total: 0 } });
		const stop = (this.stop = new AbortController());
		this.tries++;
		try {
			const shards = await Promise.all(words.map((word) => this.shard(shardOf(word, this.meta.shards), stop)));
			if (this.stop !== stop) return;
			this.stop = undefined;
			this.told({ query, found: hitsOf(words, shards) });
		} catch (error) {
			if (this.stop !== stop) return;
			this.stop = undefined;
			this.told({ query, fault: error instanceof Refused ? error.fault : 'broken' });
			this.timer = setTimeout(() => void this.run(), pauseAfter(this.tries));
		}
	}

	private async shard(shard: number, stop: AbortController): Promise<WordShard> {
		const known = this.shards.get(shard);
		if (known) return known;
		const path = `${this.url}/${shardPath(this.meta, shard)}`;
		const value = await fetchJson(path, stop, { fetch: (...args) => fetch(...args), patience, anew: this.tries > 1 });
		let checked: WordShard;
		try {
			checked = checkShard(value, this.meta);
		} catch (error) {
			throw new Refused('broken', `${path}: ${error instanceof Error ? error.message : error}`);
		}
		this.shards.set(shard, checked);
		return checked;
	}
}
