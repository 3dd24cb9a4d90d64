/** The pictures of a story’s scenes in the stage’s frame, each laid out once. */
import { frames, type Frame } from '../layout/frames.ts';
import { layoutScene, type SceneLayout } from '../layout/scene.ts';
import { firstSigns } from '../layout/sceneSigns.ts';
import type { Ref } from '../view/local.ts';
import { select } from '../view/select.ts';
import type { Reader } from './reader.svelte.ts';

export class Pictures {
	readonly #reader: Reader;
	frame = $state.raw<Frame>(frames.desk);

	#scale = $derived.by(() => this.#reader.view.scale);
	/** By scene and focus, so that a scroll back and forth lays each out once. */
	#laid = $derived.by(() => {
		void [this.#reader.filtered, this.#scale, this.frame];
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: what is put in never changes what is drawn
		return new Map<string, SceneLayout>();
	});

	/** Of the scene that the reader is at. */
	current = $derived.by(() => this.#settled(this.#reader.staged?.id ?? null, this.#reader.view.focus));
	/** The whole story: what is printed, and what a page without scripts shows. */
	whole = $derived.by(() => this.#lay(null, null, frames.desk));

	/** Asked for under a filter only. */
	#kept = $derived.by(() => {
		const { story, filtered } = this.#reader;
		return firstSigns(story, filtered);
	});

	constructor(reader: Reader) {
		this.#reader = reader;
		reader.keptKeys = () => this.#kept;
	}

	/** Lays out one scene that has not been yet; false where all have. For idle moments, so that no scroll waits for it. */
	prepare(): boolean {
		const next = this.#reader.story.scenes.find(({ id, ending }) => !ending && !this.#laid.has(`${id} null`));
		if (next) this.#settled(next.id, null);
		return next !== undefined;
	}

	#settled(scene: string | null, focus: Ref | null): SceneLayout {
		const key = `${scene} ${focus}`;
		let layout = this.#laid.get(key);
		if (!layout) this.#laid.set(key, (layout = this.#lay(scene, focus, this.frame)));
		return layout;
	}

	#lay(scene: string | null, focus: Ref | null, frame: Frame): SceneLayout {
		const { story, view, filtered } = this.#reader;
		return layoutScene(story, select(story, { ...view, scene, focus }, filtered), {
			...frame,
			key: this.#reader.signs(scene ?? undefined)
		});
	}
}
