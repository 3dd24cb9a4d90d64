/** A large table in a page: what has been loaded, what is wanted, and what failed. */
import type { Missing } from '../tiles/load.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { Amount } from './baseScale.ts';
import type { Holder, Holdings } from './holdings.ts';
import { rowItems, type StoryTable } from './table.ts';
import type { Searched } from './wordStore.ts';

type Large = typeof import('./large.ts');

/** A resolution finer than any tile’s, ms. */
const finest = 1;

export class LiveTable {
	readonly table: StoryTable;
	/** Grows whenever something arrives. */
	arrived = $state(0);
	/** Tiles that are wanted but not loaded. */
	missing = $state.raw<readonly Missing[]>([]);
	/** A stretch of time for which every event is requested, ms. */
	sought = $state.raw<[number, number] | null>(null);

	/** State of the last search of its titles. */
	searched = $state.raw<Searched | null>(null);

	readonly #story: LocalStory;
	readonly #words: InstanceType<Large['WordStore']> | undefined;
	readonly #large: Large;
	readonly #store: InstanceType<Large['TileStore']>;

	constructor(story: LocalStory, table: StoryTable, large: Large) {
		this.#story = story;
		this.table = table;
		this.#large = large;
		const { shards } = table.meta;
		if (shards)
			this.#words = new large.WordStore({ ...table.meta, shards }, table.url, (searched) => (this.searched = searched));
		this.#store = new large.TileStore(table.meta, table.root, table.url, {
			onchange: () => {
				this.arrived++;
				this.missing = this.#store.missing();
			}
		});
	}

	/** @param actors ids including members; null: all */
	holder(actors: readonly string[] | null): Holder {
		const { meta } = this.table;
		const { lookup, version } = this.#store;
		return this.#large.heldTiles(
			{ meta, lookup, version },
			this.#large.keptCasts(meta, actors),
			rowItems(this.#story, meta)
		);
	}

	/** Whether its titles are indexed, so that they can be searched. */
	get searchable() {
		return !!this.#words;
	}

	/** Searches for events with all words of a query. */
	search(query: string): void {
		this.searched = null;
		if (query) this.#words?.search(query);
		else this.#words?.end();
	}

	/** @returns the hits that the filter keeps, and their total number (null: unknown); null while there is no result */
	hits(query: string, actors: readonly string[] | null): { items: Item[]; total: number | null } | null {
		const { searched, table } = this;
		if (searched?.query !== query || !searched.found) return null;
		const kept = this.#large.keptCasts(table.meta, actors);
		const item = rowItems(this.#story, table.meta);
		const { hits, total } = searched.found;
		const all = hits.filter(({ events, n }) => !kept || kept.has(events.cast[n]));
		return {
			items: all.map(({ events, n }) => item(events, n, table.meta.start)),
			// The actors of hits that are not named are not known.
			total: kept && total !== hits.length ? null : kept ? all.length : total
		};
	}

	/** How many events there are where, whether kept or not. */
	amounts(): readonly Amount[] {
		return this.holder(null).profile();
	}

	/** Events of the requested stretch, as far as they are loaded. */
	found(holder: Holder): Holdings | null {
		void this.arrived;
		return this.sought && holder.holdings(this.sought[0], this.sought[1], finest);
	}

	/** Replaces the tiles that are wanted. */
	want(keys: readonly string[]): void {
		this.#store.want(keys);
		this.missing = this.#store.missing();
	}

	retry = (): void => {
		this.#store.retry();
		if (this.searched?.fault) this.#words?.retry();
		this.missing = this.#store.missing();
	};

	stop(): void {
		this.#store.stop();
		this.#words?.end();
	}
}
