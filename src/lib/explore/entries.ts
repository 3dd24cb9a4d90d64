/** The list beside the picture: what is drawn in a window, as lines in order of time. */
import type { Cluster } from '../layout/rows.ts';
import { formatter, yearLabel } from '../layout/ticks.ts';
import { yearOf } from '../story/calendar.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { Gap } from './holdings.ts';
import type { LaidChunk } from './scene.ts';
import { dateLang } from './table.ts';

/** A line of the list, at its time in ms. */
export type Entry = { at: number; item: Item } | { at: number; cluster: Cluster } | { at: number; gap: Gap };

/** @returns of the chunks what is within [from, to], ms: clusters and gaps that reach into it, items that stand in it */
export function entriesOf(chunks: readonly LaidChunk[], [from, to]: readonly [number, number]): Entry[] {
	// A gap that two chunks have is one.
	const gaps = new Map(chunks.flatMap(({ gaps }) => gaps.map((gap) => [gap.key, gap])));
	return [
		...chunks.flatMap(({ items, clusters }): Entry[] => [
			...[...items.values()]
				.filter(({ date }) => date.at >= from && date.at <= to)
				.map((item) => ({ at: item.date.at, item })),
			...[...clusters.values()]
				.filter(({ date }) => date.max >= from && date.min <= to)
				.map((cluster) => ({ at: cluster.date.at, cluster }))
		]),
		...[...gaps.values()]
			.filter((gap) => gap.to > from && gap.from < to)
			.map((gap) => ({ at: Math.max(gap.from, from), gap }))
	].sort((a, b) => a.at - b.at);
}

/** @returns as the story tells them, a cluster where the first of it is told; what no scene tells after it, by time */
export function asTold(entries: readonly Entry[]): Entry[] {
	const told = (item: Item) => (item.scene ? item.told : Infinity);
	const place = (entry: Entry) =>
		'item' in entry ? told(entry.item) : 'cluster' in entry ? Math.min(...entry.cluster.items.map(told)) : Infinity;
	return entries
		.map((entry) => ({ entry, place: place(entry) }))
		.sort((a, b) => (a.place === b.place ? a.entry.at - b.entry.at : a.place - b.place))
		.map(({ entry }) => entry);
}

/**
 * @param beyond of the chunks
 * @returns how many lie before and after [from, to], so that with those listed they are all; null where it is not known
 */
export function outsideOf(
	chunks: readonly LaidChunk[],
	beyond: { before: number | null; after: number | null },
	[from, to]: readonly [number, number]
): { before: number | null; after: number | null } {
	const sum = (lies: (date: { min: number; max: number }) => boolean) =>
		chunks.reduce(
			(sum, { items, clusters }) =>
				[...items.values()].filter(({ date }) => lies({ min: date.at, max: date.at })).length +
				[...clusters.values()].reduce((n, { date, count }) => n + (lies(date) ? count : 0), sum),
			0
		);
	// What is missing may lie inside or not.
	const unknown = (lies: (gap: Gap) => boolean) => chunks.some(({ gaps }) => gaps.some(lies));
	return {
		before:
			beyond.before === null || unknown((gap) => gap.from < from) ? null : beyond.before + sum(({ max }) => max < from),
		after: beyond.after === null || unknown((gap) => gap.to > to) ? null : beyond.after + sum(({ min }) => min > to)
	};
}

/** Whole days; years before 1 in their own count. */
export function wordTime(time: number, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>): string {
	const year = yearOf(time);
	// Of a year that Date does not know its days are not told either.
	if (year <= 0 || year > 9999) return yearLabel(year, { lang, bce: ui.time.bce });
	return formatter(dateLang(lang), { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/** A stretch in whole days; one day once. */
export function wordStretch(from: number, to: number, story: Pick<LocalStory, 'lang' | 'ui'>): string {
	return [...new Set([from, to].map((time) => wordTime(time, story)))].join(' – ');
}
