/** Gathers what a lane has no room to name into clusters: every event either has its own row or is counted in one. */
import { isTold, type Cluster, type Row } from '../layout/rows.ts';
import type { LayoutStory } from '../layout/lanes.ts';
import { count, fill } from '../text/fill.ts';
import { grouped } from '../text/grouped.ts';
import { countKinds } from '../view/items.ts';
import type { ItemKind, Kind, LocalActor } from '../view/local.ts';
import type { Cell } from './holdings.ts';

/** Maximum share of a lane’s rows for clusters; the others name important events. */
const clusterShare = 0.4;

/** A stretch may have this many times its even share of rows: more would stand too far from their time. */
const crowd = 1.5;

export interface Namer {
	story: LayoutStory;
	actors: readonly LocalActor[];
}

/** How much one lane of a chunk can hold. */
export interface Room {
	/** Identifies chunk and lane, wherever the window is. */
	key: string;
	/** Number of rows with a label. */
	rows: number;
	/** Number of rows with an uncut label, which is lower in a crowd; by default `rows`. */
	worded?: number;
	/** Number of marks, including those of clusters. */
	marks: number;
	/** Position of a time in the chunk, 0–1. */
	place: (time: number) => number;
	/** Rows too far from their time become clusters even where the lane has room for them. */
	near: boolean;
}

/**
 * @param rows of one lane
 * @param cells counts of further events
 * @returns the rows unchanged where they fit, else the most important ones and one cluster per stretch of the chunk
 */
export function gatherRows(rows: Row[], cells: readonly Cell[], lane: number, room: Room, namer: Namer): Row[] {
	const most = Math.max(2, room.rows);
	const named = Math.max(2, room.worded ?? room.rows);
	const stretches = 2 ** Math.max(0, Math.floor(Math.log2(named * clusterShare)));
	const stretchOf = (time: number) => Math.max(0, Math.min(stretches - 1, Math.floor(room.place(time) * stretches)));
	const size = (row: Row) => 1 + row.satellites.length;
	const each = Math.max(3, Math.ceil((crowd * most) / stretches));

	const perStretch = new Array<number>(stretches).fill(0);
	for (const row of rows) perStretch[stretchOf(row.host.date.at)]++;
	const crowded = room.near && perStretch.some((n) => n > each);
	const fits = rows.length <= most && rows.reduce((sum, row) => sum + size(row), 0) <= room.marks;
	if (!cells.length && fits && !crowded) return rows;

	// What the story tells comes first, since somebody chose it. Among equally important rows, the first of each part
	// comes before the second of any, both for fine parts and for stretches.
	const byImportance = (a: Row, b: Row) =>
		Number(isTold(b.host)) - Number(isTold(a.host)) || b.host.importance - a.host.importance;
	const ordered = [...rows].sort((a, b) => byImportance(a, b) || a.host.date.at - b.host.date.at);
	for (const parts of [stretches * 4, stretches]) {
		const rank = new Map<Row, number>();
		const seen = new Map<number, number>();
		for (const row of ordered) {
			const part = Math.floor(room.place(row.host.date.at) * parts);
			const place = seen.get(part) ?? 0;
			rank.set(row, place);
			seen.set(part, place + 1);
		}
		ordered.sort((a, b) => byImportance(a, b) || rank.get(a)! - rank.get(b)!);
	}
	const kept = new Set<Row>();
	const keptIn = new Array<number>(stretches).fill(0);
	let used = stretches;
	for (const row of ordered) {
		if (kept.size + stretches >= named || used + size(row) > room.marks) break;
		const stretch = stretchOf(row.host.date.at);
		if (keptIn[stretch] + 1 >= each) continue;
		keptIn[stretch]++;
		kept.add(row);
		used += size(row);
	}
	const rest = new Map<number, { rows: Row[]; cells: Cell[] }>();
	const group = (time: number) => {
		const stretch = stretchOf(time);
		let found = rest.get(stretch);
		if (!found) rest.set(stretch, (found = { rows: [], cells: [] }));
		return found;
	};
	for (const row of rows) if (!kept.has(row)) group(row.host.date.at).rows.push(row);
	for (const cell of cells) group((cell.from + cell.to) / 2).cells.push(cell);
	const clusters = [...rest].map(([stretch, { rows, cells }]) =>
		rows.length === 1 && !rows[0].satellites.length && !cells.length
			? rows[0]
			: clusterRow(rows, cells, `cluster-${room.key}-${stretch}`, lane, namer)
	);
	return [...kept, ...clusters].sort((a, b) => a.host.date.at - b.host.date.at);
}

function clusterRow(rows: Row[], cells: Cell[], ref: Cluster['ref'], lane: number, namer: Namer): Row {
	const items = rows.flatMap(({ host, satellites }) => [...(host.kind === 'cluster' ? [] : [host]), ...satellites]);
	const times = [...items.map(({ date: { at } }) => ({ from: at, to: at, count: 1 })), ...cells].sort(
		(a, b) => a.from - b.from
	);
	const total = times.reduce((sum, { count }) => sum + count, 0);
	// The time of the median event.
	let passed = 0;
	const middle = times.find(({ count }) => (passed += count) * 2 >= total)!;
	const sides = new Map<string, { sides: string[]; n: number }>();
	for (const { party, count } of [...items.map((party) => ({ party, count: 1 })), ...cells]) {
		const key = party.sides.join(' ');
		sides.set(key, { sides: party.sides, n: (sides.get(key)?.n ?? 0) + count });
	}
	const cluster: Cluster = {
		kind: 'cluster',
		ref,
		title: clusterName(items, cells, namer),
		date: {
			label: '',
			min: times[0].from,
			max: Math.max(...times.map(({ to }) => to)),
			at: (middle.from + middle.to) / 2,
			interval: true,
			softStart: false,
			softEnd: false
		},
		sides: [...sides.values()].reduce((a, b) => (b.n > a.n ? b : a)).sides,
		importance: 3,
		count: total,
		items
	};
	return { host: cluster, satellites: [], lane, tone: 'plain' };
}

/** “134 events, mostly OpenAI”: names the actor of more than half of them, where there is one. */
function clusterName(
	items: readonly { kind: ItemKind; actors: string[] }[],
	cells: readonly Cell[],
	{ story, actors }: Namer
): string {
	const { lang, ui } = story;
	const counted = cells.reduce((sum, cell) => sum + cell.count, 0);
	const words: Record<Kind, typeof ui.page.events> = {
		event: ui.page.events,
		quote: ui.page.quotes,
		figure: ui.page.figures
	};
	const totals = countKinds(items);
	totals.event += counted;
	const what = (Object.keys(words) as Kind[])
		.map((kind) => ({ kind, n: totals[kind] }))
		.filter(({ n }) => n)
		.map(({ kind, n }) => count(lang, words[kind], n, { n: grouped(n, lang) }))
		.join(ui.list.separator);
	const tally = new Map<string, number>();
	const add = (ids: readonly string[], n: number) => ids.forEach((id) => tally.set(id, (tally.get(id) ?? 0) + n));
	for (const item of items) add(item.actors, 1);
	for (const cell of cells) add(cell.party.actors, cell.count);
	const [actor] = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
	const known = actors.find(({ id }) => id === actor);
	return known && tally.get(known.id)! * 2 > items.length + counted
		? fill(ui.explore.mostly, { what, actor: known.name })
		: what;
}
