/** The list beside the picture: what is drawn in a window, as lines in order of time. */
import type { Cluster } from '../layout/rows.ts';
import { formatter, yearLabel } from '../layout/ticks.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { LaidChunk } from './scene.ts';

/** A line of the list, at its time in ms. */
export type Entry = { at: number; item: Item } | { at: number; cluster: Cluster };

/** @returns of the chunks’ marks those within [from, to], ms: clusters that reach into it, items that stand in it */
export function entriesOf(
	chunks: readonly LaidChunk[],
	items: readonly Item[],
	[from, to]: readonly [number, number]
): Entry[] {
	const byRef = new Map<string, Item>(items.map((item) => [item.ref, item]));
	return chunks
		.flatMap(({ layout, clusters }) =>
			layout.marks.flatMap(({ ref }): Entry[] => {
				const cluster = clusters.get(ref);
				const item = byRef.get(ref);
				if (cluster)
					return cluster.date.max >= from && cluster.date.min <= to ? [{ at: cluster.date.at, cluster }] : [];
				return item && item.date.at >= from && item.date.at <= to ? [{ at: item.date.at, item }] : [];
			})
		)
		.sort((a, b) => a.at - b.at);
}

/** Whole days; years before 1 in their own count. */
export function wordTime(time: number, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>): string {
	const year = new Date(time).getUTCFullYear();
	if (year <= 0) return yearLabel(year, { lang, bce: ui.time.bce });
	return formatter(lang, { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}
