/**
 * The horizontal timeline: (story, what is told, frame) → parts. Two facing sides have a spine each, the axis words
 * between them; one side, or three and more, share one line and differ by colour. What is told has its full sign and,
 * where there is room, its words; the rest is small marks or counts. Pure: no screen, no measuring.
 */
import { hourLength } from '../story/calendar.ts';
import type { Item, Ref } from '../view/local.ts';
import type { ScaleKind } from '../view/view.ts';
import { axisOf, colours, facing, inWindow, type LayoutStory } from './lanes.ts';
import { lineAxis, type Spine } from './lineAxis.ts';
import { layLane, type LaneParts } from './lineLane.ts';
import { drawLane } from './lineParts.ts';
import { clearCuts, fitSpines, keptFor, namesAbove } from './lineStrip.ts';
import { tierStep, clamp, type LineEntry, type LineFrame } from './lineTypes.ts';
import type { Bridge, Lane, Line, Sign, Span, TimelineLayout } from './parts.ts';
import { makeRows, type Row } from './rows.ts';
import { textWidth } from './textWidth.ts';
import type { TimeScale } from './timeScale.ts';

export type { LineFrame } from './lineTypes.ts';

export interface LineInput {
	/** In order of time. */
	items: readonly Item[];
	window: [number, number];
	scale?: ScaleKind;
	/** Items to name where there is room, most wanted first. */
	named?: readonly Ref[];
	/** Items drawn in full, without words. */
	lit?: ReadonlySet<Ref>;
	/** Items drawn in full, with a leader to the upper edge: their words stand above the picture. */
	led?: readonly Ref[];
}

export function layoutLine(story: LayoutStory, input: LineInput, given: LineFrame): TimelineLayout {
	const { width, gutter } = given;
	const range: [number, number] = [given.pad, width - given.pad];
	const axis = axisOf(story, { scale: input.scale ?? 'true', window: input.window }, range);
	const pair = facing(story.sides);
	const laneOf = new Map(story.sides.map(({ id }) => [id, pair ? laneIn(pair, id) : 0]));
	const rows = makeRows(inWindow(input.items, input.window), new Set(), laneOf, 99);
	const colourOf = colours(story);
	const wanted = entriesOf(rows, input, axis.scale, range, gutter > 0);
	const frame = fitSpines(given, wanted, pair ? 0 : Math.max(1, nameRows(story, given)));
	const { entries, lanes } = layWanted(story, wanted, { pair, frame, input, scale: axis.scale }, range);

	const strip = frame.spine !== undefined && gutter > 0;
	const names = pair || !gutter ? [] : nameRow(story, frame);
	const namesBelow = strip ? [] : names;
	const foot = namesBelow.length ? Math.max(...namesBelow.map(({ y }) => y)) + 6 : 0;
	const y1 = frame.spine ?? lanes[0].depth;
	const spineYs = [y1, y1 + gutter];
	const height = frame.spine === undefined ? y1 + gutter + (lanes[1]?.depth ?? foot) : frame.height;
	const bridges =
		pair && gutter ? lanes.flatMap(({ lit }) => lit.flatMap((entry) => bridgesOf(entry, story, laneOf, spineYs))) : [];
	const crossings = [
		...bridges.map(({ x1 }) => x1),
		...entries.filter(({ led, row }) => led && row.lane === 1).map(({ x }) => x)
	];
	const drawn = lanes.map((parts, lane) => drawLane(story, parts, { lane, y: spineYs[lane], colourOf, frame }));
	const spans = drawn.flatMap(({ spans }) => spans);
	const marks = drawn.flatMap(({ marks }) => marks);
	const clear = (axis: TimelineLayout['axis']) => (strip ? clearCuts(axis, { spans, marks }) : axis);
	return {
		orientation: 'across',
		width,
		height,
		font: frame.font,
		axis: clearOfBars(
			clear(
				lineAxis(story, frame, {
					...axis,
					spines: spinesOf(story, pair, spineYs, gutter > 0),
					crossings,
					middle: y1 + gutter / 2 - (strip ? 0.5 : 0)
				})
			),
			spans
		),
		lanes: [
			...drawn.flatMap(({ name }) => name ?? []),
			...(strip ? namesAbove(names, frame.font.small) : []),
			...namesBelow.map((lane) => ({ ...lane, y: lane.y + y1 + gutter }))
		],
		spans,
		bridges: once(bridges),
		links: drawn.flatMap(({ links }) => links),
		joins: [],
		marks,
		labels: drawn.flatMap(({ labels }) => labels),
		counts: drawn.flatMap(({ counts }) => counts),
		weight: /^zh/.test(story.lang) ? 400 : 600
	};
}

/** The axis lines: of one side each, or one for all; without a gutter both are the same line, in no side’s colour. */
function spinesOf({ sides }: LayoutStory, pair: [string, string] | null, ys: number[], hasGutter: boolean): Spine[] {
	if (!hasGutter) return [{ y: ys[0], inward: 1 }];
	if (!pair) return [{ y: ys[0], inward: 1, colour: sides.length === 1 ? sides[0].colour : undefined }];
	return pair.map((id, lane): Spine => ({
		y: ys[lane],
		colour: sides.find((side) => side.id === id)!.colour,
		inward: lane ? -1 : 1
	}));
}

const laneIn = (pair: [string, string], id: string): number | 'free' => (pair.includes(id) ? pair.indexOf(id) : 'free');

const refsOf = ({ host, satellites }: Row): Ref[] => [host.ref as Ref, ...satellites.map(({ ref }) => ref)];

/** A date longer than this may have a bar: longer than a day. */
const aDay = 25 * hourLength;

/** @param worded with a gutter; without one, an item too short for a bar is a small mark like all others */
function entriesOf(
	rows: readonly Row[],
	input: LineInput,
	scale: TimeScale,
	range: [number, number],
	worded: boolean
): LineEntry[] {
	const told = new Set([...(input.named ?? []), ...(input.led ?? []), ...(input.lit ?? [])]);
	const led = new Set(input.led);
	const ends = scale.domain() as [number, number];
	return rows.map((row): LineEntry => {
		const { date } = row.host;
		// A date without an end extends beyond what is drawn.
		const px = (time: number) => clamp(scale(clamp(time, ...ends)), ...range);
		const [from, to] = [px(date.min), px(date.max)];
		const long = to - from >= 9 && date.max - date.min > aDay;
		const lit = refsOf(row).some((ref) => told.has(ref)) && (worded || long);
		const choice = 'edtf' in date && date.edtf.startsWith('[');
		const sign = lit && long ? (choice ? 'hatch' : 'bar') : 'dot';
		const x = sign === 'dot' ? px(date.at) : (from + to) / 2;
		const leader = [row.host as Item, ...row.satellites].find(({ ref }) => led.has(ref));
		return { row, x, from, to, sign, lit, led: !!leader, leader, tier: 0, shared: false };
	});
}

interface Laying {
	pair: [string, string] | null;
	frame: LineFrame;
	input: LineInput;
	scale: TimeScale;
}

/** Lays out the lanes; where a wanted label finds no room, its mark becomes a small one. */
function layWanted(
	story: LayoutStory,
	wanted: readonly LineEntry[],
	laying: Laying,
	range: [number, number]
): { entries: readonly LineEntry[]; lanes: LaneParts[] } {
	const lanes = layLanes(story, wanted, laying);
	const lost = new Set(lanes.flatMap(({ lost }) => lost.map(({ row }) => row)));
	if (!lost.size) return { entries: wanted, lanes };
	const { input, scale } = laying;
	const entries = wanted.map((entry): LineEntry =>
		lost.has(entry.row) && !entry.led && !refsOf(entry.row).some((ref) => input.lit?.has(ref))
			? { ...entry, lit: false, sign: 'dot', x: clamp(scale(entry.row.host.date.at), ...range) }
			: entry
	);
	return { entries, lanes: layLanes(story, entries, laying) };
}

/** Lays out each lane outwards from its spine; depth that one does not need goes to the other. */
function layLanes(
	story: LayoutStory,
	entries: readonly LineEntry[],
	{ pair, frame, input, scale }: Laying
): LaneParts[] {
	const own = (lane: number) => entries.filter(({ row }) => row.lane === lane);
	const through = entries.filter(({ led, row }) => led && row.lane === 1).map(({ x }) => x);
	const { height, gutter, spine } = frame;
	// On a strip the names have rows of their own, farthest out.
	const kept = spine !== undefined && gutter ? keptFor(pair ? 1 : nameRows(story, frame)) : 0;
	const lay = (lane: number, depth: number) =>
		layLane(story, own(lane), {
			lane,
			depth,
			frame,
			through: lane ? [] : through,
			named: input.named ?? [],
			all: entries,
			scale,
			kept
		});
	if (!pair) return [lay(0, spine ?? height - gutter - (gutter ? nameRows(story, frame) * 18 + 6 : 0))];
	if (spine !== undefined) return [lay(0, spine), lay(1, height - spine - gutter)];
	const room = height - gutter;
	const above = lay(0, room / 2);
	const below = lay(1, room - above.depth);
	return below.depth < room / 2 && above.depth > room / 2 - 40 ? [lay(0, room - below.depth), below] : [above, below];
}

const nameGap = 14;
/** Names of sides that share a line, in rows below it; y from the lower edge of the gutter. */
function nameRow({ sides }: LayoutStory, { width, font }: LineFrame): Lane[] {
	let [end, row] = [0, 0];
	return sides.flatMap(({ id, name, colour }): Lane[] => {
		const wide = textWidth(name, font.small) * 1.1;
		if (end && end + wide > width) [end, row] = [0, row + 1];
		const x = end;
		end += wide + nameGap;
		// At most two rows; for what is cut there are the marks’ titles.
		return row > 1 || wide > width ? [] : [{ id, name, colour, x, y: 14 + row * 18, anchor: 'start' }];
	});
}
const nameRows = (story: LayoutStory, frame: LineFrame): number => {
	const rows = nameRow(story, frame);
	return rows.length ? (rows.at(-1)!.y - 14) / 18 + 1 : 0;
};

/** Bridges from the side that acts to the sides that it concerns. */
function bridgesOf(
	{ row: { host, lane }, x, tier }: LineEntry,
	{ sides }: LayoutStory,
	laneOf: ReadonlyMap<string, number | 'free'>,
	ys: readonly number[]
): Bridge[] {
	return host.sides.flatMap((id): Bridge[] => {
		const other = laneOf.get(id);
		if (typeof other !== 'number' || other === lane) return [];
		const from = ys[lane] + (lane ? 1 : -1) * tier * tierStep;
		const colour = (id: string) => sides.find((side) => side.id === id)!.colour;
		const colours: [string, string] = [colour(host.sides[0]), colour(id)];
		return [{ ref: host.ref, x1: x, y1: from, x2: x, y2: ys[other], colours, tone: 'lit', ring: 5 }];
	});
}

/** Removes the stub of a tick at the very end of a bar, where it would read as a part of it. */
function clearOfBars(axis: TimelineLayout['axis'], spans: readonly Span[]): TimelineLayout['axis'] {
	const atEnd = ({ x1, y1 }: Line) =>
		spans.some(({ x, y, length }) => Math.abs(y - y1) < 1 && Math.min(Math.abs(x - x1), Math.abs(x + length - x1)) < 2);
	return {
		...axis,
		ticks: axis.ticks.map((tick) => ({ ...tick, stubs: tick.stubs.filter((stub) => !atEnd(stub)) }))
	};
}

/** Bridges at the same place are drawn once. */
function once(bridges: readonly Bridge[]): Bridge[] {
	const seen = new Set<string>();
	return bridges.filter(({ x1, y2, colours }) => {
		const key = `${x1} ${y2} ${colours}`;
		return !seen.has(key) && seen.add(key);
	});
}

/** The signs that a layout of this kind shows, in the order in which a key explains them. */
export function lineSigns({
	spans,
	bridges,
	marks,
	axis
}: Pick<TimelineLayout, 'spans' | 'bridges' | 'marks'> & { axis: Pick<TimelineLayout['axis'], 'folds'> }): Sign[] {
	const all: [Sign, boolean][] = [
		['about', spans.some(({ softStart, softEnd, hatch }) => !hatch && (softStart || softEnd))],
		['known', spans.some(({ softStart, softEnd, hatch }) => !hatch && !softStart && !softEnd)],
		['within', spans.some(({ hatch }) => hatch)],
		['other', bridges.length > 0],
		['dots', marks.some(({ tone }) => tone === 'dim')],
		['fold', axis.folds.length > 0]
	];
	return all.flatMap(([sign, there]) => (there ? [sign] : []));
}
