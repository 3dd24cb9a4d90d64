/** What a scene’s picture draws on its axis lines: the time that dates cover, and dots for what is not told. */
import type { Item, LocalDate, Ref } from '../view/local.ts';
import { mostCountType, type Box, type Mark, type Note, type Span } from './parts.ts';
import { placeRows } from './place.ts';
import type { Row } from './rows.ts';
import type { Place, Places } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';

/** Half of the largest mark on a line, px. */
export const markSize = 5.5;
const barThickness = 9;
/** Shorter than this, px, a known month or year is a disc; a soft one is drawn at the least that shows its ends. */
const leastBar = 9;
const leastSoft = 20;
/** Of the columns beside the line, from it, px. */
const firstColumn = 14.5;
const nextColumn = 11;
const mostColumns = 2;

const day = 864e5;
/** A date that covers more of the axis than this says no more than “some time in it”. */
const coarse = 0.55;

/** Is it some time within, and not all of it? A date can be too coarse for the window that it is drawn in. */
const isWithin = ({ edtf, interval }: LocalDate, share: number) =>
	edtf.startsWith('[') || (!interval && share > coarse);

type Drawn = Omit<Span, 'x' | 'tone'> & { lane: number };

/**
 * @param told an item of each date and lane that has words
 * @returns bars, beside each other where they overlap in a lane; dates too short for one are discs
 */
export function spansOf(
	told: readonly { item: Item; lane: number; colour: string }[],
	places: readonly Place[],
	y: (time: number) => number,
	[from, to]: [number, number]
): Span[] {
	const bars = told
		.flatMap(({ item, lane, colour }): Drawn[] => {
			const { date } = item;
			const ends = [date.min, date.max].map((time) => Math.min(to, Math.max(from, y(time))));
			const [softStart, softEnd] = [
				date.softStart || !Number.isFinite(date.min),
				date.softEnd || !Number.isFinite(date.max)
			];
			// A day is a point, however wide the scale makes it.
			if (date.max - date.min < 1.5 * day && !date.softStart && !date.softEnd) return [];
			const hatch = isWithin(date, (ends[1] - ends[0]) / (to - from)) && ends[1] - ends[0] >= leastSoft;
			const soft = !hatch && (softStart || softEnd);
			if (!soft && !hatch && ends[1] - ends[0] < leastBar) return [];
			const middle = Math.min(to, Math.max(from, y(date.at)));
			const [top, end] =
				ends[1] - ends[0] < leastSoft && soft
					? [-0.5, 0.5].map(
							(half) => Math.min(to - leastSoft / 2, Math.max(from + leastSoft / 2, middle)) + half * leastSoft
						)
					: ends;
			return [
				{
					ref: item.ref,
					lane,
					y: top,
					length: end - top,
					thickness: hatch ? 7 : barThickness,
					colour,
					hatch,
					softStart,
					softEnd
				}
			];
		})
		.sort((a, b) => a.length - b.length);
	const taken: { lane: number; column: number; from: number; to: number }[] = [];
	return bars.map(({ lane, ...bar }) => {
		const { x, dir } = places[lane];
		const [start, end] = [bar.y, bar.y + bar.length];
		const isFree = (column: number) =>
			taken.every((one) => one.lane !== lane || one.column !== column || one.to <= start + 1 || one.from >= end - 1);
		let column = bar.hatch ? 1 : 0;
		while (column < mostColumns && !isFree(column)) column++;
		taken.push({ lane, column, from: start, to: end });
		const away = column ? firstColumn + (column - 1) * nextColumn : 0;
		return { ...bar, x: x + dir * away, thickness: column ? Math.min(7, bar.thickness) : bar.thickness, tone: 'lit' };
	});
}

/** Dots of one time, at most; and px from one to the next. */
const mostDots = 12;
const step = 8;
/** From how many on a bunch says how many it is. */
const counted = 4;

interface Bunch {
	y: number;
	rows: Row[];
}

/**
 * Small dots beside the axis lines for what has no words, in bunches of two columns.
 * @param mark the mark of a row, but for its place
 * @param linesAt of a lane, px along the axis, of what crosses there: dots and their counts keep clear of it
 * @param words in the axis, which counts keep clear of
 * @returns the dots, and how many each larger bunch is
 */
export function dotsOf(
	rows: readonly Row[],
	places: Places,
	y: (time: number) => number,
	range: [number, number],
	mark: (row: Row) => Omit<Mark, 'x' | 'y' | 'size'>,
	say: (n: number) => string,
	linesAt: (lane: number) => readonly number[] = () => [],
	words: readonly Box[] = []
): { marks: Mark[]; counts: Note[] } {
	const marks: Mark[] = [];
	const counts: Note[] = [];
	const inside = places.kind === 'facing';
	places.places.forEach((place, lane) => {
		const own = rows.filter((row) => row.lane === lane);
		const { bunches, heights } = gather(own, y, range, inside);
		const centres = clearOf(linesAt(lane), bunches, heights, range);
		bunches.forEach((bunch, index) => {
			// The most important first; the rest only count.
			const sorted = [...bunch.rows].sort((a, b) => b.host.importance - a.host.importance);
			const shown = sorted.slice(0, mostDots);
			const hidden = sorted.slice(mostDots).flatMap(({ host, satellites }) => [host, ...satellites]);
			const high = Math.ceil(shown.length / 2);
			const below = !inside && bunch.rows.length >= counted ? 12 : 0;
			const top = centres[index] - below / 2 - ((high - 1) * step) / 2;
			shown.forEach((row, n) => {
				const own = mark(row);
				// Those beyond are reached through the last.
				const also = n === mostDots - 1 ? [...(own.also ?? []), ...hidden.map(({ ref }) => ref as Ref)] : own.also;
				marks.push({
					...own,
					also,
					x: place.x - place.dir * (10 + (n % 2) * step),
					y: top + Math.floor(n / 2) * step,
					size: 3
				});
			});
			if (bunch.rows.length < counted) return;
			if (inside)
				counts.push({
					x: place.x - place.dir * (16 + step),
					y: centres[index] + 4,
					text: say(bunch.rows.length),
					anchor: place.dir < 0 ? 'start' : 'end'
				});
			else {
				const y = top + (high - 1) * step + 15;
				// Where so much crosses that there is no room beside it, a number would be crossed too.
				const text = String(bunch.rows.length);
				const x = place.x - Math.max(14, textWidth(text, mostCountType) / 2 + markSize + 1);
				if (isClear(y, linesAt(lane))) counts.push({ x, y, text, anchor: 'middle' });
			}
		});
	});
	return { marks, counts: inside ? apart(counts, linesAt(0), words, range) : counts };
}

/** Middles of the bunches, px: by their times, none on another, and none on a line where there is room beside it. */
function clearOf(
	lines: readonly number[],
	bunches: readonly Bunch[],
	heights: readonly number[],
	range: [number, number]
): number[] {
	const own = bunches.map((bunch, index) => ({ at: bunch.y, height: heights[index], index }));
	const fixed = [...new Set(lines)].map((at) => ({ at, height: 12, index: -1 }));
	const all = [...own, ...fixed].sort((a, b) => a.at - b.at || b.index - a.index);
	const total = all.reduce((sum, { height }) => sum + height, 0);
	const kept = total <= range[1] - range[0] ? all : all.filter(({ index }) => index >= 0);
	const centres = placeRows(
		kept.map(({ at }) => at),
		kept.map(({ height }) => height),
		...range,
		kept.map(({ index }) => (index < 0 ? 1e4 : 1))
	);
	return own.map(({ index }) => centres[kept.findIndex((one) => one.index === index)]);
}

/** Dots of about one place, as many places as there is room for. */
function gather(rows: readonly Row[], y: (time: number) => number, range: [number, number], inside: boolean) {
	const at = (row: Row) => Math.min(range[1], Math.max(range[0], y(row.host.date.at)));
	const sorted = [...rows].sort((a, b) => at(a) - at(b));
	for (let near = 3; ; near *= 2) {
		const bunches: Bunch[] = [];
		for (const row of sorted) {
			const last = bunches.at(-1);
			if (last && at(row) - at(last.rows[0]) <= near) last.rows.push(row);
			else bunches.push({ y: 0, rows: [row] });
		}
		for (const bunch of bunches) bunch.y = bunch.rows.reduce((sum, row) => sum + at(row), 0) / bunch.rows.length;
		const heights = bunches.map(
			({ rows: { length } }) =>
				Math.ceil(Math.min(length, mostDots) / 2) * step + (!inside && length >= counted ? 14 : 1)
		);
		const total = heights.reduce((sum, height) => sum + height, 0);
		if (total <= range[1] - range[0] || bunches.length <= 1)
			return {
				bunches,
				heights:
					total <= range[1] - range[0] ? heights : heights.map((height) => (height * (range[1] - range[0])) / total)
			};
	}
}

/** Tried beside a count’s own place, px. */
const asides = Array.from({ length: 25 }, (_, n) => (n % 2 ? -1 : 1) * Math.ceil(n / 2) * 5);

/** Does a count on this base line keep clear of all that crosses? */
const isClear = (y: number, lines: readonly number[]) => lines.every((at) => Math.abs(at + 4 - y) >= 9);

/** Counts of the two sides of the axis, none on another, a line or words; one without any place near is left out. */
function apart(
	counts: readonly Note[],
	lines: readonly number[],
	words: readonly Box[],
	[from, to]: [number, number]
): Note[] {
	const kept: Note[] = [];
	for (const note of [...counts].sort((a, b) => a.y - b.y)) {
		const free = asides.find((aside) => {
			const y = note.y + aside;
			return (
				y >= from + 2 &&
				y <= to + 4 &&
				kept.every((one) => Math.abs(one.y - y) >= 14) &&
				isClear(y, lines) &&
				words.every((box) => y + 3 <= box.y || y - 10 >= box.y + box.height)
			);
		});
		if (free !== undefined) kept.push({ ...note, y: note.y + free });
	}
	return kept;
}
