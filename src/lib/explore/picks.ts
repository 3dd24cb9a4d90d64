/**
 * What is named and what is counted in each chunk, chosen once per level: within a level a zoom only moves it. No
 * screen, no clock.
 */
import { makeRows, ownLane, type Cluster, type Row } from '../layout/rows.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { Item, Ref } from '../view/local.ts';
import { magnify } from './camera.ts';
import type { Chunk, Snap } from './chunks.ts';
import { gatherRows } from './cluster.ts';
import { densityBars, mostInBin, type Bar, type Counted } from './density.ts';
import type { Cell, Gap, Holdings } from './holdings.ts';
import type { Prepared } from './prepared.ts';
import { isRow } from './table.ts';

/** Maximum number of marks on the page. A window overlaps two chunks, and for a moment a third. */
export const mostMarks = 400;
const chunksSeen = 3;
/** Maximum number of items that only pass through a chunk. */
const mostPassing = 12;
/** Maximum length of what is counted together, px; a cluster consists of several such counts. */
const countedTogether = 24;
/** With fewer counted events than this in a chunk, there is no histogram: the clusters are enough. */
const leastCrowd = 12;
/** Maximum number of cached choices: the chunks of a screen or two at every level of a deep zoom. */
const mostCached = 96;

/** No scene lights anything here. */
const none: ReadonlySet<Ref> = new Set();

/** What is drawn in a chunk at every magnification of its level. */
export interface Picked {
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

export class Picks {
	/** Moves the edges of chunks so that they cut nothing that a table counts together. */
	readonly snap: Snap | undefined;
	private readonly cache = new Map<string, Picked>();
	/** Cached separately, so that it does not replace the scale of the current window. */
	private magnified: { k: number; scale: TimeScale } | undefined;
	/** The most events in one bin of the density, computed when first needed. */
	private fullest: number | undefined;

	constructor(private readonly prepared: Prepared) {
		const { table, base } = prepared;
		if (table?.snap)
			this.snap = (time, level) => {
				const piece = base.pieces.findLast(({ domain }) => domain[0] <= time) ?? base.pieces[0];
				return piece.folded ? time : table.snap!(time, resolutionOf(piece, level));
			};
	}

	/** Changes whenever more of the table has arrived. */
	get version(): number {
		return this.prepared.table?.version() ?? 0;
	}

	of(chunk: Chunk): Picked {
		const known = this.cache.get(chunk.key);
		// Missing data may have arrived since.
		if (known && !(known.held.gaps.length && known.version !== this.version)) return known;
		if (this.cache.size >= mostCached) this.cache.delete(this.cache.keys().next().value!);
		const picked = this.pick(chunk);
		this.cache.set(chunk.key, picked);
		return picked;
	}

	private pick(chunk: Chunk): Picked {
		const { version } = this;
		const held = this.holdings(chunk);
		const [low, high] = this.ends(chunk);
		const { rows, laneRows, laneCells } = this.rows(chunk, held, [low, high]);
		const clusters = new Map<string, Cluster>();
		const items = new Map<string, Item>();
		const byRef = new Map<string, Item>(held.items.map((item) => [item.ref, item]));
		for (const { host, satellites } of rows) {
			if (host.kind === 'cluster') clusters.set(host.ref, host);
			for (const { ref } of [host, ...satellites]) if (byRef.has(ref)) items.set(ref, byRef.get(ref)!);
		}
		const crowd = [...clusters.values()].reduce((sum, { count }) => sum + count, 0);
		const bars =
			crowd < leastCrowd
				? []
				: laneRows.map((rows, lane) => {
						const counted = [...rows.flatMap(timesOf), ...laneCells[lane]];
						const { base } = this.prepared;
						return densityBars(base, [low, high], chunk.level, counted, held.gaps, this.mostInBin());
					});
		return { rows, clusters, items, passing: this.passing(chunk), held, bars, version };
	}

	/** Everything in a chunk, each piece of the axis at the resolution that its rate needs. */
	private holdings({ owns, level }: Chunk): Holdings {
		const { holders, base } = this.prepared;
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
				found.push(holder.holdings(a, b, resolutionOf(piece, level)));
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

	/** @param low, high ends of the chunk on the base, px */
	private rows(chunk: Chunk, held: Holdings, [low, high]: [number, number]) {
		const { story, own, sidesOf, base, way } = this.prepared;
		const { laneOf } = way.lanes;
		// Only told items have bridges between lanes; in a crowd they would only strike through its labels.
		const items = held.items.map((item): Item => ({
			...item,
			sides: isRow(item) ? sidesOf(item).slice(0, 1) : sidesOf(item)
		}));
		const cells = held.cells.map((cell): Cell => ({ ...cell, party: { ...cell.party, sides: sidesOf(cell.party) } }));
		const laneRows = this.byLane(makeRows(items, none, laneOf, way.satellites), ({ lane }) => lane);
		const laneCells = this.byLane(cells, ({ party }) => ownLane(party, laneOf));
		const least = this.leastLength([low, high], chunk.level);
		const rows = way.rowsPerPx.flatMap((perPx, lane) =>
			gatherRows(
				laneRows[lane],
				laneCells[lane],
				lane,
				{
					key: `${chunk.key}-${lane}`,
					rows: Math.floor(least * perPx),
					worded: Math.floor(least * (way.wordedPerPx?.[lane] ?? perPx)),
					marks: Math.floor(mostMarks / chunksSeen / way.rowsPerPx.length),
					place: (time) => (base(time) - low) / (high - low),
					near: chunk.level > 0 || cells.length > 0
				},
				{ story: own, actors: story.actors }
			)
		);
		return { rows, laneRows, laneCells };
	}

	/** Items with a duration that begin or end in other chunks. */
	private passing({ owns: [from, to] }: Chunk): Item[] {
		const { long, sidesOf } = this.prepared;
		const isInside = ({ date }: Item) => date.at >= from && date.at < to;
		return long
			.filter((item) => !isInside(item) && item.date.max > from && item.date.min < to)
			.slice(0, mostPassing)
			.map((item): Item => ({ ...item, sides: sidesOf(item) }));
	}

	/** Start and end of a chunk on the base, px. */
	private ends({ owns: [from, to] }: Chunk): [number, number] {
		const { base } = this.prepared;
		const px = (time: number, end: 0 | 1) => (Number.isFinite(time) ? base(time) : base.range()[end]);
		return [px(from, 0), px(to, 1)];
	}

	/** Length of a stretch of the base at its level’s lowest magnification, px. */
	private leastLength([low, high]: [number, number], level: number): number {
		const { base } = this.prepared;
		const k = 2 ** level;
		if (this.magnified?.k !== k) this.magnified = { k, scale: magnify(base, k, false) };
		const { scale } = this.magnified;
		return scale(base.invert(high)) - scale(base.invert(low));
	}

	private mostInBin(): number {
		const { holders, sidesOf, base, way } = this.prepared;
		return (this.fullest ??= mostInBin(
			base,
			this.byLane(
				holders.flatMap((holder) => holder.profile()),
				({ party }) => ownLane({ sides: sidesOf(party) }, way.lanes.laneOf)
			)
		));
	}

	/** @param laneOf gives the lane of each element; without one, it goes to the first lane */
	private byLane<T>(list: readonly T[], laneOf: (one: T) => number | undefined): T[][] {
		const lanes = this.prepared.way.rails.map((): T[] => []);
		for (const one of list) lanes[laneOf(one) ?? 0].push(one);
		return lanes;
	}
}

/** Longest time that may be counted together in a piece of the axis, ms, at a level’s lowest magnification. */
const resolutionOf = ({ domain, range }: TimeScale['pieces'][number], level: number) =>
	(countedTogether * (domain[1] - domain[0])) / ((range[1] - range[0]) * 2 ** level);

const timesOf = ({ host, satellites }: Row): Counted[] =>
	[host, ...satellites].map(({ date: { at } }) => ({ from: at, to: at, count: 1 }));
