/**
 * (selection, frame) → the picture of a scene: time runs down, what is told has words at its date, everything else is a
 * dot. Two sides face each other across the axis; several stand abreast. Pure: no screen, no measuring, no clock.
 */
import type { Item, Ref } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { count, fill } from '../text/fill.ts';
import type { Frame } from './frames.ts';
import { chooseNamed, type Worded } from './named.ts';
import type { AxisTick, Bracket, Bridge, Fold, Join, Label, Line, Link, Mark, Note, TimelineLayout } from './parts.ts';
import { colours, countOutside, gapLines, markTitle, twoTimes, within, type LayoutStory } from './lanes.ts';
import { makeRows, ownLane, type Row } from './rows.ts';
import { dateLine, displacement, othersOf, titleLine, titleOf, type PlacedBlock } from './sceneBlocks.ts';
import { keyOf } from './sceneKey.ts';
import { placeLanes, type Place, type Places } from './sceneLanes.ts';
import { countType, dotsOf, markSize, spansOf } from './sceneMarks.ts';
import { balance } from './rows.ts';
import { textWidth } from './textWidth.ts';
import { axisTicks, dayLabel, monthLabel, yearLabel, yearOf } from './ticks.ts';
import type { TimeScale } from './timeScale.ts';

/** Where a leader bends, px from its axis line; and where it ends. */
const bend = 28;
const tip = markSize + 2;

export interface SceneLayout extends TimelineLayout {
	/** Of its time axis, and what of it is drawn, px: what moves from scene to scene asks them where things go. */
	scale: TimeScale;
	range: [number, number];
	/** The axis lines of its lanes. */
	spines: { x: number; colour?: string }[];
	/** All that the story has, in the window or not, as dots at their times: a camera passes them. */
	passed: (Omit<Mark, 'y'> & { at: number })[];
}

/** So many of a story’s marks a camera shows at most; the most important. */
const mostPassed = 300;

/** Everything that the parts of one picture are made from. */
interface Made {
	story: LayoutStory;
	selection: Selection;
	frame: Frame;
	places: Places;
	scale: TimeScale;
	range: [number, number];
	blocks: PlacedBlock[];
	/** Without words. */
	rest: Row[];
	y: (time: number) => number;
	colourOf: (item: Pick<Item, 'sides'>) => string;
}

/** @returns the picture; `key` where frame.key names signs and there is room for them */
export function layoutScene(story: LayoutStory, selection: Selection, frame: Frame): SceneLayout {
	const made = make(story, selection, frame);
	const { places, scale, blocks, rest, y, range, colourOf } = made;
	const { font } = frame;
	const spans = spansOf(
		blocks.map(({ rows, lane }) => ({ item: rows[0].host as Item, lane, colour: colourOf(rows[0].host) })),
		places.places,
		y,
		range
	);
	const withBar = new Set(spans.map(({ ref }) => ref));
	const told = blocks.flatMap((block) => marksOf(made, block, withBar));
	const bridges = blocks.flatMap((block) => bridgesOf(made, block));
	const folds = foldsOf(made);
	const dots = dotsOf(
		rest,
		places,
		y,
		range,
		(row) => ({ ...plainMark(made, row), tone: 'dim' }),
		(n) => fill(story.ui.time.more, { n }),
		(lane) => bridges.filter((bridge) => passes(bridge, places.places[lane].x)).map(({ y1 }) => y1),
		folds.map(({ box }) => box)
	);
	const labels = blocks.flatMap((block) => labelsOf(made, block));
	const parties = places.kind === 'facing' ? partiesOf(made, labels) : { labels: [], links: [] };
	const links = [...blocks.flatMap((block) => leaderOf(made, block)), ...parties.links];
	const all = [...labels, ...parties.labels];
	return {
		orientation: 'down',
		width: frame.width,
		height: frame.height,
		font,
		weight: /^(zh|ja|ko)\b/.test(story.lang) ? 400 : 600,
		scale,
		range,
		spines: places.places.map(({ x, colour }) => ({ x, colour: colour || undefined })),
		passed: passedBy(made),
		axis: {
			lines: places.places.flatMap((place) => axisLines(made, place)),
			ticks: ticksOf(made, bridges, { marks: [...told, ...dots.marks], counts: dots.counts }, folds),
			folds,
			...outsideOf(made)
		},
		lanes: places.lanes,
		spans,
		bridges,
		links,
		joins: joinsOf(made),
		marks: [...told, ...dots.marks],
		labels: all,
		brackets: blocks.flatMap((block) => bracketOf(made, block)),
		counts: dots.counts,
		key: keyOf(frame.key ?? [], {
			...{ story, places, range, labels: all, font, width: frame.width, rest: rest.length },
			bridges: places.kind === 'abreast' ? bridges : []
		}),
		lost: 0
	};
}

/** Does a line from lane to lane reach or pass an axis line? */
const passes = ({ x1, x2 }: Bridge, x: number) => x >= Math.min(x1, x2) && x <= Math.max(x1, x2);

function passedBy(made: Made): SceneLayout['passed'] {
	const { selection, places } = made;
	return makeRows(selection.items, selection.lit, places.laneOf, Infinity)
		.sort((a, b) => b.host.importance - a.host.importance)
		.slice(0, mostPassed)
		.map((row) => {
			const { x, dir } = places.places[row.lane];
			return { ...plainMark(made, row), at: row.host.date.at, x: x - dir * 10, size: 3, tone: 'dim' };
		});
}

function make(story: LayoutStory, selection: Selection, frame: Frame): Made {
	const { font, width, height } = frame;
	const items = within(selection.items, selection.window);
	const room = {
		...tickRoom(story, selection.window, font.small),
		count: textWidth(fill(story.ui.time.more, { n: items.length }), Math.min(countType, font.small))
	};
	const places = placeLanes(story, width, room, font, wishes(items, selection.lit, font, story));
	const rows = makeRows(items, selection.lit, places.laneOf, Infinity);
	const outside = countOutside(selection.items, selection.window);
	const range: [number, number] = [
		places.top + (outside.before ? font.small : 0),
		height - 8 - (outside.after ? font.small + 4 : 0)
	];
	const worded: Worded = chooseNamed(story, selection, rows, places, range, font);
	const y = (time: number) => Math.min(range[1], Math.max(range[0], worded.scale(time)));
	return { story, selection, frame, places, range, ...worded, y, colourOf: colours(story) };
}

const day = 864e5;
/** Windows shorter than this may have days on their axis, ms. */
const daily = 400 * day;

/**
 * The widest words that the axis may have in any window of the story, px, so that its lines stand still from scene to
 * scene; and those of a window that is short enough to have days.
 */
function tickRoom(story: LayoutStory, window: [number, number], size: number): { ticks: number; days: number } {
	const words = { lang: story.lang, bce: story.ui.time.bce };
	const extent = story.extent ?? window;
	const texts = [
		...extent.map((time) => yearLabel(yearOf(time), words)),
		monthLabel(extent[1], story.lang),
		...gapLines([0, 340 * day], story),
		...gapLines([0, 30 * day], story),
		gapLines(extent, story)[0] ?? '',
		story.ui.time.leftOut
	];
	const widest = (all: readonly string[]) => Math.max(30, ...all.map((text) => textWidth(text, size)));
	const days = window[1] - window[0] < daily ? window.map((time) => dayLabel(time, words)) : [];
	return { ticks: widest(texts), days: widest([...texts, ...days]) };
}

/** Of each side the room that its words would like: its longest title in two lines. */
function wishes(
	items: readonly Item[],
	lit: ReadonlySet<Ref>,
	font: { label: number; small: number },
	story: LayoutStory
): Map<string, number> {
	const events = items.filter(({ kind }) => kind === 'event');
	const told = lit.size
		? events.filter((item) => lit.has(item.ref) || (item.kind === 'event' && item.linked.some((ref) => lit.has(ref))))
		: [...events].sort((a, b) => b.importance - a.importance).slice(0, 24);
	const wide = new Map<string, number>();
	for (const item of told) {
		const title = titleOf(item, story);
		const lines = balance(title, font.label, Math.max(60, textWidth(title, font.label) * 0.62), 2);
		const own = Math.max(
			...[...lines, ''].map((line) => textWidth(line, font.label)),
			textWidth(item.date.short ?? item.date.label, font.small)
		);
		wide.set(item.sides[0], Math.max(wide.get(item.sides[0]) ?? 0, own));
	}
	return wide;
}

function plainMark({ story, colourOf }: Made, { host, satellites }: Row): Omit<Mark, 'x' | 'y' | 'size' | 'tone'> {
	return {
		ref: host.ref,
		kind: host.kind,
		title: markTitle(host, story),
		colour: colourOf(host),
		shape: 'dot',
		also: satellites.map(({ ref }) => ref)
	};
}

/** One sign a block; the others of it are there to be reached. */
function marksOf(made: Made, { rows, lane, y }: PlacedBlock, withBar: ReadonlySet<string>): Mark[] {
	return rows.map((row, index) => ({
		...plainMark(made, row),
		x: made.places.places[lane].x,
		y,
		size: markSize,
		tone: 'lit',
		shape: index > 0 || withBar.has(rows[0].host.ref) ? 'none' : 'dot'
	}));
}

function labelsOf({ places, frame: { font } }: Made, block: PlacedBlock): Label[] {
	const { text } = places.places[block.lane];
	let top = block.top;
	return block.rows.map((row, index) => {
		const lines: Label['lines'] = [];
		const start = top;
		const add = (words: string, size: number, height: number, role: 'date' | 'title') => {
			lines.push({ text: words, y: top + size * height * 0.5 + size * 0.36, size, role });
			top += size * height;
		};
		if (index === 0) for (const words of block.date) add(words, font.small, dateLine, 'date');
		for (const words of block.titles[index]) add(words, font.label, titleLine, 'title');
		const width = Math.max(...lines.map(({ text, size }) => textWidth(text, size)));
		const box = { x: text, y: start, width, height: top - start };
		top += 7;
		return { ref: row.host.ref, x: text, anchor: 'start', lines, box, halo: false, tone: 'lit' };
	});
}

/** From the words to the mark: of one item from its date, of a group from its bracket. */
function leaderOf(made: Made, block: PlacedBlock): Link[] {
	const { places, frame, colourOf } = made;
	const { font } = frame;
	const { x, dir, text, bracket } = places.places[block.lane];
	const { rows, y, top, height, date } = block;
	if (block.above && displacement(block, font) < 3) return [];
	const base = {
		ref: rows[0].host.ref,
		colour: colourOf(rows[0].host),
		tone: 'lit' as const,
		x1: x + dir * tip,
		y1: y
	};
	if (rows.length > 1) {
		const edge = Math.min(10, height / 2);
		return [
			{
				...base,
				x2: x + dir * bracket,
				y2: Math.min(top + height - edge, Math.max(top + edge, y)),
				elbow: x + dir * Math.min(bend, bracket - 4)
			}
		];
	}
	const row = top + (font.small * dateLine) / 2;
	const end = dir > 0 ? text - 7 : text + textWidth(date[0] ?? '', font.small) + 12;
	return [{ ...base, x2: end, y2: row, elbow: x + dir * Math.min(bend, Math.abs(end - x) - 2) }];
}

/** The two times of a quotation that the reader went to, joined within the axis. */
function joinsOf({ selection, places, y, colourOf }: Made): Join[] {
	const two = twoTimes(selection);
	if (!two || !within([two.item], selection.window).length) return [];
	const { x, dir } = places.places[ownLane(two.item, places.laneOf) ?? 0];
	const [y1, y2] = [y(two.from), y(two.to)];
	const bow = (places.kind === 'facing' ? dir : 1) * Math.min(20, 8 + Math.abs(y2 - y1) / 4);
	return [{ ref: two.item.ref, x1: x, y1, x2: x, y2, cx: x - bow, cy: (y1 + y2) / 2, colour: colourOf(two.item) }];
}

function bracketOf({ places, colourOf }: Made, { rows, lane, top, height }: PlacedBlock): Bracket[] {
	if (rows.length < 2) return [];
	const { x, dir, bracket } = places.places[lane];
	const { host } = rows[0];
	return [{ ref: host.ref, x: x + dir * bracket, y: top, length: height, dir, colour: colourOf(host), tone: 'lit' }];
}

function bridgesOf({ places, story, colourOf }: Made, { rows, lane, y }: PlacedBlock): Bridge[] {
	const others = new Map(rows.flatMap((row) => othersOf(row, places).map((side): [string, Row] => [side, row])));
	return [...others].map(([side, { host }]) => {
		const [x1, x2] = [places.places[lane].x, places.places[places.laneOf.get(side) as number].x];
		const between = places.places.map(({ x }) => x).filter((x) => x > Math.min(x1, x2) && x < Math.max(x1, x2));
		const colour = story.sides.find(({ id }) => id === side)!.colour;
		return {
			ref: host.ref,
			x1,
			y1: y,
			x2,
			y2: y,
			colours: [colourOf(host), colour],
			tone: 'lit',
			ring: 5,
			gaps: between
		};
	});
}

/** The other party’s name at the ring, where its lane has room for it there. */
function partiesOf(made: Made, labels: readonly Label[]): { labels: Label[]; links: Link[] } {
	const { places, story, frame, blocks } = made;
	const { font } = frame;
	const named: Label[] = [];
	const links: Link[] = [];
	const actors = new Map(story.actors?.map((actor) => [actor.id, actor]));
	for (const block of [...blocks].sort((a, b) => b.rows[0].host.importance - a.rows[0].host.importance)) {
		const other = places.places[1 - block.lane];
		const side = block.rows
			.flatMap((row) => othersOf(row, places))
			.find((id) => places.laneOf.get(id) === 1 - block.lane);
		if (!side) continue;
		const names = block.rows.map(
			({ host }) => (host as Item).actors.map((id) => actors.get(id)).find((actor) => actor?.side === side)?.name
		);
		const text = [...new Set(names.filter(Boolean))].slice(0, 2).join(story.ui.list.separator);
		const wide = textWidth(text, font.label);
		const tall = font.label * titleLine;
		const box = { x: other.text, y: block.y - tall / 2, width: wide, height: tall };
		const clear = (gap: number) =>
			[...labels, ...named].every((label) => {
				const sameLane = label.box.x === other.text;
				return !sameLane || label.box.y > box.y + tall + gap || label.box.y + label.box.height < box.y - gap;
			});
		const lines = blocks.filter(({ lane }) => lane === 1 - block.lane);
		const near = lines.some(
			({ y, top, rows }) => Math.abs(y - block.y) < 14 || (rows.length > 1 && Math.abs(top - block.y) < 6)
		);
		const outside = box.y < made.range[0] || box.y + tall > made.range[1];
		if (!text || wide > other.room || near || outside || !clear(5)) continue;
		const colour = story.sides.find(({ id }) => id === side)!.colour;
		const { ref } = block.rows[0].host;
		named.push({
			ref,
			x: other.text,
			anchor: 'start',
			lines: [{ text, y: block.y + font.label * 0.36, size: font.label, role: 'party' }],
			colour,
			box,
			halo: false,
			tone: 'lit'
		});
		const end = other.dir > 0 ? other.text - 7 : other.text + wide + 12;
		links.push({
			ref,
			colour,
			tone: 'lit',
			x1: other.x + other.dir * 9,
			y1: block.y,
			x2: end,
			y2: block.y,
			elbow: other.x + other.dir * 14
		});
	}
	return { labels: named, links };
}

/** The axis line of a lane, left out at the folds. */
function axisLines({ scale, places, range }: Made, { x, colour }: Place): (Line & { colour?: string })[] {
	const stretches = scale.stretches ?? (scale.kind === 'even' ? [] : scale.pieces.filter(({ folded }) => !folded));
	const ends = stretches.length
		? stretches.map(({ range }): [number, number] => [...range])
		: [[...range] as [number, number]];
	// Up to the bend of the lane’s rule.
	const rule = places.lanes.find((lane) => lane.rule?.x2 === x)?.rule;
	if (rule) ends[0][0] = rule.y + 6;
	return ends.map(([y1, y2]) => ({ x1: x, x2: x, y1, y2, colour: colour || undefined }));
}

function ticksOf(
	made: Made,
	bridges: readonly Bridge[],
	{ marks, counts }: { marks: readonly Mark[]; counts: readonly Note[] },
	folds: readonly Fold[]
): AxisTick[] {
	const { scale, places, frame, story } = made;
	const { small } = frame.font;
	const words = { lang: story.lang, bce: story.ui.time.bce };
	const gap = small;
	const covered = [
		...(places.kind === 'facing'
			? [...bridges.map(({ y1 }) => y1), ...counts.map(({ y }) => y - 4)].map((y) => [y - gap, y + gap])
			: []),
		...folds.map(({ box }) => [box.y - small * 0.6, box.y + box.height + small * 0.6])
	];
	return axisTicks(scale, small * 1.9, words).map(({ at, label, major }) => {
		const half = textWidth(label, small) / 2 + 1;
		const hidden =
			covered.some(([from, to]) => at > from && at < to) ||
			places.tickX - half < 0 ||
			(places.kind === 'facing' && half > places.tickX - places.places[0].x - 4) ||
			marks.some(({ x, y, size }) => Math.abs(x - places.tickX) < half + size && Math.abs(y - at) < small * 0.5 + size);
		const stubs = places.places.map(({ x, dir }) => {
			const way = places.kind === 'facing' ? -dir : 1;
			return { x1: x, x2: x + way * 5, y1: at, y2: at };
		});
		return { x: places.tickX, y: at, text: hidden ? '' : label, major, stubs };
	});
}

/** How long a fold is, and that it is left out, a line each. */
function foldWords(gap: [number, number], story: LayoutStory): string[] {
	const [most] = gapLines(gap, story);
	return [most, story.ui.time.leftOut];
}

function foldsOf({ scale, places, story, frame: { font } }: Made): Fold[] {
	return scale.pieces
		.filter(({ folded }) => folded)
		.map(({ range, gap }) => {
			const middle = (range[0] + range[1]) / 2;
			const texts = foldWords(gap!, story);
			const wide = Math.max(...texts.map((text) => textWidth(text, font.small)));
			const line = font.small * 1.2;
			const top = middle - (texts.length * line) / 2;
			return {
				x: places.tickX,
				y: middle,
				lines: texts.map((text, index) => ({ text, y: top + (index + 0.8) * line })),
				box: { x: places.tickX - wide / 2, y: top, width: wide, height: texts.length * line },
				cuts: places.places.flatMap(({ x, colour }) => range.map((y) => ({ x, y, colour: colour || undefined })))
			};
		});
}

/** How many lie before and after what is drawn. */
function outsideOf({ story, selection, places, frame: { height } }: Made): {
	before: Note | null;
	after: Note | null;
} {
	const { before, after } = countOutside(selection.items, selection.window);
	const note = (n: number, text: string, y: number): Note | null =>
		n ? { x: places.tickX, y, text, anchor: 'middle' } : null;
	return {
		before: note(before, count(story.lang, story.ui.time.before, before), places.top),
		after: note(after, count(story.lang, story.ui.time.after, after), height - 4)
	};
}

/** What a picture gives words to, for those who say so elsewhere. */
export const toldBy = (layout: TimelineLayout): Ref[] => [...new Set(layout.labels.map(({ ref }) => ref as Ref))];
