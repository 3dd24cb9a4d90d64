/** The hits of a search: in order of time, which are in view, and where the camera finds the others. Pure. */
import type { Item } from '../view/local.ts';
import { clampCamera, magnify, windowLength, type Camera } from './camera.ts';
import type { Explored } from './scene.ts';

/** @returns the hits by time, without duplicates */
export const hitsInTime = (found: readonly Item[]): Item[] =>
	[...new Map(found.map((item) => [item.ref, item])).values()].sort((a, b) => a.date.at - b.date.at);

/** @param hits by time; `window` in ms */
export const inView = (hits: readonly Item[], [from, to]: readonly [number, number]) =>
	hits.filter(({ date }) => date.at >= from && date.at <= to);

/** The hit nearest to a window’s middle; undefined where there is none. */
export function nearestHit(hits: readonly Item[], [from, to]: readonly [number, number]): Item | undefined {
	const away = ({ date }: Item) => Math.abs(date.at - (from + to) / 2);
	return hits.reduce<Item | undefined>((best, hit) => (best && away(best) <= away(hit) ? best : hit), undefined);
}

/**
 * @param hits by time
 * @param last the hit moved to before; null: none yet, which gives the one nearest to the window
 * @param step 1 for the next, -1 for the one before; the last is followed by the first
 */
export function hitAfter(
	hits: readonly Item[],
	last: string | null,
	step: 1 | -1,
	window: readonly [number, number]
): Item | undefined {
	const index = hits.findIndex(({ ref }) => ref === last);
	if (index < 0) return nearestHit(hits, window);
	return hits[(index + step + hits.length) % hits.length];
}

/** A mark this close to the window’s ends, px, does not count as in view. */
const margin = 24;

/**
 * @returns a camera that shows an item by its own mark: the same camera where it does so already, else one centred on
 * its time, only as near as is needed for the item not to be part of a count
 */
export function cameraOver(scene: Pick<Explored, 'base' | 'at'>, camera: Camera, { ref, date }: Item): Camera {
	const { base } = scene;
	const length = windowLength(base);
	const named = (camera: Camera) => scene.at(camera).some(({ items }) => items.has(ref));
	const place = magnify(base, camera.k)(date.at) - camera.offset;
	if (place >= margin && place <= length - margin && named(camera)) return camera;
	let over = camera;
	for (let k = camera.k; ; k *= 2) {
		const last = over;
		const inside = clampCamera(base, { k, offset: 0 }).k;
		over = clampCamera(base, { k: inside, offset: magnify(base, inside)(date.at) - length / 2 });
		if (named(over) || (k > camera.k && over.k === last.k)) return over;
	}
}
