/** A search in the explorer: its hits, the current one, and the flight to it. */
import { tick } from 'svelte';
import type { TimeScale } from '../layout/timeScale.ts';
import { count, fill } from '../text/fill.ts';
import { grouped } from '../text/grouped.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import type { Camera } from './camera.ts';
import { cameraOver, hitAfter, hitsInTime, inView, nearestHit } from './hits.ts';
import type { explore } from './scene.ts';
import type { Selection } from './selection.svelte.ts';
import type { ExploreView } from './url.ts';

/** What is searched, and the picture that shows it. */
interface Searched {
	readonly story: LocalStory;
	readonly view: ExploreView;
	readonly selection: Selection;
	readonly scene: ReturnType<typeof explore> | null;
	readonly camera: Camera;
	/** The window of time where the camera last stood still, ms. */
	readonly settledWindow: readonly [number, number] | null;
	/** @param onItsWay the move is part of a flight to a hit */
	look(camera: Camera, onItsWay?: boolean): void;
}

/** Duration of the flight to a hit, ms. */
const duration = 450;

export class Finder {
	/** The hit last moved to. */
	current = $state<Ref | null>(null);
	/** Focuses a mark; set by the picture. */
	focusMark: ((ref: Ref) => void) | null = null;

	readonly #explorer: Searched;
	/** In order of time; empty without a search. */
	hits = $derived.by((): Item[] => {
		const { view, selection } = this.#explorer;
		return view.search.trim() ? hitsInTime([...selection.items, ...(selection.hits?.items ?? [])]) : [];
	});
	#seen = $derived.by(() => {
		const window = this.#explorer.settledWindow;
		return window ? inView(this.hits, window) : [];
	});
	/** Refs of the hits in view. */
	seen = $derived.by(() => this.#seen.map(({ ref }) => ref));
	/** The hit nearest to the window, where none is in view. */
	nearest = $derived.by(() => {
		const window = this.#explorer.settledWindow;
		return window && this.hits.length && !this.seen.length ? nearestHit(this.hits, window) : undefined;
	});
	place = $derived.by(() => this.hits.findIndex(({ ref }) => ref === this.current));
	/** “101 matches, none in view” */
	words = $derived.by(() => {
		const { story, view, settledWindow } = this.#explorer;
		if (!view.search.trim()) return '';
		const { lang, ui } = story;
		const number = (n: number) => grouped(n, lang);
		const found = count(lang, ui.explore.found, this.hits.length, { n: number(this.hits.length) });
		if (!settledWindow || !this.hits.length) return found;
		const seen = this.seen.length;
		const where =
			seen === this.hits.length
				? ui.explore.allInView
				: seen
					? fill(ui.explore.inView, { n: number(seen) })
					: ui.explore.noneInView;
		return found + ui.list.apposition + where;
	});
	/** “3 of 101: OpenAI releases ChatGPT, 30 November 2022” */
	currentWords = $derived.by(() => {
		const { lang, ui } = this.#explorer.story;
		const hit = this.hits[this.place];
		if (!hit) return '';
		const where = fill(ui.page.place, { n: grouped(this.place + 1, lang), total: grouped(this.hits.length, lang) });
		return `${where}${ui.list.colon}${hit.title}${ui.list.apposition}${hit.date.label}`;
	});

	#frame = 0;
	/** Number of the last stop; each flight begins with one. */
	#run = 0;

	constructor(explorer: Searched) {
		this.#explorer = explorer;
	}

	/** Moves to the next hit, or the one before; the focus stays, so that the reader can go on. */
	step(step: 1 | -1) {
		const { settledWindow } = this.#explorer;
		const hit = settledWindow && hitAfter(this.hits, this.current, step, settledWindow);
		if (hit) void this.show(hit, false);
	}

	/** Moves the window to a hit, and the focus to its mark. */
	async show(hit: Item, withFocus = true) {
		const { scene, camera } = this.#explorer;
		if (!scene) return;
		this.current = hit.ref;
		const to = cameraOver(scene, camera, hit);
		if (!(await this.#fly(scene.base, camera, to))) return;
		await tick();
		if (withFocus && this.current === hit.ref) this.focusMark?.(hit.ref);
	}

	/** Stops the flight where it is, when the reader moves the picture. */
	stop() {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#run++;
	}

	/** @returns whether it has arrived, and was not stopped before */
	async #fly(base: TimeScale, from: Camera, to: Camera): Promise<boolean> {
		this.stop();
		const run = this.#run;
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		// Where its code does not come, the window is moved at once.
		const code = still ? null : await import('./flight.ts').catch(() => null);
		// The reader may have moved the picture, or asked for another hit, in the meantime.
		if (run !== this.#run) return false;
		if (!code) {
			this.#explorer.look(to);
			return true;
		}
		const at = code.flight(base, from, to);
		const start = performance.now();
		return new Promise((done) => {
			const draw = (now: number) => {
				const share = Math.min(1, Math.max(0, (now - start) / duration));
				this.#frame = share < 1 ? requestAnimationFrame(draw) : 0;
				this.#explorer.look(at(share * share * (3 - 2 * share)), true);
				if (share === 1) done(true);
			};
			this.#frame = requestAnimationFrame(draw);
		});
	}
}
