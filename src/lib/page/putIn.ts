/** Puts what takes long to draw into the page part by part, in each frame as many parts as it has time for. */
import { flushSync } from 'svelte';

/** Of scripts in a frame, ms: style, layout and paint of what they have changed take as long again. */
const budget = 4;

export class PutIn {
	#frame = 0;

	/**
	 * What is still to come of an earlier start does not.
	 * @param parts each makes one change of state
	 * @param done called in the frame after the last
	 * @param waits asked in each frame: it has no time for this
	 */
	start(parts: readonly (() => void)[], done: () => void, waits: (now: number) => boolean = () => false): void {
		this.stop();
		const rest = [...parts];
		const put = (now: number) => {
			if (!rest.length) return done();
			if (!waits(now)) {
				const begun = performance.now();
				do flushSync(rest.shift());
				while (rest.length && performance.now() - begun < budget);
			}
			this.#frame = requestAnimationFrame(put);
		};
		this.#frame = requestAnimationFrame(put);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
	}
}
