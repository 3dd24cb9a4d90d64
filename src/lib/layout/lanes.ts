/** What both orientations share: lanes and their sides, colours, what lies in the window, and words on the axis. */
import { calendarDay, dayLength } from '../story/calendar.ts';
import { number, yearsLong } from '../story/yearWords.ts';
import { kinds } from '../story/kinds.ts';
import { datesOf } from '../view/items.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { Lane } from './parts.ts';
import type { Selection } from '../view/select.ts';
import { textWidth, truncate } from './textWidth.ts';
import type { TickWords } from './ticks.ts';
import type { Plotted } from './rows.ts';
import { timeScale, type TimeScale } from './timeScale.ts';

/** The parts of a story that a layout needs. */
export type LayoutStory = Pick<LocalStory, 'items' | 'sides' | 'lang' | 'ui'> &
	Partial<Pick<LocalStory, 'actors' | 'extent'>>;

/** A lane’s axis line. */
export interface Rail {
	/** px beside time: x where time runs down, y where it runs across */
	at: number;
	/** Labels lie on the side of larger (1) or smaller (-1) x or y. */
	dir: 1 | -1;
	/** px from the line to where its labels end */
	room: number;
}

export interface LaneLayout {
	rails: Rail[];
	laneOf: Map<string, number | 'free'>;
	/** The lanes’ names. */
	lanes: Lane[];
	/** Centre of the words on the axis, px as in `Rail`. */
	axisWords: number;
}

/** Minimum width of two facing lanes, px: any narrower, no words of their labels would fit. */
const leastLane = 140;
/** Minimum width of several lanes side by side, px: with words, and without any. */
const leastAbreast = 112;
const emptyAbreast = 52;

/** Lanes’ names are set wider than labels by this factor, with this gap between two of them, px. */
const nameSpread = 1.1;
const nameGap = 6;
const nameWidth = (name: string, { small }: { small: number }) => textWidth(name, small) * nameSpread + nameGap;
/** @param px width that a name has, including the gap behind it */
const roomForName = (px: number) => (px - nameGap) / nameSpread;
const nameRow = ({ small }: { small: number }) => small * 1.2;

/** Kept free at a lane’s outer edge, px. */
const margin = 6;

/** The two sides that face each other, as the story says or because there are exactly two. */
export function facing(sides: LayoutStory['sides']): [string, string] | null {
	const left = sides.find(({ lane }) => lane === 'left');
	const right = sides.find(({ lane }) => lane === 'right');
	if (left && right) return [left.id, right.id];
	return sides.length === 2 ? [sides[0].id, sides[1].id] : null;
}

/**
 * @param spine px kept for the words on the axis
 * @param needs for lanes side by side: px that a side’s words would like, 0 for one without any; by default equal
 * @returns rails, each side’s lane ('free': either, where there is room), lane names, and the centre of the axis words
 */
export function layoutLanes(
	story: LayoutStory,
	width: number,
	spine: number,
	font: { small: number },
	needs?: ReadonlyMap<string, number>
): LaneLayout {
	const pair = facing(story.sides);
	const laneOf = new Map<string, number | 'free'>();
	const name = (id: string) => story.sides.find((side) => side.id === id)!;
	const lanes: Lane[] = [];
	const y = font.small + 2;
	if (pair && (width - spine) / 2 < leastLane) return oneColumn(story, width, spine, font, y);
	if (pair) {
		for (const { id } of story.sides) laneOf.set(id, pair.includes(id) ? pair.indexOf(id) : 'free');
		const left = (width - spine) / 2;
		const right = width - spine - left;
		const rails: Rail[] = [
			{ at: left, dir: -1, room: left - margin },
			{ at: left + spine, dir: 1, room: right - margin }
		];
		pair.forEach((id, lane) => {
			const { at: x, dir } = rails[lane];
			const { name: full, colour } = name(id);
			const words = truncate(full, font.small, roomForName(dir < 0 ? left : right));
			lanes.push({ id, name: words, full, colour, x, y, anchor: dir < 0 ? 'end' : 'start' });
		});
		return { rails, laneOf, lanes, axisWords: left + spine / 2 };
	}
	const rooms = abreast(story, width - spine, font, needs);
	if (!rooms) return oneColumn(story, width, spine, font, y);
	const one = story.sides.every(({ name }, lane) => nameWidth(name, font) < rooms[lane]);
	let start = spine;
	const rails = story.sides.map(({ id, name, colour }, lane): Rail => {
		laneOf.set(id, lane);
		const x = start + 4;
		const room = rooms[lane];
		start += room;
		// With names in two alternating rows, each has the width of two lanes.
		const row = one ? 0 : lane % 2;
		const two = room + (rooms[lane + 1] ?? 0);
		const words = truncate(name, font.small, roomForName(Math.min(one ? room : two, width - x)));
		lanes.push({ id, name: words, full: name, colour, x, y: y + row * nameRow(font), anchor: 'start' });
		return { at: x, dir: 1, room: room - 4 - margin };
	});
	return { rails, laneOf, lanes, axisWords: spine / 2 };
}

/** Width of each lane by need; one without words gets little more than its name. Null where it is too narrow. */
function abreast(
	{ sides }: LayoutStory,
	width: number,
	font: { small: number },
	needs?: ReadonlyMap<string, number>
): number[] | null {
	const wanted = sides.map(({ id }) => needs?.get(id) ?? (needs ? 0 : 1));
	const least = sides.map(({ name }, lane) =>
		wanted[lane] ? leastAbreast : Math.min(leastAbreast, Math.max(emptyAbreast, nameWidth(name, font) + 8))
	);
	let left = width - least.reduce((sum, px) => sum + px, 0);
	if (sides.length > 1 && left < 0) return null;
	const rooms = [...least];
	const talking = sides.flatMap((_, lane) => (wanted[lane] ? [lane] : []));
	// First what each lane would like, then equal shares of the rest; without any words all lanes share it.
	const short = talking.map((lane) => Math.max(0, wanted[lane] - rooms[lane]));
	const asked = short.reduce((sum, px) => sum + px, 0);
	const given = Math.min(1, left / Math.max(1, asked));
	talking.forEach((lane, index) => (rooms[lane] += given * short[index]));
	left -= given * asked;
	const sharing = talking.length ? talking : sides.map((_, lane) => lane);
	for (const lane of sharing) rooms[lane] += left / sharing.length;
	return rooms;
}

/** Too narrow for several lanes: all sides share one line, told apart by colour. */
function oneColumn(
	{ sides }: LayoutStory,
	width: number,
	spine: number,
	font: { small: number },
	y: number
): LaneLayout {
	let [end, row] = [spine, 0];
	const lanes = sides.map(({ id, name, colour }): Lane => {
		const words = truncate(name, font.small, roomForName(width - spine));
		const wide = nameWidth(words, font);
		if (end > spine && end + wide > width) [end, row] = [spine, row + 1];
		const x = end;
		end += wide + 8;
		return { id, name: words, full: name, colour, x, y: y + row * nameRow(font), anchor: 'start' };
	});
	return {
		rails: [{ at: spine, dir: 1, room: width - spine - margin }],
		laneOf: new Map(sides.map(({ id }) => [id, 0])),
		// There is room for two rows of names.
		lanes: lanes.filter((lane) => lane.y < y + 2 * nameRow(font)),
		axisWords: spine / 2
	};
}

/** The colour of a lane’s side; undefined where several sides share it. */
export function laneColour(
	{ sides }: Pick<LayoutStory, 'sides'>,
	laneOf: LaneLayout['laneOf'],
	lane: number
): string | undefined {
	const own = sides.filter(({ id }) => laneOf.get(id) === lane);
	return own.length === 1 ? own[0].colour : undefined;
}

/** The colour of an item’s first side. */
export function colours(story: LayoutStory): (item: Pick<Item, 'sides'>) => string {
	const bySide = new Map(story.sides.map(({ id, colour }) => [id, colour]));
	return (item) => bySide.get(item.sides[0]) ?? 'ink';
}

/** The scale of a selection along `range`, px, and the words of its ticks. Folds consider the whole story. */
export function axisOf(
	story: LayoutStory,
	{ scale, window }: Pick<Selection, 'scale' | 'window'>,
	range: [number, number]
): { scale: TimeScale; words: TickWords } {
	return {
		scale: timeScale(scale, window, range, datesOf(story.items)),
		words: { lang: story.lang, bce: story.ui.time.bce }
	};
}

export const inWindow = (items: readonly Item[], [from, to]: [number, number]) =>
	items.filter(({ date }) => date.max > from && date.min < to);

export const markTitle = (item: Plotted, { ui }: LayoutStory) =>
	`${item.kind === 'cluster' ? '' : ui.kind[kinds[item.kind].as] + ui.list.colon}${item.title}${ui.list.separator}${item.date.label}`;

/** The length of an empty stretch in words, one line per unit: years and months, or days where it is short. */
export function gapLines([from, to]: [number, number], { lang }: LayoutStory): string[] {
	const [a, b] = [calendarDay(from), calendarDay(to)];
	const months = (b.year - a.year) * 12 + (b.month - a.month) - (b.day < a.day ? 1 : 0);
	const say = (n: number, unit: 'month' | 'day') => {
		const style = { style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const;
		return n ? [number(lang, style).format(n)] : [];
	};
	if (months < 1) return say(Math.max(1, Math.round((to - from) / dayLength)), 'day');
	const years = Math.floor(months / 12);
	// Months do not matter beside millennia.
	if (years >= 1000) return [yearsLong(years, lang)];
	return [...(years ? [yearsLong(years, lang)] : []), ...say(months % 12, 'month')];
}

/** How much time an axis leaves out, in words: “16 years and 3 years”; empty where it leaves out none. */
export function wordFolds({ scale }: { scale: Pick<TimeScale, 'pieces'> }, story: LayoutStory): string {
	const gaps = scale.pieces.flatMap(({ gap }) => (gap ? [gapLines(gap, story)[0]] : []));
	return gaps.length ? new Intl.ListFormat(story.lang).format(gaps) : '';
}

/** The focused item and its two times, where it is a quotation about another time. */
export function twoTimes({ items, focus }: Selection): { item: Item; from: number; to: number } | null {
	const item = items.find(({ ref }) => ref === focus);
	return item?.kind === 'quote' && item.speaksOf ? { item, from: item.date.at, to: item.speaksOf.at } : null;
}
