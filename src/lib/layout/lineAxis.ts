/** The axis of the horizontal timeline: lines, breaks, ticks, and words clear of all that crosses it. */
import { gapLines, type LayoutStory } from './lanes.ts';
import { within, type LineFrame } from './lineTypes.ts';
import type { AxisLine, AxisTick, Fold, Line, TimelineLayout } from './parts.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks, type Tick, type TickWords } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

export interface Spine {
	y: number;
	colour?: string;
	/** Direction of its ticks: into the gutter. */
	inward: 1 | -1;
}

const apart = 8;

/**
 * @param crossings positions of all that crosses the gutter, px along the line
 * @param middle y of the centre of the axis words
 */
export function lineAxis(
	story: LayoutStory,
	{ scale, words }: { scale: TimeScale; words: TickWords },
	frame: LineFrame,
	{ spines, crossings, middle }: { spines: readonly Spine[]; crossings: readonly number[]; middle: number }
): TimelineLayout['axis'] {
	const { small } = frame.font;
	const taken: [number, number][] = crossings.map((x) => [x - 5 + apart, x + 5 - apart]);
	const folds = frame.gutter ? layFolds() : [];
	return { lines: spines.flatMap(linesOf), ticks: frame.gutter ? layTicks() : [], folds, before: null, after: null };

	/** The line from end to end, interrupted at the breaks. */
	function linesOf({ y, colour }: Spine): AxisLine[] {
		const drawn = scale.pieces.filter(({ folded }) => !folded);
		return drawn.map(({ range: [from, to] }, index) => ({
			x1: index ? from : 0,
			x2: index < drawn.length - 1 ? to : frame.width,
			y1: y,
			y2: y,
			colour
		}));
	}

	function layFolds(): Fold[] {
		return scale.pieces
			.filter(({ folded }) => folded)
			.map((piece): Fold => {
				const [text] = gapLines(piece.gap!, story);
				const wide = textWidth(text, small);
				const x = within((piece.range[0] + piece.range[1]) / 2, wide / 2, frame.width - wide / 2);
				const fits = isFree(x - wide / 2, x + wide / 2);
				if (fits) taken.push([x - wide / 2, x + wide / 2]);
				return {
					x,
					y: middle,
					lines: fits ? [{ text, y: middle + small * 0.35 }] : [],
					box: { x: x - wide / 2, y: middle - small / 2, width: fits ? wide : 0, height: small },
					cuts: spines.flatMap(({ y, colour }) => piece.range.map((x) => ({ x, y, colour })))
				};
			});
	}

	function isFree(from: number, to: number): boolean {
		return taken.every(([a, b]) => from >= b + apart || to <= a - apart);
	}

	/** Labelled ticks keep their distance; the strokes between them are finer. */
	function layTicks(): AxisTick[] {
		const spacing = frame.width < 500 ? 52 : 100;
		const worded = axisTicks(scale, spacing, words);
		const fine = axisTicks(scale, spacing * 0.6, words).filter(({ at }) =>
			worded.every((tick) => Math.abs(tick.at - at) > 1)
		);
		const ticks = stressed(worded)
			.sort((a, b) => Number(b.major) - Number(a.major))
			.flatMap(({ at, label, major }): AxisTick[] => {
				const wide = textWidth(label, small);
				const x = within(at, wide / 2, frame.width - wide / 2);
				if (wide > frame.width || !isFree(x - wide / 2, x + wide / 2)) return [];
				taken.push([x - wide / 2, x + wide / 2]);
				return [{ x, y: middle, text: label, major, stubs: stubsOf(at) }];
			})
			.sort((a, b) => a.x - b.x);
		// Ticks have words, so strokes without any are added to the first tick that has some.
		const bare = [...fine, ...worded.filter(({ label }) => !ticks.some(({ text }) => text === label))];
		ticks[0]?.stubs.push(...bare.flatMap(({ at }) => stubsOf(at)));
		return ticks;
	}

	function stubsOf(x: number): Line[] {
		return spines.map(({ y, inward }) => ({ x1: x, x2: x, y1: y, y2: y + inward * (frame.gutter < 30 ? 3 : 5) }));
	}
}

/** Where every tick is a year, only rounder ones stay major. */
function stressed(ticks: Tick[]): Tick[] {
	if (ticks.length < 3 || !ticks.every(({ major }) => major)) return ticks;
	const years = ticks.map(({ time }) => Math.round(1970 + time / 31556952e3));
	const step = Math.min(...years.slice(1).map((year, index) => year - years[index]));
	const round = (year: number) => (year > 0 ? year : year - 1) % (step * 5) === 0;
	return ticks.map((tick, index) => ({ ...tick, major: round(years[index]) }));
}
