/** Statistics over several rounds. */

/**
 * @param {readonly number[]} list not empty
 * @param {number} q 0–1
 */
export function quantile(list, q) {
	const sorted = [...list].sort((a, b) => a - b);
	const at = (sorted.length - 1) * q;
	const low = sorted[Math.floor(at)];
	return low + (sorted[Math.ceil(at)] - low) * (at % 1);
}

/** @typedef {{ median: number, min: number, max: number, rounds: number }} Summary */

/**
 * @param {readonly number[]} list not empty
 * @returns {Summary}
 */
export const summary = (list) => ({
	median: quantile(list, 0.5),
	min: Math.min(...list),
	max: Math.max(...list),
	rounds: list.length
});
