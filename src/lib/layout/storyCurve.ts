/**
 * The story curve (Kim et al., Visualizing Nonlinear Narratives with Story Curves, 2017): from left to right the scenes
 * as told, from top to bottom in the order in which they happened. Runs where the site is built.
 */
import { curveMonotoneX, line, scaleLinear } from 'd3';

export interface CurvePoint {
	/** Of the scene. */
	id: string;
	x: number;
	y: number;
	/** Place in the telling, from 0. */
	order: number;
	/** Place in time, from 0; scenes of the same time share one. */
	rank: number;
}

export interface CurveLayout {
	width: number;
	height: number;
	/** For `d` of a path. */
	path: string;
	/** In told order. */
	points: CurvePoint[];
}

/**
 * @param scenes in told order; `when`: earliest and latest time, ms
 * @param size px; `pad`: between the points and the edge
 */
export function layoutCurve(
	scenes: readonly { id: string; when: readonly [number, number] }[],
	size: { width: number; height: number; pad: number }
): CurveLayout {
	const { width, height, pad } = size;
	const ranks = new Map<string, number>();
	for (const { when } of [...scenes].sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1]))
		if (!ranks.has(when.join())) ranks.set(when.join(), ranks.size);

	// Where all is one place it lies in the middle.
	const spread = (places: number, length: number) =>
		places > 1 ? scaleLinear([0, places - 1], [pad, length - pad]) : scaleLinear([0, 1], [length / 2, length / 2]);
	const x = spread(scenes.length, width);
	const y = spread(ranks.size, height);
	const round = (px: number) => Math.round(px * 100) / 100;
	const points = scenes.map(({ id, when }, order): CurvePoint => {
		const rank = ranks.get(when.join())!;
		return { id, x: round(x(order)), y: round(y(rank)), order, rank };
	});
	const path = line<CurvePoint>(
		(point) => point.x,
		(point) => point.y
	).curve(curveMonotoneX)(points);
	return { width, height, path: path ?? '', points };
}
