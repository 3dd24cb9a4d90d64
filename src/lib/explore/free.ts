/** Finds where something can stand in the picture without covering its words. Pure. */
import type { Box } from '../layout/parts.ts';

/** Distance between two places that are tried, px. */
const step = 8;

/**
 * @param taken boxes in px, like `size` and `room`
 * @returns the free place for a box of this size nearest to the middle; null where there is none
 */
export function freePlace(
	taken: readonly Box[],
	size: { width: number; height: number },
	room: { width: number; height: number }
): { x: number; y: number } | null {
	let best: { x: number; y: number; away: number } | null = null;
	for (let y = step; y + size.height + step <= room.height; y += step)
		for (let x = step; x + size.width + step <= room.width; x += step) {
			const away = Math.hypot(x + size.width / 2 - room.width / 2, y + size.height / 2 - room.height / 2);
			if (best && best.away <= away) continue;
			const meets = (box: Box) =>
				box.x < x + size.width && box.x + box.width > x && box.y < y + size.height && box.y + box.height > y;
			if (!taken.some(meets)) best = { x, y, away };
		}
	return best && { x: best.x, y: best.y };
}

/** What a reader sees in a stretch of the picture: labels, marks and the words on the axis, px of the window. */
export function wordsIn(
	chunks: readonly {
		chunk: { start: number };
		layout: { labels: { box: Box }[]; marks: Point[]; axis: { ticks: Point[] } };
	}[],
	offset: number,
	across: boolean,
	font: { small: number }
): Box[] {
	return chunks.flatMap(({ chunk, layout }) => {
		const by = chunk.start - offset;
		const [dx, dy] = across ? [by, 0] : [0, by];
		const around = ({ x, y }: Point, half: number, tall: number): Box => ({
			x: x + dx - half,
			y: y + dy - tall,
			width: 2 * half,
			height: 2 * tall
		});
		return [
			...layout.labels.map(({ box }) => ({ ...box, x: box.x + dx, y: box.y + dy })),
			...layout.marks.map((mark) => around(mark, 9, 9)),
			...layout.axis.ticks.map((tick) => around(tick, font.small * 3.5, font.small * 0.8))
		];
	});
}

type Point = { x: number; y: number };
