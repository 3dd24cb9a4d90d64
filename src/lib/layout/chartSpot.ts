/** Finds where a plot is free of points, lines and words. */
import { max, range } from 'd3';
import type { Box, Line } from './parts.ts';

/** What a free place must avoid. */
export interface Obstacles {
	boxes: Box[];
	segments: Line[];
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
	x: x - by,
	y: y - by,
	width: width + 2 * by,
	height: height + 2 * by
});

const meet = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether a segment passes through a box (Liang and Barsky, 1984). */
export function crosses({ x1, y1, x2, y2 }: Line, { x, y, width, height }: Box): boolean {
	let [from, to] = [0, 1];
	const edges = [
		[x1 - x2, x1 - x],
		[x2 - x1, x + width - x1],
		[y1 - y2, y1 - y],
		[y2 - y1, y + height - y1]
	];
	for (const [direction, distance] of edges) {
		if (direction === 0) {
			if (distance < 0) return false;
		} else if (direction < 0) from = Math.max(from, distance / direction);
		else to = Math.min(to, distance / direction);
	}
	return from <= to;
}

/** @param margin px that must stay free around the box */
export function isFree(box: Box, { boxes, segments }: Obstacles, margin: number): boolean {
	const wide = grown(box, margin);
	return !boxes.some((other) => meet(wide, other)) && !segments.some((segment) => crosses(segment, wide));
}

const step = 4;
/** Prefers the bottom right among similar corners: below rising lines there is also room beside it. */
const favour = 1.4;
const corners = [
	{ right: true, bottom: true },
	{ right: false, bottom: false },
	{ right: false, bottom: true },
	{ right: true, bottom: false }
];

/**
 * A place for a text that can be set wide and low or narrow and high: in the corner of the region with the largest free
 * rectangle, as wide as fits there.
 * @param sizes from wide to narrow
 * @returns index of the size, and the top left corner; null where none fits
 */
export function cornerSpot(
	sizes: readonly { width: number; height: number }[],
	region: Box,
	obstacles: Obstacles,
	margin: number
): { index: number; x: number; y: number } | null {
	const right = region.x + region.width;
	const bottom = region.y + region.height;
	const boxAt = (corner: (typeof corners)[number], width: number, height: number): Box => ({
		x: corner.right ? right - width : region.x,
		y: corner.bottom ? bottom - height : region.y,
		width,
		height
	});
	const reach = (corner: (typeof corners)[number], width: number) => {
		if (width > region.width) return 0;
		const heights = range(step, region.height, step);
		const stop = heights.findIndex((height) => !isFree(boxAt(corner, width, height), obstacles, margin));
		return stop < 0 ? region.height : stop * step;
	};
	const found = corners.flatMap((corner) => {
		const index = sizes.findIndex(({ width, height }) => reach(corner, width) >= height);
		if (index < 0) return [];
		const widths = range(40, region.width, 24);
		return [
			{
				corner,
				index,
				area: (max(widths, (width) => width * reach(corner, width)) ?? 0) * (corner === corners[0] ? favour : 1)
			}
		];
	});
	const best = found.sort((a, b) => b.area - a.area)[0];
	if (!best) return null;
	const { width, height } = sizes[best.index];
	// Moved away from the edge where there is height to spare.
	const spare = Math.min((reach(best.corner, width) - height) / 2, 60);
	const box = boxAt(best.corner, width, height);
	return { index: best.index, x: box.x, y: box.y + (best.corner.bottom ? -spare : spare) };
}
