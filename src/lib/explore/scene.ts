/**
 * (story, kept items, lanes, frame) → chunks, each laid out once. No screen, no clock. What is named and what is
 * counted in a chunk is chosen once per level: within a level a zoom only moves it.
 */
import { frames, type Frame } from '../layout/frames.ts';
import type { LaneLayout } from '../layout/lanes.ts';
import type { Density, TimelineLayout } from '../layout/parts.ts';
import { isTold, makeRows, ownLane, titleOf, type Cluster, type Row } from '../layout/rows.ts';
import { textWidth } from '../layout/textWidth.ts';
import { axisTicks } from '../layout/ticks.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import { timesOf } from '../view/items.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import type { ScaleKind } from '../view/view.ts';
import { baseScale, type Amount } from './baseScale.ts';
import { magnify, windowLength, type Camera } from './camera.ts';
import { chunksIn, type Chunk } from './chunks.ts';
import { gatherRows } from './cluster.ts';
import { densityBars, densityPath, mostInBin, type Bar, type Counted } from './density.ts';
import { heldItems, type Cell, type Gap, type Holder, type Holdings } from './holdings.ts';
import { laneStory, type LaneKind, type Party } from './lanes.ts';
import { near } from './near.ts';
import { isRow } from './table.ts';
import { down, type Direction } from './ways.ts';

/** Maximum number of marks on the page. A window overlaps two chunks, and for a moment a third. */
export const mostMarks = 400;
const chunksSeen = 3;
/** Maximum number of ticks on the page; at rest its chunks are less than `windowsSeen` windows long. */
export const mostTicks = 200;
const windowsSeen = 5;
/** Maximum number of items that only pass through a chunk. */
const mostPassing = 12;
/** The part of a long chunk on the page extends this far beyond the window, px. */
const around = 300;
/** Maximum length of what is counted together, px; a cluster consists of several such counts. */
const countedTogether = 24;
/** With fewer counted events than this in a chunk, there is no histogram: the clusters are enough. */
const leastCrowd = 12;

/** Preferred widths of a lane, px: beside its words, for the longest title, for counts; titles measured. */
const words = { beside: 60, most: 240, counted: 180 };
const mostMeasured = 400;

export interface Settings {
	/** Including the table’s time and counts. */
	story: LocalStory;
	/** Kept by filter and search. */
	items: readonly Item[];
	/** What is kept of a table that is not fully loaded, and how many events it has where, whether kept or not. */
	table?: { holder: Holder; amounts: readonly Amount[] };
	scale: ScaleKind;
	lanes: LaneKind;
	/** The direction of time; by default down. */
	direction?: Direction;
	/** px */
	width: number;
	height: number;
	/** By default as many as fit; at least two. */
	mostLanes?: number;
	/** Scale of the axis, starting at 0 px; by default over the whole story’s time. */
	base?: TimeScale;
	/** By default the type of the screen. */
	type?: Pick<Frame, 'font'>;
}

export interface LaidChunk {
	chunk: Chunk;
	/** `density` has one path per lane; none where everything is named. */
	layout: TimelineLayout;
	clusters: ReadonlyMap<string, Cluster>;
	/** Items that have a mark, by ref. */
	items: ReadonlyMap<string, Item>;
	/** Data that is not loaded yet. */
	gaps: readonly Gap[];
	/** All data that it was made from. */
	held: Holdings;
}

export interface Explored {
	base: TimeScale;
	lanes: Pick<LaneLayout, 'laneOf' | 'lanes'>;
	frame: Frame;
	/** Number of items kept. */
	count: number;
	/**
	 * The laid-out chunks that a camera’s window overlaps.
	 * @param level see `chunksIn`
	 * @param reach px beyond the window
	 */
	at(camera: Camera & { level?: number }, reach?: number): readonly LaidChunk[];
	/** How many items there are before the first chunk and after the last; null where that is not known yet. */
	outside(chunks: readonly LaidChunk[]): { before: number | null; after: number | null };
}

/** `from` and `to` bound the part that is on the page, px of the chunk. */
type Laid = LaidChunk & { picked: Picked; from: number; to: number };

/** No scene lights anything here. */
const none: ReadonlySet<Ref> = new Set();

/** What is drawn in a chunk at every magnification of its level. */
interface Picked {
	rows: Row[];
	clusters: Map<string, Cluster>;
	items: Map<string, Item>;
	passing: Item[];
	held: Holdings;
	/** By lane. */
	bars: Bar[][];
	/** The table’s version when this was made. */
	version: number;
}

/** Prepares everything that does not change while the window moves. */
export function explore(settings: Settings): Explored {
	const { story, items, table, scale, lanes, width, height } = settings;
	const direction = settings.direction ?? down;
	const { orientation } = direction;
	const frame: Frame = { ...frames.desk, ...settings.type, name: 'explore', width, height, orientation };
	const { font } = frame;
	const most = settings.mostLanes ?? direction.mostLanes(settings, font);
	const { own, sidesOf } = laneStory(story, lanes, Math.max(2, most));
	const tickWords = { lang: story.lang, bce: story.ui.time.bce };
	// Folds consider the whole story, so that a filter does not move the axis.
	const dates = story.items.flatMap(timesOf);
	const base =
		settings.base ??
		baseScale(scale, story.extent, [0, orientation === 'down' ? height : width], dates, table?.amounts ?? []);
	const holders = [heldItems(items), ...(table ? [table.holder] : [])];
	const way = direction.way(own, base, frame, needsOf());
	const { laneOf, lanes: laneNames } = way.lanes;
	const tickSpacing = Math.max(way.tickSpacing, (windowsSeen * windowLength(base)) / (mostTicks * 0.9));
	const marks = Math.floor(mostMarks / chunksSeen / way.rowsPerPx.length);
	const wide = items.filter(({ date }) => date.interval).sort((a, b) => b.importance - a.importance);
	const version = () => table?.holder.version() ?? 0;

	/** The preferred width of each lane’s words: enough for most of its titles in two lines; 0 for a lane without any. */
	function needsOf(): Map<string, number> {
		const wants = new Map<string, number[]>();
		const add = (party: Party, px: number) => {
			const [side] = sidesOf(party);
			wants.set(side, [...(wants.get(side) ?? []), px]);
		};
		for (const item of [...items].sort(byTelling).slice(0, mostMeasured))
			add(item, words.beside + Math.min(words.most, textWidth(titleOf(item, story.ui), font.label) * 0.55));
		for (const { party } of table?.holder.profile() ?? []) if (!wants.has(sidesOf(party)[0])) add(party, words.counted);
		return new Map(
			[...wants].map(([side, list]) => [side, list.sort((a, b) => a - b)[Math.floor((list.length - 1) * 0.9)]])
		);
	}

	/** Longest time that may be counted together in a piece of the axis, ms, at a level’s lowest magnification. */
	const resolution = ({ domain, range }: TimeScale['pieces'][number], level: number) =>
		(countedTogether * (domain[1] - domain[0])) / ((range[1] - range[0]) * 2 ** level);
	const snapped = table?.holder.snap;
	const snap =
		snapped &&
		((time: number, level: number) => {
			const piece = base.pieces.findLast(({ domain }) => domain[0] <= time) ?? base.pieces[0];
			return piece.folded ? time : snapped(time, resolution(piece, level));
		});

	/** Everything in a chunk, each piece of the axis at the resolution that its rate needs. */
	function holdings({ owns, level }: Chunk): Holdings {
		const found: Holdings[] = [];
		for (const holder of holders) {
			if (!holder.snap) {
				found.push(holder.holdings(owns[0], owns[1], 0));
				continue;
			}
			base.pieces.forEach((piece, index) => {
				if (piece.folded) return;
				const from = index ? piece.domain[0] : -Infinity;
				const to = index < base.pieces.length - 1 ? piece.domain[1] : Infinity;
				if (to <= owns[0] || from >= owns[1]) return;
				const [a, b] = [Math.max(from, owns[0]), Math.min(to, owns[1])];
				found.push(holder.holdings(a, b, resolution(piece, level)));
			});
		}
		// Missing data may span several pieces.
		const gaps = new Map<string, Gap>();
		for (const gap of found.flatMap(({ gaps }) => gaps))
			gaps.set(gap.key, { ...gap, known: gap.known + (gaps.get(gap.key)?.known ?? 0) });
		return {
			items: found.flatMap(({ items }) => items).sort((a, b) => a.date.at - b.date.at),
			cells: found.flatMap(({ cells }) => cells),
			gaps: [...gaps.values()]
		};
	}

	/** Computed when first needed. */
	let fullest: number | undefined;
	const mostAnywhere = () =>
		(fullest ??= mostInBin(
			base,
			byLane(
				holders.flatMap((holder) => holder.profile()),
				({ party }) => ownLane({ sides: sidesOf(party) }, laneOf)
			)
		));
	/** @param of gives the lane of each element; without one, it goes to the first lane */
	function byLane<T>(list: readonly T[], of: (one: T) => number | undefined): T[][] {
		const lanes = way.rails.map((): T[] => []);
		for (const one of list) lanes[of(one) ?? 0].push(one);
		return lanes;
	}

	function pick(chunk: Chunk): Picked {
		const seen = version();
		const held = holdings(chunk);
		// Only told items have bridges between lanes; in a crowd they would only strike through its labels.
		const ownItems = held.items.map((item): Item => ({
			...item,
			sides: isRow(item) ? sidesOf(item).slice(0, 1) : sidesOf(item)
		}));
		const ownCells = held.cells.map((cell): Cell => ({
			...cell,
			party: { ...cell.party, sides: sidesOf(cell.party) }
		}));
		const [low, high] = chunk.owns.map((time, end) => (Number.isFinite(time) ? base(time) : base.range()[end]));
		const place = (time: number) => (base(time) - low) / (high - low);
		const least = chunkLength(low, high, chunk.level);
		const all = makeRows(ownItems, none, laneOf, way.satellites);
		const namer = { story: own, actors: story.actors };
		const laneRows = byLane(all, ({ lane }) => lane);
		const laneCells = byLane(ownCells, ({ party }) => ownLane(party, laneOf));
		const rows = way.rowsPerPx.flatMap((perPx, lane) =>
			gatherRows(
				laneRows[lane],
				laneCells[lane],
				lane,
				{
					key: `${chunk.key}-${lane}`,
					rows: Math.floor(least * perPx),
					worded: Math.floor(least * (way.wordedPerPx?.[lane] ?? perPx)),
					marks,
					place,
					near: chunk.level > 0 || ownCells.length > 0
				},
				namer
			)
		);
		const clusters = new Map<string, Cluster>();
		const drawn = new Map<string, Item>();
		const byRef = new Map<string, Item>(held.items.map((item) => [item.ref, item]));
		for (const { host, satellites } of rows) {
			if (host.kind === 'cluster') clusters.set(host.ref, host);
			for (const { ref } of [host, ...satellites]) if (byRef.has(ref)) drawn.set(ref, byRef.get(ref)!);
		}
		const [from, to] = chunk.owns;
		const inside = ({ date }: Item) => date.at >= from && date.at < to;
		const passing = wide
			.filter((item) => !inside(item) && item.date.max > from && item.date.min < to)
			.slice(0, mostPassing)
			.map((item): Item => ({ ...item, sides: sidesOf(item) }));
		const crowd = [...clusters.values()].reduce((sum, { count }) => sum + count, 0);
		const bars =
			crowd < leastCrowd
				? []
				: way.rails.map((_, lane) => {
						const counted = [...laneRows[lane].flatMap(countedIn), ...laneCells[lane]];
						return densityBars(base, [low, high], chunk.level, counted, held.gaps, mostAnywhere());
					});
		return { rows, clusters, items: drawn, passing, held, bars, version: seen };
	}

	/** Length of a stretch of the base at its level’s lowest magnification, px. */
	function chunkLength(low: number, high: number, level: number): number {
		const least = magnifyOnce(2 ** level);
		return least(base.invert(high)) - least(base.invert(low));
	}
	/** Cached separately, so that it does not replace the scale of the current window. */
	let once: { k: number; scale: TimeScale } | undefined;
	const magnifyOnce = (k: number) => {
		if (once?.k !== k) once = { k, scale: magnify(base, k, false) };
		return once.scale;
	};

	const picked = new Map<string, Picked>();
	function pickedOf(chunk: Chunk): Picked {
		let known = picked.get(chunk.key);
		// Missing data may have arrived since.
		if (known?.held.gaps.length && known.version !== version()) known = undefined;
		if (!known) {
			if (picked.size >= mostPicked) picked.delete(picked.keys().next().value!);
			picked.set(chunk.key, (known = pick(chunk)));
		}
		return known;
	}

	const laid = new Map<string, Laid>();
	/** The last result, returned as long as it is valid, so that nothing derived from it is recomputed. */
	let last: { k: number; level: number | undefined; version: number; chunks: readonly Laid[] } | undefined;
	/** Whether a stretch begins in the first chunk and ends in the last, within their parts on the page. */
	function ends(chunks: readonly Laid[], [from, to]: [number, number]): boolean {
		const [first, final] = [chunks[0], chunks[chunks.length - 1]];
		const within = ({ chunk, ...part }: Laid, px: number) =>
			px > chunk.start &&
			px < chunk.start + chunk.length &&
			px >= chunk.start + part.from &&
			px <= chunk.start + part.to;
		return chunks.length > 0 && within(first, from) && within(final, to);
	}
	let magnification = NaN;
	/** @param seen visible range of the magnified axis, px */
	function lay(chunk: Chunk, seen: [number, number]): Laid {
		const picked = pickedOf(chunk);
		const known = laid.get(chunk.key);
		let [from, to] = seen.map((px) => Math.max(0, Math.min(chunk.length, px - chunk.start)));
		if (known?.picked === picked && known.from <= from && known.to >= to) return known;
		const whole = way.lay({
			rows: picked.rows,
			passing: picked.passing,
			lit: none,
			scale: chunk.scale,
			ticks: axisTicks(chunk.scale, tickSpacing, tickWords),
			range: [0, chunk.length]
		});
		// A chunk this long belongs to a coarser level, and is kept by a zoom until it ends.
		const long = chunk.length > 2.5 * windowLength(base);
		[from, to] = long ? [from - around, to + around] : [-Infinity, Infinity];
		const { clusters, items, held } = picked;
		const density = picked.bars.flatMap((bars, lane): Density[] => {
			const { colour, ...rail } = way.rails[lane];
			return bars.length ? [{ path: densityPath(bars, chunk.scale, rail, orientation === 'across'), colour }] : [];
		});
		const layout = { ...(long ? near(whole, from, to) : whole), density };
		const done = { chunk, layout, clusters, items, gaps: held.gaps, held, picked, from, to };
		laid.set(chunk.key, done);
		return done;
	}

	return {
		base,
		lanes: { laneOf, lanes: laneNames },
		frame,
		count: holders.reduce((sum, { count }) => sum + count, 0),
		at({ k, offset, level }, reach = 0) {
			const seen: [number, number] = [offset - reach, offset + windowLength(base) + reach];
			const now = version();
			const same = last?.k === k && last.level === level && last.version === now;
			if (same && ends(last!.chunks, seen)) return last!.chunks;
			if (k !== magnification) laid.clear();
			magnification = k;
			const chunks = chunksIn(base, k, seen, snap, level).map((chunk) => lay(chunk, seen));
			last = { k, level, version: now, chunks };
			return chunks;
		},
		outside(chunks) {
			const total = holders.reduce((sum, { count }) => sum + count, 0);
			const before = (time: number) =>
				time === -Infinity
					? 0
					: time === Infinity
						? total
						: holders.reduce<number | null>((sum, holder) => {
								const n = holder.before(time);
								return sum === null || n === null ? null : sum + n;
							}, 0);
			const start = before(chunks[0]?.chunk.owns[0] ?? -Infinity);
			const end = before(chunks.at(-1)?.chunk.owns[1] ?? Infinity);
			return { before: start, after: end === null ? null : total - end };
		}
	};
}

const byTelling = (a: Item, b: Item) => Number(isTold(b)) - Number(isTold(a)) || b.importance - a.importance;

const countedIn = ({ host, satellites }: Row): Counted[] =>
	[host, ...satellites].map(({ date: { at } }) => ({ from: at, to: at, count: 1 }));

/** Maximum number of cached choices: the chunks of a screen or two at every level of a deep zoom. */
const mostPicked = 96;
