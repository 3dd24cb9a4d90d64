/** What the explorer shows, as a part of the story to take along. */
import type { Shown } from '../export/shown.ts';
import { fill } from '../text/fill.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { grouped } from './cluster.ts';
import { laneStory } from './lanes.ts';
import { isRow } from './table.ts';
import { writeTime, type ExploreView } from './url.ts';

/** More are too narrow on the smallest picture. */
const mostLanes = 5;

/**
 * @param kept by filter and search; of a large table those that have words
 * @param counts how many there are, where not all of them are here
 * @param windowWords the window of time, for readers
 */
export function shownOf(
	story: LocalStory,
	view: ExploreView,
	kept: readonly Item[],
	counts: { shown: number } | null,
	windowWords: string
): Shown {
	const { own, sidesOf } = laneStory(story, view.lanes, mostLanes);
	const refs = new Set<string>(kept.map(({ ref }) => ref));
	// As they stand in the story: where quotations are placed is for the picture to say.
	const all = [...story.items.filter(({ ref }) => refs.has(ref)), ...kept.filter(isRow)];
	const items = [...new Map(all.map((item) => [item.ref, item])).values()].sort(
		(a, b) => a.date.min - b.date.min || a.date.max - b.date.max || a.told - b.told
	);
	const [from, to] = view.window ?? story.extent;
	const part: LocalStory = {
		...story,
		sides: own.sides,
		items: items.map((item) => ({ ...item, sides: sidesOf(item) })),
		extent: [from, to]
	};
	const { ui, lang } = story;
	const events = items.filter(({ kind }) => kind === 'event').length;
	return {
		story: part,
		data: {
			...part,
			sides: story.sides,
			items: items.filter(({ date }) => date.max > from && date.min < to)
		},
		heading: [
			windowWords,
			view.search && fill(ui.explore.exportSearch, { query: view.search }),
			counts && counts.shown > events
				? fill(ui.explore.exportPart, { n: grouped(events, lang), total: grouped(counts.shown, lang) })
				: ''
		]
			.filter(Boolean)
			.join(' · '),
		part: [
			view.window ? view.window.map((time) => writeTime(time).slice(0, 10)).join('_') : '',
			view.search,
			view.lanes === 'side' ? '' : view.lanes
		]
	};
}
