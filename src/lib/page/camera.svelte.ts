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
	shown = $state.raw<SceneLayout>() as SceneLayout;
	/** On its way. */
	moving = $state.raw(false);

	#to: SceneLayout;
	#path: Path | null = null;
	#start = 0;
	#frame = 0;

	constructor(first: SceneLayout) {
		this.shown = this.#to = first;
	}

	/** @param cut no movement: for another frame, and for who asks for less of it */
	go(to: SceneLayout, cut: boolean): void {
		if (to === this.#to) return;
		this.#to = to;
		cancelAnimationFrame(this.#frame);
		if (cut) return this.#settle();
		this.#path = cameraPath(this.shown, to);
		this.#start = performance.now();
		this.moving = true;
		this.#frame = requestAnimationFrame(this.#step);
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
	}

	#settle() {
		this.#path = null;
		this.moving = false;
		this.shown = this.#to;
	}

	#step = (now: number) => {
		const t = (now - this.#start) / duration;
		if (t >= 1 || !this.#path) return this.#settle();
		this.shown = this.#path(Math.max(0, t));
		this.#frame = requestAnimationFrame(this.#step);
	};
}
