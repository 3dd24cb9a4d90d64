/** Between two layouts: what both have moves, what one has fades. At 0 and 1 the layouts themselves. */
import type { TimelineLayout } from './parts.ts';

/** 0–1; parts of a settled layout have none. */
export type Faded<T> = T & { opacity?: number };

type Numbers = { [key: string]: unknown };

/**
 * @param t 0–1
 * @returns a layout in which parts with the same key stand between their two places; both must have one orientation
 */
export function mixLayouts(a: TimelineLayout, b: TimelineLayout, t: number): TimelineLayout {
	if (t <= 0 || a === b) return a;
	if (t >= 1) return b;
	// What goes is gone at the half, what comes begins there: two pictures are never read over each other.
	const leave = Math.max(0, 1 - 2 * t);
	const enter = Math.max(0, 2 * t - 1);
	const mix = <T extends object>(from: T[], to: T[], key: (part: T) => string): T[] => {
		const before = new Map(from.map((part) => [key(part), part]));
		const after = new Set(to.map(key));
		return [
			...from.filter((part) => !after.has(key(part)) && leave > 0).map((part) => ({ ...part, opacity: leave })),
			...to.flatMap((part) => {
				const old = before.get(key(part));
				if (old) return between(old as Numbers, part, t);
				return enter > 0 ? { ...part, opacity: enter } : [];
			})
		];
	};
	const byRef = (part: { ref: string }) => part.ref;
	return {
		...b,
		axis: {
			lines: t < 0.5 ? a.axis.lines : b.axis.lines,
			ticks: mix(a.axis.ticks, b.axis.ticks, (tick) => `${tick.text} ${tick.major}`),
			folds: t < 0.5 ? a.axis.folds : b.axis.folds,
			before: t < 0.5 ? a.axis.before : b.axis.before,
			after: t < 0.5 ? a.axis.after : b.axis.after
		},
		spans: mix(a.spans, b.spans, byRef),
		bridges: mix(a.bridges, b.bridges, (bridge) => bridge.ref + bridge.colours[1]),
		links: mix(a.links, b.links, byRef),
		joins: t < 0.5 ? a.joins : b.joins,
		marks: mix(a.marks, b.marks, byRef),
		labels: mix(a.labels, b.labels, (label) => label.ref + label.lines.map(({ text }) => text).join())
	};
}

/**
 * Numbers move; everything else is the new part’s. Nested parts (a label’s lines) move in step. What does not move stays
 * the same object, so that nothing is drawn anew for it.
 */
function between<T extends object>(from: Numbers, to: T, t: number): T {
	const moved: [string, unknown][] = [];
	for (const [key, value] of Object.entries(to)) {
		const old = from[key];
		if (typeof value === 'number' && typeof old === 'number') {
			if (Math.abs(value - old) > 0.05) moved.push([key, old + (value - old) * t]);
		} else if (
			Array.isArray(value) &&
			Array.isArray(old) &&
			value.length === old.length &&
			typeof value[0] === 'object'
		) {
			const parts = value.map((part, index) => between(old[index] as Numbers, part, t));
			if (parts.some((part, index) => part !== value[index])) moved.push([key, parts]);
		} else if (key === 'box') {
			const box = between(old as Numbers, value as object, t);
			if (box !== value) moved.push([key, box]);
		}
	}
	return moved.length ? { ...to, ...Object.fromEntries(moved) } : to;
}
