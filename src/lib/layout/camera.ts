/**
 * The transition from one scene’s picture to another, like a camera: out far enough to see both, then in (van Wijk and
 * Nuij, “Smooth and Efficient Zooming and Panning”, 2003; d3.interpolateZoom). Between windows that mostly overlap it
 * is linear. At 0 and 1 it returns the pictures themselves; in between it depends only on the two pictures and t.
 */
import { easeCubicInOut, interpolateZoom } from 'd3';
import { MovedParts, type TimePlace } from './movedParts.ts';
import type { AxisTick, Box, Faded, Label, Mark } from './parts.ts';
import type { SceneLayout } from './scene.ts';
import { piecewise, type TimeScale } from './timeScale.ts';

/** Words fade out and in during these parts of the transition, 0–1. */
const ramp = (t: number, from: number, to: number) => Math.max(0, Math.min(1, (t - from) / (to - from)));
const leaving = (t: number) => 1 - ramp(t, 0.32, 0.62);
const coming = (t: number) => ramp(t, 0.4, 0.7);
/** Windows that share at least this much of their union need no zooming out. */
const near = 0.35;
/** The part of the transition in which the first picture’s scale turns linear, and later the next one’s returns. */
const unfolding = 0.35;

/**
 * @param a, b for the same frame and story
 * @returns what is drawn at t, 0–1
 */
export function cameraPath(a: SceneLayout, b: SceneLayout): (t: number) => SceneLayout {
	if (a === b) return () => b;
	const placeAt = placesBetween(a.scale, b.scale);
	const known = {
		a: marksOf(a),
		b: marksOf(b),
		all: new Map([...a.passed, ...b.passed].map((mark) => [mark.ref, mark]))
	};
	return (t) => {
		if (t <= 0) return a;
		if (t >= 1) return b;
		return between(a, b, t, placeAt(t), known);
	};
}

const marksOf = ({ marks }: SceneLayout) => new Map<string, Mark>(marks.map((mark) => [mark.ref, mark]));

/** Marks by ref: those of each picture, and all that the camera passes. */
interface Known {
	a: ReadonlyMap<string, Mark>;
	b: ReadonlyMap<string, Mark>;
	all: ReadonlyMap<string, SceneLayout['passed'][number]>;
}

/** Position of a time at t, px: monotone at every t, since a weighted mean of two monotone scales is monotone. */
function placesBetween(a: TimeScale, b: TimeScale): (t: number) => TimePlace {
	const [from, to] = [a.domain(), b.domain()];
	const shared = Math.min(from[1], to[1]) - Math.max(from[0], to[0]);
	const all = Math.max(from[1], to[1]) - Math.min(from[0], to[0]);
	if (shared / all >= near) {
		return (t) => {
			const e = easeCubicInOut(t);
			return (time) => a(time) * (1 - e) + b(time) * e;
		};
	}
	const view = ([start, end]: [number, number]): [number, number, number] => [(start + end) / 2, 0, end - start];
	const zoom = interpolateZoom(view(from), view(to));
	return (t) => {
		const e = easeCubicInOut(t);
		const [middle, , length] = zoom(e);
		const [top, bottom] = [0, 1].map((end) => a.range()[end] * (1 - e) + b.range()[end] * e);
		const plain: TimePlace = (time) => top + ((time - middle) / length + 0.5) * (bottom - top);
		const folded = t < 0.5 ? a : b;
		const k = easeCubicInOut(Math.min(1, Math.min(t, 1 - t) / unfolding));
		return (time) => folded(time) * (1 - k) + plain(time) * k;
	};
}

function between(a: SceneLayout, b: SceneLayout, t: number, place: TimePlace, known: Known): SceneLayout {
	const e = easeCubicInOut(t);
	const [out, into] = [leaving(t), coming(t)];
	const range: [number, number] = [0, 1].map((end) => a.range[end] * (1 - e) + b.range[end] * e) as [number, number];
	const side = {
		a: new MovedParts(a, b, e, place, range, known.a),
		b: new MovedParts(b, a, 1 - e, place, range, known.b)
	};
	let scale: TimeScale | undefined;
	const [labelsA, labelsB] = [side.a.labels(out), side.b.labels(into)];
	const labels = freeLabels([...labelsA, ...labelsB], range);
	const named = (own: readonly Label[]) => new Set(own.filter((label) => labels.includes(label)).map(({ ref }) => ref));
	const [namedA, namedB] = [named(labelsA), named(labelsB)];
	const [nearer, moved] = t < 0.5 ? [a, side.a] : [b, side.b];
	return {
		...nearer,
		// Computed lazily: it is only needed where another transition begins here, which is rare.
		get scale() {
			return (scale ??= sampled(a, b, place));
		},
		range,
		axis: {
			lines: nearer.spines.map(({ x, colour }) => {
				const rule = nearer.lanes.find(({ rule }) => rule && Math.abs(rule.x2 - x) < 1)?.rule;
				return { x1: moved.x(x), x2: moved.x(x), y1: rule ? rule.y + 6 : range[0], y2: range[1], colour };
			}),
			ticks: ticksBetween(side.a.ticks(1 - handOver(t)), side.b.ticks(handOver(t)), a.font.small * 1.7),
			folds: t < 0.5 ? side.a.folds(out) : side.b.folds(into),
			before: null,
			after: null
		},
		lanes: moved.lanes(),
		spans: [...side.a.spans(out, namedB), ...side.b.spans(into, new Set())],
		bridges: [...side.a.bridges(out, namedB), ...side.b.bridges(into, new Set())],
		links: [...side.a.links(out, namedA), ...side.b.links(into, namedB)],
		joins: [],
		marks: marksBetween(a, b, e, place, range, side, known),
		labels,
		brackets: [...side.a.brackets(out, namedA), ...side.b.brackets(into, namedB)],
		counts: [],
		key: undefined
	};
}

/** Rises from 0 to 1 around the middle, as one picture’s ticks give way to the other’s. */
const handOver = (t: number) => ramp(t, 0.4, 0.6);

/** All marks of both pictures, and all that the camera passes, where their times are now. */
function marksBetween(
	a: SceneLayout,
	b: SceneLayout,
	e: number,
	place: TimePlace,
	range: [number, number],
	side: { a: MovedParts; b: MovedParts },
	known: Known
): Faded<Mark>[] {
	return [...known.all.values()].flatMap((passed): Faded<Mark>[] => {
		const [one, other] = [known.a.get(passed.ref), known.b.get(passed.ref)];
		const nearer = (e < 0.5 ? (one ?? other) : (other ?? one)) ?? passed;
		// A dot of a bunch stands beside its time; this offset is interpolated between the pictures.
		const aside = (one ? one.y - a.scale(passed.at) : 0) * (1 - e) + (other ? other.y - b.scale(passed.at) : 0) * e;
		const y = place(passed.at) + (Math.abs(aside) < 60 ? aside : 0);
		if (y < range[0] - 1 || y > range[1] + 1) return [];
		const xs = [one ? side.a.x(one.x) : side.a.x(passed.x), other ? side.b.x(other.x) : side.b.x(passed.x)];
		const x = one && other ? xs[0] * (1 - e) + xs[1] * e : one ? xs[0] : xs[1];
		const shape = nearer.shape === 'none' && !(one?.shape === 'none' && other?.shape === 'none') ? 'dot' : nearer.shape;
		const size = (one?.size ?? passed.size) * (1 - e) + (other?.size ?? passed.size) * e;
		return [{ ...nearer, x, y, size, shape }];
	});
}

/** Ticks at their places; where two are too close, the more opaque one stays. */
function ticksBetween(from: Faded<AxisTick>[], to: Faded<AxisTick>[], gap: number): Faded<AxisTick>[] {
	const kept: Faded<AxisTick>[] = [];
	const all = [...from, ...to].sort(
		(a, b) => (b.opacity ?? 1) - (a.opacity ?? 1) || Number(b.major) - Number(a.major) || a.y - b.y
	);
	for (const tick of all) if (kept.every(({ y }) => Math.abs(y - tick.y) >= gap)) kept.push(tick);
	return kept.sort((a, b) => a.y - b.y);
}

/** The more opaque ones of labels that would overlap, as far as they are within the picture. */
function freeLabels(labels: readonly Faded<Label>[], range: [number, number]): Faded<Label>[] {
	const taken: Box[] = [];
	return [...labels]
		.sort((a, b) => (b.opacity ?? 1) - (a.opacity ?? 1))
		.filter(({ box }) => isFree(box, taken, range) && taken.push(box));
}

const isFree = (box: Box, kept: readonly Box[], [from, to]: [number, number]) =>
	box.y >= from - 12 &&
	box.y + box.height <= to + 8 &&
	kept.every(
		(one) =>
			one.y + one.height <= box.y ||
			one.y >= box.y + box.height ||
			one.x + one.width <= box.x ||
			one.x >= box.x + box.width
	);

/** The scale at this point, in a form that another transition can start from. */
function sampled(a: SceneLayout, b: SceneLayout, place: TimePlace): TimeScale {
	const [from, to] = [a.scale, b.scale].map((scale) => scale.domain());
	const ends = [Math.min(from[0], to[0]), Math.max(from[1], to[1])];
	const knots = [...a.scale.pieces, ...b.scale.pieces].flatMap(({ domain }) => domain);
	const times = [...new Set([...ends, ...knots])].sort((x, y) => x - y);
	return piecewise(
		'true',
		times.slice(1).map((time, index) => ({
			domain: [times[index], time],
			range: [place(times[index]), place(time)],
			folded: false
		}))
	);
}
