/** The pictures of a story’s scenes in the stage’s frame, laid out by a worker, each once. */
import { frames, type Frame } from '../layout/frames.ts';
import type { Ref } from '../view/local.ts';
import type { Reader } from './reader.svelte.ts';
import { SceneWork, type Keys, type Picture, type Scene } from './sceneWork.ts';

export class Pictures {
	readonly #reader: Reader;
	readonly #work: SceneWork;
	/** Of `follow`: the last one wins. */
	#run = 0;
	frame = $state.raw<Frame>(frames.desk);
	/** Of where the reader is, the last that has come; none before `follow` has once. */
	current = $state.raw<Picture>() as Picture;
	/** The whole story: what is printed. */
	whole = $state.raw<Picture>() as Picture;
	/** What the reader is at. */
	wanted = $derived.by(() => this.#scene(this.#reader.staged?.id ?? null, this.#reader.view.focus));

	constructor(reader: Reader, keys: Keys) {
		this.#reader = reader;
		this.#work = new SceneWork({ story: reader.story, keys });
	}

	#scene(scene: string | null, focus: Ref | null, frame = this.frame): Scene {
		const { actors, order, quotes, scale } = this.#reader.view;
		return { actors, order, quotes, scale, scene, focus, frame };
	}

	/**
	 * Brings what is wanted, in the same frame where it is known; then the whole story.
	 * @returns whether it is still what is wanted
	 * @throws where the worker’s script does not come
	 */
	async follow(): Promise<boolean> {
		const run = ++this.#run;
		const picture = await this.#work.picture(this.wanted);
		if (run !== this.#run) return false;
		this.current = picture;
		const whole = await this.#work.picture(this.#scene(null, null, frames.desk));
		if (run === this.#run) this.whole = whole;
		return run === this.#run;
	}

	/** The pictures of all scenes, from the reader’s to both sides, as long as nothing else is wanted. */
	async prepare(): Promise<void> {
		const run = this.#run;
		for (const { id } of this.#reader.around(this.wanted.scene)) {
			if (run !== this.#run) return;
			await this.#work.picture(this.#scene(id, null));
		}
	}

	end(): void {
		this.#work.end();
	}
}
