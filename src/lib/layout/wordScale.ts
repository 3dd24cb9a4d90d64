/**
 * The folded scale of a scene: empty time is left out at a break, and the rest gets room according to the words in it.
 * Its units (days, months, years …) are equally long, except those whose words need more.
 */
import { range as numbers } from 'd3';
import { dayLength, hourLength, monthStarts, startOfDay, yearLength as year } from '../story/calendar.ts';
import { piecewise, type foldsOf, type Piece, type TimeScale } from './timeScale.ts';

/** A block of words at a time. */
export interface Anchor {
	/** ms */
	at: number;
	lane: number;
	/** Height including the space kept free around it, px. */
	height: number;
}

/** Distance between a mark at the end of a stretch and the cut there, px: half a mark and a gap. */
export const foldPad = 12;
/** Distance between the two cuts of a fold, px: two lines of words. */
const foldLength = 36;
/** Minimum length of a stretch between two folds, px, so that a bar in it is visible. */
const leastStretch = 16;

/** Minimum length of a unit before words, px; and the minimum where units do not all fit. */
const leastUnit = 26;
const tightest = 3;

/** From coarse to fine; `length` is approximate, ms. */
const levels: { length: number; edges: (from: number, to: number) => number[] }[] = [
	...[1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1000, 100, 10, 1].map((years) => ({
		length: years * year,
		edges: (from: number, to: number) => yearEdges(from, to, years)
	})),
	{ length: year / 12, edges: (from, to) => monthStarts([from + 1, to]) },
	{ length: dayLength, edges: (from, to) => evenEdges(from, to, dayLength) },
	{ length: hourLength, edges: (from, to) => evenEdges(from, to, hourLength) }
];

interface Unit {
	from: number;
	to: number;
	/** The part of a whole unit that lies in the window, 0–1. */
	share: number;
	level: number;
	least: number;
}

/**
 * @param domain the stretch of time drawn, ms, start before end
 * @param range px, start before end
 * @param folds what is left out: `foldsOf` for all the story’s items
 * @param anchors blocks that will have words
 * @param dates of all the story’s items, ms: a stretch between folds gets room by its share of them
 * @returns a monotone scale; its `stretches` are what lies between the folds, which have `foldPad` at both ends
 */
export function wordScale(
	domain: [number, number],
	range: [number, number],
	{ breaks, gaps }: ReturnType<typeof foldsOf>,
	anchors: readonly Anchor[],
	dates: readonly number[]
): TimeScale {
	const ends = [domain[0], ...breaks.flat(), domain[1]];
	const stretches = numbers(0, ends.length, 2).map((index): [number, number] => [ends[index], ends[index + 1]]);
	const fold = foldLength + 2 * foldPad;
	const room = range[1] - range[0] - breaks.length * fold;
	const units = stretches.map((stretch) => unitsOf(stretch, stretches, room, anchors));
	const heights = raise(share(units.flat(), anchors, room, weigh(units, stretches, dates)), units);

	const pieces: Piece[] = [];
	const joined: Piece[] = [];
	let [px, next] = [range[0], 0];
	units.forEach((own, index) => {
		const start = px;
		for (const { from, to } of own)
			pieces.push({ domain: [from, to], range: [px, (px += heights[next++])], folded: false });
		joined.push({ domain: stretches[index], range: [start, px], folded: false });
		if (breaks[index])
			pieces.push({ domain: breaks[index], range: [px, (px += fold)], folded: true, gap: gaps[index] });
	});
	pieces[pieces.length - 1].range[1] = range[1];
	joined[joined.length - 1].range[1] = range[1];
	return Object.assign(piecewise('folded', pieces), { stretches: joined });
}

/** The finest units that all get their minimum in all stretches; where words crowd, finer ones within one. */
function unitsOf(
	[from, to]: [number, number],
	stretches: readonly [number, number][],
	room: number,
	anchors: readonly Anchor[]
): Unit[] {
	const total = stretches.reduce((sum, [a, b]) => sum + b - a, 0);
	const level = Math.max(
		0,
		levels.findLastIndex(({ length }) => total / length + stretches.length <= Math.max(1, room / leastUnit))
	);
	const units = cut(from, to, level).flatMap((unit) => split(unit, anchors));
	return units.length ? units : [{ from, to, share: 1, level, least: leastUnit }];
}

function cut(from: number, to: number, level: number, least = leastUnit): Unit[] {
	const edges = [from, ...levels[level].edges(from, to), to];
	return edges.slice(1).flatMap((end, index): Unit[] => {
		const length = end - edges[index];
		return length > 0
			? [{ from: edges[index], to: end, share: Math.min(1, length / levels[level].length), level, least }]
			: [];
	});
}

function split(unit: Unit, anchors: readonly Anchor[]): Unit[] {
	const within = anchors.filter(({ at }) => at >= unit.from && at < unit.to);
	const times = new Set(within.map(({ at }) => at));
	const finer = unit.level + 1;
	if (times.size < 2 || finer >= levels.length) return [unit];
	const parts = cut(
		unit.from,
		unit.to,
		finer,
		Math.max(tightest, (2 * unit.least) / (levels[unit.level].length / levels[finer].length))
	);
	return parts.flatMap((part) => split(part, anchors));
}

const leastOf = (unit: Unit) => unit.least * Math.max(0.3, unit.share);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Each unit’s share of the remaining room: between folds by dates and, less, by time; equal within a stretch. */
function weigh(
	units: readonly (readonly Unit[])[],
	stretches: readonly [number, number][],
	dates: readonly number[]
): number[] {
	const least = units.map((own) => sum(own.map(leastOf)));
	const counts = stretches.map(([from, to]) => 1 + dates.filter((at) => at >= from && at < to).length);
	return units.flatMap((own, index) => {
		const part = (0.25 * least[index]) / sum(least) + (0.75 * counts[index]) / sum(counts);
		return own.map((unit) => (leastOf(unit) / least[index]) * part);
	});
}

/** Length of each unit, px: its minimum, or what its words need; remaining room is shared by the weights. */
function share(units: readonly Unit[], anchors: readonly Anchor[], room: number, weights: readonly number[]): number[] {
	const least = units.map(leastOf);
	const need = units.map(({ from, to }) => {
		const lanes = new Map<number, number>();
		for (const { at, lane, height } of anchors)
			if (at >= from && at < to) lanes.set(lane, (lanes.get(lane) ?? 0) + height);
		return Math.max(0, ...lanes.values());
	});
	const wanted = units.map((_, index) => Math.max(least[index], need[index]));
	const over = room - sum(wanted);
	if (over >= 0) return wanted.map((height, index) => height + over * weights[index]);
	// Too little room: units without words shrink first, then all in proportion.
	const squeezed = units.map((_, index) => Math.max(Math.min(tightest, least[index]), need[index]));
	const spare = room - sum(squeezed);
	if (spare < 0) return squeezed.map((height) => (height * room) / sum(squeezed));
	const given = sum(wanted) - sum(squeezed);
	return squeezed.map((height, index) => height + (spare * (wanted[index] - height)) / given);
}

/** Gives each stretch its minimum, taken from those that exceed theirs. */
function raise(heights: readonly number[], units: readonly (readonly Unit[])[]): number[] {
	let next = 0;
	const stretches = units.map((own) => heights.slice(next, (next += own.length)));
	const totals = stretches.map(sum);
	const missing = sum(totals.map((total) => Math.max(0, leastStretch - total)));
	const over = sum(totals.map((total) => Math.max(0, total - leastStretch)));
	const kept = missing < over ? 1 - missing / over : 1;
	return stretches.flatMap((own, index) => {
		const spare = totals[index] - leastStretch;
		const total = spare > 0 ? leastStretch + spare * kept : missing < over ? leastStretch : totals[index];
		return own.map((height) => (height * total) / totals[index]);
	});
}

/** Starts of units within a stretch, excluding its ends. */
function evenEdges(from: number, to: number, unit: number): number[] {
	const first = Math.floor(from / unit) + 1;
	return numbers(first, Math.ceil(to / unit)).map((n) => n * unit);
}

function yearEdges(from: number, to: number, years: number): number[] {
	const [first, last] = [1970 + from / year, 1970 + to / year].map((value) => Math.floor(value / years));
	return numbers(first, last + 2)
		.map((n) => startOfDay(n * years))
		.filter((time) => time > from && time < to);
}
