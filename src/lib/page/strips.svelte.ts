/** The lines over a phone’s prose, laid out by a worker, each once. */
import type { Reader } from './reader.svelte.ts';
import { SceneWork, type Keys, type StripScene } from './sceneWork.ts';
import type { Strip } from './strip.ts';

const narrowest = 280;

export class Strips {
	readonly #reader: Reader;
	readonly #work: SceneWork;
	/** Of `follow`: the last one wins. */
	#run = 0;
	/** Of the page’s text, px. */
	width = $state(0);
	/** Of where the reader is, the last that has come; none before `follow` has once. */
	current = $state.raw<Strip>() as Strip;
	/** What the reader is at. */
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
	 * Brings what is wanted, in the same frame where it is known.
	 * @returns whether it is still what is wanted
	 * @throws where the worker’s script does not come
	 */
	async follow(): Promise<boolean> {
		const run = ++this.#run;
		const strip = await this.#work.strip(this.wanted);
		if (run === this.#run) this.current = strip;
		return run === this.#run;
	}

	/** Those of all scenes, from the reader’s to both sides, as long as nothing else is wanted. */
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
