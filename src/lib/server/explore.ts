/** The explorer without scripts: the whole timeline as one drawing, and every entry as a list. */
import { render } from 'svelte/server';
import { explore, mostMarks } from '../explore/scene.ts';
import { namesHeight } from '../explore/lanes.ts';
import { heldTiles } from '../explore/tileHolder.ts';
import { heldItems } from '../explore/holdings.ts';
import { isRow, rowItems, rowsOf, withTable, type StoryTable } from '../explore/table.ts';
import StillList from '../explore/StillList.svelte';
import StillPicture from '../explore/StillPicture.svelte';
import { frames } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import { buckets } from '../tiles/format.ts';
import type { LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { element } from './stills.ts';

/** Stretches of time whose events are counted in words: of whole buckets, so that none is counted in two. */
const periods = buckets / 8;

/** @returns HTML by the name of its place: `explore-picture` and `explore-list` */
export function exploreParts(
	told: LocalStory,
	table: Omit<StoryTable, 'url'> | undefined,
	base: string
): Map<string, string> {
	const home = `${base}/${told.lang}/${told.slug}`;
	const large = table?.root.cells ? table : undefined;
	const story = table ? withTable(told, table, large ? null : rowsOf(told, table)) : told;
	const lookup = ({ level }: { level: number }) => (level ? undefined : table?.root);
	const holder = large && heldTiles({ meta: large.meta, lookup, version: () => 0 }, null, rowItems(story, large.meta));
	const amounts = holder?.profile() ?? [];

	let layout: TimelineLayout;
	let head = 0;
	if (!table && story.items.length <= mostMarks)
		layout = layoutTimeline(story, select(story, initialView(story.lang)), frames.desk);
	else {
		const { width, height } = frames.desk;
		const scene = explore({
			story,
			items: story.items,
			table: holder && { holder, amounts },
			scale: 'folded',
			lanes: 'side',
			width,
			height
		});
		const [whole] = scene.at({ k: 1, offset: 0 });
		// Names stand over the picture, as in the live one.
		head = namesHeight(scene.lanes.lanes);
		layout = { ...whole.layout, lanes: scene.lanes.lanes.map((lane) => ({ ...lane, y: lane.y - head })) };
	}
	// As few names as marks: a list of thousands is read by nobody, and every page would carry it.
	const named = holder
		? holder.holdings(-Infinity, Infinity, Infinity).items
		: story.items
				.filter(isRow)
				.sort((a, b) => b.importance - a.importance || a.date.at - b.date.at)
				.slice(0, mostMarks);
	const where = holder ? amounts : heldItems(story.items.filter(isRow)).profile();
	const rows = table &&
		table.meta.count > named.length && {
			total: table.meta.count,
			named: named.length,
			periods: Array.from({ length: periods }, (_, n) => {
				const length = 2 ** table.meta.bits / periods;
				const from = table.meta.start + n * length;
				const inside = where.filter((amount) => amount.from >= from && amount.from < from + length);
				return { from, to: from + length, count: inside.reduce((sum, { count }) => sum + count, 0) };
			}).filter(({ count }) => count)
		};
	const items = [...told.items, ...named].sort((a, b) => a.date.min - b.date.min || a.date.max - b.date.max);
	return new Map([
		[
			'explore-picture',
			element(
				render(StillPicture, { props: { layout, head, label: story.ui.time.all, links: table ? null : home } }).body
			)
		],
		['explore-list', element(render(StillList, { props: { story, items, home, rows: rows || undefined } }).body)]
	]);
}
