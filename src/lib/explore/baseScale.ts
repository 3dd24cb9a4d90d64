/** The scale on which all time fills the window once, also where most events are only counted. */
import { piecewise, timeScale, type Occupied, type TimeScale } from '../layout/timeScale.ts';
import type { ScaleKind } from '../view/view.ts';

/** The number of events in [from, to), ms. */
export interface Amount {
	from: number;
	to: number;
	count: number;
}

/**
 * @param dates of the items that are known one by one
 * @param amounts counts of the others: stretches of equal length on one grid
 */
export function baseScale(
	kind: ScaleKind,
	domain: [number, number],
	range: [number, number],
	dates: readonly Occupied[],
	amounts: readonly Amount[]
): TimeScale {
	if (!amounts.length) return timeScale(kind, domain, range, dates);
	if (kind !== 'even')
		return timeScale(kind, domain, range, [
			...dates,
			...amounts.map(({ from, to }) => ({ min: from, max: to, at: (from + to) / 2 }))
		]);
	return evenScale(domain, range, dates, amounts);
}

/** Gives each stretch of the grid room by the number of its events. */
function evenScale(
	domain: [number, number],
	range: [number, number],
	dates: readonly Occupied[],
	amounts: readonly Amount[]
): TimeScale {
	const length = amounts[0].to - amounts[0].from;
	const origin = amounts[0].from;
	const sums = new Map<number, number>();
	const add = (time: number, count: number) => {
		const place = Math.floor((time - origin) / length);
		sums.set(place, (sums.get(place) ?? 0) + count);
	};
	for (const { at } of dates) add(at, 1);
	for (const { from, count } of amounts) add(from, count);
	const stretches = [...sums].sort((a, b) => a[0] - b[0]);
	const total = stretches.reduce((sum, [, count]) => sum + count, 0);
	let px = range[0];
	return piecewise(
		'even',
		stretches.map(([place, count], index) => {
			const next = stretches[index + 1];
			const start = px;
			px += ((range[1] - range[0]) * count) / total;
			return {
				domain: [
					index ? origin + place * length : Math.min(domain[0], origin + place * length),
					next ? origin + next[0] * length : Math.max(domain[1], origin + (place + 1) * length)
				],
				range: [start, next ? px : range[1]],
				folded: false
			};
		})
	);
}
