/** What stays the same in the explorer while its window moves: the axis, the lanes and what there is to show. */
import { frames, type Frame } from '../layout/frames.ts';
import type { LayoutStory } from '../layout/lanes.ts';
import { isTold, titleOf } from '../layout/rows.ts';
import { textWidth } from '../layout/textWidth.ts';
import type { TickWords } from '../layout/ticks.ts';
import type { TimeScale } from '../layout/timeScale.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { datesOf } from '../view/items.ts';
import type { ScaleKind } from '../view/view.ts';
import { baseScale, type Amount } from './baseScale.ts';
import { heldItems, type Holder } from './holdings.ts';
import { laneStory, type LaneKind, type Party } from './lanes.ts';
import { down, type Direction, type Needs, type Way } from './ways.ts';

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

export interface Prepared {
	story: LocalStory;
	/** The story whose sides are the lanes; see `laneStory`. */
	own: LayoutStory;
	sidesOf: (party: Party) => string[];
	/** Everything kept. */
	holders: readonly Holder[];
	/** That of a table that is not fully loaded. */
	table?: Holder;
	/** Items that have a duration, the most important first. */
	long: readonly Item[];
	frame: Frame;
	base: TimeScale;
	way: Way;
	tickWords: TickWords;
}

export function prepare(settings: Settings): Prepared {
	const { story, items, table, scale, width, height, direction = down } = settings;
	const { orientation } = direction;
	const frame: Frame = { ...frames.desk, ...settings.type, name: 'explore', width, height, orientation };
	const mostLanes = settings.mostLanes ?? direction.mostLanes(settings, frame.font);
	const { own, sidesOf } = laneStory(story, settings.lanes, Math.max(2, mostLanes));
	const length = orientation === 'down' ? height : width;
	// Folds consider the whole story, so that a filter does not move the axis.
	const base = settings.base ?? baseScale(scale, story.extent, [0, length], datesOf(story.items), table?.amounts ?? []);
	return {
		story,
		own,
		sidesOf,
		holders: [heldItems(items), ...(table ? [table.holder] : [])],
		table: table?.holder,
		long: items.filter(({ date }) => date.interval).sort((a, b) => b.importance - a.importance),
		frame,
		base,
		way: direction.way(own, base, frame, laneNeeds(settings, sidesOf, frame.font.label)),
		tickWords: { lang: story.lang, bce: story.ui.time.bce }
	};
}

/** Preferred widths of a lane, px: beside its words, for the longest title, for counts; titles measured. */
const words = { beside: 60, most: 240, counted: 180 };
const mostMeasured = 400;
/** The share of a lane’s measured titles that have their preferred width. */
const served = 0.9;

const byTelling = (a: Item, b: Item) => Number(isTold(b)) - Number(isTold(a)) || b.importance - a.importance;

/** The preferred width of each lane’s words: enough for most of its titles in two lines; none for a lane without any. */
function laneNeeds({ story, items, table }: Settings, sidesOf: Prepared['sidesOf'], size: number): Needs {
	const wants = new Map<string, number[]>();
	const add = (party: Party, px: number) => {
		const [side] = sidesOf(party);
		wants.set(side, [...(wants.get(side) ?? []), px]);
	};
	for (const item of [...items].sort(byTelling).slice(0, mostMeasured))
		add(item, words.beside + Math.min(words.most, textWidth(titleOf(item, story.ui), size) * 0.55));
	for (const { party } of table?.holder.profile() ?? []) if (!wants.has(sidesOf(party)[0])) add(party, words.counted);
	return new Map(
		[...wants].map(([side, list]) => [side, list.sort((a, b) => a - b)[Math.floor((list.length - 1) * served)]])
	);
}
