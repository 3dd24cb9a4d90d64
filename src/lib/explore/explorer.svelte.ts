/**
 * The one reactive state of the explorer: a View, the camera over the axis, and what is derived from both. Picture and
 * list are made of the same layouts, so that neither shows what the other does not.
 */
import { untrack } from 'svelte';
import { step } from '../layout/frames.ts';
import type { PartRef } from '../layout/parts.ts';
import type { Cluster } from '../layout/rows.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import { filterStory } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { cameraFor, clampCamera, windowLength, windowOf, zoomAt, type Camera } from './camera.ts';
import { entriesOf, wordTime, type Entry } from './entries.ts';
import { explore } from './scene.ts';
import { search, searchTexts } from './search.ts';
import { readExploreUrl, writeExploreUrl, type ExploreView } from './url.ts';

const whole: Camera = { k: 1, offset: 0 };

export class Explorer {
	readonly story: LocalStory;
	view = $state.raw<ExploreView>() as ExploreView;
	/** px of the picture; null until the page is live. */
	size = $state.raw<{ width: number; height: number } | null>(null);
	camera = $state.raw<Camera>(whole);
	/** The camera when it last stood still: what the list and the address say. */
	settled = $state.raw<Camera>(whole);
	/** What the reader points at. */
	pointed = $state.raw<PartRef | null>(null);
	/** Of the address: what was ignored of it, with the value still to be put in. */
	notes = $state.raw<{ words: string; value: string }[]>([]);

	// Each of these changes only when what it is made of does: a move filters nothing anew.
	#actors = $derived(this.view.actors);
	#quotes = $derived(this.view.quotes);
	#query = $derived(this.view.search);
	#scale = $derived(this.view.scale);
	#lanes = $derived(this.view.lanes);
	#texts = $derived.by(() => searchTexts(this.story));
	filtered = $derived.by(() => filterStory(this.story, this.#actors, 'time', this.#quotes));
	/** Kept by filter and search. */
	items = $derived.by(() =>
		this.#query ? search(this.filtered.items, this.#texts, this.#query) : this.filtered.items
	);
	scene = $derived.by(() =>
		this.size
			? explore({ story: this.story, items: this.items, scale: this.#scale, lanes: this.#lanes, ...this.size })
			: null
	);
	chunks = $derived.by(() => this.scene?.at(this.camera) ?? []);
	/** The window that is drawn, and the one where it last stood still, ms. */
	window = $derived.by(() => this.scene && windowOf(this.scene.base, this.camera));
	settledWindow = $derived.by(() => this.scene && windowOf(this.scene.base, this.settled));
	focused = $derived.by(() => this.story.items.find(({ ref }) => ref === this.view.focus));
	/** The mark to ring. */
	active = $derived.by(
		(): PartRef | null => this.pointed ?? this.items.find(({ ref }) => ref === this.view.focus)?.ref ?? null
	);
	times = $derived.by(() => this.items.map(({ date }) => date.at));
	outside = $derived.by(() => {
		if (!this.settledWindow) return { before: 0, after: 0 };
		const [from, to] = this.settledWindow;
		return { before: this.times.filter((at) => at < from).length, after: this.times.filter((at) => at > to).length };
	});
	/** What the picture shows in the window, by time. */
	entries = $derived.by((): Entry[] => {
		if (!this.scene || !this.settledWindow) return this.items.map((item) => ({ at: item.date.at, item }));
		return entriesOf(this.scene.at(this.settled), this.items, this.settledWindow);
	});
	windowWords = $derived.by(() => {
		if (!this.settledWindow || this.settled.k === 1) return this.story.ui.time.all;
		return this.settledWindow.map((time) => this.words(time)).join(' – ');
	});

	readonly #onurl: (url: string) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#urlTimer: ReturnType<typeof setTimeout> | undefined;

	/** @param onurl called with `?…#…` when the View changed. Made while a component is: it has an effect. */
	constructor(story: LocalStory, onurl: (url: string) => void) {
		this.story = story;
		this.#onurl = onurl;
		this.view = { ...initialView(story.lang), window: null, search: '', lanes: 'side' };
		// Another scale, size or set of lanes: the same window of time on it.
		$effect(() => {
			if (!this.scene) return;
			const { base } = this.scene;
			untrack(() => {
				this.camera = this.view.window ? cameraFor(base, this.view.window) : clampCamera(base, whole);
				this.settled = this.camera;
			});
		});
	}

	/** Takes the View of the address. */
	read() {
		const read = readExploreUrl(location, this.story);
		this.view = read.view;
		this.notes = read.notes;
		document.documentElement.dataset.theme = read.view.theme;
	}

	fit({ width, height }: { width: number; height: number }) {
		this.size = { width: step(width, 280), height: step(height, 240) };
	}

	look(next: Camera) {
		if (!this.scene) return;
		this.camera = clampCamera(this.scene.base, next);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			if (!this.scene) return;
			this.settled = this.camera;
			const all = this.camera.k <= 1 + 1e-6;
			this.change({ window: all ? null : windowOf(this.scene.base, this.camera) });
		}, 120);
	}

	/** @param window ms; null: all time */
	show(window: [number, number] | null) {
		if (this.scene) this.look(window ? cameraFor(this.scene.base, window) : whole);
	}

	/** @param px along the axis */
	move(px: number) {
		this.look({ ...this.camera, offset: this.camera.offset + px });
	}

	/** @param px along the axis, from the window’s start: what stays; by default its middle */
	zoomBy(factor: number, px?: number) {
		if (!this.scene) return;
		const { base } = this.scene;
		this.look(zoomAt(base, this.camera, factor, px ?? windowLength(base) / 2));
	}

	change(part: Partial<ExploreView>) {
		this.view = { ...this.view, ...part };
		if (part.theme) document.documentElement.dataset.theme = part.theme;
		// Browsers refuse more than about a hundred changes of the address in half a minute.
		clearTimeout(this.#urlTimer);
		this.#urlTimer = setTimeout(() => this.#onurl(writeExploreUrl(this.view)), 200);
	}

	/** Nothing is told of a page that is no longer there. */
	stop() {
		clearTimeout(this.#timer);
		clearTimeout(this.#urlTimer);
	}

	/** An item’s card, or a cluster’s stretch of time. */
	open(ref: PartRef | null) {
		const cluster = this.chunks.map(({ clusters }) => clusters.get(ref ?? '')).find(Boolean);
		if (cluster) return this.openCluster(cluster);
		this.change({ focus: ref as Ref | null });
	}

	/** Its stretch with a margin, at least twice as near. */
	openCluster({ date }: Cluster) {
		if (!this.window) return;
		const [from, to] = this.window;
		const half = Math.min(Math.max(date.max - date.min, 864e5) * 0.6, (to - from) / 4);
		const middle = (date.min + date.max) / 2;
		this.show([middle - half, middle + half]);
	}

	words(time: number): string {
		return wordTime(time, this.story);
	}
}
