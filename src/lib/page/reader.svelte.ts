/**
 * The one reactive state of a page: a View. Everything drawn is derived from it by pure functions; nothing that has come
 * to rest depends on how the reader got here.
 */
import { frames, type Frame } from '../layout/frames.ts';
import type { Sign } from '../layout/parts.ts';
import { layoutScene, type SceneLayout } from '../layout/scene.ts';
import type { LocalScene, LocalStory, Ref } from '../view/local.ts';
import { filterStory, orderScenes, select } from '../view/select.ts';
import { initialView, type Order, type View } from '../view/view.ts';

/** Of each order and scene the signs that first appear there: a scene explains what none before it has. */
export type Keys = Record<Order, Record<string, Sign[]>>;

export class Reader {
	readonly story: LocalStory;
	readonly keys: Keys;
	view = $state.raw<View>() as View;
	/** What the reader points at: words, a mark or a link to one. */
	pointed = $state.raw<Ref | null>(null);
	frame = $state.raw<Frame>(frames.desk);

	// Each of these changes only when what it is made of does: scrolling to another scene filters nothing anew.
	#actors = $derived(this.view.actors);
	#order = $derived(this.view.order);
	#scale = $derived(this.view.scale);
	#quotes = $derived(this.view.quotes);
	filtered = $derived.by(() => filterStory(this.story, this.#actors, this.#order, this.#quotes));
	/** In the reader’s order. */
	scenes = $derived.by(() => orderScenes(this.story, this.#order));
	/** The scene that the stage shows: there is one beside every scene, and the opening and the ending have their own. */
	staged = $derived.by((): LocalScene | undefined => {
		const told = this.scenes.filter(({ ending }) => !ending);
		return told.find(({ id }) => id === this.view.scene) ?? (this.view.scene ? told.at(-1) : told[0]);
	});
	/** Layouts by scene and focus, so that a scroll back and forth lays each out once. */
	#layouts = $derived.by(() => {
		void [this.filtered, this.#scale, this.frame];
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: what is put in never changes what is drawn
		return new Map<string, SceneLayout>();
	});
	layout = $derived.by(() => this.#settled(this.staged?.id ?? null, this.view.focus));
	/** The whole story: what is printed, and what a page without scripts shows. */
	whole = $derived.by(() => this.#lay(null, null, frames.desk));

	constructor(story: LocalStory, keys: Keys) {
		this.story = story;
		this.keys = keys;
		this.view = initialView(story.lang);
	}

	/** Lays out one scene that has not been yet; false where all have. For idle moments, so that no scroll waits for it. */
	prepare(): boolean {
		const layouts = this.#layouts;
		const next = this.story.scenes.find(({ id, ending }) => !ending && !layouts.has(`${id} null`));
		if (next) this.#settled(next.id, null);
		return next !== undefined;
	}

	change(part: Partial<View>) {
		this.view = { ...this.view, ...part };
	}

	/** The mark to ring: what is pointed at, else what the link or the reader went to. */
	get active(): Ref | null {
		return this.pointed ?? this.view.focus;
	}

	/** What the scene’s picture has to explain. */
	signs(scene: string | undefined): Sign[] {
		return (scene && this.keys[this.#order][scene]) || [];
	}

	/** What a scene tells and the filter keeps, for a phone’s strip. */
	selection = $derived.by(() =>
		select(this.story, { ...this.view, scene: this.staged?.id ?? null, focus: null }, this.filtered)
	);

	#settled(scene: string | null, focus: Ref | null): SceneLayout {
		const key = `${scene} ${focus}`;
		let layout = this.#layouts.get(key);
		if (!layout) this.#layouts.set(key, (layout = this.#lay(scene, focus, this.frame)));
		return layout;
	}

	#lay(scene: string | null, focus: Ref | null, frame: Frame): SceneLayout {
		const view = { ...this.view, scene, focus };
		return layoutScene(this.story, select(this.story, view, this.filtered), {
			...frame,
			key: this.signs(scene ?? undefined)
		});
	}
}
