/** How the camera gets to a hit of a search; loaded with the first, since what it rests on is large. Pure. */
import { interpolateZoom } from 'd3';
import type { TimeScale } from '../layout/timeScale.ts';
import { clampCamera, magnify, windowLength, type Camera } from './camera.ts';

/** @returns the flight of a camera between two positions (van Wijk & Nuij): out to see both, then in */
export function flight(base: TimeScale, from: Camera, to: Camera): (share: number) => Camera {
	const length = windowLength(base);
	const seen = ({ k, offset }: Camera): [number, number, number] => [
		base(magnify(base, k, false).invert(offset + length / 2)),
		0,
		length / k
	];
	const way = interpolateZoom(seen(from), seen(to));
	return (share) => {
		if (share >= 1) return to;
		const [middle, , wide] = way(share);
		const k = length / wide;
		return clampCamera(base, { k, offset: magnify(base, k, false)(base.invert(middle)) - length / 2 });
	};
}
