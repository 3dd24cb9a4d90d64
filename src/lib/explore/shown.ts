/** What the explorer shows, as a part of the story to export. */
import type { Drawn, Shown } from '../export/shown.ts';
import { count, fill } from '../text/fill.ts';
import { isEvent } from '../story/kinds.ts';
import { compareItems } from '../view/items.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { grouped } from '../text/grouped.ts';
import { laneStory } from './lanes.ts';
import { isRow } from './table.ts';
import { writeTime, type ExploreView } from './url.ts';

/** More lanes would be too narrow on the smallest picture. */
export const mostLanes = 5;

export interface Showing {
	story: LocalStory;
	view: ExploreView;
	/** What filter and search keep; in a large table, only the events that are named. */
	kept: readonly Item[];
	/** For a large table, the number of events that are named or counted. */
	events: number | null;
	/** The window of time in words, and how many items there are before and after it; null where unknown. */
	windowWords: string;
	outside: { before: number | null; after: number | null };
	/** What is not loaded yet, one sentence per stretch. */
	missing: readonly string[];
	/** The result of a search that found more than is loaded. */
	found: { n: number; total: number } | null;
	drawn?: Drawn;
}

export function shownOf(showing: Showing): Shown {
	const { story, view, kept, outside, drawn } = showing;
	const { own, sidesOf } = laneStory(story, view.lanes, mostLanes);
	const refs = new Set<string>(kept.map(({ ref }) => ref));
	// With their dates in the story; only the picture places quotations elsewhere.
	const all = [...story.items.filter(({ ref }) => refs.has(ref)), ...kept.filter(isRow)];
	const items = [...new Map(all.map((item) => [item.ref, item])).values()].sort(compareItems);
	const [from, to] = view.window ?? story.extent;
	const part: LocalStory = {
		...story,
		sides: own.sides,
		items: items.map((item) => ({ ...item, sides: sidesOf(item) })),
		extent: [from, to]
	};
	const { ui, lang } = story;
	const data = items.filter(({ date }) => date.max > from && date.min < to);
	const events = data.filter(isEvent).length;
	const partOf = (n: number, total: number) =>
		total > n ? fill(ui.explore.exportPart, { n: grouped(n, lang), total: grouped(total, lang) }) : '';
	const besides = (words: Parameters<typeof count>[1], n: number | null) =>
		n ? count(lang, words, n, { n: grouped(n, lang) }) : '';
	return {
		story: part,
		data: {
			...part,
			sides: story.sides,
			items: data
		},
		counted: showing.events === null ? '' : partOf(events, showing.events),
		heading: [
			showing.windowWords,
			view.search && fill(ui.explore.exportSearch, { query: view.search }),
			showing.found && partOf(showing.found.n, showing.found.total),
			besides(ui.time.before, outside.before),
			besides(ui.time.after, outside.after),
			...showing.missing
		]
			.filter(Boolean)
			.join(' · '),
		part: [
			view.window ? view.window.map((time) => writeTime(time).slice(0, 10)).join('_') : '',
			view.search,
			view.lanes === 'side' ? '' : view.lanes,
			view.axis === 'down' ? '' : view.axis
		],
		drawn
	};
}
