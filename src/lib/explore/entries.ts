/** The list beside the picture: what is drawn in a window, one line each, in order of time. */
import type { Cluster } from '../layout/rows.ts';
import { yearLabel } from '../layout/ticks.ts';
import { yearOf } from '../story/calendar.ts';
import { formatter, shortDay } from '../text/dateForms.ts';
import { count, fill } from '../text/fill.ts';
import { grouped } from '../text/grouped.ts';
import type { Missing } from '../tiles/load.ts';
import type { Item, LocalStory } from '../view/local.ts';
import type { Gap } from './holdings.ts';
import type { LaidChunk } from './scene.ts';
import { dateLang } from './table.ts';

/** A line of the list; its time is in ms. */
export type ListEntry = { at: number; item: Item } | { at: number; cluster: Cluster } | { at: number; gap: Gap };

/** @returns entries in [from, to], ms, from these chunks: clusters and gaps that overlap it, and items within it */
export function entriesOf(chunks: readonly LaidChunk[], [from, to]: readonly [number, number]): ListEntry[] {
	// A gap that spans two chunks is listed once.
	const gaps = new Map(chunks.flatMap(({ gaps }) => gaps.map((gap) => [gap.key, gap])));
	return [
		...chunks.flatMap(({ items, clusters }): ListEntry[] => [
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

/** @returns entries in told order, a cluster at its first told item; then, by time, what no scene tells */
export function asTold(entries: readonly ListEntry[]): ListEntry[] {
	const told = (item: Item) => item.told ?? Infinity;
	const place = (entry: ListEntry) =>
		'item' in entry ? told(entry.item) : 'cluster' in entry ? Math.min(...entry.cluster.items.map(told)) : Infinity;
	return entries
		.map((entry) => ({ entry, place: place(entry) }))
		.sort((a, b) => (a.place === b.place ? a.entry.at - b.entry.at : a.place - b.place))
		.map(({ entry }) => entry);
}

/**
 * @param beyond the counts outside the chunks
 * @returns how many lie before and after [from, to], which with those listed make up all; null where unknown
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
	// What is missing may lie inside or outside.
	const unknown = (lies: (gap: Gap) => boolean) => chunks.some(({ gaps }) => gaps.some(lies));
	return {
		before:
			beyond.before === null || unknown((gap) => gap.from < from) ? null : beyond.before + sum(({ max }) => max < from),
		after: beyond.after === null || unknown((gap) => gap.to > to) ? null : beyond.after + sum(({ min }) => min > to)
	};
}

/** A day in words; years before 1 CE in their own count. */
export function wordTime(time: number, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>): string {
	const year = yearOf(time);
	// In a year that Date cannot format, only the year is given.
	if (year <= 0 || year > 9999) return yearLabel(year, { lang, bce: ui.time.bce });
	return formatter(dateLang(lang), shortDay).format(time);
}

/** A stretch in whole days; a single day is written once. */
export function wordStretch(from: number, to: number, story: Pick<LocalStory, 'lang' | 'ui'>): string {
	return [...new Set([from, to].map((time) => wordTime(time, story)))].join(' – ');
}

/** “1,234 events, 3 May 2020 – 5 June 2020: on their way”, or why they have not arrived. */
export function gapWords(
	{ count: n, from, to }: Gap,
	fault: Missing['fault'] | undefined,
	{ lang, ui }: Pick<LocalStory, 'lang' | 'ui'>
): string {
	const what = count(lang, ui.explore.gap, n, {
		n: grouped(n, lang),
		from: wordTime(from, { lang, ui }),
		to: wordTime(to - 1, { lang, ui })
	});
	return (
		what + ui.list.colon + (fault ? fill(ui.explore.again, { fault: ui.explore.faults[fault] }) : ui.explore.coming)
	);
}
