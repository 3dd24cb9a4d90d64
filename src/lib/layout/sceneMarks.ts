/** What a scene’s picture draws on its axis lines: the time that dates cover. */
import type { Item, LocalDate } from '../view/local.ts';
import type { Span } from './parts.ts';
import type { Place } from './sceneLanes.ts';

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

/** What a cut takes of the axis on either side of it, px. */
const cutHalf = 4;

/** Of the stretch about a place, what bars and dots may use, px. */
export function clearOfCuts(at: number, stretches: readonly [number, number][]): [number, number] {
	const index = Math.max(
		0,
		stretches.findLastIndex(([from]) => from <= at)
	);
	const [from, to] = stretches[index];
	return [index ? from + cutHalf : from, index < stretches.length - 1 ? to - cutHalf : to];
}

type Drawn = Omit<Span, 'x' | 'tone'> & { lane: number };

/**
 * @param told an item of each date and lane that has words
 * @param stretches what is drawn between the cuts of the axis, px: no bar reaches a cut
 * @returns bars, beside each other where they overlap in a lane; dates too short for one are discs
 */
export function spansOf(
	told: readonly { item: Item; lane: number; colour: string }[],
	places: readonly Place[],
	y: (time: number) => number,
	[from, to]: [number, number],
	stretches: readonly [number, number][]
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
			// An open end fades within the stretch of the known one: what is left out beyond is empty.
			const [first, last] = clearOfCuts(middle, stretches);
			if (!Number.isFinite(date.min)) ends[0] = Math.max(ends[0], first);
			if (!Number.isFinite(date.max)) ends[1] = Math.min(ends[1], last);
			const centre = Math.min(last - leastSoft / 2, Math.max(first + leastSoft / 2, middle));
			const [top, end] =
				ends[1] - ends[0] < leastSoft && soft ? [-0.5, 0.5].map((half) => centre + half * leastSoft) : ends;
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
