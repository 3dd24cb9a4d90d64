/** The lanes of a scene: two that face each other, several with their words on the right, or one for all sides. */
import type { Lane } from './parts.ts';
import { facing, type LayoutStory } from './lanes.ts';
import { textWidth, truncate } from './textWidth.ts';

/** Half the width of the largest mark on a line, px. */
export const markSize = 5.5;

/** A lane: its axis line, and where its words stand. */
export interface SceneRail {
	/** Position of the axis line, px. */
	x: number;
	/** The side of the line that the words are on. */
	dir: 1 | -1;
	/** Where words begin, and the maximum width of a line, px. Words are left-aligned in every lane. */
	text: number;
	room: number;
	colour: string;
	/** Distance of a bracket’s line from the axis line, px. */
	bracket: number;
}

export interface SceneLanes {
	/** `facing`: two lanes; `abreast`: several side by side; `single`: all sides in one. */
	kind: 'facing' | 'abreast' | 'single';
	rails: SceneRail[];
	laneOf: Map<string, number | 'free'>;
	lanes: Lane[];
	/** Centre of the words on the axis. */
	axisWords: number;
	/** Where the axis begins, below the lanes’ names, px. */
	top: number;
}

/** From an axis line to the words beside it, px: room for a second column of bars, a bracket, a leader’s bend. */
const reach = 48;
/** Minimum width of a facing lane’s words, px. */
const leastFacing = 118;
/** Minimum width of the words of one of several lanes, and of a lane without any, px. */
const leastAbreast = 96;
const emptyAbreast = 52;
/** Distance from the line to the words in one of several lanes, px. */
const near = 34;

/**
 * @param width of the frame, px
 * @param ticks widest words on the axis, px; `days`: the same where days may appear; `count` and `short`: width of a
 * count in its long and short form
 * @param widest preferred width of each side’s words, px; a side without words has none
 * @param present the sides with anything in the picture
 */
export function placeLanes(
	story: LayoutStory,
	width: number,
	{ ticks, days, count, short }: { ticks: number; days: number; count: number; short: number },
	font: { label: number; small: number },
	widest: ReadonlyMap<string, number>,
	present: ReadonlySet<string>
): SceneLanes {
	const pair = facingAlone(story);
	// Room for dots on both sides, with a count or the axis words between them.
	const gutter = Math.max(84, ticks + 34, count + 48);
	const names = pair?.map((id) => nameWidth(sideOf(story, id).name, font)) ?? [];
	if (pair && (width - gutter) / 2 - reach >= leastFacing && (width - gutter) / 2 >= Math.max(...names))
		return faceToFace(story, width, gutter, font, pair);
	if (!pair && story.sides.length > 1) {
		const abreast = sideBySide(story, width, { ticks: days, short }, font, widest);
		if (abreast) return abreast;
	}
	return inOne(story, width, days, font, present);
}

/** Two facing sides, where no third one ever acts: that one would need a place of its own. */
function facingAlone(story: LayoutStory): [string, string] | null {
	const pair = facing(story.sides);
	return pair && story.items.every(({ kind, sides }) => kind !== 'event' || pair.includes(sides[0])) ? pair : null;
}

/** Width of a name, plus a margin because it is set slightly wider than measured. */
const nameWidth = (name: string, font: { label: number }) => textWidth(name, font.label + 1) + 4;

const sideOf = (story: LayoutStory, id: string) => story.sides.find((side) => side.id === id)!;

/** Names stand on their rule, and the axis begins below it. */
const headOf = (font: { label: number }) => ({ name: font.label + 2, rule: font.label + 14, top: font.label + 30 });

function faceToFace(
	story: LayoutStory,
	width: number,
	gutter: number,
	font: { label: number },
	pair: [string, string]
): SceneLanes {
	const room = (width - gutter) / 2 - reach;
	const lines = [room + reach, room + reach + gutter];
	const head = headOf(font);
	const laneOf = new Map<string, number | 'free'>(
		story.sides.map(({ id }) => [id, pair.includes(id) ? pair.indexOf(id) : 'free'])
	);
	const rails = pair.map((id, lane): SceneRail => {
		const dir = lane ? 1 : -1;
		return {
			x: lines[lane],
			dir,
			text: lane ? lines[1] + reach : 0,
			room,
			colour: sideOf(story, id).colour,
			bracket: reach - 9
		};
	});
	const lanes = pair.map((id, lane): Lane => {
		const { name, colour } = sideOf(story, id);
		const x = rails[lane].text;
		const rule = { x1: lane ? width : 0, x2: lines[lane], y: head.rule };
		const words = truncate(name, font.label + 1, room + reach);
		return { id, name: words, full: name, colour, x, y: head.name, anchor: 'start', rule };
	});
	return { kind: 'facing', rails, laneOf, lanes, axisWords: width / 2, top: head.top };
}

/** Left, middle, right where sides have a `lane`; otherwise as written. */
function inOrder(sides: LayoutStory['sides']): LayoutStory['sides'] {
	const rank = ({ lane }: LayoutStory['sides'][number]) => (lane === 'left' ? 0 : lane === 'right' ? 2 : 1);
	return sides.some(({ lane }) => lane) ? [...sides].sort((a, b) => rank(a) - rank(b)) : sides;
}

/** Gives each lane the width that its words need; null where there is too little. */
function sideBySide(
	own: LayoutStory,
	width: number,
	{ ticks, short }: { ticks: number; short: number },
	font: { label: number; small: number },
	widest: ReadonlyMap<string, number>
): SceneLanes | null {
	const story = { ...own, sides: inOrder(own.sides) };
	const start = ticks + 30;
	// Room for the next lane’s dots and their count.
	const after = Math.max(26, short + markSize + 4);
	const needs = story.sides.map(({ id, name }) => {
		const words = widest.get(id) ?? 0;
		return {
			// A name is never cut: where it does not fit, all sides share one line.
			least: Math.max(
				words ? leastAbreast + near : Math.max(emptyAbreast, short + markSize + 18),
				nameWidth(name, font) + 8
			),
			own: words ? words + near + after : 0
		};
	});
	const room = width - start;
	const least = needs.reduce((sum, { least }) => sum + least, 0);
	if (least > room) return null;
	const wanted = needs.map(({ least, own }) => Math.max(0, own - least));
	const all = wanted.reduce((sum, more) => sum + more, 0);
	const given = Math.min(1, (room - least) / Math.max(1, all));
	// Remaining width goes to the lanes that have words.
	const talking = needs.filter(({ own }) => own).length;
	const over = Math.max(0, room - least - all) / Math.max(1, talking);
	const head = headOf(font);
	let x = start;
	const rails: SceneRail[] = [];
	const lanes: Lane[] = [];
	story.sides.forEach(({ id, name, colour }, index) => {
		const wide = needs[index].least + given * wanted[index] + (needs[index].own ? over : 0);
		rails.push({ x, dir: 1, text: x + near, room: wide - near - after, colour, bracket: near - 9 });
		const words = truncate(name, font.label + 1, wide - 8);
		const rule = { x1: x + wide - after, x2: x, y: head.rule };
		lanes.push({ id, name: words, full: name, colour, x, y: head.name, anchor: 'start', rule });
		x += wide;
	});
	const laneOf = new Map<string, number | 'free'>(story.sides.map(({ id }, index) => [id, index]));
	return { kind: 'abreast', rails, laneOf, lanes, axisWords: ticks / 2 + 2, top: head.top };
}

/** Gap between two names on one line, px. */
const nameGap = 14;
/** Width that a name takes on that line, px. */
export const nameInLine = (name: string, font: { small: number }) => textWidth(name, font.small) * 1.05 + nameGap;

/** Too narrow for lanes: all sides share one line, told apart by colour and by their names in the words. */
function inOne(
	{ sides }: LayoutStory,
	width: number,
	ticks: number,
	font: { label: number; small: number },
	present: ReadonlySet<string>
): SceneLanes {
	const x = ticks + 30;
	const lanes: Lane[] = [];
	let [left, row] = [0, 0];
	for (const { id, name, colour } of sides) {
		if (!present.has(id)) continue;
		const words = truncate(name, font.small, width / 1.05);
		const own = nameInLine(words, font);
		if (left > 0 && left + own - nameGap > width) [left, row] = [0, row + 1];
		lanes.push({ id, name: words, full: name, colour, x: left, y: (row + 1) * font.small * 1.3, anchor: 'start' });
		left += own;
	}
	const place: SceneRail = {
		x,
		dir: 1,
		text: x + near,
		room: width - x - near - 4,
		bracket: near - 9,
		colour: sides.length > 1 ? '' : sides[0].colour
	};
	const top = (row + 1) * font.small * 1.3 + 14;
	const laneOf = new Map<string, number | 'free'>(sides.map(({ id }) => [id, 0]));
	return { kind: 'single', rails: [place], laneOf, lanes, axisWords: ticks / 2 + 2, top };
}
