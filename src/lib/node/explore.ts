/** The explorer without scripts: the whole timeline as one picture, and its entries as a list. */
import { explore, mostMarks } from '../explore/scene.ts';
import { namesHeight } from '../explore/lanes.ts';
import { heldTiles } from '../explore/tileHolder.ts';
import { heldItems, type Holder } from '../explore/holdings.ts';
import { isRow, rowItems, rowsOf, withTable, type StoryTable } from '../explore/table.ts';
import StillList from '../explore/StillList.svelte';
import StillPicture from '../explore/StillPicture.svelte';
import { frames } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import { buckets } from '../tiles/format.ts';
import type { ServerDrawn } from '../page/serverDrawn.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { site } from './site.ts';
import { PartDrawer } from './serverDrawn.ts';
import { tableOf } from './tiles/read.ts';

/** The part of a table that the explorer’s page carries; undefined for a story without one. */
export function exploreTable(slug: string): StoryTable | undefined {
	const table = tableOf(slug);
	return table && { ...table, url: `${site().base}/tiles/${slug}` };
}

/** Number of periods whose events are counted in words; all consist of whole buckets, so that no event is in two. */
const periods = buckets / 8;

/** Counts in equal periods from `from` to `to`, ms; an event outside them counts in the first or the last. */
function inPeriods(where: ReturnType<Holder['profile']>, from: number, to: number) {
	const length = (to - from) / periods;
	return Array.from({ length: periods }, (_, n) => {
		const [start, end] = [from + n * length, from + (n + 1) * length];
		const inside = where.filter((one) => (n === 0 || one.from >= start) && (n === periods - 1 || one.from < end));
		return { from: start, to: end, count: inside.reduce((sum, { count }) => sum + count, 0) };
	}).filter(({ count }) => count);
}

/** The parts of the explorer’s page. */
export function exploreParts(told: LocalStory, table: Omit<StoryTable, 'url'> | undefined): ServerDrawn {
	const home = `${site().base}/${told.lang}/${told.slug}`;
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
		// The names of the lanes stand above the picture, as in the interactive one.
		head = namesHeight(scene.lanes.lanes);
		layout = { ...whole.layout, lanes: scene.lanes.lanes.map((lane) => ({ ...lane, y: lane.y - head })) };
	}
	// No more names than marks: nobody reads a list of thousands, and every page would carry it.
	const byImportance = (items: readonly Item[]) =>
		[...items].sort((a, b) => b.importance - a.importance || a.date.at - b.date.at).slice(0, mostMarks);
	const tabled = holder
		? holder.holdings(-Infinity, Infinity, Infinity).items
		: byImportance(story.items.filter(isRow));
	const items = [...byImportance(told.items), ...tabled].sort(
		(a, b) => a.date.min - b.date.min || a.date.max - b.date.max
	);
	const rows = table
		? table.meta.count > tabled.length && {
				tabled: true,
				total: table.meta.count,
				named: tabled.length,
				periods: inPeriods(
					holder ? amounts : heldItems(story.items.filter(isRow)).profile(),
					table.meta.start,
					table.meta.start + 2 ** table.meta.bits
				)
			}
		: told.items.length > items.length && {
				tabled: false,
				total: told.items.length,
				named: items.length,
				periods: inPeriods(heldItems(told.items).profile(), ...told.extent)
			};
	const parts = new PartDrawer();
	const links = table || told.elsewhere ? null : home;
	parts.draw('explore-picture', StillPicture, { layout, head, label: story.ui.time.all, links });
	parts.draw('explore-list', StillList, { story, items, home, rows: rows || undefined });
	return parts.drawn;
}
