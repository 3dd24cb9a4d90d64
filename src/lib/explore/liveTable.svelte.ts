/** A large table in a page: what has come of it, what is wanted, and what stands in the way. */
import type { Missing } from '../tiles/load.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { Amount } from './baseScale.ts';
import type { Holder, Holdings } from './holdings.ts';
import { rowItems, type StoryTable } from './table.ts';
import type { Searched } from './wordStore.ts';

type Large = typeof import('./large.ts');

/** Finer than any tile. */
const finest = 1;

export class LiveTable {
	readonly table: StoryTable;
	/** Grows with whatever comes. */
	arrived = $state(0);
	/** Wanted and not here. */
	missing = $state.raw<readonly Missing[]>([]);
	/** A stretch of time of which every event is wanted, ms. */
	sought = $state.raw<[number, number] | null>(null);

	/** The last search of its titles. */
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

	/** @param actors with their members; null: all */
	holder(actors: readonly string[] | null): Holder {
		const { meta } = this.table;
		const { lookup, version } = this.#store;
		return this.#large.heldTiles(
			{ meta, lookup, version },
			this.#large.keptCasts(meta, actors),
			rowItems(this.#story, meta)
		);
	}

	/** Are its titles indexed? Then they can be searched. */
	get searchable() {
		return !!this.#words;
	}

	/** Looks for events with all words of a query. */
	search(query: string): void {
		this.searched = null;
		if (query) this.#words?.search(query);
		else this.#words?.end();
	}

	/** @returns of the query those found and kept, and how many there are; null: not known */
	hits(query: string, actors: readonly string[] | null): { items: Item[]; total: number | null } | null {
		const { searched, table } = this;
		if (searched?.query !== query || !searched.found) return null;
		const kept = this.#large.keptCasts(table.meta, actors);
		const item = rowItems(this.#story, table.meta);
		const { hits, total } = searched.found;
		const all = hits.filter(({ events, n }) => !kept || kept.has(events.cast[n]));
		return {
			items: all.map(({ events, n }) => item(events, n, table.meta.start)),
			// Who acts in those that are not named is not told.
			total: kept && total !== hits.length ? null : kept ? all.length : total
		};
	}

	/** How much there is where, kept or not. */
	amounts(): readonly Amount[] {
		return this.holder(null).profile();
	}

	/** Of the stretch that is sought, as far as it is here. */
	found(holder: Holder): Holdings | null {
		void this.arrived;
		return this.sought && holder.holdings(this.sought[0], this.sought[1], finest);
	}

	/** From now on just these. */
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
