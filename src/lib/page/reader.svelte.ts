/**
 * The only reactive state of a page: a View. Everything drawn is derived from it by pure functions, and the settled
 * result never depends on how the reader got there.
 */
import type { FigureItem, LocalScene, LocalStory, Ref } from '../view/local.ts';
import { filterStory, orderScenes } from '../view/select.ts';
import { initialView, type View } from '../view/view.ts';

export class Reader {
	readonly story: LocalStory;
	view = $state.raw<View>() as View;
	/** The item that the reader points at: by its words, its mark or a link. */
	pointed = $state.raw<Ref | null>(null);
	/** The scene whose figure the reader has replaced by the timeline. */
	instead = $state.raw<string | null>(null);

	/** Whether scenes that the filter leaves empty are shown all the same. */
	opened = $state(false);

	// Each changes only when its own inputs do, so that scrolling to another scene does not filter again.
	#actors = $derived(this.view.actors);
	#order = $derived(this.view.order);
	#quotes = $derived(this.view.quotes);

	filtered = $derived.by(() => filterStory(this.story, this.#actors, this.#order, this.#quotes));
	/** Scenes in the reader’s order. */
	scenes = $derived.by(() => orderScenes(this.story, this.#order));

	/** Scenes that the filter leaves empty, unless the reader has opened them. */
	skipped = $derived.by((): readonly string[] => {
		const empty = this.opened ? [] : this.filtered.scenes.filter(({ empty }) => empty);
		return empty.map(({ scene }) => scene.id);
	});

	/** The scene on the stage: every scene has one; the opening and the ending use the nearest. */
	staged = $derived.by((): LocalScene | undefined => {
		const all = this.scenes.filter(({ ending }) => !ending);
		const seen = all.filter(({ id }) => !this.skipped.includes(id));
		const told = seen.length ? seen : all;
		return told.find(({ id }) => id === this.view.scene) ?? (this.view.scene ? told.at(-1) : told[0]);
	});

	/** The figure on the stage in place of the timeline. */
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

	/** The scenes that the stage shows, outwards from one of them. */
	around(scene: string | null): LocalScene[] {
		const all = this.scenes.filter(({ ending }) => !ending);
		const here = all.findIndex(({ id }) => id === scene);
		const apart = (one: LocalScene) => Math.abs(all.indexOf(one) - here);
		return all.toSorted((a, b) => apart(a) - apart(b));
	}

	/** The item to highlight: the one pointed at, else the one that the link or the reader selected. */
	get active(): Ref | null {
		return this.pointed ?? this.view.focus;
	}
}
