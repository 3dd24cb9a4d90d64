/**
 * What the stage shows: settled pictures, and the way from one to the next. It takes its time from a clock and not from
 * the scroll; on the way it can be sent elsewhere, or back. Where it ends depends on the picture that it was sent to alone.
 */
import { cameraPath } from '../layout/camera.ts';
import type { SceneLayout } from '../layout/scene.ts';

/** ms */
const duration = 560;

type Path = (t: number) => SceneLayout;

export class Camera {
	/** At rest: where the camera was until it is where it goes. */
	shown = $state.raw<SceneLayout>() as SceneLayout;
	/** On its way. */
	moving = $state.raw(false);

	/** Called in each frame of a way with what the camera sees then. */
	readonly #onframe: (seen: SceneLayout) => void;
	#to: SceneLayout;
	#seen: SceneLayout;
	#path: Path | null = null;
	#start = 0;
	#frame = 0;

	constructor(first: SceneLayout, onframe: (seen: SceneLayout) => void) {
		this.shown = this.#to = this.#seen = first;
		this.#onframe = onframe;
	}

	/** @param cut no movement: for another frame, and for who asks for less of it */
	go(to: SceneLayout, cut: boolean): void {
		if (to === this.#to) return;
		this.#to = to;
		cancelAnimationFrame(this.#frame);
		if (cut) return this.#settle();
		this.#path = cameraPath(this.#seen, to);
		this.#start = performance.now();
		this.#frame = requestAnimationFrame(this.#step);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
	}

	#settle() {
		this.#path = null;
		this.moving = false;
		this.shown = this.#seen = this.#to;
	}

	#step = (now: number) => {
		const t = (now - this.#start) / duration;
		if (t >= 1 || !this.#path) return this.#settle();
		this.#seen = this.#path(Math.max(0, t));
		this.#onframe(this.#seen);
		this.moving = true;
		this.#frame = requestAnimationFrame(this.#step);
	};
}
