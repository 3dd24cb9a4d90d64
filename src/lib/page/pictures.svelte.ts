/** The pictures of a story’s scenes in the stage’s frame, each laid out once by a worker. */
import { frames, type Frame } from '../layout/frames.ts';
import type { Ref } from '../view/local.ts';
import type { Reader } from './reader.svelte.ts';
import { SceneWork, type Keys, type Picture, type Scene } from './sceneWork.ts';

export class Pictures {
	readonly #reader: Reader;
	readonly #work: SceneWork;
	/** Number of the last call of `follow`, which supersedes earlier ones. */
	#run = 0;
	frame = $state.raw<Frame>(frames.desk);
	/** The latest picture that has arrived; undefined before `follow` has finished once. */
	current = $state.raw<Picture>() as Picture;
	/** The picture of the whole story, for print. */
	whole = $state.raw<Picture>() as Picture;
	/** The picture for the reader’s position. */
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
	 * Brings the wanted picture, within the same frame if it is known; then the whole story’s.
	 * @returns whether it is still the wanted one
	 * @throws where the worker’s script cannot be loaded
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

	/** Lays out the pictures of all scenes, outwards from the reader’s, until another picture is wanted. */
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
