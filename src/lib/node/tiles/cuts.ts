/** Where a table is cut by time into parts with tiles of their own: never within a tile that is not divided. */
import {
	fewEvents,
	finestLevel,
	kidOf,
	kids,
	leafEvents,
	rootId,
	tileKey,
	tileLength,
	tileStart,
	type TileId,
	type TileMeta
} from '../../tiles/format.ts';
import type { Span } from './table.ts';

/**
 * @param parts number of parts, with about as many rows each
 * @param countIn counts the rows in each span of time
 * @returns the parts’ spans, the same on every call; a small table is all in the last one
 */
export async function spansOf(
	meta: TileMeta,
	parts: number,
	countIn: (spans: Span[]) => Promise<number[]> | number[]
): Promise<Span[]> {
	const inner = Array.from({ length: parts - 1 }, (_, n) => ({
		id: rootId,
		rows: meta.count,
		/** Number of rows of the tile before the cut. */
		before: Math.round((meta.count * (n + 1)) / parts)
	}));
	const isDivided = ({ id, rows }: (typeof inner)[number]) =>
		id.level < finestLevel(meta) && rows > (id.level ? leafEvents : fewEvents);
	for (let going = inner.filter(isDivided); going.length; going = going.filter(isDivided)) {
		const quarters = going.map(({ id }) => Array.from({ length: kids }, (_, quarter) => kidOf(id, quarter)));
		const counts = await countIn(quarters.flat().map((id) => spanOf(meta, id)));
		going.forEach((cut, n) => {
			const own = counts.slice(n * kids, (n + 1) * kids);
			let quarter = 0;
			while (cut.before >= own[quarter] && quarter < kids - 1) cut.before -= own[quarter++];
			cut.id = quarters[n][quarter];
			cut.rows = own[quarter];
		});
	}
	const [start, end] = spanOf(meta, rootId);
	const cuts = [start, ...inner.map(({ id }) => tileStart(meta, id)), end];
	return cuts.slice(1).map((cut, n) => [cuts[n], cut]);
}

const spanOf = (meta: TileMeta, id: TileId): Span => {
	const start = tileStart(meta, id);
	return [start, start + tileLength(meta, id.level)];
};

/** @returns keys of the tiles that reach across an end of the span */
export function crossingAt(meta: TileMeta, span: Span): Set<string> {
	const found = new Set<string>();
	for (const cut of span)
		for (let level = 0; level < finestLevel(meta); level++) {
			const index = Math.floor((cut - meta.start) / tileLength(meta, level));
			const [start, end] = spanOf(meta, { level, index });
			if (start < cut && cut < end) found.add(tileKey({ level, index }));
		}
	return found;
}
