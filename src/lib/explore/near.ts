import type { Line, TimelineLayout } from '../layout/parts.ts';

/**
 * The part of a long layout near the window; the rest need not be on the page.
 * @param from px of the layout, along time
 * @returns the layout, reduced to what lies within [from, to]
 */
export function near(layout: TimelineLayout, from: number, to: number): TimelineLayout {
	const along = layout.orientation === 'across' ? 'x' : 'y';
	const meets = (a: number, b: number) => Math.max(a, b) >= from && Math.min(a, b) <= to;
	const at = (point: { x: number; y: number }) => meets(point[along], point[along]);
	const line = (line: Line) => meets(line[`${along}1`], line[`${along}2`]);
	const marks = layout.marks.filter(at);
	const refs = new Set(marks.map(({ ref }) => ref));
	return {
		...layout,
		axis: { ...layout.axis, ticks: layout.axis.ticks.filter(at) },
		spans: layout.spans.filter((span) => meets(span[along], span[along] + span.length)),
		bridges: layout.bridges.filter(line),
		links: layout.links.filter(line),
		joins: layout.joins.filter(line),
		marks,
		labels: layout.labels.filter(({ ref }) => refs.has(ref))
	};
}
