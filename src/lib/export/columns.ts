/** Blocks of text in columns, balanced as evenly as possible. Units are px. */

export interface Columns {
	count: number;
	/** Height of each column. */
	height: number;
	/** Gap between two blocks of a column. */
	gap: number;
}

/** A block; `ahead` is the height of a heading above it, which stays in the same column. */
export interface Piece {
	height: number;
	ahead?: number;
}

export interface Spot {
	column: number;
	/** Top of the block; its heading ends here. */
	y: number;
}

/** @returns a position for each block, in their order; null where they do not fit */
export function flow(pieces: readonly Piece[], { count, height, gap }: Columns): Spot[] | null {
	const spots: Spot[] = [];
	let [column, y] = [0, 0];
	for (const { height: own, ahead = 0 } of pieces) {
		let top = y + (y ? gap : 0) + ahead;
		if (top + own > height) {
			[column, top] = [column + 1, ahead];
			if (column === count || top + own > height) return null;
		}
		spots.push({ column, y: top });
		y = top + own;
	}
	return spots;
}

/** The lowest height, to within 1 px, at which the blocks fit, and their positions; null where they never fit. */
export function balance(pieces: readonly Piece[], columns: Columns): { height: number; spots: Spot[] } | null {
	let best = flow(pieces, columns);
	if (!best) return null;
	let [low, high] = [0, columns.height];
	while (high - low > 1) {
		const middle = (low + high) / 2;
		const spots = flow(pieces, { ...columns, height: middle });
		if (spots) [best, high] = [spots, middle];
		else low = middle;
	}
	return { height: high, spots: best };
}
