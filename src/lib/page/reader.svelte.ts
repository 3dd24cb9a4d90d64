/**
 * The one reactive state of a page: a View, and where between two scenes the scroll is. Everything drawn is derived
 * from these by pure functions; nothing depends on how the reader got here.
 */
import { frames, type Frame } from '../layout/frames.ts';
import { mixLayouts } from '../layout/mix.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView, type View } from '../view/view.ts';

export class Reader {
	readonly story: LocalStory;
	view = $state.raw<View>() as View;
	/** What the reader points at: a card, a mark or a link to one. */
	pointed = $state.raw<Ref | null>(null);
	/** The scene that comes next and how far the page has scrolled towards it, 0–1. */
	passage = $state.raw<{ to: string | null; t: number }>({ to: null, t: 0 });
	frame = $state.raw<Frame>(frames.desk);

	selection = $derived.by(() => select(this.story, this.view));
	/** Layouts by frame and window, so that a scroll back and forth lays each scene out once. */
	#layouts = $derived.by(() => {
		void this.selection;
		void this.frame;
		return new Map<string | null, TimelineLayout>();
	});
	layout = $derived.by(() => {
		const here = this.#settled(this.view.scene);
		const { to, t } = this.passage;
		return t > 0 ? mixLayouts(here, this.#settled(to), t) : here;
	});
	/** The whole story in the desk frame: what is printed. */
	printed = $derived.by(() =>
		layoutTimeline(this.story, select(this.story, { ...this.view, scene: null, focus: null }), frames.desk)
	);

	constructor(story: LocalStory) {
		this.story = story;
		this.view = initialView(story.lang);
	}

	change(part: Partial<View>) {
		this.view = { ...this.view, ...part };
	}

	/** The mark to ring: what is pointed at, else what the link or the reader went to. */
	get active(): Ref | null {
		return this.pointed ?? this.view.focus;
	}

	#settled(scene: string | null): TimelineLayout {
		const known = this.#layouts.get(scene);
		if (known) return known;
		const selection =
			scene === this.view.scene ? this.selection : select(this.story, { ...this.view, scene, focus: null });
		const layout = layoutTimeline(this.story, selection, this.frame);
		this.#layouts.set(scene, layout);
		return layout;
	}
}
