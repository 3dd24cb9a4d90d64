/** The frame round the mark in the strip’s caption, and the stem from it down to the caption, both clear of words. */
import { meets } from '../layout/lineTypes.ts';
import type { Box, Mark, TimelineLayout } from '../layout/parts.ts';
import { textWidth } from '../layout/textWidth.ts';

export interface Framed {
	/** The layout, with words that they would cross moved or left out. */
	layout: TimelineLayout;
	/** Box along the middle of its stroke. */
	frame: Box;
	stem: { x: number; from: number; to: number };
}

/** Stroke widths of frame and stem, px. */
export const frameStroke = 1.5;
const stemStroke = 1;
/** Minimum distance between a word and a frame or stem, px. */
const apart = 3;

/** Box of a line of small text, px; `y` is its baseline, `x` its middle. */
const wordBox = (text: string, size: number, x: number, y: number): Box => {
	const width = textWidth(text, size);
	return { x: x - width / 2, y: y - size * 0.78, width, height: size * 0.9 };
};

/** Areas of the frame and the stem including their strokes. */
const frameBox = ({ x, y, width, height }: Box): Box => ({
	x: x - frameStroke / 2,
	y: y - frameStroke / 2,
	width: width + frameStroke,
	height: height + frameStroke
});
const stemBox = ({ x, from, to }: Framed['stem']): Box => ({
	x: x - stemStroke / 2,
	y: from,
	width: stemStroke,
	height: to - from
});

/** @returns the layout with a frame round the mark, or round its bar if it has one */
export function framed(layout: TimelineLayout, mark: Mark): Framed {
	const frame = frameOf(layout, mark);
	const stem = stemOf(layout, mark, frame);
	return { layout: clearOf(layout, [frameBox(frame), stemBox(stem)]), frame, stem };
}

function frameOf({ spans, width }: TimelineLayout, mark: Mark): Box {
	const span = spans.find(({ ref }) => ref === mark.ref);
	const half = span ? span.thickness / 2 : mark.size;
	const pad = 1;
	const [from, to] = span ? [span.x, span.x + span.length] : [mark.x - mark.size, mark.x + mark.size];
	const left = Math.max(frameStroke / 2, from - pad);
	return {
		x: left,
		width: Math.min(width - frameStroke / 2, to + pad) - left,
		y: (span?.y ?? mark.y) - half - pad,
		height: 2 * (half + pad)
	};
}

/** The position near the frame’s middle at which the stem crosses least. */
function stemOf(layout: TimelineLayout, mark: Mark, frame: Box): Framed['stem'] {
	const { axis, bridges, lanes, spans, marks, counts = [], font, height } = layout;
	const from = frame.y + frame.height;
	const word = (text: string, x: number, y: number, cost: number) => ({
		...wordBox(text, font.small, x, y),
		cost,
		pad: apart
	});
	const inTheWay = [
		...lanes.map(({ name, x, y }) => {
			const width = textWidth(name, font.small) * 1.1;
			return { ...wordBox(name, font.small, 0, y), x, width, cost: 30, pad: apart };
		}),
		...counts.map(({ text, x, y }) => word(text, x + textWidth(text, font.small) / 2, y, 60)),
		...axis.folds.flatMap(({ lines, x }) => lines.map(({ text, y }) => word(text, x, y, 20))),
		...axis.ticks.map(({ text, x, y, major }) => word(text, x, y + font.small * 0.35, major ? 14 : 8)),
		...bridges.map(({ x2, y2 }) => ({ x: x2 - 6, y: y2 - 6, width: 12, height: 12, cost: 50 })),
		...bridges.map(({ x1, y1, y2 }) => ({
			x: x1 - 1,
			y: Math.min(y1, y2),
			width: 2,
			height: Math.abs(y2 - y1),
			cost: 30
		})),
		...axis.folds.flatMap(({ cuts }) =>
			cuts.map(({ x, y }) => ({ x: x - 4, y: y - 6, width: 8, height: 12, cost: 10 }))
		),
		...spans.map(({ x, y, length, thickness }) => ({
			x,
			y: y - thickness / 2,
			width: length,
			height: thickness,
			cost: 4
		})),
		...marks
			.filter((other) => other.ref !== mark.ref && other.shape === 'dot')
			.map(({ x, y, size, tone }) => ({
				x: x - size,
				y: y - size,
				width: 2 * size,
				height: 2 * size,
				cost: tone === 'lit' ? 30 : 3
			}))
	].filter((box) => box.y + box.height > from);
	const middle = frame.x + frame.width / 2;
	const reach = Math.max(0, frame.width / 2 - 2);
	const places = [middle];
	for (let away = 1; away <= reach; away++) places.push(middle - away, middle + away);
	const costOf = (x: number) =>
		inTheWay.reduce(
			(sum, box) =>
				meets(stemBox({ x, from, to: height }), box, (box as { pad?: number }).pad ?? 1) ? sum + box.cost : sum,
			0
		) +
		(Math.abs(x - middle) / Math.max(1, reach)) * 6;
	const [best] = places.map((x) => ({ x, cost: costOf(x) })).sort((a, b) => a.cost - b.cost);
	return { x: best.x, from, to: height };
}

const nearest = (places: readonly number[], x: number): number | undefined =>
	[...places].sort((a, b) => Math.abs(a - x) - Math.abs(b - x))[0];

/** Labels of the axis move a little along it or are left out; names of lanes move beside the stem. */
function clearOf(layout: TimelineLayout, strokes: readonly Box[]): TimelineLayout {
	const { axis, bridges, lanes, counts = [], font, width } = layout;
	const { small } = font;
	const [, stem] = strokes;
	const crossed = (box: Box) => strokes.some((stroke) => meets(stroke, box, apart - 1));
	const taken = [
		...axis.folds.flatMap(({ lines, x }) => lines.map(({ text, y }) => wordBox(text, small, x, y))),
		...axis.ticks.map(({ text, x, y }) => wordBox(text, small, x, y + small * 0.35)),
		...bridges.map(({ x1, y1, y2 }) => ({ x: x1 - 1, y: Math.min(y1, y2), width: 2, height: Math.abs(y2 - y1) }))
	];
	/** Middle of the nearest free position for a word, its own or one where it still belongs; undefined without one. */
	const placeOf = (own: Box, belongs: (box: Box) => boolean): number | undefined => {
		const others = taken.filter((other) => other.x !== own.x || other.y !== own.y);
		const free = (box: Box) =>
			box.x >= 0 &&
			box.x + box.width <= width &&
			belongs(box) &&
			!crossed(box) &&
			others.every((other) => !meets(other, box, apart * 2));
		const middle = own.x + own.width / 2;
		if (!crossed(own)) return middle;
		for (let by = 1; by <= own.width; by++)
			for (const way of [-by, by]) {
				const box = { ...own, x: own.x + way };
				if (!free(box)) continue;
				taken.push(box);
				return middle + way;
			}
		return undefined;
	};
	const folds = axis.folds.map((fold) => {
		const [line] = fold.lines;
		if (!line) return fold;
		const cuts = fold.cuts.map(({ x }) => x);
		// Its middle stays within the break of the axis.
		const inBreak = ({ x, width }: Box) =>
			x + width / 2 > Math.min(...cuts, fold.x) && x + width / 2 < Math.max(...cuts, fold.x);
		const x = placeOf(wordBox(line.text, small, fold.x, line.y), inBreak);
		return x === undefined ? { ...fold, lines: [] } : { ...fold, x };
	});
	const ticks = axis.ticks.map((tick) => {
		const at = nearest(
			tick.stubs.map(({ x1 }) => x1),
			tick.x
		);
		// Its tick stays above it.
		const atStroke = ({ x, width }: Box) => (at ?? tick.x) > x - 1 && (at ?? tick.x) < x + width + 1;
		const x = placeOf(wordBox(tick.text, small, tick.x, tick.y + small * 0.35), atStroke);
		return x === undefined ? { ...tick, text: '' } : { ...tick, x };
	});
	return {
		...layout,
		axis: { ...axis, folds, ticks },
		lanes: lanes.flatMap((lane) => {
			const wide = textWidth(lane.name, small) * 1.1;
			const box = { ...wordBox(lane.name, small, 0, lane.y), x: lane.x, width: wide };
			if (!crossed(box)) return [lane];
			const x = stem.x + stem.width + apart * 2;
			return x + wide <= width ? [{ ...lane, x }] : [];
		}),
		counts: counts.filter(({ text, x, y }) => !crossed(wordBox(text, small, x + textWidth(text, small) / 2, y)))
	};
}
