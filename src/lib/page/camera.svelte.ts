/**
 * What the stage shows: settled pictures, and the way from one to the next. It takes its time from a clock and not from
 * the scroll; on the way it can be sent elsewhere, or back. Where it ends depends on the picture that it was sent to alone.
 */
import { cameraPath } from '../layout/camera.ts';
import type { SceneLayout } from '../layout/scene.ts';
import { stepsTo } from '../layout/steps.ts';

/** ms */
const duration = 560;
/** How long what is at rest waits for a reader who still scrolls, at most, ms. */
const patience = 1500;

type Path = (t: number) => SceneLayout;

export class Camera {
	/** At rest: where the camera was until it is where it goes. */
	shown = $state.raw<SceneLayout>() as SceneLayout;
	/** On its way, or what it shows at rest is not all there. */
	moving = $state.raw(false);

	/** Called in each frame of a way with what the camera sees then. */
	readonly #onframe: (seen: SceneLayout) => void;
	#to: SceneLayout;
	#seen: SceneLayout;
	#path: Path | null = null;
	#start = 0;
	#frame = 0;
	/** What is still to be put in, at the end of a way, and since when. */
	#steps: SceneLayout[] = [];
	#arrived = 0;
	readonly #isBusy: () => boolean;

	/**
	 * @param isBusy the reader scrolls: a frame has no time for more than the way
	 * @param inSteps the first picture is put in as those at the end of a way are
	 */
	constructor(first: SceneLayout, onframe: (seen: SceneLayout) => void, isBusy: () => boolean, inSteps: boolean) {
		this.#to = this.#seen = first;
		this.#onframe = onframe;
		this.#isBusy = isBusy;
		const [begun, ...steps] = stepsTo(null, first);
		this.shown = inSteps ? begun : first;
		if (inSteps) this.#putIn(steps);
	}

	/** @param cut no movement: for another frame, and for who asks for less of it */
	go(to: SceneLayout, cut: boolean): void {
		if (to === this.#to) return;
		this.#to = to;
		cancelAnimationFrame(this.#frame);
		if (cut) {
			this.#path = null;
			this.moving = false;
			this.shown = this.#seen = to;
			return;
		}
		this.#path = cameraPath(this.#seen, to);
		this.#start = performance.now();
		this.#frame = requestAnimationFrame(this.#step);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
	}

	/** Under the way’s last picture: a frame’s work is done in several. */
	#putIn(steps: SceneLayout[]) {
		this.#steps = steps;
		this.moving = true;
		this.#frame = requestAnimationFrame(this.#put);
	}

	#put = (now: number) => {
		if (!this.#steps.length) {
			this.moving = false;
			return;
		}
		if (!this.#isBusy() || now - this.#arrived > patience) this.shown = this.#steps.shift()!;
		this.#frame = requestAnimationFrame(this.#put);
	};

	#step = (now: number) => {
		const t = (now - this.#start) / duration;
		if (t >= 1 || !this.#path) {
			this.#path = null;
			this.#seen = this.#to;
			this.#arrived = now;
			this.#onframe(this.#seen);
			return this.#putIn(stepsTo(this.shown, this.#to));
		}
		this.#seen = this.#path(Math.max(0, t));
		this.#onframe(this.#seen);
		this.moving = true;
		this.#frame = requestAnimationFrame(this.#step);
	};
}
