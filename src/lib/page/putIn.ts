/** Adds content that is slow to draw to the page in parts, after each frame as many as there is time for. */
import { flushSync } from 'svelte';

/** Time for it between two frames, ms; style, layout and paint of its changes take about as long again. */
const budget = 4;
/** A frame that something else has taken longer of, ms, is left to it; but not two one after the other. */
const busy = 6;

export class PutIn {
	#frame = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Cancels what is left of an earlier start.
	 * @param parts functions that each make one change of state
	 * @param done called in a frame after the last part
	 * @param waits called in each frame; whether to do nothing in it
	 */
	start(parts: readonly (() => void)[], done: () => void, waits: (now: number) => boolean = () => false): void {
		this.stop();
		const rest = [...parts];
		let left = false;
		const frame = (now: number) => {
			left = !left && performance.now() - now > busy;
			if (!left && !rest.length) return done();
			if (left || waits(now)) this.#next(frame);
			// A task of its own, after the frame’s.
			else this.#timer = setTimeout(put);
		};
		const put = () => {
			const begun = performance.now();
			do flushSync(rest.shift());
			while (rest.length && performance.now() - begun < budget);
			this.#next(frame);
		};
		this.#next(frame);
	}

	#next(frame: FrameRequestCallback) {
		this.#frame = requestAnimationFrame(frame);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#timer);
	}
}
