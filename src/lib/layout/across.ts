/**
 * Time running across: labels stand in levels above an axis line, or, for the second of two facing sides, below it.
 * Three or more sides are bands, one under another.
 */
import { placeFolds, placeTicks, centreWithin } from './axisAcross.ts';
import type { Frame } from './frames.ts';
import { facing, type LaneLayout, type LayoutStory, type Rail } from './lanes.ts';
import { headStart, mostWords, type Flag, type PlacedFlag } from './flags.ts';
import { placeFlags } from './levels.ts';
import type { Label, Line, TimelineLayout } from './parts.ts';
import { balance, isTold, lineHeight, titleOf, type Row } from './rows.ts';
import { layoutStretch, type PlacedRow, type Placement, type Stretch, type StretchRoom } from './stretch.ts';
import { textWidth, truncate } from './textWidth.ts';

type Font = Frame['font'];

const glyph = 17;
/** Radius of a dot without words, px. */
const dotSize = 2.5;
/** Space between an axis line and the first level, px; spans are drawn in it. */
const foot = 11;
/** Maximum number of quotes and figures that share an event’s row; see `makeRows`. */
export const acrossSatellites = 3;

/** Height of one level, px. */
const levelHeight = (font: Font) => font.label * lineHeight + 4;
const nameHeight = (font: Font) => font.small * lineHeight + 5;
const wordsHeight = (font: Font) => font.small * lineHeight * 2 + 12;

const levelsIn = (room: number, font: Font) => Math.max(0, Math.floor((room - foot) / levelHeight(font)));

/** Minimum distance between two ticks, px. */
export const acrossTickSpacing = (font: Font) => font.small * 6;

/** How many lanes can be named and have two levels of labels each. */
export const mostBands = (height: number, font: Font) =>
	Math.max(1, Math.floor((height - wordsHeight(font)) / (nameHeight(font) + foot + 2 * levelHeight(font) + 2)));

/**
 * @param room height of a lane, px, as in `Band`
 * @returns rows per px of axis of which, spread evenly, at least five in six get words
 */
export const acrossCapacity = (room: number, font: Font) => levelsIn(room, font) / mostWords;

/** @returns lanes for a picture of this height; their names stand at its start, where nothing passes under them */
export function acrossLanes(story: Pick<LayoutStory, 'sides'>, height: number, font: Font): LaneLayout {
	const pair = facing(story.sides);
	const words = wordsHeight(font);
	const name = nameHeight(font);
	const bands = pair ? 2 : story.sides.length;
	const band = (height - words) / bands;
	const room = band - name;
	const ids = pair ?? story.sides.map(({ id }) => id);
	const laneOf = new Map(story.sides.map(({ id }) => [id, ids.includes(id) ? ids.indexOf(id) : ('free' as const)]));
	const rails = ids.map((_, lane): Rail =>
		pair && lane === 1 ? { at: band + words, dir: 1, room } : { at: (lane + 1) * band, dir: -1, room }
	);
	const lanes = rails.map(({ at, dir }, lane) => {
		const { id, name, colour } = story.sides.find((side) => side.id === ids[lane])!;
		const y = dir < 0 ? at - band + font.small + 2 : at + band - 5;
		return { id, name, colour, x: 6, y, anchor: 'start' as const };
	});
	return { rails, laneOf, lanes, axisWords: pair ? band + words / 2 : height - words / 2 };
}

export const layoutAcross = (story: LayoutStory, stretch: Stretch, frame: Frame): TimelineLayout =>
	layoutStretch(story, stretch, frame, placement);

const placement: Placement = {
	orientation: 'across',
	tinted: false,
	placeRows: (room) => room.stretch.lanes.rails.flatMap((rail, lane) => placeLane(rail, lane, room)),
	placeFolds,
	placeTicks,
	keepLegible: ({ labels, links, bridges }) => ({
		labels: labels.map((label) => ({ ...label, halo: [...links, ...bridges].some((line) => crosses(line, label)) })),
		bridges
	})
};

/** Whether a pole or a bridge passes behind a label. */
const crosses = ({ x1, x2, y1, y2 }: Line, { box }: Label) =>
	Math.max(x1, x2) > box.x - 1 &&
	Math.min(x1, x2) < box.x + box.width + 1 &&
	Math.max(y1, y2) > box.y &&
	Math.min(y1, y2) < box.y + box.height;

/** A date is shown for what is lit, or for everything where nothing is. */
const dateOf = ({ host, tone }: Row) => (tone === 'dim' ? '' : host.date.label);

function placeLane(rail: Rail, lane: number, room: StretchRoom): PlacedRow[] {
	const { story, stretch, font, along } = room;
	const { range } = stretch;
	const rows = stretch.rows.filter((row) => row.lane === lane);
	/** Keeps a mark wholly within its stretch. */
	const inside = (time: number, half = headStart) => centreWithin(range, along(time), 2 * half);
	const flags = rows.map((row): Flag => ({
		x: inside(row.host.date.at),
		head: headStart + row.satellites.length * glyph + 4,
		words: textWidth(titleOf(row.host, story.ui), font.label),
		second: textWidth(dateOf(row), font.small),
		// A cluster is explained by its words alone, so it comes before the most important event.
		importance: row.host.kind === 'cluster' ? 6 : row.host.importance,
		first: row.tone === 'lit' || row.host.kind === 'cluster' || isTold(row.host)
	}));
	const placed = placeFlags(
		flags.map((flag) => ({ ...flag, x: flag.x - range[0], second: flag.second > mostWords ? 0 : flag.second })),
		range[1] - range[0],
		levelsIn(rail.room, font),
		rail.dir < 0
	);
	return rows.map((row, index): PlacedRow => {
		const at = placed[index];
		if (at) return placeRow(row, flags[index], at, rail, room);
		// No room: dots at their own times on the line.
		const marks = [row.host, ...row.satellites].map((item) => ({
			item,
			along: inside(item.date.at, dotSize),
			beside: rail.at,
			dot: { size: dotSize }
		}));
		return { row, marks };
	});
}

function placeRow(row: Row, flag: Flag, at: PlacedFlag, rail: Rail, { story, font }: StretchRoom): PlacedRow {
	const lines = at.room ? wordsOf(row, at, story, font) : [];
	const block = lines.reduce((sum, { size }) => sum + size * lineHeight, 0);
	const middle = rail.at + rail.dir * (foot + (at.level + at.levels / 2) * levelHeight(font));
	const top = middle - block / 2;
	const beside = lines.length ? top + (lines[0].size * lineHeight) / 2 : middle;
	return {
		row,
		marks: [row.host, ...row.satellites].map((item, place) => ({
			item,
			along: flag.x + at.side * place * glyph,
			beside
		})),
		leader: { along: flag.x, beside: beside - rail.dir * (glyph / 2) },
		label: lines.length ? labelOf(row, lines, flag.x + at.side * flag.head, at.side, top) : undefined
	};
}

type Words = Omit<Label['lines'][number], 'y'>[];

/** The title, in as many lines as it has levels, or with its date. */
function wordsOf(row: Row, { room, levels }: PlacedFlag, { ui }: LayoutStory, font: Font): Words {
	const title = titleOf(row.host, ui);
	const one = (text: string) => ({ text, size: font.label, role: 'title' as const });
	// Slightly more than measured, so that text that just fits is not cut.
	const most = room + 1e-6;
	if (levels === 1) return [one(truncate(title, font.label, most))];
	const lines = balance(title, font.label, most, 2);
	// A cut date would be a different date.
	const date = [dateOf(row), dateOf(row) && row.host.date.short].find(
		(text) => text && textWidth(text, font.small) <= most
	);
	if (lines.length > 1 || !date) return lines.map(one);
	return [one(lines[0]), { text: date, size: font.small, role: 'date' }];
}

/** @param x, side where the words begin, and whether later (1) or earlier (-1) from there; `top` their upper edge */
function labelOf({ host, tone }: Row, words: Words, x: number, side: 1 | -1, top: number): Label {
	const width = Math.max(...words.map(({ text, size }) => textWidth(text, size)));
	let height = 0;
	const lines = words.map((line) => {
		const step = line.size * lineHeight;
		const y = top + height + 0.78 * step;
		height += step;
		return { ...line, y };
	});
	return {
		ref: host.ref,
		x,
		anchor: side > 0 ? 'start' : 'end',
		lines,
		box: { x: side > 0 ? x : x - width, y: top, width, height },
		halo: false,
		tone
	};
}
