/** (story, what is kept of it, lanes, frame) → chunks laid out, each once. No screen, no clock. */
import { frames, type Frame } from '../layout/frames.ts';
import { axisOf, layoutLanes, type LaneLayout } from '../layout/lanes.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import type { Cluster } from '../layout/rows.ts';
import { axisTicks, formatter } from '../layout/ticks.ts';
import { layoutDown, spineOf } from '../layout/timeline.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import type { ScaleKind } from '../view/view.ts';
import { windowLength, type Camera } from './camera.ts';
import { chunksIn, type Chunk } from './chunks.ts';
import { gatherRows } from './cluster.ts';
import { laneStory, type LaneKind } from './lanes.ts';

/** Marks on the page, at most. A window meets two chunks, and for a moment a third. */
export const mostMarks = 400;
const chunksSeen = 3;
/** What only passes a chunk by, at most. */
const mostPassing = 12;

export interface Settings {
	story: LocalStory;
	/** Kept by filter and search. */
	items: readonly Item[];
	scale: ScaleKind;
	lanes: LaneKind;
	/** px */
	width: number;
	height: number;
}

export interface LaidChunk {
	chunk: Chunk;
	layout: TimelineLayout;
	clusters: ReadonlyMap<string, Cluster>;
}

export interface Explored {
	base: TimeScale;
	lanes: LaneLayout;
	frame: Frame;
	/** The chunks that a camera’s window meets, laid out. */
	at(camera: Camera): LaidChunk[];
}

/** No scene speaks here. */
const none: ReadonlySet<Ref> = new Set();

/** Everything that does not change while the window moves. */
export function explore({ story, items: kept, scale, lanes, width, height }: Settings): Explored {
	const frame: Frame = { ...frames.desk, name: 'explore', width, height };
	const { own, items } = laneStory(story, kept, lanes, Math.max(2, Math.floor(width / 150)));
	const sorted = [...items].sort((a, b) => a.date.at - b.date.at);
	const { scale: base, words } = axisOf(own, { scale, window: story.extent }, [0, height]);
	// The longest that a tick can be, so that the lanes do not move while the window does.
	const day = formatter(story.lang, { day: 'numeric', month: 'short', year: 'numeric' });
	const geometry = layoutLanes(
		own,
		width,
		spineOf(own, [], base, frame.font.small, [day.format(28 * 864e5)]),
		frame.font
	);
	const marks = Math.floor(mostMarks / chunksSeen / geometry.rails.length);
	const wide = sorted.filter(({ date }) => date.interval).sort((a, b) => b.importance - a.importance);

	function lay(chunk: Chunk): LaidChunk {
		const clusters = new Map<string, Cluster>();
		const [from, to] = chunk.owns;
		const inside = (item: Item) => item.date.at >= from && item.date.at < to;
		const layout = layoutDown(
			own,
			{
				items: sorted.slice(lowerBound(sorted, from), lowerBound(sorted, to)),
				passing: wide
					.filter((item) => !inside(item) && item.date.max > from && item.date.min < to)
					.slice(0, mostPassing),
				lit: none,
				scale: chunk.scale,
				ticks: axisTicks(chunk.scale, frame.font.small * 2.1, words),
				range: [0, chunk.length],
				lanes: geometry,
				gather(rows) {
					const gathered = gatherRows(rows, chunk, marks, { story: own, actors: story.actors });
					for (const { host } of gathered) if (host.kind === 'cluster') clusters.set(host.ref, host);
					return gathered;
				}
			},
			{ ...frame, height: chunk.length }
		);
		return { chunk, layout, clusters };
	}

	const known = new Map<string, LaidChunk>();
	let magnification = NaN;
	return {
		base,
		lanes: geometry,
		frame,
		at({ k, offset }) {
			if (k !== magnification) known.clear();
			magnification = k;
			return chunksIn(base, k, [offset, offset + windowLength(base)]).map((chunk) => {
				let laid = known.get(chunk.key);
				if (!laid) known.set(chunk.key, (laid = lay(chunk)));
				return laid;
			});
		}
	};
}

/** The first index whose time is not before `time`. */
function lowerBound(sorted: readonly Item[], time: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle].date.at < time) low = middle + 1;
		else high = middle;
	}
	return low;
}
