/** The pictures of a story’s scenes in the stage’s frame, laid out by a worker, each once. */
import { frames, type Frame } from '../layout/frames.ts';
import type { Ref } from '../view/local.ts';
import type { Reader } from './reader.svelte.ts';
import { SceneWork, type Keys, type Picture, type Scene } from './sceneWork.ts';

/** Pictures that are kept: those of some filters and frames, and of the cards that were opened. */
const most = 200;

const nameOf = (scene: Scene) => JSON.stringify(scene);

export class Pictures {
	readonly #reader: Reader;
	readonly #work: SceneWork;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: what is put in never changes what is drawn
	readonly #known = new Map<string, Picture>();
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
	 * Brings what is wanted, at once where it is known; then the whole story.
	 * @throws where the worker’s script does not come
	 */
	async follow(): Promise<void> {
		const run = ++this.#run;
		const { wanted } = this;
		const known = this.#known.get(nameOf(wanted));
		const picture = known ?? (await this.#ask(wanted));
		if (run !== this.#run) return;
		this.current = picture;
		const whole = await this.#ask(this.#scene(null, null, frames.desk));
		if (run === this.#run) this.whole = whole;
	}

	/** The pictures of all scenes, from the reader’s to both sides, as long as nothing else is wanted. */
	async prepare(): Promise<void> {
		const run = this.#run;
		const scenes = this.#reader.scenes.filter(({ ending }) => !ending);
		const here = scenes.findIndex(({ id }) => id === this.wanted.scene);
		const apart = ({ id }: { id: string }) => Math.abs(scenes.findIndex((scene) => scene.id === id) - here);
		for (const { id } of scenes.toSorted((a, b) => apart(a) - apart(b))) {
			if (run !== this.#run) return;
			await this.#ask(this.#scene(id, null));
		}
	}

	async #ask(scene: Scene): Promise<Picture> {
		const name = nameOf(scene);
		let picture = this.#known.get(name);
		if (!picture) {
			picture = await this.#work.ask(scene);
			if (this.#known.size >= most) this.#known.clear();
			this.#known.set(name, picture);
		}
		return picture;
	}

	end(): void {
		this.#work.end();
	}
}
