/**
 * The one reactive state of the explorer: a View, the camera over the axis, and everything derived from them. Picture
 * and list use the same layouts, so that both always show the same.
 */
import { hourLength } from '../story/calendar.ts';
import { untrack } from 'svelte';
import { step } from '../layout/frames.ts';
import type { PartRef } from '../layout/parts.ts';
import type { Cluster } from '../layout/rows.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import { Part, type AnyPart } from '../part/part.svelte.ts';
import { cameraFor, clampCamera, windowLength, windowOf, zoomAt, type Camera } from './camera.ts';
import { asTold, entriesOf, gapWords, outsideOf, wordTime, type ListEntry } from './entries.ts';
import { Finder } from './finder.svelte.ts';
import type { Gap } from './holdings.ts';
import type { LiveTable } from './liveTable.svelte.ts';
import { follow, atRest, stretch, type DrawnCamera } from './follow.ts';
import { explore } from './scene.ts';
import { Selection } from './selection.svelte.ts';
import { down, type Direction } from './ways.ts';
import { isRow, rowsOf, withTable, type StoryTable } from './table.ts';
import { initialExplore, readExploreUrl, writeExploreUrl, type ExploreView } from './url.ts';

const whole: Camera = { k: 1, offset: 0 };

/** A cluster shorter than this is listed rather than zoomed into, ms. */
const oneTime = 6e4;

/** The window stands still when it has not moved for so long, ms. */
const pause = 120;

type Large = typeof import('./large.ts');

export class Explorer {
	/** The story with the table’s time and counts, and its rows where the table is small. */
	readonly story: LocalStory;
	/** A table that is not fully loaded; null until the code for it is. */
	large = $state.raw<LiveTable | null>(null);
	view = $state.raw<ExploreView>() as ExploreView;
	/** Size of the picture, px; null until the page is live. */
	size = $state.raw<{ width: number; height: number } | null>(null);
	camera = $state.raw<Camera>(whole);
	/** The camera when it last stood still, which list and address are based on. */
	settled = $state.raw<Camera>(whole);
	/** The camera that the picture was laid out for; it follows `camera`. */
	drawn = $state.raw<DrawnCamera>(atRest(whole, 0));
	/** The mark that the reader points at. */
	pointed = $state.raw<PartRef | null>(null);
	/** The window is moving, or list and address are not up to date yet. */
	moving = $state(false);
	/** Parts of the address that were ignored: a template, and the value to fill in. */
	notes = $state.raw<{ words: string; value: string }[]>([]);

	// Each of these changes only when its own part of the View does, so that a move does not lay out again.
	#scale = $derived(this.view.scale);
	#lanes = $derived(this.view.lanes);
	#axis = $derived(this.view.axis);
	/** What filter and search keep. */
	readonly selection = new Selection(this);
	/** The code for layouts across is loaded on first use; until then, and where that fails, time runs down. */
	readonly #acrossways: Part<Direction>;
	#direction = $derived.by((): Direction | null => {
		if (this.#axis !== 'across') return down;
		return this.#acrossways.here ?? (this.#acrossways.lack || this.#begun ? down : null);
	});
	scene = $derived.by(() =>
		this.size && this.#direction && (this.large || !this.isLarge)
			? explore({
					story: this.story,
					items: this.selection.items,
					table: this.selection.table,
					scale: this.#scale,
					lanes: this.#lanes,
					direction: this.#direction,
					...this.size
				})
			: null
	);
	chunks = $derived.by(() => {
		void this.large?.arrived;
		if (!this.scene) return [];
		const { reach } = stretch(this.scene.base, this.camera, this.drawn, 0);
		return this.scene.at(this.drawn, reach);
	});
	/** Whether time runs across. */
	across = $derived.by(() => this.#axis === 'across' && this.#direction !== down);
	/** The chunks where the camera last stood still. */
	settledChunks = $derived.by(() => {
		void this.large?.arrived;
		return this.scene?.at(this.settled) ?? [];
	});
	/** At rest, the surroundings of the window are laid out and loaded before they come into view. */
	#resting = $state(false);
	#around = $derived.by(() => {
		void this.large?.arrived;
		return this.#resting && this.scene ? this.scene.at(this.settled, windowLength(this.scene.base) * 0.6) : [];
	});
	/** The current window, ms; below, the one where it last stood still. */
	window = $derived.by(() => this.scene && windowOf(this.scene.base, this.camera));
	settledWindow = $derived.by(() => this.scene && windowOf(this.scene.base, this.settled));
	/** The item whose card is open: from the story, the picture, or a search or stretch of a table. */
	focused = $derived.by((): Item | undefined => {
		const ref = this.view.focus;
		if (!ref) return undefined;
		return (
			this.story.items.find((item) => item.ref === ref) ??
			(this.#opened?.ref === ref ? this.#opened : undefined) ??
			this.settledChunks.map(({ items }) => items.get(ref)).find(Boolean) ??
			this.found?.items.find((item) => item.ref === ref)
		);
	});
	#opened = $state.raw<Item | null>(null);
	/** The cluster whose events are listed. */
	listed = $state.raw<Cluster | null>(null);
	/** All events of the requested stretch. */
	found = $derived.by(() => (this.selection.holder && this.large?.found(this.selection.holder)) ?? null);
	/** The mark that gets a ring. */
	active = $derived.by((): PartRef | null => this.pointed ?? this.finder.current ?? this.view.focus);
	/** How many there are before and after the window; null where that is not known yet. */
	outside = $derived.by(() =>
		this.scene && this.settledWindow
			? outsideOf(this.settledChunks, this.scene.outside(this.settledChunks), this.settledWindow)
			: { before: 0, after: 0 }
	);
	/** What the picture shows in the window, in the reader’s order. */
	entries = $derived.by((): ListEntry[] => {
		if (!this.settledWindow) return [];
		const entries = entriesOf(this.settledChunks, this.settledWindow);
		return this.view.order === 'told' ? asTold(entries) : entries;
	});
	windowWords = $derived.by(() => {
		if (!this.settledWindow || this.settled.k === 1) return this.story.ui.time.all;
		return this.settledWindow.map((time) => this.words(time)).join(' – ');
	});

	/** The search’s hits, and moves to them. */
	readonly finder = new Finder(this);

	readonly #onurl: (url: string) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Time of the last move, for one timer in place of one a move. */
	#lastMove = 0;
	#restTimer: ReturnType<typeof setTimeout> | undefined;
	#urlTimer: ReturnType<typeof setTimeout> | undefined;

	readonly #table: StoryTable | undefined;
	/** Whether its table is loaded in parts. */
	readonly isLarge: boolean;
	/** Number of rows of such a table. */
	readonly rows: number;

	/** @param onurl called with `?…#…` when the View has changed. Has effects: construct it in a component. */
	constructor(story: LocalStory, table: StoryTable | undefined, onurl: (url: string) => void) {
		this.#table = table;
		this.isLarge = !!table?.root.cells;
		this.rows = this.isLarge ? table!.meta.count : 0;
		this.story = table ? withTable(story, table, this.isLarge ? null : rowsOf(story, table)) : story;
		this.#onurl = onurl;
		this.view = initialExplore(story.lang);
		const { timeline } = story.ui.page;
		this.#acrossways = new Part(timeline, async () => (await import('./waysAcross.ts')).across);
		this.#tables = new Part(
			timeline,
			() => Promise.all([import('./large.ts'), import('./liveTable.svelte.ts')]),
			({ here }) => here && this.#begin(here)
		);
		this.parts = [this.#acrossways, this.#tables];
		// Keeps the window of time when the scale, size or set of lanes changes.
		$effect(() => {
			if (!this.scene) return;
			const { base } = this.scene;
			this.#begun = true;
			untrack(() => {
				const camera = this.view.window ? cameraFor(base, this.view.window) : clampCamera(base, whole);
				// All of time needs no move at first; another object would have the list made twice.
				if (camera.k === this.settled.k && camera.offset === this.settled.offset && this.camera === this.settled)
					return;
				this.camera = camera;
				this.#settle();
			});
		});
		$effect(() => {
			if (this.#axis === 'across') untrack(() => void this.#acrossways.ask());
		});
		$effect(() => {
			const { query } = this.selection;
			const { large } = this;
			untrack(() => large?.search(query));
		});
		$effect(() => {
			const wanted = [...this.chunks, ...this.#around, ...(this.found ? [this.found] : [])];
			const keys = wanted.flatMap(({ gaps }) => gaps.map(({ key }) => key));
			untrack(() => this.large?.want(keys));
		});
	}

	readonly #tables: AnyPart;

	/** Loads the code for a large table before anything is shown, since nothing works without it. */
	async start() {
		if (this.isLarge) await this.#tables.ask();
	}

	#begin([large, { LiveTable }]: [Large, typeof import('./liveTable.svelte.ts')]) {
		if (this.#stopped) return;
		const live = new LiveTable(this.story, this.#table!, large);
		const { focusTime } = this.view;
		if (focusTime !== null) live.sought = [focusTime, focusTime + oneTime];
		this.large = live;
	}
	#stopped = false;
	/** Whether anything has been laid out yet. */
	#begun = false;

	/** Parts that are loaded on demand and may be missing. */
	readonly parts: readonly AnyPart[];

	/** Reads the View from the address. */
	read() {
		const read = readExploreUrl(location, this.story, !!this.#table);
		// An address that says nothing changes nothing: another object would have everything filtered and laid out again.
		if (JSON.stringify(read.view) !== JSON.stringify(this.view)) this.view = read.view;
		this.notes = read.notes;
		document.documentElement.dataset.theme = read.view.theme;
	}

	fit({ width, height }: { width: number; height: number }) {
		const fitted = { width: step(width, 280), height: step(height, 240) };
		// Another object would lay everything out again, as an observer reports the size that it begins with too.
		if (fitted.width !== this.size?.width || fitted.height !== this.size.height) this.size = fitted;
	}

	/** @param onItsWay the move is part of a flight to a hit; any other move interrupts the flight */
	look(next: Camera, onItsWay = false) {
		if (!this.scene) return;
		this.moving = true;
		if (!onItsWay) this.finder.stop();
		this.camera = clampCamera(this.scene.base, next);
		this.#resting = false;
		this.drawn = follow(this.scene.base, this.camera, this.drawn, performance.now());
		clearTimeout(this.#restTimer);
		this.#lastMove = performance.now();
		this.#timer ??= setTimeout(() => this.#rest(), pause);
	}

	#rest() {
		const since = performance.now() - this.#lastMove;
		this.#timer = since < pause ? setTimeout(() => this.#rest(), pause - since) : undefined;
		if (this.#timer || !this.scene) return;
		this.#settle();
		this.#restTimer = setTimeout(() => (this.#resting = true), 150);
		const all = this.camera.k <= 1 + 1e-6;
		this.change({ window: all ? null : windowOf(this.scene.base, this.camera) });
	}

	#settle() {
		this.settled = this.camera;
		this.drawn = atRest(this.camera, 0);
	}

	/** @param window ms; null: all time */
	show(window: [number, number] | null) {
		if (this.scene) this.look(window ? cameraFor(this.scene.base, window) : whole);
	}

	/** @param px along the axis */
	move(px: number) {
		this.look({ ...this.camera, offset: this.camera.offset + px });
	}

	/** @param px the point that stays fixed, along the axis from the window’s start; by default the middle */
	zoomBy(factor: number, px?: number) {
		if (!this.scene) return;
		const { base } = this.scene;
		this.look(zoomAt(base, this.camera, factor, px ?? windowLength(base) / 2));
	}

	change(part: Partial<ExploreView>) {
		this.view = { ...this.view, ...part };
		this.moving = true;
		if (part.search !== undefined || part.focus !== undefined) this.finder.current = null;
		if (part.theme) document.documentElement.dataset.theme = part.theme;
		// Browsers refuse more than about a hundred changes of the address in half a minute.
		clearTimeout(this.#urlTimer);
		this.#urlTimer = setTimeout(() => {
			this.#onurl(writeExploreUrl(this.view));
			this.moving = this.#timer !== undefined;
		}, 200);
	}

	/** Stops everything that would report to a page that is gone. */
	stop() {
		this.#stopped = true;
		for (const part of [...this.parts, this.selection.otherWords]) part?.drop();
		this.finder.stop();
		this.large?.stop();
		clearTimeout(this.#timer);
		clearTimeout(this.#restTimer);
		clearTimeout(this.#urlTimer);
	}

	/** Opens an item’s card, or zooms to a cluster’s stretch of time. */
	open(ref: PartRef | null) {
		const cluster = this.chunks.map(({ clusters }) => clusters.get(ref ?? '')).find(Boolean);
		if (cluster) return this.openCluster(cluster);
		const item =
			this.chunks.map(({ items }) => items.get(ref ?? '')).find(Boolean) ??
			this.finder.hits.find((item) => item.ref === ref) ??
			this.found?.items.find((item) => item.ref === ref);
		if (item) this.#opened = item;
		this.change({ focus: ref as Ref | null, focusTime: item && isRow(item) ? item.date.at : null });
	}

	/** Zooms at least twice as near, to its stretch with a margin; at the limit it lists its events instead. */
	openCluster(cluster: Cluster) {
		const { date } = cluster;
		if (!this.window || !this.scene) return;
		const nearest = clampCamera(this.scene.base, { k: Infinity, offset: 0 }).k;
		if (date.max - date.min <= oneTime || this.camera.k > nearest * 0.9) {
			this.listed = cluster;
			if (this.large) this.large.sought = [date.min, Math.max(date.max, date.min + 1)];
			return;
		}
		const [from, to] = this.window;
		const half = Math.min(Math.max(date.max - date.min, hourLength) * 0.6, (to - from) / 4);
		const middle = (date.min + date.max) / 2;
		this.show([middle - half, middle + half]);
	}

	/** “1,234 events, 3 May 2020 – 5 June 2020: on their way” */
	gapWords(gap: Gap): string {
		return gapWords(gap, this.large?.missing.find(({ key }) => key === gap.key)?.fault, this.story);
	}

	words(time: number): string {
		return wordTime(time, this.story);
	}
}
