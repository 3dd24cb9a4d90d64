/**
 * The one reactive state of a page: a View, and where between two scenes the scroll is. Everything drawn is derived
 * from these by pure functions; nothing depends on how the reader got here.
 */
import { frames, type Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { filterStory, select } from '../view/select.ts';
import { initialView, type View } from '../view/view.ts';

export class Reader {
	readonly story: LocalStory;
	view = $state.raw<View>() as View;
	/** What the reader points at: a card, a mark or a link to one. */
	pointed = $state.raw<Ref | null>(null);
	/** The scene that comes next and how far the page has scrolled towards it, 0–1. */
	passage = $state.raw<{ to: string | null; t: number }>({ to: null, t: 0 });
	frame = $state.raw<Frame>(frames.desk);

	// Each of these changes only when what it is made of does: scrolling to another scene filters nothing anew.
	#actors = $derived(this.view.actors);
	#order = $derived(this.view.order);
	#scale = $derived(this.view.scale);
	#quotes = $derived(this.view.quotes);
	filtered = $derived.by(() => filterStory(this.story, this.#actors, this.#order, this.#quotes));
	/** Layouts by scene and focus, so that a scroll back and forth lays each out once. */
	#layouts = $derived.by(() => {
		void [this.filtered, this.#scale, this.frame];
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: what is put in never changes what is drawn
		return new Map<string, TimelineLayout>();
	});
	layout = $derived.by(() => {
		const here = this.#settled(this.view.scene, this.view.focus);
		const { to, t } = this.passage;
		return t > 0 && this.#mix ? this.#mix(here, this.#settled(to, null), t) : here;
	});
	/** The whole story in the desk frame: what is printed. */
	printed = $derived.by(() => this.#lay({ ...this.view, scene: null, focus: null }, frames.desk));

	constructor(story: LocalStory) {
		this.story = story;
		this.view = initialView(story.lang);
	}

	/** Lays out one scene that has not been yet; false where all have. For idle moments, so that no scroll waits for it. */
	prepare(): boolean {
		const layouts = this.#layouts;
		const next = this.story.scenes.find(({ id }) => !layouts.has(`${id} null`));
		if (next) this.#settled(next.id, null);
		return next !== undefined;
	}

	/** What draws the way from scene to scene comes with the first step on it. */
	#mix = $state.raw<typeof import('../layout/mix.ts').mixLayouts | null>(null);
	#asked = false;

	pass(to: string | null, t: number) {
		this.passage = { to, t };
		if (t === 0 || this.#asked) return;
		this.#asked = true;
		void import('../layout/mix.ts').then(({ mixLayouts }) => (this.#mix = mixLayouts));
	}

	change(part: Partial<View>) {
		this.view = { ...this.view, ...part };
	}

	/** The mark to ring: what is pointed at, else what the link or the reader went to. */
	get active(): Ref | null {
		return this.pointed ?? this.view.focus;
	}

	#settled(scene: string | null, focus: Ref | null): TimelineLayout {
		const key = `${scene} ${focus}`;
		let layout = this.#layouts.get(key);
		if (!layout) this.#layouts.set(key, (layout = this.#lay({ ...this.view, scene, focus }, this.frame)));
		return layout;
	}

	#lay(view: View, frame: Frame): TimelineLayout {
		return layoutTimeline(this.story, select(this.story, view, this.filtered), frame);
	}
}
