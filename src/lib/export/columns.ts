/** Blocks of text set in columns under each other, as evenly as they go. Units are px. */

export interface Columns {
	count: number;
	/** Of each. */
	height: number;
	/** Between two blocks of a column. */
	gap: number;
}

/** A block; what is `ahead` of it stands in the column above it and is never parted from it. */
export interface Piece {
	height: number;
	ahead?: number;
}

export interface Spot {
	column: number;
	/** Of the block; what is ahead of it ends here. */
	y: number;
}

/** @returns a place for each block, in their order; null where they do not fit */
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

/** The lowest height at which blocks that fit still fit, to a px, and their places. */
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
