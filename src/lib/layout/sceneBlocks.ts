/** The words of a scene: items of one lane and date form a block, with the date once and all titles below it. */
import type { Item } from '../view/local.ts';
import type { LayoutStory } from './lanes.ts';
import { placeRows } from './place.ts';
import { balance, type Row } from './rows.ts';
import type { SceneLanes } from './sceneLanes.ts';
import { textWidth } from './textWidth.ts';

/** Line heights of a title and of a date, in multiples of their type size. */
export const titleLine = 1.33;
export const dateLine = 1.38;
/** A title is cut only beyond this many lines. */
const mostTitleLines = 4;
/** Gaps between two titles of a block, and between two blocks, px. */
const titleGap = 7;
const blockGap = 12;
/** With several lanes: height that a bridge keeps free of words, px. */
const band = 24;

export interface Block {
	lane: number;
	rows: Row[];
	/** ms */
	at: number;
	date: string[];
	/** Lines of each row’s title. */
	titles: string[][];
	/** Height of its words, px; then the space above them that a bridge needs. */
	height: number;
	above: number;
	/** First and last lane that its bridges reach; twice its own where it has none. */
	reach: [number, number];
}

/** Whether the words stand above their bridge, being too close to the end of the axis to stand below it. */
const standsOver = ({ above, height }: Block, y: number, [, end]: [number, number]) =>
	above > 0 && y + above / 2 + blockGap / 2 + height > end;

export interface PlacedBlock extends Block {
	/** Upper edge of its words, px. */
	top: number;
	/** Position of its time, px. */
	y: number;
	/** Whether its words stand above its bridge. */
	over: boolean;
}

/** A quotation’s words in the story’s language if there are any, on one line. */
export const ownWords = (item: Item & { kind: 'quote' }, { ui, lang }: Pick<LayoutStory, 'ui' | 'lang'>): string => {
	const own = item.language === lang ? item.words : item.translations.find(({ language }) => language === lang)?.words;
	return (own ?? item.words).join(ui.list.separator);
};

/** The title of an item’s mark; for a quotation its speaker, and its words where they are few. */
export function titleOf(item: Item, story: Pick<LayoutStory, 'ui' | 'lang'>): string {
	if (item.kind !== 'quote') return item.title;
	const { ui } = story;
	// Only the first clause of long words.
	const all = ownWords(item, story);
	const [clause] = all.length > 60 ? (/^.{8,48}?(?=[,;.，；。])/.exec(all) ?? [all]) : [all];
	const words = clause === all ? all : `${clause}…`;
	return words.length > 60 ? `${item.title}${ui.list.colon}${ui.kind.quote}` : `${item.title}${ui.list.colon}${words}`;
}

/** Lines of a title; with `long`, a quotation shows as many clauses as fit in them. */
function titleLines(item: Item, story: LayoutStory, size: number, room: number, long: boolean): string[] {
	const set = (words: string) => balance(words, size, room, mostTitleLines);
	const letters = (text: string) => text.replace(/\s/g, '');
	if (item.kind === 'quote' && long) {
		const all = ownWords(item, story);
		const clauses = [...all.matchAll(/(?<=.{8})[,;.，；。]/g)].map(({ index }) => `${all.slice(0, index)}…`);
		for (const words of [all, ...clauses.reverse()]) {
			const title = item.title + story.ui.list.colon + words;
			const lines = set(title);
			if (letters(lines.join('')) === letters(title)) return lines;
		}
	}
	return set(titleOf(item, story));
}

/** The sides of a row that have another lane. */
export function othersOf({ host, lane }: Row, { laneOf }: SceneLanes): string[] {
	return host.sides.filter((side) => {
		const other = laneOf.get(side);
		return typeof other === 'number' && other !== lane;
	});
}

const lanesOf = (row: Row, places: SceneLanes) =>
	othersOf(row, places).map((side) => places.laneOf.get(side) as number);

/**
 * @param rows rows that have words
 * @param long whether quotations show all their words, where they fit in a few lines
 * @param known cache of blocks measured with these places and this type
 * @returns one block per date and lane, in order of time
 */
export function makeBlocks(
	rows: readonly Row[],
	places: SceneLanes,
	font: { label: number; small: number },
	story: LayoutStory,
	long = true,
	known = new Map<string, Block>()
): Block[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const { date, sides } = row.host as Item;
		const key = `${row.lane}\n${date.edtf}\n${date.label}\n${places.kind === 'single' ? sides[0] : ''}`;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()]
		.map((group) => {
			const key = [long, ...group.map(({ host }) => host.ref)].join(' ');
			const block = known.get(key) ?? measure(group, places, font, story, long);
			known.set(key, block);
			return block;
		})
		.sort((a, b) => a.at - b.at || a.lane - b.lane);
}

function measure(
	rows: Row[],
	places: SceneLanes,
	font: { label: number; small: number },
	story: LayoutStory,
	long: boolean
): Block {
	const { lane, host } = rows[0];
	const { room } = places.rails[lane];
	const item = host as Item;
	const titles = rows.map((row) => titleLines(row.host as Item, story, font.label, room, long));
	const side = places.kind === 'single' ? story.sides.find(({ id }) => id === item.sides[0])?.name : undefined;
	const prefix = side && story.sides.length > 1 ? `${side} · ` : '';
	// In a facing lane the leader starts at the end of the date and needs some room too.
	const dates = room - (places.kind === 'facing' && rows.length === 1 ? 26 : 0);
	const [label, short] = [item.date.label, item.date.short ?? item.date.label].map((words) => capital(words, prefix));
	const date =
		textWidth(prefix + label, font.small) <= dates ? [prefix + label] : balance(prefix + short, font.small, dates, 2);
	const lines = titles.reduce((sum, title) => sum + title.length, 0);
	const height = date.length * font.small * dateLine + lines * font.label * titleLine + (titles.length - 1) * titleGap;
	const lanes = [lane, ...rows.flatMap((row) => lanesOf(row, places))];
	const reach: Block['reach'] = [Math.min(...lanes), Math.max(...lanes)];
	const joins = places.kind === 'abreast' && reach[1] > lane;
	return { lane, rows, at: item.date.at, date, titles, height, above: joins ? band : 0, reach };
}

/** Capitalises a date at the start of its line, where its script has capitals. */
const capital = (words: string, before: string) => (before ? words : words.charAt(0).toUpperCase() + words.slice(1));

/** Height that a block takes in its lane, px. */
export const spaceOf = ({ height, above }: Block) => height + above + blockGap;

/** Height of its words alone; the bridge above them is counted separately. */
const wordSpace = ({ height }: Block) => height + blockGap;

/**
 * SceneLanes the blocks of every lane near their times, without overlap, all within the axis.
 * @param y position of a time, px
 * @param range px
 * @returns null where a lane has too little room
 */
export function placeBlocks(
	blocks: readonly Block[],
	places: SceneLanes,
	y: (time: number) => number,
	range: [number, number],
	font: { small: number }
): PlacedBlock[] | null {
	const placed: PlacedBlock[] = [];
	for (const lane of places.rails.keys()) {
		const own = blocks.filter((block) => block.lane === lane);
		const bands = places.kind === 'abreast' ? bandsOf(blocks, lane) : [];
		// At the same time: first what stands above the bridge, then the bridge, then what stands below it.
		const order = (block: Block | null) => (!block ? 0 : standsOver(block, y(block.at), range) ? -1 : 1);
		const all = [...own.map((block) => ({ block, at: block.at })), ...bands.map((at) => ({ block: null, at }))].sort(
			(a, b) => a.at - b.at || order(a.block) - order(b.block)
		);
		const heights = all.map(({ block }) => (block ? wordSpace(block) : band));
		// A bridge at the end of the axis has no words below it to keep clear of.
		const last = all.at(-1);
		const end = range[1] + (last && !last.block ? Math.max(0, y(last.at) + band / 2 - range[1]) : 0);
		if (heights.reduce((sum, height) => sum + height, 0) > end - range[0]) return null;
		const centres = placeRows(
			all.map(({ block, at }) => y(at) + (block ? offset(block, font) * (order(block) < 0 ? -1 : 1) : 0)),
			heights,
			range[0],
			end,
			all.map(({ block }) => (block ? 1 : 1e4))
		);
		all.forEach(({ block, at }, index) => {
			if (!block) return;
			// Copied by name: a crowd tries some thousand placements, and “...block” took a third of their time.
			const { rows, date, titles, height, above, reach } = block;
			const top = centres[index] - height / 2;
			const over = order(block) < 0;
			placed.push({ lane, rows, at, date, titles, height, above, reach, y: y(at), top, over });
		});
	}
	return places.kind === 'abreast' && isCrossed(placed) ? null : placed;
}

/** Whether a bridge runs through the words of a lane that it passes. */
function isCrossed(placed: readonly PlacedBlock[]): boolean {
	return placed.some(
		({ reach: [from, to], y }) =>
			from < to &&
			placed.some(
				(other) => other.lane >= from && other.lane < to && other.top < y + 3 && other.top + other.height > y - 3
			)
	);
}

/** Distance from a block’s time to its preferred centre: a single item’s date stands at its time, a group around it. */
function offset(block: Block, font: { small: number }): number {
	if (block.above) return band / 2 + wordSpace(block) / 2;
	if (block.rows.length > 1) return 0;
	return block.height / 2 - (font.small * dateLine) / 2;
}

/** The times at which a bridge passes through this lane. */
function bandsOf(blocks: readonly Block[], lane: number): number[] {
	return blocks.filter(({ reach: [from, to] }) => from <= lane && lane < to).map(({ at }) => at);
}

/** How far words at exactly their time would extend beyond the ends of the axis, px: they must move that far. */
export function outside(
	{ y, height }: PlacedBlock,
	[from, to]: [number, number],
	{ small }: { small: number }
): number {
	const top = y - (small * dateLine) / 2 - blockGap / 2;
	return Math.max(0, from - top, top + height + blockGap - to);
}

/** How far the words stand from their time, px: measured from a single item’s date, or a group’s nearest point. */
export function displacement(
	{ rows, y, top, height, date, above, over }: PlacedBlock,
	font: { small: number }
): number {
	if (over) return Math.abs(y - above / 2 - blockGap / 2 - height - top);
	if (above) return Math.abs(top - blockGap / 2 - above / 2 - y);
	if (rows.length > 1) return Math.max(0, top - y, y - top - height);
	return Math.abs(top + (date.length ? (font.small * dateLine) / 2 : 0) - y);
}
