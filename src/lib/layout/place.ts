/** Places rows along one dimension without overlap, inside the bounds, in order, moved as little as possible. */

/**
 * Exact least squares: after subtracting each row’s offset in the stack, the problem is an isotonic regression (pool
 * adjacent violators; Robertson, Wright & Dykstra 1988), and clamping its solution to the bounds keeps it optimal.
 * @param wanted centres, px, in the order that the rows must keep
 * @param heights px, gaps included; their sum must fit between `from` and `to`
 * @param weights the cost of moving each row; 1 by default
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
	// Pools of touching rows: their weighted mean, total weight and number.
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
