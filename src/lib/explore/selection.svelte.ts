/** What the explorer’s filter and search keep, of the story and of its table. */
import { Part } from '../part/part.svelte.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { filterStory } from '../view/select.ts';
import { heldItems } from './holdings.ts';
import type { LiveTable } from './liveTable.svelte.ts';
import { fetchWords, search, searchTexts } from './search.ts';
import type { ExploreView } from './url.ts';

/** What is selected from, and by what. */
interface Selected {
	readonly story: LocalStory;
	readonly view: ExploreView;
	/** A table that is not fully loaded; null until the code for it is. */
	readonly large: LiveTable | null;
	/** Number of rows of such a table; otherwise 0. */
	readonly rows: number;
}

export class Selection {
	readonly #from: Selected;
	/** Words of the story’s other languages; null until somebody searches. */
	otherWords = $state.raw<Part<Readonly<Record<string, string>>> | null>(null);
	// Each of these changes only when its own part of the View does, so that a move does not filter again.
	#actors = $derived.by(() => this.#from.view.actors);
	#quotes = $derived.by(() => this.#from.view.quotes);
	query = $derived.by(() => this.#from.view.search);
	#texts = $derived.by(() => searchTexts(this.#from.story, this.otherWords?.here ?? {}));
	#filtered = $derived.by(() => filterStory(this.#from.story, this.#actors, 'time', this.#quotes));
	/** Those that are fully loaded. */
	items = $derived.by((): readonly Item[] =>
		this.query ? search(this.#filtered.items, this.#texts, this.query) : this.#filtered.items
	);
	#families = $derived.by(() => {
		const chosen = this.#from.story.actors.filter(({ id }) => this.#actors.includes(id));
		return chosen.length ? chosen.flatMap(({ family }) => family) : null;
	});
	#amounts = $derived.by(() => this.#from.large?.amounts());
	/** What is kept of a large table. */
	holder = $derived.by(() => {
		const { large } = this.#from;
		if (!large) return undefined;
		return this.query ? heldItems(this.hits?.items ?? []) : large.holder(this.#families);
	});
	/** The same, with the amounts that its whole scale is made of. */
	table = $derived.by(() => this.holder && { holder: this.holder, amounts: this.#amounts! });
	/** What a search found in a large table; null while there is no result. */
	hits = $derived.by(() => (this.query ? (this.#from.large?.hits(this.query, this.#families) ?? null) : null));
	/** The number of events kept, and of all events. */
	counts = $derived.by(() => {
		const { shown, total } = this.#filtered.counts.event;
		return { shown: shown + (this.holder?.count ?? 0), total: total + this.#from.rows };
	});
	/** How many events are kept where, for all time. */
	profile = $derived.by(() => [...heldItems(this.items).profile(), ...(this.holder?.profile() ?? [])]);

	constructor(from: Selected) {
		this.#from = from;
	}

	/** Loads words of the other languages: requested again with every search until they are there. */
	findWords(url: string) {
		const { story } = this.#from;
		if (story.languages.length < 2) return;
		this.otherWords ??= new Part(story.ui.explore.search, () => fetchWords(url));
		void this.otherWords.ask();
	}
}
