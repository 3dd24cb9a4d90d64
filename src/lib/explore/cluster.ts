/** What a lane has no room to name becomes clusters: every event is either a row of its own or counted in one. */
import type { Cluster, Row } from '../layout/rows.ts';
import type { LayoutStory } from '../layout/lanes.ts';
import { count, fill } from '../text/fill.ts';
import type { Item, Kind, LocalActor } from '../view/local.ts';
import type { Chunk } from './chunks.ts';

/** The least height of a row with a line of label, px. */
const rowHeight = 24;

/** Of a lane’s rows, at most: the others are for the important ones, by name. */
const clusterShare = 0.4;

interface Namer {
	story: LayoutStory;
	actors: readonly LocalActor[];
}

/**
 * @param marks most marks for this lane, the clusters’ included
 * @returns the rows as they are where they fit, else the most important ones and one cluster a stretch of the chunk
 */
export function gatherRows(rows: Row[], chunk: Chunk, marks: number, namer: Namer): Row[] {
	const most = Math.max(2, Math.floor(chunk.length / rowHeight));
	const size = (row: Row) => 1 + row.satellites.length;
	if (rows.length <= most && rows.reduce((sum, row) => sum + size(row), 0) <= marks) return rows;

	const stretches = 2 ** Math.max(0, Math.floor(Math.log2(most * clusterShare)));
	const stretchOf = (row: Row) =>
		Math.max(0, Math.min(stretches - 1, Math.floor((chunk.scale(row.host.date.at) / chunk.length) * stretches)));
	// Among the equally important, each stretch’s first before any one’s second.
	const rank = new Map<Row, number>();
	const seen = new Map<number, number>();
	const byImportance = (a: Row, b: Row) => b.host.importance - a.host.importance;
	const ordered = [...rows].sort((a, b) => byImportance(a, b) || a.host.date.at - b.host.date.at);
	for (const row of ordered) {
		const place = seen.get(stretchOf(row)) ?? 0;
		rank.set(row, place);
		seen.set(stretchOf(row), place + 1);
	}
	ordered.sort((a, b) => byImportance(a, b) || rank.get(a)! - rank.get(b)!);
	const kept = new Set<Row>();
	let used = stretches;
	for (const row of ordered) {
		if (kept.size + stretches >= most || used + size(row) > marks) break;
		kept.add(row);
		used += size(row);
	}
	const rest = new Map<number, Row[]>();
	for (const row of rows) {
		if (kept.has(row)) continue;
		const group = rest.get(stretchOf(row));
		if (group) group.push(row);
		else rest.set(stretchOf(row), [row]);
	}
	const clusters = [...rest].map(([stretch, group]) =>
		group.length === 1 && !group[0].satellites.length ? group[0] : clusterRow(group, stretch, chunk, namer)
	);
	return [...kept, ...clusters].sort((a, b) => a.host.date.at - b.host.date.at);
}

function clusterRow(group: Row[], stretch: number, chunk: Chunk, namer: Namer): Row {
	const items = group.flatMap(({ host, satellites }) => [...(host.kind === 'cluster' ? [] : [host]), ...satellites]);
	const times = items.map(({ date }) => date.at).sort((a, b) => a - b);
	const { lane } = group[0];
	const cluster: Cluster = {
		kind: 'cluster',
		ref: `cluster-${chunk.key}-${lane}-${stretch}`,
		title: clusterName(items, namer),
		date: {
			label: '',
			min: times[0],
			max: times[times.length - 1],
			at: times[Math.floor(times.length / 2)],
			interval: true,
			softStart: false,
			softEnd: false
		},
		sides: items[0].sides,
		importance: 3,
		count: items.length,
		items
	};
	return { host: cluster, satellites: [], lane, tone: 'plain' };
}

/** “134 events, mostly OpenAI”: the actor of more than half of them, where there is one. */
export function clusterName(items: readonly Item[], { story, actors }: Namer): string {
	const { lang, ui } = story;
	const words: Record<Kind, typeof ui.page.events> = {
		event: ui.page.events,
		quote: ui.page.quotes,
		figure: ui.page.figures
	};
	const what = (Object.keys(words) as Kind[])
		.map((kind) => ({ kind, n: items.filter((item) => item.kind === kind).length }))
		.filter(({ n }) => n)
		.map(({ kind, n }) => count(lang, words[kind], n))
		.join(ui.list.separator);
	const tally = new Map<string, number>();
	for (const item of items) for (const id of item.actors) tally.set(id, (tally.get(id) ?? 0) + 1);
	const [actor] = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
	const known = actors.find(({ id }) => id === actor);
	return known && tally.get(known.id)! > items.length / 2 ? fill(ui.explore.mostly, { what, actor: known.name }) : what;
}
