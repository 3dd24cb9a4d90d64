/** Pictures of scenes, laid out by a worker (sceneWorker.ts): what it is asked, and what it answers. */
import type { Frame } from '../layout/frames.ts';
import type { Sign, TimelineLayout } from '../layout/parts.ts';
import type { SceneLayout } from '../layout/scene.ts';
import { piecewise, type TimeScale } from '../layout/timeScale.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import type { Order, View } from '../view/view.ts';
import type { Strip } from './strip.ts';

/** Of each order and scene the signs that first appear there: a scene explains what none before it has. */
export type Keys = Record<Order, Record<string, Sign[]>>;

export interface Start {
	story: LocalStory;
	keys: Keys;
}

/** Which picture. `scene` null: all of the story. */
export interface Scene extends Pick<View, 'actors' | 'order' | 'quotes' | 'scale'> {
	scene: string | null;
	focus: Ref | null;
	frame: Frame;
}

export interface Picture {
	layout: SceneLayout;
	/** Signs that first appear in it, which it had no room to explain. */
	signs: Sign[];
	/** How much time is left out of its axis, in words. */
	gaps: string;
	/** With all of the story: it as a small line. */
	mini?: TimelineLayout;
}

/** Which line over a phone’s prose. */
export interface StripScene extends Omit<Scene, 'focus' | 'frame'> {
	/** Of the page’s text, px. */
	width: number;
}

export type Question = Scene | StripScene;

/** A function does not travel, and a scale is made of its pieces. */
export interface Answer extends Omit<Picture, 'layout'> {
	layout: Omit<SceneLayout, 'scale'>;
	scale: Pick<TimeScale, 'kind' | 'pieces' | 'stretches'>;
}

export function pack({ layout: { scale, ...layout }, ...more }: Picture): Answer {
	const { kind, pieces, stretches } = scale;
	return { layout, scale: { kind, pieces, stretches }, ...more };
}

export function unpack({ layout, scale: { kind, pieces, stretches }, ...more }: Answer): Picture {
	return { layout: { ...layout, scale: Object.assign(piecewise(kind, pieces), { stretches }) }, ...more };
}

/** Answers that are kept: those of some filters and frames, and of the cards that were opened. */
const most = 200;

/** One question after another, each once. */
export class SceneWork {
	readonly #worker = new Worker(new URL('./sceneWorker.ts', import.meta.url), { type: 'module' });
	#last: Promise<unknown> = Promise.resolve();
	readonly #asked = new Map<string, Promise<unknown>>();

	constructor(start: Start) {
		this.#worker.postMessage(start);
	}

	/** @throws Error where the worker’s script does not come, for good */
	picture(scene: Scene): Promise<Picture> {
		return this.#once(scene, (answer) => unpack(answer as Answer));
	}

	/** @throws Error likewise */
	strip(scene: StripScene): Promise<Strip> {
		return this.#once(scene, (answer) => answer as Strip);
	}

	/** Also what is on its way is not asked for again. */
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
