/**
 * A small picture of three or more sides: one lane each, time running across at true scale, bridges between lanes, and
 * the most important items named where their words touch nothing. Units are px.
 */
import type { EventItem, Item, LocalSide, LocalStory, Ref } from '../view/local.ts';
import { axisOf, colours, markTitle } from './lanes.ts';
import { mostImportant } from './lines.ts';
import { meets, clamp } from './lineTypes.ts';
import type { AxisTick, Box, Bridge, Label, Link, Mark, PartRef, Span, TimelineLayout } from './parts.ts';
import { balance } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks, type Tick } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

const font = { label: 14, small: 14 };
const tickSize = font.small;
const row = 18;
/** With more marks than this the picture is unreadable. */
const mostMarks = 48;
/** From this width on the lanes have room for more labels. */
const wideFrom = 448;
const bar = 9;
/** Half the gap in a lane for a bridge that only passes it. */
const pass = 7;

interface Entry {
	item: Item;
	lane: number;
	x: number;
	/** Both ends, where it is long enough to be drawn as a bar. */
	span: [number, number] | null;
}

interface Frame {
	width: number;
	/** Where lanes begin, right of their names. */
	left: number;
	/** y of each lane. */
	ys: number[];
	sides: LocalSide[];
}

/** Space above the first lane: two lines of words. */
const mostHead = 48;

/** @returns the picture; lanes without items are left out */
export function layoutMiniLanes(story: LocalStory, width: number, head = mostHead): TimelineLayout {
	const items = shownItems(story);
	const sides = story.sides.filter(({ id }) => items.some((item) => item.sides.includes(id)));
	const frame = frameOf(sides, width, head);
	const { left, ys } = frame;
	const axis = axisOf(story, { scale: 'true', window: story.extent }, [left + 8, width - 8]);
	const entries = entriesOf(items, frame, axis.scale);
	const joins = entries.flatMap((entry) => joinsOf(entry, frame));
	const labels = placeLabels(story, entries, frame, joins);
	// Unused space above the first lane is removed.
	const free = Math.min(ys[0] - (left ? 10 : 9 + row), ...labels.map(({ box }) => box.y));
	if (head === mostHead && free > 0) return layoutMiniLanes(story, width, head - free);
	const foot = (ys[ys.length - 1] ?? head) + 24;
	return {
		orientation: 'across',
		width,
		height: foot + 24,
		font,
		axis: {
			lines: sides.map(({ colour }, lane) => ({ x1: left, x2: width, y1: ys[lane], y2: ys[lane], colour })),
			ticks: placeTicks(ticksOf(axis, width < wideFrom ? 54 : 76), width, foot),
			folds: [],
			before: null,
			after: null
		},
		lanes: sides.map(({ id, name, colour }, lane) => {
			const y = left ? ys[lane] + font.small * 0.36 : ys[lane] - 9;
			return { id, name, colour, x: 0, y, anchor: 'start' };
		}),
		spans: entries.flatMap((entry) => spanOf(entry, frame)),
		bridges: joins.flatMap(({ bridge }) => bridge),
		links: joins.flatMap(({ links }) => links),
		joins: [],
		marks: marksOf(story, entries, frame, new Set(labels.map(({ ref }) => ref))),
		labels,
		weight: /^zh/.test(story.lang) ? 400 : 600
	};
}

function entriesOf(items: readonly Item[], { sides, left, width }: Frame, scale: TimeScale): Entry[] {
	const ends = scale.domain() as [number, number];
	const px = (time: number) => clamp(scale(clamp(time, ...ends)), left + 8, width - 8);
	return items.map((item): Entry => {
		const [from, to] = [px(item.date.min), px(item.date.max)];
		const lane = sides.findIndex(({ id }) => id === item.sides[0]);
		const span: [number, number] | null = to - from >= bar && item.date.interval ? [from, to] : null;
		return { item, lane, x: span ? (from + to) / 2 : px(item.date.at), span };
	});
}

/** Named items have larger marks, drawn over the others. */
function marksOf(story: LocalStory, entries: readonly Entry[], { ys }: Frame, named: ReadonlySet<PartRef>): Mark[] {
	const paint = colours(story);
	const marks = entries.map(({ item, lane, x, span }): Mark => ({
		ref: item.ref,
		kind: item.kind,
		title: markTitle(item, story),
		x,
		y: ys[lane],
		size: named.has(item.ref) ? 6 : 4.5,
		colour: paint(item),
		tone: 'lit',
		shape: span ? 'none' : 'dot'
	}));
	return marks.sort((a, b) => a.size - b.size);
}

/** Where all ticks are years, none is major. */
function placeTicks(ticks: readonly Tick[], width: number, foot: number): AxisTick[] {
	const told = ticks.some(({ major }) => !major);
	return ticks.map(({ at, label, major }): AxisTick => {
		const half = textWidth(label, tickSize) / 2;
		return {
			x: clamp(at, half, width - half),
			y: foot + 12,
			text: label,
			major: major && told,
			stubs: [{ x1: at, x2: at, y1: foot - 6, y2: foot - 1 }]
		};
	});
}

/** Ticks, at least two where two fit side by side. */
function ticksOf({ scale, words }: ReturnType<typeof axisOf>, spacing: number): Tick[] {
	const tries = [spacing, 44, 34].map((least) => axisTicks(scale, least, words).reduce(thin, []));
	return tries.find((ticks) => ticks.length > 1) ?? tries[0];
}

/** Drops a tick whose words would overlap the one before. */
function thin(kept: readonly Tick[], tick: Tick): Tick[] {
	const last = kept[kept.length - 1];
	const wide = last && (textWidth(last.label, tickSize) + textWidth(tick.label, tickSize)) / 2;
	return last && tick.at - last.at < wide + 8 ? [...kept] : [...kept, tick];
}

/** The story’s events, in order of time; quotations and figures only where it has no events. */
function shownItems({ items, sides }: LocalStory): Item[] {
	const known = items.filter((item) => sides.some(({ id }) => id === item.sides[0]));
	const events = known.filter(({ kind }) => kind === 'event');
	const all = events.length ? events : known;
	const kept = new Set(mostImportant({ sides: [] }, all, mostMarks));
	return all.filter(({ ref }) => kept.has(ref));
}

function frameOf(sides: LocalSide[], width: number, head: number): Frame {
	const names = Math.max(0, ...sides.map(({ name }) => textWidth(name, font.small) * 1.06));
	// Names stand beside their lanes where enough room is left, else above their starts.
	const left = names + 16 <= width * 0.3 ? Math.ceil(names + 16) : 0;
	const step = (width < wideFrom ? 50 : 46) + (left ? 0 : 10);
	return { width, left, sides, ys: sides.map((_, lane) => head + lane * step) };
}

function spanOf({ item, lane, span }: Entry, { ys, sides }: Frame): Span[] {
	if (!span) return [];
	const [from, to] = span;
	const { softStart, softEnd, min, max } = item.date;
	return [
		{
			ref: item.ref,
			x: from,
			y: ys[lane],
			length: to - from,
			thickness: bar,
			colour: sides[lane].colour,
			softStart: softStart || !Number.isFinite(min),
			softEnd: softEnd || !Number.isFinite(max),
			tone: 'lit'
		}
	];
}

interface Join {
	links: Link[];
	bridge: Bridge[];
	box: Box;
}

/** Bridges to each other side that the item concerns: interrupted at lanes that they pass, with a ring at the end. */
function joinsOf({ item, lane, x }: Entry, { ys, sides }: Frame): Join[] {
	const ends = item.sides.flatMap((id) => {
		const other = sides.findIndex((side) => side.id === id);
		return other < 0 || other === lane ? [] : [other];
	});
	return ends.map((other): Join => {
		const way = Math.sign(other - lane);
		const colour = sides[lane].colour;
		const passed: number[] = [];
		for (let at = lane + way; at !== other; at += way) if (!ends.includes(at)) passed.push(ys[at]);
		const cuts = [ys[lane], ...passed.flatMap((y) => [y - way * pass, y + way * pass]), ys[other]];
		const parts = Array.from({ length: cuts.length / 2 }, (_, n) => [cuts[2 * n], cuts[2 * n + 1]]);
		const last = parts[parts.length - 1];
		return {
			links: parts
				.slice(0, -1)
				.map(([y1, y2]) => ({ ref: item.ref, x1: x, x2: x, y1, y2, elbow: y2, colour, tone: 'lit' })),
			bridge: [
				{
					ref: item.ref,
					x1: x,
					x2: x,
					y1: last[0],
					y2: last[1],
					colours: [colour, sides[other].colour],
					tone: 'lit',
					ring: 5
				}
			],
			box: { x: x - 5, width: 10, y: Math.min(ys[lane], ys[other]), height: Math.abs(ys[other] - ys[lane]) }
		};
	});
}

/** Labels for the most important items that fit, the story’s opening items first; no text is cut. */
function placeLabels(story: LocalStory, entries: readonly Entry[], frame: Frame, joins: readonly Join[]): Label[] {
	const most = frame.width < wideFrom ? 3 : 5;
	const wanted = [...new Set([...story.opening, ...mostImportant({ sides: [] }, items(entries), entries.length)])];
	const { ys, left, sides } = frame;
	const taken: Box[] = [
		...joins.map(({ box }) => box),
		...entries.map(({ x, lane, span }) => ({
			x: span ? span[0] : x - 6,
			width: span ? span[1] - span[0] : 12,
			y: ys[lane] - 6,
			height: 12
		})),
		...(left
			? []
			: sides.map(({ name }, lane) => ({ x: 0, width: textWidth(name, 15), y: ys[lane] - 9 - row, height: row + 3 })))
	];
	const placed: Label[] = [];
	for (const ref of wanted) {
		const entry = entries.find(({ item }) => item.ref === ref);
		const label = entry && placeLabel(entry, frame, taken);
		if (!label) continue;
		placed.push(label);
		taken.push(label.box);
		if (placed.length === most) break;
	}
	return placed;
}

const items = (entries: readonly Entry[]) => entries.map(({ item }) => item as EventItem);

/** A label above or below its mark, starting or ending there, with as few lines as possible. */
function placeLabel({ item, lane, x }: Entry, { width, left, ys }: Frame, taken: readonly Box[]): Label | null {
	for (const room of [240, 150, 110, 84]) {
		const lines = balance(item.title, font.label, room, 2);
		if (!lines.length || lines[lines.length - 1].endsWith('…')) continue;
		const wide = Math.ceil(Math.max(...lines.map((line) => textWidth(line, font.label))));
		const height = lines.length * row;
		for (const y of [ys[lane] - 9 - height, ...(lane < ys.length - 1 ? [ys[lane] + 9] : [])])
			for (const [start, anchor] of [
				[x - 6, 'start'],
				[x + 6 - wide, 'end'],
				[x - wide / 2, 'start'],
				// Beside its own bridge.
				[x - 10 - wide, 'end'],
				[x + 10, 'start']
			] as const) {
				const box: Box = { x: start, y, width: wide, height };
				const crossed = ys.some((line, other) => other !== lane && line > y - 4 && line < y + height + 2);
				if (start < left || start + wide > width || y < 0 || crossed) continue;
				if (taken.some((other) => meets(box, other, 5, -1))) continue;
				return {
					ref: item.ref as Ref,
					x: anchor === 'start' ? start : start + wide,
					anchor,
					lines: lines.map((text, n) => ({
						text,
						y: y + n * row + row * 0.75,
						size: font.label,
						role: 'title'
					})),
					box,
					halo: false,
					tone: 'lit'
				};
			}
	}
	return null;
}
