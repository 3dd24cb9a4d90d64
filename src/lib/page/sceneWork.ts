/** Pictures of scenes, laid out by a worker (sceneWorker.ts): its requests and responses. */
import type { Frame } from '../layout/frames.ts';
import type { Sign, TimelineLayout } from '../layout/parts.ts';
import type { SceneLayout } from '../layout/scene.ts';
import { piecewise, type TimeScale } from '../layout/timeScale.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import type { Order, View } from '../view/view.ts';
import type { Strip } from './strip.ts';

/** For each order and scene, the signs that first appear there: a scene explains only signs new to the reader. */
export type Keys = Record<Order, Record<string, Sign[]>>;

export interface Start {
	story: LocalStory;
	keys: Keys;
}

/** Request for a picture; `scene` null stands for the whole story. */
export interface Scene extends Pick<View, 'actors' | 'order' | 'quotes' | 'scale'> {
	scene: string | null;
	focus: Ref | null;
	frame: Frame;
}

export interface Picture {
	layout: SceneLayout;
	/** Signs that first appear in it, and that it had no room to explain. */
	signs: Sign[];
	/** Time left out of its axis, in words. */
	gaps: string;
	/** The whole story as a small line; only with the picture of the whole story. */
	mini?: TimelineLayout;
}

/** Request for a line above a phone’s prose. */
export interface StripScene extends Omit<Scene, 'focus' | 'frame'> {
	/** Width of the page’s text, px. */
	width: number;
}

export type Question = Scene | StripScene;

/** Functions cannot be posted by a worker, so the scale is sent as its pieces. */
export interface Answer extends Omit<Picture, 'layout'> {
	layout: Omit<SceneLayout, 'scale'>;
	scale: Pick<TimeScale, 'kind' | 'pieces' | 'stretches'>;
}

export function pack({ layout: { scale, ...layout }, ...more }: Picture): Answer {
	const { kind, pieces, stretches } = scale;
	return { layout, scale: { kind, pieces, stretches }, ...more };
}

function unpack({ layout, scale: { kind, pieces, stretches }, ...more }: Answer): Picture {
	return { layout: { ...layout, scale: Object.assign(piecewise(kind, pieces), { stretches }) }, ...more };
}

/** Number of cached responses, enough for several filters and frames, and for opened cards. */
const most = 200;

/** Sends requests one after another, each only once. */
export class SceneWork {
	readonly #worker = new Worker(new URL('./sceneWorker.ts', import.meta.url), { type: 'module' });
	#last: Promise<unknown> = Promise.resolve();
	readonly #asked = new Map<string, Promise<unknown>>();

	constructor(start: Start) {
		this.#worker.postMessage(start);
	}

	/** @throws Error where the worker’s script cannot be loaded */
	picture(scene: Scene): Promise<Picture> {
		return this.#once(scene, (answer) => unpack(answer as Answer));
	}

	/** @throws Error as `picture` */
	strip(scene: StripScene): Promise<Strip> {
		return this.#once(scene, (answer) => answer as Strip);
	}

	/** Pending requests are not repeated either. */
	#once<T>(question: Question, read: (answer: unknown) => T): Promise<T> {
		const name = JSON.stringify(question);
		let asked = this.#asked.get(name);
		if (!asked) {
			if (this.#asked.size >= most) this.#asked.clear();
			this.#asked.set(name, (asked = this.#ask(question).then(read)));
		}
		return asked as Promise<T>;
	}

	#ask(question: Question): Promise<unknown> {
		const asked = this.#last.then(
			() =>
				new Promise((done, fail) => {
					this.#worker.onmessage = ({ data }: MessageEvent) => done(data);
					this.#worker.onerror = ({ message }) => fail(new Error(message || 'the worker’s script did not come'));
					this.#worker.postMessage(question);
				})
		);
		this.#last = asked.catch(() => {});
		return asked;
	}

	end(): void {
		this.#worker.terminate();
	}
}
