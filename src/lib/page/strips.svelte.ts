/** The lines above a phone’s prose, each laid out once by a worker. */
import type { Reader } from './reader.svelte.ts';
import { SceneWork, type Keys, type StripScene } from './sceneWork.ts';
import type { Strip } from './strip.ts';

const narrowest = 280;

export class Strips {
	readonly #reader: Reader;
	readonly #work: SceneWork;
	/** Number of the last call of `follow`, which supersedes earlier ones. */
	#run = 0;
	/** Width of the page’s text, px. */
	width = $state(0);
	/** The latest line that has arrived; undefined before `follow` has finished once. */
	current = $state.raw<Strip>() as Strip;
	/** The line for the reader’s position. */
	wanted = $derived.by(() => this.#scene(this.#reader.staged?.id ?? null));

	constructor(reader: Reader, keys: Keys, width: number) {
		this.#reader = reader;
		this.#work = new SceneWork({ story: reader.story, keys });
		this.width = width;
	}

	#scene(scene: string | null): StripScene {
		const { actors, order, quotes, scale } = this.#reader.view;
		return { actors, order, quotes, scale, scene, width: Math.max(narrowest, Math.round(this.width)) };
	}

	/**
	 * Brings the wanted line, within the same frame if it is known.
	 * @returns whether it is still the wanted one
	 * @throws where the worker’s script cannot be loaded
	 */
	async follow(): Promise<boolean> {
		const run = ++this.#run;
		const strip = await this.#work.strip(this.wanted);
		if (run === this.#run) this.current = strip;
		return run === this.#run;
	}

	/** Lays out the lines of all scenes, outwards from the reader’s, until another is wanted. */
	async prepare(): Promise<void> {
		const run = this.#run;
		for (const { id } of this.#reader.around(this.wanted.scene)) {
			if (run !== this.#run) return;
			await this.#work.strip(this.#scene(id));
		}
	}

	end(): void {
		this.#work.end();
	}
}
