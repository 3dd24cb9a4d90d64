/** What a scene’s picture draws on its axis lines: the spans that dates cover. */
import { dayLength } from '../story/calendar.ts';
import type { Item, LocalDate } from '../view/local.ts';
import type { Span } from './parts.ts';
import type { SceneRail } from './sceneLanes.ts';

const barThickness = 9;
/** Minimum lengths, px: a shorter known month or year is a disc; a soft bar is lengthened so that both ends show. */
const leastBar = 9;
const leastSoft = 20;
/** Distances of the columns beside the line, px. */
const firstColumn = 14.5;
const nextColumn = 11;
const mostColumns = 2;

/** A date that covers a larger share of the axis than this only means “some time in it”. */
const coarse = 0.55;

/** Whether the date means some time within its span, not all of it; also where it is too coarse for the window. */
const isWithin = ({ edtf, interval }: LocalDate, share: number) =>
	edtf.startsWith('[') || (!interval && share > coarse);

/** Space that a cut takes on the axis on either side, px. */
const cutHalf = 4;

/** The part of the stretch around a place that bars and dots may use, px. */
export function clearOfCuts(at: number, stretches: readonly [number, number][]): [number, number] {
	const index = Math.max(
		0,
		stretches.findLastIndex(([from]) => from <= at)
	);
	const [from, to] = stretches[index];
	return [index ? from + cutHalf : from, index < stretches.length - 1 ? to - cutHalf : to];
}

type LaneSpan = Omit<Span, 'x' | 'tone'> & { lane: number };

/**
 * @param told one item per date and lane that has words
 * @param stretches the stretches drawn between the cuts of the axis, px: no bar reaches a cut
 * @returns bars, side by side where they overlap in a lane; dates too short for a bar are discs
 */
export function spansOf(
	told: readonly { item: Item; lane: number; colour: string }[],
	places: readonly SceneRail[],
	y: (time: number) => number,
	[from, to]: [number, number],
	stretches: readonly [number, number][]
): Span[] {
	const bars = told
		.flatMap(({ item, lane, colour }): LaneSpan[] => {
			const { date } = item;
			const ends = [date.min, date.max].map((time) => Math.min(to, Math.max(from, y(time))));
			const [softStart, softEnd] = [
				date.softStart || !Number.isFinite(date.min),
				date.softEnd || !Number.isFinite(date.max)
			];
			// A single day is a point, however wide the scale makes it.
			if (date.max - date.min < 1.5 * dayLength && !date.softStart && !date.softEnd) return [];
			const hatch = isWithin(date, (ends[1] - ends[0]) / (to - from)) && ends[1] - ends[0] >= leastSoft;
			const soft = !hatch && (softStart || softEnd);
			if (!soft && !hatch && ends[1] - ends[0] < leastBar) return [];
			const middle = Math.min(to, Math.max(from, y(date.at)));
			// An open end fades within the stretch of the known one, since nothing is drawn in the fold beyond.
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
