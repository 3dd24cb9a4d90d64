/**
 * The picture on the stage: settled pictures, and transitions between them. A transition follows the clock, not the
 * scroll, and can be redirected or reversed on the way. Its end depends only on the picture that it was sent to.
 */
import { cameraPath } from '../layout/camera.ts';
import type { SceneLayout } from '../layout/scene.ts';
import { stepsTo } from '../layout/steps.ts';
import { PutIn } from './putIn.ts';

/** Duration of a transition, ms. */
const duration = 560;
/** Maximum delay of the final picture while the reader is still scrolling, ms. */
const patience = 1500;

type Path = (t: number) => SceneLayout;

export class Camera {
	/** The settled picture: the previous one until a transition ends. */
	shown = $state.raw<SceneLayout>() as SceneLayout;
	/** Whether a transition is running, or the settled picture is not complete yet. */
	moving = $state.raw(true);

	/** Called in each frame of a transition with the picture at that moment. */
	readonly #onframe: (seen: SceneLayout) => void;
	#to: SceneLayout;
	#seen: SceneLayout;
	#path: Path | null = null;
	#start = 0;
	#frame = 0;
	/** Whether its first picture is complete. */
	#begun = false;
	/** Puts the final picture in under the last frame of a transition, spread over several frames. */
	readonly #putIn = new PutIn();
	readonly #isBusy: () => boolean;

	/**
	 * Shows nothing until `begin`.
	 * @param isBusy whether the reader is scrolling, so that a frame has time only for the transition
	 */
	constructor(first: SceneLayout, onframe: (seen: SceneLayout) => void, isBusy: () => boolean) {
		this.#to = this.#seen = first;
		this.#onframe = onframe;
		this.#isBusy = isBusy;
		this.shown = stepsTo(null, first)[0];
	}

	/** Puts in the first picture, which the caller must not show before `done` is called. */
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

	/** Puts in the rest of the first picture at once. */
	finish(): void {
		if (this.#begun) return;
		this.#putIn.stop();
		this.#begun = true;
		this.moving = false;
		this.shown = this.#to;
	}

	/** @param cut whether to skip the transition, for readers who prefer reduced motion */
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
		// It begins a frame later, since the page has much else to do in the frame of a change of scene.
		this.#frame = requestAnimationFrame(() => {
			this.#frame = requestAnimationFrame((now) => {
				this.#path = cameraPath(this.#seen, to);
				this.#start = now;
				this.#step(now);
			});
		});
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
