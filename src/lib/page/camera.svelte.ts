/**
 * What the stage shows: settled pictures, and the way from one to the next. It takes its time from a clock and not from
 * the scroll; on the way it can be sent elsewhere, or back. Where it ends depends on the picture that it was sent to alone.
 */
import { cameraPath } from '../layout/camera.ts';
import type { SceneLayout } from '../layout/scene.ts';
import { stepsTo } from '../layout/steps.ts';
import { PutIn } from './putIn.ts';

/** ms */
const duration = 560;
/** How long what is at rest waits for a reader who still scrolls, at most, ms. */
const patience = 1500;

type Path = (t: number) => SceneLayout;

export class Camera {
	/** At rest: where the camera was until it is where it goes. */
	shown = $state.raw<SceneLayout>() as SceneLayout;
	/** On its way, or what it shows at rest is not all there. */
	moving = $state.raw(true);

	/** Called in each frame of a way with what the camera sees then. */
	readonly #onframe: (seen: SceneLayout) => void;
	#to: SceneLayout;
	#seen: SceneLayout;
	#path: Path | null = null;
	#start = 0;
	#frame = 0;
	/** Its first picture is all there. */
	#begun = false;
	/** At the end of a way, under its last picture: a frame’s work is done in several. */
	readonly #putIn = new PutIn();
	readonly #isBusy: () => boolean;

	/**
	 * It shows nothing until it has begun.
	 * @param isBusy the reader scrolls: a frame has no time for more than the way
	 */
	constructor(first: SceneLayout, onframe: (seen: SceneLayout) => void, isBusy: () => boolean) {
		this.#to = this.#seen = first;
		this.#onframe = onframe;
		this.#isBusy = isBusy;
		this.shown = stepsTo(null, first)[0];
	}

	/** Puts in the first picture, which whoever asks is not to show before it is all there. */
	begin(done: () => void): void {
		const { shown } = this;
		const to = this.#to;
		this.#putIn.start(
			stepsTo(isOneFrame(shown, to) ? shown : null, to).map((step) => () => (this.shown = step)),
			() => {
				if (to !== this.#to) return this.begin(done);
				this.#begun = true;
				this.moving = false;
				done();
			}
		);
	}

	/** All of the first picture, now. */
	finish(): void {
		if (this.#begun) return;
		this.#putIn.stop();
		this.#begun = true;
		this.moving = false;
		this.shown = this.#to;
	}

	/** @param cut no movement: for who asks for less of it */
	go(to: SceneLayout, cut: boolean): void {
		if (to === this.#to) return;
		this.#to = to;
		if (!this.#begun) {
			this.#seen = to;
			return;
		}
		this.stop();
		if (cut || !isOneFrame(this.shown, to)) {
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
		this.#putIn.stop();
	}

	#step = (now: number) => {
		const t = (now - this.#start) / duration;
		this.moving = true;
		if (t >= 1 || !this.#path) {
			this.#path = null;
			this.#seen = this.#to;
			this.#onframe(this.#seen);
			const arrived = now;
			this.#putIn.start(
				stepsTo(this.shown, this.#to).map((step) => () => (this.shown = step)),
				() => (this.moving = false),
				(now) => this.#isBusy() && now - arrived <= patience
			);
			return;
		}
		this.#seen = this.#path(Math.max(0, t));
		this.#onframe(this.#seen);
		this.#frame = requestAnimationFrame(this.#step);
	};
}

const isOneFrame = (a: SceneLayout, b: SceneLayout) => a.width === b.width && a.height === b.height;
