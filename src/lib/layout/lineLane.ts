/** One lane of the horizontal timeline, in px along it and px away from its spine. */
import { yearLength, yearOf } from '../story/calendar.ts';
import { yearCount } from '../story/yearWords.ts';
import { capital } from '../text/capital.ts';
import { count, fill } from '../text/fill.ts';
import { facing, type LayoutStory } from './lanes.ts';
import { nearDepth, placeDots, placeTowers, type Count, type Dot, type Tower } from './lineDots.ts';
import { placeLabels, type PlacedLabel, type Wanted } from './lineLabels.ts';
import { meets, tierStep, type LineEntry, type LineFrame, type LaneBox } from './lineTypes.ts';
import { titleOf } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { yearLabel } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';
import type { Ref } from '../view/local.ts';

export interface Said {
	text: string;
	place: LaneBox;
}

export interface LaneParts {
	lit: LineEntry[];
	labels: PlacedLabel[];
	dots: Dot[];
	counts: Count[];
	/** Long gaps, in words. */
	gaps: Said[];
	towers: Tower[];
	/** “19 of the 28 events are of 2025”, over that year’s tower. */
	sentence: (Said & { tower: Tower }) | null;
	name: (Said & { id: string }) | null;
	/** Entries that were to be named but did not fit. */
	lost: LineEntry[];
	/** How far the lane reaches, px. */
	depth: number;
}

export interface LaneInput {
	lane: number;
	/** How far it may reach from its spine, px. */
	depth: number;
	frame: LineFrame;
	named: readonly Ref[];
	/** Entries of both lanes. */
	all: readonly LineEntry[];
	/** Leaders of the other lane that run through this one, px along. */
	through: readonly number[];
	scale: TimeScale;
	/** px kept at its outer edge for the names of sides. */
	kept: number;
}

/** Distance from a spine to the words beside it, and their height, px. */
const nameFrom = ({ thick }: LineFrame) => Math.max(6, thick / 2 + 1);
const nameHeight = ({ font }: LineFrame) => Math.max(16, font.small * 1.23);

export function layLane(story: LayoutStory, entries: readonly LineEntry[], input: LaneInput): LaneParts {
	const { frame, depth, lane, kept } = input;
	const mostTiers = Math.max(0, Math.floor((depth - kept - nearDepth(frame, 0)) / tierStep + 0.001));
	const told = entries.filter(({ lit }) => lit);
	const lit = giveTiers(told, mostTiers);
	const near = nearDepth(frame, Math.max(0, ...lit.map(({ tier }) => tier)));
	const rest = entries.filter(({ lit }) => !lit);
	const beside = lit.filter(({ tier, shared }) => tier > 0 && !shared).map(placeOf);
	// Told marks on the spine extend past it on both sides.
	const signs = lit.filter(({ tier, sign }) => tier === 0 && sign === 'dot').map(placeOf);
	const leds = [...lit.filter(({ led }) => led).map(({ x }) => x), ...input.through];
	const stems = leds.map((x): LaneBox => ({ x: x - 0.5, y: 0, width: 1, height: depth }));
	const wanted = wantedOf(story, lit, input);

	const heads = wanted.map(({ entries: [first] }) => first.x);
	const towers = frame.whole ? towersOf(rest, [...leds, ...heads], input) : [];
	const standing = new Set(towers.flatMap(({ dots }) => dots.map(({ entry }) => entry)));
	const sentence = frame.whole ? yearSentence(story, input, towers, stems) : null;
	const blocks = [...towers.map(({ place }) => place), ...(sentence ? [sentence.place] : [])];
	const small = rest.filter((entry) => !standing.has(entry));
	const name = placeName(story, { ...input, near }, [...beside, ...blocks, ...signs, ...stems], small, heads);
	// The note of a gap may be left out, the name of a side may not.
	const gaps = (frame.whole && lane === 0 ? gapNotes(story, input) : []).filter(
		({ place }) =>
			!(name && meets(place, name.place, 8, 0)) &&
			[...blocks, ...beside, ...signs, ...stems].every((other) => !meets(place, other, 4, 0))
	);
	const taken = [...gaps.map(({ place }) => place), ...blocks, ...(name ? [name.place] : [])];
	const labels = placeLabels(wanted, {
		width: frame.width,
		from: near,
		to: depth,
		font: frame.font,
		taken,
		leads: leds
	});
	const leaders = labels.map(({ lead, place }): LaneBox => ({ x: lead - 0.5, y: 0, width: 1, height: place.y }));
	const { dots, counts } = placeDots(small, lit, {
		frame,
		taken: [...taken, ...leaders, ...stems, ...beside, ...signs],
		more: (n) => count(story.lang, story.ui.line.more, n),
		dense: frame.gutter === 0
	});
	const placed = new Set(labels.flatMap(({ wanted }) => wanted.entries));
	const foot = Math.max(
		nameFrom(frame) + nameHeight(frame) + 2,
		dots.length ? near : 0,
		...[...taken, ...labels.map(({ place }) => place), ...beside].map(({ y, height }) => y + height)
	);
	return {
		lit,
		labels,
		dots,
		counts,
		gaps,
		towers,
		sentence,
		name,
		lost: wanted.flatMap(({ entries }) => entries).filter((entry) => !placed.has(entry)),
		depth: Math.min(depth, foot + 2)
	};
}

/** Crowded years, piled up into towers. @param leads leaders that they must leave free, px along */
const towersOf = (rest: readonly LineEntry[], leads: readonly number[], { scale, depth, frame }: LaneInput): Tower[] =>
	placeTowers(rest, ({ row }) => yearOf(row.host.date.at), {
		yearPx: scale(yearLength) - scale(0),
		leads,
		depth: depth - 30,
		frame
	});

/** Puts overlapping marks into tiers, the shortest on the spine; of several with one date only one is drawn. */
function giveTiers(entries: readonly LineEntry[], most: number): LineEntry[] {
	const tiers: LaneBox[][] = [];
	const seen = new Map<string, LineEntry>();
	const length = ({ from, to, sign }: LineEntry) => (sign === 'dot' ? 0 : to - from);
	return [...entries]
		.sort((a, b) => Number(a.sign === 'hatch') - Number(b.sign === 'hatch') || length(a) - length(b))
		.map((entry): LineEntry => {
			const key = `${entry.sign} ${entry.from} ${entry.to} ${entry.row.host.sides[0]}`;
			const same = seen.get(key);
			if (same) return { ...entry, tier: same.tier, shared: true };
			const first = entry.sign === 'hatch' ? 1 : 0;
			let tier = first;
			const place = { ...placeOf(entry), y: 0 };
			while (tier <= most && tiers[tier]?.some((other) => meets(other, place, -1, 0))) tier++;
			if (tier > most) tier = Math.min(first, most);
			(tiers[tier] ??= []).push(place);
			const placed = { ...entry, tier };
			seen.set(key, placed);
			return placed;
		});
}

/** How many tiers beside the spine are needed for no two marks to overlap. */
export const tiersNeeded = (lit: readonly LineEntry[]): number =>
	Math.max(0, ...giveTiers(lit, Infinity).map(({ tier }) => tier));

/** The area that a mark covers in its lane. */
function placeOf({ x, from, to, sign, tier }: LineEntry): LaneBox {
	const half = sign === 'dot' ? 6 : 5;
	const y = tier * tierStep - half;
	return sign === 'dot'
		? { x: x - half, y, width: 2 * half, height: 2 * half }
		: { x: from, y, width: to - from, height: 2 * half };
}

/** Entries to name, grouped by date, in the order wanted. */
function wantedOf(story: LayoutStory, lit: readonly LineEntry[], { named }: LaneInput): Wanted[] {
	const rank = ({ row: { host, satellites } }: LineEntry) => {
		const places = [host, ...satellites].map(({ ref }) => named.indexOf(ref as Ref)).filter((place) => place >= 0);
		return places.length ? Math.min(...places) : Infinity;
	};
	const groups = new Map<string, LineEntry[]>();
	for (const entry of lit.filter((entry) => !entry.led && rank(entry) < Infinity).sort((a, b) => rank(a) - rank(b))) {
		const { date } = entry.row.host;
		const key = `${date.label} ${date.min} ${date.max}`;
		groups.set(key, [...(groups.get(key) ?? []), entry]);
	}
	return [...groups.values()].flatMap((entries): Wanted[] => {
		const some = entries.slice(0, 3);
		const date = capital(some[0].row.host.date.label, story.lang);
		return [{ entries: some, titles: some.map(({ row }) => titleOf(row.host, story.ui)), date }];
	});
}

/** Stretches of more than ten years without any item. */
function gapNotes(story: LayoutStory, { all, frame, scale }: LaneInput): Said[] {
	const [from, to] = scale.domain();
	const spans = all
		.map(({ row: { host } }) => [Math.max(from, host.date.min), Math.min(to, host.date.max)])
		.sort((a, b) => a[0] - b[0]);
	const notes: Said[] = [];
	let end = spans[0]?.[1] ?? to;
	for (const [min, max] of spans) {
		const years = Math.floor((min - end) / yearLength + 0.01);
		if (years > 10) {
			const text = count(story.lang, story.ui.line.gap, years, { n: yearCount(years, story.lang) });
			const width = textWidth(text, frame.font.small);
			const [a, b] = [scale(end), scale(min)];
			if (b - a > width + 24)
				notes.push({
					text,
					place: { x: (a + b) / 2 - width / 2, y: nameFrom(frame), width, height: nameHeight(frame) }
				});
		}
		end = Math.max(end, max);
	}
	return notes;
}

/** A sentence over the tower of a year that at least a third of all events are of. */
function yearSentence(
	story: LayoutStory,
	input: LaneInput,
	towers: readonly Tower[],
	stems: readonly LaneBox[]
): LaneParts['sentence'] {
	const events = input.all.filter(({ row }) => row.host.kind === 'event');
	const years = new Map<number, number>();
	for (const { row } of events) {
		const year = yearOf(row.host.date.at);
		years.set(year, (years.get(year) ?? 0) + 1);
	}
	const [year, n] = [...years].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
	const tower = towers.find((tower) => tower.year === year);
	const inLane = (lane: number) =>
		input.all.filter((e) => !e.lit && e.row.lane === lane && yearOf(e.row.host.date.at) === year).length;
	if (!tower || n < 5 || n < events.length / 3 || inLane(input.lane) < inLane(1 - input.lane) + input.lane) return null;
	const said = yearLabel(year, { lang: story.lang, bce: story.ui.time.bce });
	const text = fill(story.ui.line.ofYear, { n, total: events.length, year: said });
	const width = textWidth(text, input.frame.font.label);
	const { place } = tower;
	const taken = [...towers.filter((other) => other !== tower).map(({ place }) => place), ...stems];
	const spot = [place.x - 6 - width, place.x + place.width + 6]
		.map((x): LaneBox => ({ x, y: place.height + 8, width, height: 20 }))
		.find((spot) => spot.x >= 0 && spot.x + width <= input.frame.width && !taken.some((box) => meets(spot, box, 6, 2)));
	return spot ? { text, tower, place: spot } : null;
}

/** The side’s name beside its spine, where it collides least. */
function placeName(
	{ sides }: LayoutStory,
	{ lane, frame, depth, near, kept }: LaneInput & { near: number },
	taken: readonly LaneBox[],
	small: readonly LineEntry[],
	heads: readonly number[]
): LaneParts['name'] {
	const side = sides.find(({ id }) => id === facing(sides)?.[lane]);
	if (!side || !frame.gutter) return null;
	const width = Math.min(frame.width, textWidth(side.name, frame.font.small) * 1.1);
	if (kept) return { id: side.id, text: side.name, place: { x: 0, y: depth - kept, width, height: kept } };
	let best: { cost: number; place: LaneBox } | null = null;
	const [close, height] = [nameFrom(frame), nameHeight(frame)];
	for (const y of [close, near])
		for (let x = 0; x + width <= frame.width; x += 6) {
			const place = { x, y, width, height };
			if (y + height > depth && y > close) continue;
			const over = (at: number) => at > x - 6 && at < x + width + 6;
			const hits = taken.filter((box) => meets(place, box, 6, 0)).length;
			const crowd = y === close ? small.filter((entry) => over(entry.x)).length : 0.5;
			const cost = hits * 1000 + crowd * 10 + heads.filter(over).length * 40 + (x / frame.width) * 8;
			if (!best || cost < best.cost) best = { cost, place };
		}
	return best && { id: side.id, text: side.name, place: best.place };
}
