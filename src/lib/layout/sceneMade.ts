/** Makes what all parts of a scene’s picture need: lanes, the chosen words, and the scale made for them. */
import { dayLength, yearOf } from '../story/calendar.ts';
import type { Item, Ref } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { fill } from '../text/fill.ts';
import type { Frame } from './frames.ts';
import { colours, gapLines, markTitle, inWindow, type LayoutStory } from './lanes.ts';
import { chooseNamed, type Worded } from './named.ts';
import { countType, type Mark } from './parts.ts';
import { balance, makeRows, ownLane, type Row } from './rows.ts';
import { titleOf, type PlacedBlock } from './sceneBlocks.ts';
import { placeLanes, type SceneLanes } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';
import { dayLabel, monthLabel, yearLabel } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

/** What all parts of one picture are made from. */
export interface Made {
	story: LayoutStory;
	selection: Selection;
	frame: Frame;
	places: SceneLanes;
	scale: TimeScale;
	range: [number, number];
	blocks: PlacedBlock[];
	/** Rows without words. */
	rest: Row[];
	y: (time: number) => number;
	colourOf: (item: Pick<Item, 'sides'>) => string;
}

export function makeScene(story: LayoutStory, selection: Selection, frame: Frame): Made {
	const { font, width, height } = frame;
	const items = inWindow(selection.items, selection.window);
	const room = {
		...tickRoom(story, selection.window, font.small),
		count: textWidth(fill(story.ui.time.more, { n: items.length }), countType(font)),
		short: textWidth(fill(story.ui.time.moreShort, { n: items.length }), countType(font))
	};
	const present = new Set(items.map(({ sides }) => sides[0]));
	const places = placeLanes(story, width, room, font, wishes(items, selection.lit, font, story), present);
	const rows = makeRows(items, selection.lit, places.laneOf, Infinity).map((row) => asTold(row, selection, places));
	const { outside } = selection;
	const range: [number, number] = [
		places.top + (outside.before ? font.small : 0),
		height - 8 - (outside.after ? font.small + 4 : 0)
	];
	const worded: Worded = chooseNamed(story, selection, rows, places, range, font);
	const y = (time: number) => Math.min(range[1], Math.max(range[0], worded.scale(time)));
	return { story, selection, frame, places, range, ...worded, y, colourOf: colours(story) };
}

/** Where a scene tells a quotation but not the event it is about, the row names the quotation. */
function asTold(row: Row, { lit }: Selection, { laneOf }: SceneLanes): Row {
	const host = row.host as Item;
	const told = lit.has(host.ref)
		? undefined
		: row.satellites.find((item) => item.kind === 'quote' && lit.has(item.ref) && ownLane(item, laneOf) === row.lane);
	if (!told) return row;
	return { ...row, host: told, satellites: [host, ...row.satellites.filter((item) => item !== told)] };
}

/** Windows shorter than this may show days on their axis, ms. */
const daily = 400 * dayLength;

/**
 * The widest words that the axis can have in any window of the story, px, so that its lines stay in place from scene to
 * scene; and the widest for this window, which may be short enough to show days.
 */
function tickRoom(story: LayoutStory, window: [number, number], size: number): { ticks: number; days: number } {
	const words = { lang: story.lang, bce: story.ui.time.bce };
	const extent = story.extent ?? window;
	const texts = [
		...extent.map((time) => yearLabel(yearOf(time), words)),
		monthLabel(extent[1], words),
		...gapLines([0, 340 * dayLength], story),
		...gapLines([0, 30 * dayLength], story),
		gapLines(extent, story)[0] ?? '',
		story.ui.time.leftOut
	];
	const widest = (all: readonly string[]) => Math.max(30, ...all.map((text) => textWidth(text, size)));
	const days = window[1] - window[0] < daily ? window.map((time) => dayLabel(time, words)) : [];
	return { ticks: widest(texts), days: widest([...texts, ...days]) };
}

/** The preferred width of each side’s words: its widest title set in two lines, px. */
function wishes(
	items: readonly Item[],
	lit: ReadonlySet<Ref>,
	font: { label: number; small: number },
	story: LayoutStory
): Map<string, number> {
	const events = items.filter(({ kind }) => kind === 'event');
	const told = lit.size
		? events.filter((item) => lit.has(item.ref) || (item.kind === 'event' && item.linked.some((ref) => lit.has(ref))))
		: [...events].sort((a, b) => b.importance - a.importance).slice(0, 24);
	const wide = new Map<string, number>();
	for (const item of told) {
		const title = titleOf(item, story);
		const lines = balance(title, font.label, Math.max(60, textWidth(title, font.label) * 0.62), 2);
		const own = Math.max(
			...[...lines, ''].map((line) => textWidth(line, font.label)),
			textWidth(item.date.short ?? item.date.label, font.small)
		);
		wide.set(item.sides[0], Math.max(wide.get(item.sides[0]) ?? 0, own));
	}
	return wide;
}

export function plainMark(
	{ story, colourOf }: Made,
	{ host, satellites }: Row
): Omit<Mark, 'x' | 'y' | 'size' | 'tone'> {
	return {
		ref: host.ref,
		kind: host.kind,
		title: markTitle(host, story),
		colour: colourOf(host),
		shape: 'dot',
		also: satellites.map(({ ref }) => ref)
	};
}
