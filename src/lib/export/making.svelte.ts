/** One export at a time, and what the reader is told of it. */
import { Absent } from '../part/absent.ts';
import { Part } from '../part/part.svelte.ts';
import type { LocalStory } from '../view/local.ts';
import { failed } from './savePicture.ts';

export class Making {
	status = $state('');
	problem = $state('');
	/** What the saved form of the data cannot hold, a sentence each. */
	losses = $state<string[]>([]);
	busy = $state(false);
	/** The export in progress, kept while a file that it needs has not arrived. */
	part = $state.raw<Part<string> | null>(null);
	readonly #ui: LocalStory['ui']['export'];
	readonly #pixels: () => { width: number; height: number };

	/** @param pixels of the picture, for the message that it is too large */
	constructor(ui: LocalStory['ui']['export'], pixels: () => { width: number; height: number }) {
		this.#ui = ui;
		this.#pixels = pixels;
	}

	/**
	 * Runs one export at a time; reports failures in the reader’s language.
	 *
	 * @param work makes it, and returns what to say when it is done
	 */
	async attempt(work: () => Promise<string>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.part?.drop();
		this.problem = '';
		this.losses = [];
		const tried = async () => {
			this.status = this.#ui.working;
			try {
				return await work();
			} catch (error) {
				if (error instanceof Absent) throw error;
				this.problem = failed(error, this.#pixels(), this.#ui);
				return '';
			}
		};
		this.part = new Part(this.#ui.image, tried, ({ here, error }) => {
			this.status = here ?? '';
			if (here) this.problem = '';
			else if (here === null) this.problem = failed(error, this.#pixels(), this.#ui);
			this.busy = false;
		});
		await this.part.ask();
	}

	drop(): void {
		this.part?.drop();
	}
}
