/** The axis of the horizontal timeline: lines, breaks, ticks, and words clear of all that crosses it. */
import { yearLength } from '../story/calendar.ts';
import { gapLines, type LayoutStory } from './lanes.ts';
import { clamp, type LineFrame } from './lineTypes.ts';
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

interface AxisInput {
	scale: TimeScale;
	words: TickWords;
	spines: readonly Spine[];
	/** Positions of all that crosses the gutter, px along the line. */
	crossings: readonly number[];
	/** y of the centre of the axis words. */
	middle: number;
}

export const lineAxis = (story: LayoutStory, frame: LineFrame, input: AxisInput): TimelineLayout['axis'] =>
	new LineAxis(story, frame, input).axis();

class LineAxis {
	/** What words must be clear of, px along the line. */
	private readonly taken: [number, number][];

	constructor(
		private readonly story: LayoutStory,
		private readonly frame: LineFrame,
		private readonly input: AxisInput
	) {
		this.taken = input.crossings.map((x) => [x - 5 + apart, x + 5 - apart]);
	}

	axis(): TimelineLayout['axis'] {
		const worded = this.frame.gutter > 0;
		const folds = worded ? this.folds() : [];
		return {
			lines: this.input.spines.flatMap((spine) => this.lines(spine)),
			ticks: worded ? this.ticks() : [],
			folds,
			before: null,
			after: null
		};
	}

	/** A spine from end to end, interrupted at the breaks. */
	private lines({ y, colour }: Spine): AxisLine[] {
		const drawn = this.input.scale.pieces.filter(({ folded }) => !folded);
		return drawn.map(({ range: [from, to] }, index) => ({
			x1: index ? from : 0,
			x2: index < drawn.length - 1 ? to : this.frame.width,
			y1: y,
			y2: y,
			colour
		}));
	}

	private folds(): Fold[] {
		const { scale, spines, middle } = this.input;
		const { width, font } = this.frame;
		const { small } = font;
		return scale.pieces
			.filter(({ folded }) => folded)
			.map((piece): Fold => {
				const [text] = gapLines(piece.gap!, this.story);
				const wide = textWidth(text, small);
				const x = clamp((piece.range[0] + piece.range[1]) / 2, wide / 2, width - wide / 2);
				const fits = this.take(x, wide);
				return {
					x,
					y: middle,
					lines: fits ? [{ text, y: middle + small * 0.35 }] : [],
					box: { x: x - wide / 2, y: middle - small / 2, width: fits ? wide : 0, height: small },
					cuts: spines.flatMap(({ y, colour }) => piece.range.map((x) => ({ x, y, colour })))
				};
			});
	}

	/** Labelled ticks keep their distance; the strokes between them are finer. */
	private ticks(): AxisTick[] {
		const { scale, words, middle } = this.input;
		const { width, font } = this.frame;
		const spacing = width < 500 ? 52 : 100;
		const worded = axisTicks(scale, spacing, words);
		const fine = axisTicks(scale, spacing * 0.6, words).filter(({ at }) =>
			worded.every((tick) => Math.abs(tick.at - at) > 1)
		);
		const ticks = stressed(worded)
			.sort((a, b) => Number(b.major) - Number(a.major))
			.flatMap(({ at, label, major }): AxisTick[] => {
				const wide = textWidth(label, font.small);
				const x = clamp(at, wide / 2, width - wide / 2);
				if (wide > width || !this.take(x, wide)) return [];
				return [{ x, y: middle, text: label, major, stubs: this.stubs(at) }];
			})
			.sort((a, b) => a.x - b.x);
		// Ticks have words, so strokes without any are added to the first tick that has some.
		const bare = [...fine, ...worded.filter(({ label }) => !ticks.some(({ text }) => text === label))];
		ticks[0]?.stubs.push(...bare.flatMap(({ at }) => this.stubs(at)));
		return ticks;
	}

	/** Takes the room of words around x, if it is free. */
	private take(x: number, wide: number): boolean {
		const [from, to] = [x - wide / 2, x + wide / 2];
		const free = this.taken.every(([a, b]) => from >= b + apart || to <= a - apart);
		if (free) this.taken.push([from, to]);
		return free;
	}

	private stubs(x: number): Line[] {
		const length = this.frame.gutter < 30 ? 3 : 5;
		return this.input.spines.map(({ y, inward }) => ({ x1: x, x2: x, y1: y, y2: y + inward * length }));
	}
}

/** Where every tick is a year, only rounder ones stay major. */
function stressed(ticks: Tick[]): Tick[] {
	if (ticks.length < 3 || !ticks.every(({ major }) => major)) return ticks;
	const years = ticks.map(({ time }) => Math.round(1970 + time / yearLength));
	const step = Math.min(...years.slice(1).map((year, index) => year - years[index]));
	const round = (year: number) => (year > 0 ? year : year - 1) % (step * 5) === 0;
	return ticks.map((tick, index) => ({ ...tick, major: round(years[index]) }));
}
