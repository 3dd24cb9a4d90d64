/** Draws the content of the explorer’s picture for any frame: what is named or counted is chosen anew. */
import type { Drawn, Shown } from '../export/shown.ts';
import type { Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { piecewise, type TimeScale } from '../layout/timeScale.ts';
import { isEvent } from '../story/kinds.ts';
import type { Item } from '../view/local.ts';
import { magnify, windowLength, type Camera } from './camera.ts';
import { cut } from './chunks.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { Holder } from './holdings.ts';
import { explore, type LaidChunk, type Settings } from './scene.ts';
import { namesHeight } from './lanes.ts';
import { mostLanes, shownOf } from './shown.ts';
import { isRow } from './table.ts';
import { directions } from './waysAcross.ts';

/** The click on Export loads these. */
export { default as ExportDialog } from '../export/ExportDialog.svelte';

/** @returns what the explorer’s picture shows, as a part of the story to export */
export function shownIn(explorer: Explorer): Shown {
	const { story, view, scene, selection, settledWindow: window, settledChunks: chunks, isLarge } = explorer;
	const { items, holder, hits } = selection;
	const rows = isLarge ? chunks.flatMap(({ items }) => [...items.values()].filter(isRow)) : [];
	const shown = items.filter(isEvent).length + (holder?.count ?? 0);
	const settings = { story, scale: view.scale, lanes: view.lanes, orientation: view.axis };
	const taken =
		scene && window
			? drawnOf(
					{
						...{ settings, items, chunks, base: scene.base, camera: explorer.settled, window },
						outside: scene.outside(chunks),
						large: isLarge
					},
					{ shown, total: selection.counts.total }
				)
			: undefined;
	return shownOf({
		story,
		view,
		kept: [...items, ...rows],
		events: isLarge ? (taken?.drawn.events ?? null) : null,
		windowWords: explorer.windowWords,
		outside: taken?.outside ?? { before: null, after: null },
		missing: explorer.entries.flatMap((entry) => ('gap' in entry ? explorer.gapWords(entry.gap) : [])),
		found: hits?.total ? { n: hits.items.length, total: hits.total } : null,
		drawn: taken?.drawn
	});
}

export interface Picture {
	settings: Pick<Settings, 'story' | 'scale' | 'lanes'> & { orientation: Frame['orientation'] };
	/** Items kept, of those that are fully loaded. */
	items: readonly Item[];
	/** The chunks that the window overlaps; `base` is the scale of all time. */
	chunks: readonly LaidChunk[];
	base: TimeScale;
	camera: Camera;
	/** ms */
	window: readonly [number, number];
	/** How many items there are before the first chunk and after the last; null where that is not known yet. */
	outside: { before: number | null; after: number | null };
	/** Whether there are table rows besides `items`; the chunks hold those. */
	large: boolean;
}

/** @returns the chunks’ share of a table in the window, at their resolution */
function heldBy({ chunks, window: [from, to] }: Picture): Holder {
	const held = chunks.map(({ held }) => held);
	const items = held.flatMap(({ items }) => items).filter((item) => isRow(item) && reaches(item.date, [from, to]));
	const cells = held.flatMap(({ cells }) => cells).filter((cell) => cell.from < to && cell.to > from);
	const gaps = held.flatMap(({ gaps }) => gaps).filter((gap) => gap.from < to && gap.to > from);
	return {
		holdings: () => ({ items, cells, gaps }),
		before: () => null,
		count: items.length + cells.reduce((sum, { count }) => sum + count, 0),
		profile: () => [
			...items.map((item) => ({ from: item.date.at, to: item.date.at, party: item, count: 1 })),
			...cells
		],
		version: () => 0
	};
}

const reaches = ({ min, max }: { min: number; max: number }, [from, to]: readonly [number, number]) =>
	max > from && min < to;

/** The window’s part of the axis at a given length, starting at 0 px. Breaks keep their length where there is room. */
export function windowScale(base: TimeScale, { k, offset }: Camera, length: number): TimeScale {
	const { kind, pieces } = cut(magnify(base, k, false), offset, offset + windowLength(base));
	const lengthOf = ({ range }: (typeof pieces)[number]) => range[1] - range[0];
	const sum = (folded: boolean) =>
		pieces.reduce((all, piece) => all + (piece.folded === folded ? lengthOf(piece) : 0), 0);
	const [breaks, drawn] = [sum(true), sum(false)];
	const most = drawn ? Math.min(1, length / 2 / breaks) : length / breaks;
	const factor = drawn ? (length - (breaks ? breaks * most : 0)) / drawn : 1;
	let px = 0;
	return piecewise(
		kind,
		pieces.map((piece) => ({
			...piece,
			range: [px, (px += lengthOf(piece) * (piece.folded ? most : factor))]
		}))
	);
}

/** @returns how to draw it, and how many items lie before and after it; null where unknown */
export function drawnOf(picture: Picture, counts: Drawn['counts']): { drawn: Drawn; outside: Picture['outside'] } {
	const { settings, base, camera, chunks, window, large } = picture;
	const items = picture.items.filter(({ date }) => reaches(date, window));
	const holder = large ? heldBy(picture) : undefined;
	const told = items.filter(isEvent).length;
	const drawn: Drawn = {
		orientation: settings.orientation,
		crowd: chunks.some(({ clusters }) => [...clusters.values()].some(({ date }) => reaches(date, window))),
		events: told + (holder?.count ?? 0),
		counts,
		draw(frame: Frame): TimelineLayout {
			const { width, height, orientation, font } = frame;
			const down = orientation === 'down';
			const scene = explore({
				...settings,
				items,
				table: holder && { holder, amounts: [] },
				direction: directions[orientation],
				mostLanes,
				width,
				height,
				base: windowScale(base, camera, down ? height : width),
				type: { font }
			});
			const [{ layout }] = scene.at({ k: 1, offset: 0 });
			const { lanes } = scene.lanes;
			const head = down ? namesHeight(lanes) : 0;
			return { ...layout, lanes: lanes.map((lane) => ({ ...lane, y: lane.y - head })) };
		}
	};
	return { drawn, outside: besides(picture, [...items, ...(holder?.holdings(0, 0, 0).items ?? [])]) };
}

/** Counts what the window leaves out of its chunks, and what lies beyond them. */
function besides({ chunks, outside, window: [from, to] }: Picture, drawn: readonly Item[]): Picture['outside'] {
	const held = chunks.map(({ held }) => held);
	const gaps = held.flatMap(({ gaps }) => gaps);
	const refs = new Set<string>(drawn.map(({ ref }) => ref));
	const left = held.flatMap(({ items }) => items).filter(({ ref }) => !refs.has(ref));
	const cells = held.flatMap(({ cells }) => cells);
	const counted = (some: typeof cells) => some.reduce((sum, { count }) => sum + count, 0);
	const [start, end] = [chunks[0].chunk.owns[0], chunks[chunks.length - 1].chunk.owns[1]];
	const sum = (beyond: number | null, unsure: boolean, inside: number, reaching: number) =>
		beyond === null || unsure ? null : beyond + inside - reaching;
	return {
		before: sum(
			outside.before,
			gaps.some((gap) => gap.from < from),
			left.filter(({ date }) => date.at < to).length + counted(cells.filter((cell) => cell.to <= from)),
			drawn.filter(({ date }) => date.at < start).length
		),
		after: sum(
			outside.after,
			gaps.some((gap) => gap.to > to),
			left.filter(({ date }) => date.at >= to).length + counted(cells.filter((cell) => cell.from >= to)),
			drawn.filter(({ date }) => date.at >= end).length
		)
	};
}
