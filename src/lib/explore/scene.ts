/** (story, kept items, lanes, frame) → chunks, each laid out once. No screen, no clock. */
import type { Frame } from '../layout/frames.ts';
import type { LaneLayout } from '../layout/lanes.ts';
import type { Density, TimelineLayout } from '../layout/parts.ts';
import type { Cluster } from '../layout/rows.ts';
import { axisTicks } from '../layout/ticks.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { Item, Ref } from '../view/local.ts';
import { windowLength, type Camera } from './camera.ts';
import { chunksIn, type Chunk } from './chunks.ts';
import { densityPath } from './density.ts';
import type { Gap, Holdings } from './holdings.ts';
import { near } from './near.ts';
import { Picks, type Picked } from './picks.ts';
import { prepare, type Prepared, type Settings } from './prepared.ts';

export { mostMarks } from './picks.ts';
export type { Settings } from './prepared.ts';

/** Maximum number of ticks on the page; at rest its chunks are less than `windowsSeen` windows long. */
export const mostTicks = 200;
const windowsSeen = 5;
/** A chunk longer than this many windows belongs to a coarser level, and is kept by a zoom until it ends. */
const longChunk = 2.5;
/** The part of a long chunk on the page extends this far beyond the window, px. */
const around = 300;

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

/** Prepares everything that does not change while the window moves. */
export const explore = (settings: Settings): Explored => new LaidStory(prepare(settings));

class LaidStory implements Explored {
	readonly base: TimeScale;
	readonly lanes: Explored['lanes'];
	readonly frame: Frame;
	readonly count: number;
	private readonly picks: Picks;
	/** The chunks laid out at this magnification. */
	private readonly laid = new Map<string, Laid>();
	private magnification = NaN;
	/** The last result, returned as long as it is valid, so that nothing derived from it is recomputed. */
	private last: { k: number; level: number | undefined; version: number; chunks: readonly Laid[] } | undefined;

	constructor(private readonly prepared: Prepared) {
		const { base, frame, way, holders } = prepared;
		this.base = base;
		this.frame = frame;
		this.lanes = { laneOf: way.lanes.laneOf, lanes: way.lanes.lanes };
		this.count = holders.reduce((sum, { count }) => sum + count, 0);
		this.picks = new Picks(prepared);
	}

	at({ k, offset, level }: Camera & { level?: number }, reach = 0): readonly LaidChunk[] {
		const seen: [number, number] = [offset - reach, offset + windowLength(this.base) + reach];
		const { last } = this;
		const { snap, version } = this.picks;
		const isSame = last?.k === k && last.level === level && last.version === version;
		if (isSame && covers(last.chunks, seen)) return last.chunks;
		if (k !== this.magnification) this.laid.clear();
		this.magnification = k;
		const chunks = chunksIn(this.base, k, seen, snap, level).map((chunk) => this.lay(chunk, seen));
		this.last = { k, level, version, chunks };
		return chunks;
	}

	outside(chunks: readonly LaidChunk[]): { before: number | null; after: number | null } {
		const start = this.countBefore(chunks[0]?.chunk.owns[0] ?? -Infinity);
		const end = this.countBefore(chunks.at(-1)?.chunk.owns[1] ?? Infinity);
		return { before: start, after: end === null ? null : this.count - end };
	}

	private countBefore(time: number): number | null {
		if (time === -Infinity) return 0;
		if (time === Infinity) return this.count;
		return this.prepared.holders.reduce<number | null>((sum, holder) => {
			const n = holder.before(time);
			return sum === null || n === null ? null : sum + n;
		}, 0);
	}

	/** @param seen visible range of the magnified axis, px */
	private lay(chunk: Chunk, seen: [number, number]): Laid {
		const picked = this.picks.of(chunk);
		const known = this.laid.get(chunk.key);
		const [start, end] = seen.map((px) => Math.max(0, Math.min(chunk.length, px - chunk.start)));
		if (known?.picked === picked && known.from <= start && known.to >= end) return known;
		const isLong = chunk.length > longChunk * windowLength(this.base);
		const [from, to] = isLong ? [start - around, end + around] : [-Infinity, Infinity];
		const all = this.layout(chunk, picked);
		const layout = { ...(isLong ? near(all, from, to) : all), density: this.density(chunk, picked) };
		const { clusters, items, held } = picked;
		const laid = { chunk, layout, clusters, items, gaps: held.gaps, held, picked, from, to };
		this.laid.set(chunk.key, laid);
		return laid;
	}

	private layout({ scale, length }: Chunk, { rows, passing }: Picked): TimelineLayout {
		const { way, tickWords } = this.prepared;
		const tickSpacing = Math.max(way.tickSpacing, (windowsSeen * windowLength(this.base)) / (mostTicks * 0.9));
		const ticks = axisTicks(scale, tickSpacing, tickWords);
		return way.lay({ rows, passing, lit: none, scale, ticks, range: [0, length] });
	}

	private density({ scale }: Chunk, { bars }: Picked): Density[] {
		const { way, frame } = this.prepared;
		return bars.flatMap((own, lane): Density[] => {
			const { colour, ...rail } = way.rails[lane];
			return own.length ? [{ path: densityPath(own, scale, rail, frame.orientation === 'across'), colour }] : [];
		});
	}
}

/** Whether a stretch begins in the first chunk and ends in the last, within their parts on the page. */
function covers(chunks: readonly Laid[], [from, to]: [number, number]): boolean {
	const [first, last] = [chunks[0], chunks[chunks.length - 1]];
	const isOnPage = ({ chunk, ...part }: Laid, px: number) =>
		px > chunk.start && px < chunk.start + chunk.length && px >= chunk.start + part.from && px <= chunk.start + part.to;
	return chunks.length > 0 && isOnPage(first, from) && isOnPage(last, to);
}
