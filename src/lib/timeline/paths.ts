/** SVG path data for the parts of a timeline, shared by both renderers of a layout (Timeline.svelte, way.ts). */
import type { Bracket, Bridge, Lane, Line, MarkKind, Span } from '../layout/parts.ts';
import { px } from '../layout/px.ts';
import { kinds, type MarkShape as KindShape } from '../view/items.ts';

/**
 * A leader from the point in time to the words: straight with one bend, or a curve across the axis.
 * @param across time runs across
 */
export function linkPath({ x1, y1, x2, y2, elbow }: Line & { elbow?: number }, across: boolean): string {
	// Along the row of words, then straight to the line.
	if (across && elbow === y2) return `M${px(x2)},${px(y2)}H${px(x1)}V${px(y1)}`;
	if (elbow !== undefined)
		return across
			? `M${px(x2)},${px(y2)}V${px(elbow)}L${px(x1)},${px(y1)}`
			: `M${px(x2)},${px(y2)}H${px(elbow)}L${px(x1)},${px(y1)}`;
	const bend = across ? (y1 + y2) / 2 : (x1 + x2) / 2;
	const turns = across ? `${px(x1)},${px(bend)} ${px(x2)},${px(bend)}` : `${px(bend)},${px(y1)} ${px(bend)},${px(y2)}`;
	return `M${px(x1)},${px(y1)}C${turns} ${px(x2)},${px(y2)}`;
}

/** The rule above a lane’s words, and its bend into the axis line. */
export function rulePath({ x1, x2, y }: NonNullable<Lane['rule']>): string {
	const way = Math.sign(x2 - x1) * Math.min(6, Math.abs(x2 - x1));
	return `M${px(x1)},${px(y)}H${px(x2 - way)}Q${px(x2)},${px(y)} ${px(x2)},${px(y + Math.abs(way))}`;
}

/** A line along the words, with a foot at each end. */
export const bracketPath = ({ x, y, length, dir }: Bracket, across: boolean): string =>
	across
		? `M${px(x)},${px(y + dir * 6)}V${px(y)}H${px(x + length)}V${px(y + dir * 6)}`
		: `M${px(x + dir * 6)},${px(y)}H${px(x)}V${px(y + length)}H${px(x + dir * 6)}`;

/** The line between sides, interrupted for 14 px at each line that it only passes. */
export function bridgePath({ x1, y1, x2, y2, gaps = [] }: Bridge): string {
	if (!gaps.length) return `M${x1},${y1}L${x2},${y2}`;
	const way = Math.sign(x2 - x1);
	const passed = [...gaps].sort((a, b) => way * (a - b)).map((x) => `H${px(x - way * 7)}M${px(x + way * 7)},${px(y1)}`);
	return `M${px(x1)},${px(y1)}${passed.join('')}L${px(x2)},${px(y2)}`;
}

/** A break’s cut through an axis line. */
export const cutPath = ({ x, y }: { x: number; y: number }, across: boolean): string =>
	across ? `M${x - 3},${y + 6}L${x + 3},${y - 6}` : `M${x - 7},${y + 3}L${x + 7},${y - 3}`;

/** Slanted strokes between two end strokes, as one path: a pattern would need an id and a definition for every span. */
export function hatchPath(span: Pick<Span, 'x' | 'y' | 'length' | 'thickness'>, across: boolean): string {
	const [along, side] = across ? [span.x, span.y] : [span.y, span.x];
	const half = span.thickness / 2;
	const point = (a: number, s: number) => (across ? `${px(a)},${px(s)}` : `${px(s)},${px(a)}`);
	const line = (a1: number, s1: number, a2: number, s2: number) => `M${point(a1, s1)}L${point(a2, s2)}`;
	const strokes = [along, along + span.length].map((a) => line(a, side - half - 1.5, a, side + half + 1.5));
	for (let a = along + span.thickness; a < along + span.length; a += 6)
		strokes.push(line(a, side - half, a - span.thickness, side + half));
	return strokes.join('');
}

/** Opacity of a span along its length: an uncertain end fades, which says “somewhere here” and shows no limit. */
export const softStops = ({ softStart, softEnd }: Pick<Span, 'softStart' | 'softEnd'>) => [
	{ offset: 0, strength: softStart ? 0 : 1 },
	{ offset: softStart ? 0.35 : 0, strength: 1 },
	{ offset: softEnd ? 0.65 : 1, strength: 1 },
	{ offset: 1, strength: softEnd ? 0 : 1 }
];

export const shapeOf = (kind: MarkKind): MarkShape => (kind === 'cluster' ? 'lines' : kinds[kind].mark);
type MarkShape = KindShape | 'lines';

/**
 * The shape of a mark around the origin: a speech balloon for a quotation, bars for a figure, lines for a cluster; null
 * for a disc, which stands for an event and for all marks too small to tell apart.
 * @param s half its width, px
 */
export function markPath(kind: MarkKind, s: number): string | null {
	const shape = shapeOf(kind);
	if (shape === 'lines') return `M${-s},${-s * 0.9}H${s}M${-s},0H${s}M${-s},${s * 0.9}H${s}`;
	if (shape === 'disc' || s < 4) return null;
	if (shape === 'balloon')
		return `M${-s},${-s * 0.9}H${s}V${s * 0.5}H${-s * 0.1}L${-s * 0.6},${s * 1.1}V${s * 0.5}H${-s}Z`;
	return `M${-s},${s}V${s * 0.1}H${-s * 0.45}V${s}ZM${-s * 0.27},${s}V${-s * 0.4}H${s * 0.27}V${s}ZM${s * 0.45},${s}V${-s}H${s}V${s}Z`;
}

/** Width of the outline around a mark, px: in the paper’s colour, or of the lines themselves. */
export const markEdge: Record<MarkShape, number> = { disc: 1.5, balloon: 1, bars: 0.75, lines: 3 };
