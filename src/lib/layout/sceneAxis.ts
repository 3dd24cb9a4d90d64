/** The time axis of a scene’s picture: its lines, ticks and breaks, and how many items lie before and after. */
import { count } from '../text/fill.ts';
import { gapLines, type LayoutStory } from './lanes.ts';
import { countType, type AxisTick, type Bridge, type Fold, type Line, type Mark, type Note } from './parts.ts';
import type { Made } from './sceneMade.ts';
import type { SceneRail } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks } from './ticks.ts';
import type { Piece, TimeScale } from './timeScale.ts';
import { foldPad } from './wordScale.ts';

/** The stretches drawn between the cuts of the folds, px. */
export function stretchesOf(scale: TimeScale, range: [number, number]): [number, number][] {
	const inner = scale.pieces.filter(({ folded }) => folded).map((fold) => cutsOf(fold));
	const edges = [range[0], ...inner.flat(), range[1]];
	return Array.from({ length: inner.length + 1 }, (_, index) => [edges[2 * index], edges[2 * index + 1]]);
}

/** Where a fold cuts the axis, px; marks at the ends of the neighbouring stretches keep clear of it. */
const cutsOf = ({ range: [from, to] }: Piece): [number, number] => [from + foldPad, to - foldPad];

/** The axis line of a lane, interrupted at the folds. */
export function axisLines({ scale, places, range }: Made, { x, colour }: SceneRail): (Line & { colour?: string })[] {
	const ends = stretchesOf(scale, range);
	// It starts at the bend of the lane’s rule.
	const rule = places.lanes.find((lane) => lane.rule?.x2 === x)?.rule;
	if (rule) ends[0][0] = rule.y + 6;
	return ends.map(([y1, y2]) => ({ x1: x, x2: x, y1, y2, colour: colour || undefined }));
}

export function ticksOf(
	made: Made,
	bridges: readonly Bridge[],
	{ marks, counts }: { marks: readonly Mark[]; counts: readonly Note[] },
	folds: readonly Fold[]
): AxisTick[] {
	const { scale, places, frame, story } = made;
	const { small } = frame.font;
	const words = { lang: story.lang, bce: story.ui.time.bce };
	const gap = small;
	const covered = [
		...(places.kind === 'facing'
			? [...bridges.map(({ y1 }) => y1), ...counts.map(({ y }) => y - 4)].map((y) => [y - gap, y + gap])
			: []),
		...folds.map(({ box }) => [box.y - small * 0.6, box.y + box.height + small * 0.6])
	];
	return axisTicks(scale, small * 1.9, words).map(({ at, label, major }) => {
		const half = textWidth(label, small) / 2 + 1;
		const hidden =
			covered.some(([from, to]) => at > from && at < to) ||
			places.axisWords - half < 0 ||
			(places.kind === 'facing' && half > places.axisWords - places.rails[0].x - 4) ||
			(places.kind !== 'facing' && counts.some((count) => covers(count, places.axisWords, half, at, frame.font))) ||
			marks.some(
				({ x, y, size }) => Math.abs(x - places.axisWords) < half + size && Math.abs(y - at) < small * 0.5 + size
			);
		const stubs = places.rails.map(({ x, dir }) => {
			const way = places.kind === 'facing' ? -dir : 1;
			return { x1: x, x2: x + way * 5, y1: at, y2: at };
		});
		return { x: places.axisWords, y: at, text: hidden ? '' : label, major, stubs };
	});
}

/** Whether a count, centred at its position, overlaps words on the axis. */
const covers = ({ text, x, y }: Note, axisWords: number, half: number, at: number, font: { small: number }) =>
	Math.abs(x - axisWords) < half + textWidth(text, countType(font)) / 2 && Math.abs(y - 4 - at) < font.small;

/** The length of a fold, and that it is left out, one line each. */
function foldWords(gap: [number, number], story: LayoutStory): string[] {
	const [most] = gapLines(gap, story);
	return [most, story.ui.time.leftOut];
}

export function foldsOf({ scale, places, story, frame: { font } }: Made): Fold[] {
	return scale.pieces
		.filter(({ folded }) => folded)
		.map((fold) => {
			const { range, gap } = fold;
			const cuts = cutsOf(fold);
			const middle = (range[0] + range[1]) / 2;
			const texts = foldWords(gap!, story);
			const wide = Math.max(...texts.map((text) => textWidth(text, font.small)));
			const line = font.small * 1.2;
			const top = middle - (texts.length * line) / 2;
			return {
				x: places.axisWords,
				y: middle,
				lines: texts.map((text, index) => ({ text, y: top + (index + 0.8) * line })),
				box: { x: places.axisWords - wide / 2, y: top, width: wide, height: texts.length * line },
				cuts: places.rails.flatMap(({ x, colour }) => cuts.map((y) => ({ x, y, colour: colour || undefined })))
			};
		});
}

/** How many items lie before and after what is drawn. */
export function outsideOf({ story, selection, places, frame: { height } }: Made): {
	before: Note | null;
	after: Note | null;
} {
	const { before, after } = selection.outside;
	const note = (n: number, text: string, y: number): Note | null =>
		n ? { x: places.axisWords, y, text, anchor: 'middle' } : null;
	return {
		before: note(before, count(story.lang, story.ui.time.before, before), places.top),
		after: note(after, count(story.lang, story.ui.time.after, after), height - 4)
	};
}
