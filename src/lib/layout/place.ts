/** Placing rows along one dimension: no overlap, inside the bounds, order kept, least moved. */

/**
 * Exact least squares: with each row’s distance from the top of the pile taken off, the problem is an isotonic
 * regression (pool adjacent violators; Robertson, Wright & Dykstra 1988), and cutting its solution to the bounds stays optimal.
 * @param wanted centres, px, in the order the rows must keep
 * @param heights px, gaps included; their sum must fit between `from` and `to`
 * @param weights how much it counts that a row is moved; 1 each by default
 * @returns centres, px
 * @throws RangeError where the rows do not fit
 */
export function placeRows(
	wanted: readonly number[],
	heights: readonly number[],
	from: number,
	to: number,
	weights?: readonly number[]
): number[] {
	const total = heights.reduce((sum, height) => sum + height, 0);
	if (total > to - from + 1e-6) throw new RangeError(`rows of ${total} px do not fit into ${to - from} px`);

	const offsets: number[] = [];
	let sum = 0;
	for (const height of heights) {
		offsets.push(sum + height / 2);
		sum += height;
	}
	// Pools of rows that touch: their weighted mean and how many.
	const pools: { mean: number; weight: number; count: number }[] = [];
	wanted.forEach((value, index) => {
		let pool = { mean: value - offsets[index], weight: weights?.[index] ?? 1, count: 1 };
		while (pools.length && pools[pools.length - 1].mean >= pool.mean) {
			const above = pools.pop()!;
			const weight = above.weight + pool.weight;
			const mean = (above.mean * above.weight + pool.mean * pool.weight) / weight;
			pool = { mean, weight, count: above.count + pool.count };
		}
		pools.push(pool);
	});
	const tops = pools.flatMap(({ mean, count }) =>
		Array.from({ length: count }, () => Math.min(Math.max(mean, from), to - total))
	);
	return tops.map((top, index) => top + offsets[index]);
}
