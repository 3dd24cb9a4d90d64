/** Small dots beside a scene’s axis lines for items without words, in bunches of two columns. */
import { group, minIndex } from 'd3';
import type { Ref } from '../view/local.ts';
import { mostCountType, type Box, type Bridge, type Mark, type Note } from './parts.ts';
import { placeRows } from './place.ts';
import type { Row } from './rows.ts';
import { markSize, type SceneRail, type SceneLanes } from './sceneLanes.ts';
import { clearOfCuts } from './sceneMarks.ts';
import { textWidth } from './textWidth.ts';

/** Half the width of a dot, px; maximum number of dots at one time; distance between two, px. */
const dotSize = 3;
const mostDots = 12;
const step = 8;
/** Distance of the two columns from the axis line, px. */
const [column, secondColumn] = [10, 10 + step];
/** Bunches of at least this many say how many they are; then the height of that count, px. */
const counted = 4;
const countHeight = (type: number) => Math.max(14, type * 1.12);
/** Gap between two bunches, and between a dot and a line, px. */
const between = 3;
const clear = 2.5;
/** A bunch may stand this far from its time, px, plus half of its height. */
const mostAway = 10;

interface Bunch {
	/** Mean position of its times, px; later its centre. */
	y: number;
	rows: Row[];
	/** How many of them are drawn. */
	shown: number;
	/** Height of the count below it, px; 0: none there. */
	below: number;
}

/** What the dots of a picture depend on. */
export interface DotRoom {
	places: SceneLanes;
	y: (time: number) => number;
	range: [number, number];
	/** The stretches drawn between the cuts of the axis, px: a dot stays in the stretch of its time. */
	stretches: readonly [number, number][];
	/** Bridges, which dots and counts keep clear of. */
	bridges: readonly Bridge[];
	/** Words on the axis, which counts keep clear of. */
	words: readonly Box[];
	/** Type size of counts, px. */
	type: number;
}

export interface Dots {
	marks: Mark[];
	/** The sizes of the larger bunches. */
	counts: Note[];
	/** Rows that do not fit in their stretch. */
	left: Row[];
}

/**
 * @param mark the mark of a row, except for its position
 * @param say words for how many more there are, and a short form
 */
export function dotsOf(
	rows: readonly Row[],
	room: DotRoom,
	mark: (row: Row) => Omit<Mark, 'x' | 'y' | 'size'>,
	say: { long: (n: number) => string; short: (n: number) => string }
): Dots {
	const { places, words, range, type } = room;
	const dots: Dots = { marks: [], counts: [], left: [] };
	const inside = places.kind === 'facing';
	places.rails.forEach((place, lane) => {
		const own = rows.filter((row) => row.lane === lane);
		const { bunches, left } = placeBunches(own, lane, room);
		dots.left.push(...left);
		for (const bunch of bunches) {
			const high = Math.ceil(bunch.shown / 2);
			const top = bunch.y - bunch.below / 2 - ((high - 1) * step) / 2;
			dots.marks.push(...marksOf(bunch, place, top, mark));
			const n = bunch.rows.length;
			if (inside && (n >= counted || n > bunch.shown))
				dots.counts.push({
					x: place.x - place.dir * (secondColumn + 6),
					y: bunch.y + 4,
					text: say.long(n),
					anchor: place.dir < 0 ? 'start' : 'end'
				});
			if (bunch.below) {
				const text = say.short(n);
				const x =
					place.x -
					Math.max((column + secondColumn) / 2, textWidth(text, Math.max(mostCountType, type)) / 2 + markSize + 1);
				dots.counts.push({ x, y: top + (high - 1) * step + bunch.below + 1, text, anchor: 'middle' });
			}
		}
	});
	if (inside)
		dots.counts = apart(
			dots.counts,
			room.bridges.map(({ y1 }) => y1),
			words,
			range,
			type
		);
	return dots;
}

/** The most important rows are drawn; the others are only counted, and reached through the last dot. */
function marksOf(
	{ rows, shown }: Bunch,
	place: SceneRail,
	top: number,
	mark: (row: Row) => Omit<Mark, 'x' | 'y' | 'size'>
): Mark[] {
	const sorted = [...rows].sort((a, b) => b.host.importance - a.host.importance);
	const hidden = sorted.slice(shown).flatMap(({ host, satellites }) => [host, ...satellites]);
	return sorted.slice(0, shown).map((row, n) => {
		const own = mark(row);
		return {
			...own,
			also: n === shown - 1 ? [...(own.also ?? []), ...hidden.map(({ ref }) => ref as Ref)] : own.also,
			x: place.x - place.dir * (n % 2 ? secondColumn : column),
			y: top + Math.floor(n / 2) * step,
			size: dotSize
		};
	});
}

/** SceneLanes each row in the free part of its stretch nearest to its time. */
function placeBunches(own: readonly Row[], lane: number, room: DotRoom): { bunches: Bunch[]; left: Row[] } {
	const { places, y, range, stretches, bridges, type } = room;
	const { x, dir } = places.rails[lane];
	const [near, far] = [x - dir * (column - dotSize), x - dir * (secondColumn + dotSize)].sort((a, b) => a - b);
	const lines = bridges
		.filter(({ x1, x2 }) => Math.min(x1, x2) < far && Math.max(x1, x2) > near)
		.map(({ y1 }) => y1)
		.sort((a, b) => a - b);
	const at = (row: Row) => Math.min(range[1], Math.max(range[0], y(row.host.date.at)));
	const left: Row[] = [];
	const below = places.kind === 'facing' ? 0 : countHeight(type);
	const bunches = [...group(own, (row) => clearOfCuts(at(row), stretches).join())].flatMap(([, rows]) => {
		const parts = freeParts(clearOfCuts(at(rows[0]), stretches), lines);
		if (!parts.length) left.push(...rows);
		const filled = fill(rows, parts, at);
		return parts.flatMap((part, index) => (filled[index].length ? gather(filled[index], part, at, below) : []));
	});
	return { bunches, left };
}

/** Assigns each row to the part nearest to its time; what does not fit goes to the next part with room. */
function fill(rows: readonly Row[], parts: readonly [number, number][], at: (row: Row) => number): Row[][] {
	const filled = parts.map((): Row[] => []);
	if (!parts.length) return filled;
	const away = ([from, to]: [number, number], row: Row) => Math.max(0, from - at(row), at(row) - to);
	for (const row of [...rows].sort((a, b) => at(a) - at(b)))
		filled[minIndex(parts, (part) => away(part, row))].push(row);
	const over = (index: number) => filled[index].length - mostIn(parts[index][1] - parts[index][0]);
	for (let index = 0; index < parts.length - 1; index++)
		if (over(index) > 0 && over(index + 1) < 0)
			filled[index + 1].unshift(...filled[index].splice(-Math.min(over(index), -over(index + 1))));
	for (let index = parts.length - 1; index > 0; index--)
		if (over(index) > 0 && over(index - 1) < 0)
			filled[index - 1].push(...filled[index].splice(0, Math.min(over(index), -over(index - 1))));
	return filled;
}

/** The parts of a stretch that lines leave free, px, where at least one dot fits. */
function freeParts([from, to]: [number, number], lines: readonly number[]): [number, number][] {
	const inside = lines.filter((line) => line > from - clear && line < to + clear);
	const edges = [from, ...inside.flatMap((line) => [line - clear, line + clear]), to];
	return Array.from({ length: inside.length + 1 }, (_, n): [number, number] => [edges[2 * n], edges[2 * n + 1]]).filter(
		([start, end]) => end - start >= 2 * dotSize
	);
}

const heightOf = (shown: number, below: number) => (Math.ceil(shown / 2) - 1) * step + 2 * dotSize + below;

/** Groups dots of nearly one time, in as many bunches as fit near their times. @param below height of a count, px */
function gather(rows: readonly Row[], [from, to]: [number, number], at: (row: Row) => number, below: number): Bunch[] {
	const sorted = [...rows].sort((a, b) => at(a) - at(b));
	const length = to - from;
	for (let near = 3; ; near *= 2) {
		const bunches: Bunch[] = [];
		for (const row of sorted) {
			const last = bunches.at(-1);
			if (last && at(row) - at(last.rows[0]) <= near) last.rows.push(row);
			else bunches.push({ y: 0, rows: [row], shown: 0, below: 0 });
		}
		for (const bunch of bunches) {
			const n = bunch.rows.length;
			bunch.y = bunch.rows.reduce((sum, row) => sum + at(row), 0) / n;
			bunch.shown = Math.min(n, mostDots, mostIn(length));
			bunch.below = (n >= counted || bunch.shown < n) && length >= heightOf(1, below) ? below : 0;
			if (bunch.below) bunch.shown = Math.min(bunch.shown, mostIn(length - below));
		}
		const gap = bunches.length > 1 ? between : 0;
		const heights = bunches.map(({ shown, below }) => heightOf(shown, below) + gap);
		if (heights.reduce((sum, height) => sum + height, 0) <= length) {
			const centres = placeRows(
				bunches.map(({ y }) => y),
				heights,
				from,
				to
			);
			const isNear = bunches.every(({ y }, n) => Math.abs(centres[n] - y) <= mostAway + heights[n] / 2);
			if (isNear || bunches.length === 1) return bunches.map((bunch, n) => ({ ...bunch, y: centres[n] }));
		}
	}
}

/** The number of dots that fit in a length, px. */
const mostIn = (length: number) => 2 * (Math.floor((length - 2 * dotSize) / step) + 1);

/** Offsets tried for a count, px. */
const asides = Array.from({ length: 25 }, (_, n) => (n % 2 ? -1 : 1) * Math.ceil(n / 2) * 5);

/** Moves counts apart, clear of each other, of lines and of words; one without a free place nearby is left out. */
function apart(
	counts: readonly Note[],
	lines: readonly number[],
	words: readonly Box[],
	[from, to]: [number, number],
	type: number
): Note[] {
	const kept: Note[] = [];
	for (const note of [...counts].sort((a, b) => a.y - b.y)) {
		const free = asides.find((aside) => {
			const y = note.y + aside;
			return (
				y >= from + 2 &&
				y <= to + 4 &&
				kept.every((one) => Math.abs(one.y - y) >= countHeight(type)) &&
				lines.every((at) => Math.abs(at + 4 - y) >= Math.max(9, type * 0.72)) &&
				words.every((box) => y + 3 <= box.y || y - Math.max(10, type * 0.8) >= box.y + box.height)
			);
		});
		if (free !== undefined) kept.push({ ...note, y: note.y + free });
	}
	return kept;
}
