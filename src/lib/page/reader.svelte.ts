/**
 * The one reactive state of a page: a View. Everything drawn is derived from it by pure functions; nothing that has come
 * to rest depends on how the reader got here.
 */
import type { FigureItem, LocalScene, LocalStory, Ref } from '../view/local.ts';
import { filterStory, orderScenes } from '../view/select.ts';
import { initialView, type View } from '../view/view.ts';

export class Reader {
	readonly story: LocalStory;
	view = $state.raw<View>() as View;
	/** What the reader points at: words, a mark or a link to one. */
	pointed = $state.raw<Ref | null>(null);
	/** The scene whose figure the reader has put the timeline in the place of. */
	instead = $state.raw<string | null>(null);

	/** Scenes that the filter leaves empty are shown all the same. */
	opened = $state(false);

	// Each of these changes only when what it is made of does: scrolling to another scene filters nothing anew.
	#actors = $derived(this.view.actors);
	#order = $derived(this.view.order);
	#quotes = $derived(this.view.quotes);

	filtered = $derived.by(() => filterStory(this.story, this.#actors, this.#order, this.#quotes));
	/** In the reader’s order. */
	scenes = $derived.by(() => orderScenes(this.story, this.#order));

	/** Scenes that the filter leaves empty, as long as the reader has not opened them. */
	skipped = $derived.by((): readonly string[] => {
		const empty = this.opened ? [] : this.filtered.scenes.filter(({ empty }) => empty);
		return empty.map(({ scene }) => scene.id);
	});

	/** The scene that the stage shows: there is one beside every scene, and the opening and the ending have their own. */
	staged = $derived.by((): LocalScene | undefined => {
		const all = this.scenes.filter(({ ending }) => !ending);
		const seen = all.filter(({ id }) => !this.skipped.includes(id));
		const told = seen.length ? seen : all;
		return told.find(({ id }) => id === this.view.scene) ?? (this.view.scene ? told.at(-1) : told[0]);
	});

	/** What stands on the stage in the timeline’s place. */
	figure = $derived.by((): FigureItem | undefined => {
		const { staged } = this;
		const item =
			staged?.stage && staged.id !== this.instead && this.story.items.find(({ ref }) => ref === staged.stage);
		return item && item.kind === 'figure' ? item : undefined;
	});

	constructor(story: LocalStory) {
		this.story = story;
		this.view = initialView(story.lang);
	}

	change(part: Partial<View>) {
		this.view = { ...this.view, ...part };
	}

	/** Those that the stage shows, from one of them to both sides. */
	around(scene: string | null): LocalScene[] {
		const all = this.scenes.filter(({ ending }) => !ending);
		const here = all.findIndex(({ id }) => id === scene);
		const apart = (one: LocalScene) => Math.abs(all.indexOf(one) - here);
		return all.toSorted((a, b) => apart(a) - apart(b));
	}

	/** The mark to ring: what is pointed at, else what the link or the reader went to. */
	get active(): Ref | null {
		return this.pointed ?? this.view.focus;
	}
}
