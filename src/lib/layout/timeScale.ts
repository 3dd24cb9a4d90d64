/**
 * Maps time to px, with the interface of a d3 scale. One piecewise linear scale serves all three kinds: true (one
 * piece), folded (empty stretches are short pieces, drawn as breaks) and even (one piece from date to date).
 */
import { pairs } from 'd3';
import type { ScaleKind } from '../view/view.ts';

/** Length of a folded stretch, px. */
export const foldLength = 46;

export interface Piece {
	/** Time, ms. */
	domain: [number, number];
	/** px */
	range: [number, number];
	folded: boolean;
	/** For a fold, the whole empty stretch that it stands for, ms. */
	gap?: [number, number];
}

export interface TimeScale {
	(time: number): number;
	invert(px: number): number;
	domain(): [number, number];
	range(): [number, number];
	copy(): TimeScale;
	readonly kind: ScaleKind;
	readonly pieces: readonly Piece[];
	/** The stretches between the folds, where pieces are finer than that. */
	readonly stretches?: readonly Piece[];
}

/** The parts of a dated item that a scale needs: its span and the time of its mark, ms (infinite where open). */
export interface Occupied {
	min: number;
	max: number;
	at: number;
}

/**
 * @param domain the stretch of time drawn, ms, start before end
 * @param range px, start before end
 * @param occupied spans of all the story’s items: folding uses all of them, so that a filter does not move the axis
 */
export function timeScale(
	kind: ScaleKind,
	domain: [number, number],
	range: [number, number],
	occupied: readonly Occupied[]
): TimeScale {
	const inside = occupied.filter(({ min, max }) => max > domain[0] && min < domain[1]);
	if (kind === 'folded') return piecewise(kind, foldedPieces(domain, range, inside));
	if (kind === 'even') return piecewise(kind, evenPieces(domain, range, inside));
	return piecewise(kind, [{ domain, range, folded: false }]);
}

/** @param pieces in order, without gaps where there is any item */
export function piecewise(kind: ScaleKind, pieces: readonly Piece[]): TimeScale {
	const find = (side: 'domain' | 'range', value: number) => {
		let n = pieces.length - 1;
		while (n > 0 && !(pieces[n][side][0] <= value)) n--;
		return pieces[n];
	};
	// Beyond the ends the outermost pieces continue, as in an unclamped d3 scale. An empty domain maps to one place.
	const go = (value: number, [a, b]: readonly [number, number], [from, to]: readonly [number, number]) =>
		b > a ? from + ((value - a) / (b - a)) * (to - from) : from;
	const scale = ((time: number) => {
		const { domain, range } = find('domain', time);
		return go(time, domain, range);
	}) as TimeScale & { kind: ScaleKind; pieces: readonly Piece[] };
	scale.invert = (px) => {
		const { domain, range } = find('range', px);
		return go(px, range, domain);
	};
	const last = pieces[pieces.length - 1];
	scale.domain = () => [pieces[0].domain[0], last.domain[1]];
	scale.range = () => [pieces[0].range[0], last.range[1]];
	scale.copy = () => piecewise(kind, pieces);
	return Object.assign(scale, { kind, pieces });
}

/** The empty stretches between occupied spans within the domain, longest first. The domain’s own ends are not gaps. */
function gaps(domain: [number, number], occupied: readonly Occupied[]): [number, number][] {
	// An open end tells nothing about that time, so only the known end occupies any.
	const known = (end: number, other: number) => (Number.isFinite(end) ? end : other);
	const inside = (time: number) => Math.min(domain[1], Math.max(domain[0], time));
	const spans = occupied
		.map(({ min, max }): [number, number] => [inside(known(min, max)), inside(known(max, min))])
		.sort((a, b) => a[0] - b[0]);
	const found: [number, number][] = [];
	let end = spans.length ? spans[0][1] : domain[1];
	for (const [min, max] of spans) {
		if (min > end) found.push([end, min]);
		end = Math.max(end, max);
	}
	return found.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

/**
 * Chooses where the axis is broken. A gap is folded when it is longer than half of all the rest that is drawn to scale:
 * no length in years is built in, so a story of a week folds like one of a millennium. A margin (a tenth of the fold)
 * keeps marks off the break.
 * @param domain ms
 * @param range px: folds take at most a third of it
 * @param always this many folds may exceed that limit
 * @returns the stretches of time left out, ms, in order, and the whole gap that each stands for
 */
export function foldsOf(
	domain: [number, number],
	range: [number, number],
	occupied: readonly Occupied[],
	always = 0
): { breaks: [number, number][]; gaps: [number, number][] } {
	const inside = occupied.filter(({ min, max }) => max > domain[0] && min < domain[1]);
	let drawn = domain[1] - domain[0];
	const folds: [number, number][] = [];
	for (const gap of gaps(domain, inside)) {
		const length = gap[1] - gap[0];
		const tooMany = folds.length >= always && (folds.length + 1) * foldLength > (range[1] - range[0]) / 3;
		// A gap that fills the domain has nothing beside it to fold towards.
		if (length >= drawn || length <= (drawn - length) / 2 || tooMany) break;
		drawn -= length;
		folds.push(gap);
	}
	folds.sort((a, b) => a[0] - b[0]);
	const margin = Math.min(drawn * 0.02, ...folds.map(([a, b]) => (b - a) / 10));
	return { breaks: folds.map(([a, b]): [number, number] => [a + margin, b - margin]), gaps: folds };
}

/** Gives each stretch between folds room by its share of the dates and, with less weight, of the time. */
function foldedPieces(domain: [number, number], range: [number, number], occupied: readonly Occupied[]): Piece[] {
	const { breaks, gaps: folds } = foldsOf(domain, range, occupied);
	if (!breaks.length) return [{ domain, range, folded: false }];

	const edges = [domain[0], ...breaks.flat(), domain[1]];
	const stretches = pairs(edges).filter((_, index) => index % 2 === 0);
	const dates = stretches.map(([a, b]) => 1 + occupied.filter(({ at }) => at >= a && at < b).length);
	const time = stretches.reduce((sum, [a, b]) => sum + b - a, 0);
	const allDates = dates.reduce((sum, n) => sum + n, 0);
	const room = range[1] - range[0] - breaks.length * foldLength;

	const pieces: Piece[] = [];
	let px = range[0];
	const push = (domain: [number, number], length: number, gap?: [number, number]) => {
		pieces.push({ domain, range: [px, (px += length)], folded: gap !== undefined, gap });
	};
	stretches.forEach(([a, b], index) => {
		push([a, b], room * (0.25 * ((b - a) / time) + 0.75 * (dates[index] / allDates)));
		if (breaks[index]) push(breaks[index], foldLength, folds[index]);
	});
	pieces[pieces.length - 1].range[1] = range[1];
	return pieces;
}

/** One step from date to date, half a step at each end. */
function evenPieces(domain: [number, number], range: [number, number], occupied: readonly Occupied[]): Piece[] {
	const dates = [...new Set(occupied.map(({ at }) => at))]
		.filter((at) => at > domain[0] && at < domain[1])
		.sort((a, b) => a - b);
	const stops = [domain[0], ...dates, domain[1]];
	const step = (range[1] - range[0]) / Math.max(1, dates.length);
	const px = (index: number) =>
		index === 0 ? range[0] : index === stops.length - 1 ? range[1] : range[0] + step * (index - 0.5);
	return pairs(stops).map((domain, index) => ({ domain, range: [px(index), px(index + 1)], folded: false }));
}
