/** Rows beside the axis: which items share one, in which lane, and how much of its label each can show. */
import { isEvent } from '../story/kinds.ts';
import { kindBefore, linksOf } from '../view/items.ts';
import type { Item, LocalDate, LocalStory, Ref } from '../view/local.ts';
import type { Frame } from './frames.ts';
import type { ClusterRef, Tone } from './parts.ts';
import { placeRows } from './place.ts';
import { hasCjk, textWidth, wrapText } from './textWidth.ts';

/** Events that there is no room to name, drawn as one. */
export interface Cluster {
	kind: 'cluster';
	ref: ClusterRef;
	/** “134 events, mostly OpenAI” */
	title: string;
	date: Pick<LocalDate, 'label' | 'short' | 'min' | 'max' | 'at' | 'interval' | 'softStart' | 'softEnd'>;
	sides: string[];
	importance: number;
	/** The number of events, and those of them that are loaded. */
	count: number;
	items: readonly Item[];
}

export type Plotted = Item | Cluster;

export interface Row {
	/** The item that the row’s label names. */
	host: Plotted;
	/** Quotes and figures about it, at the same time. */
	satellites: Item[];
	lane: number;
	tone: Tone;
}

/** A row’s label in one of its possible forms. */
export interface Fitted {
	title: string[];
	date: string | null;
	height: number;
}

export const lineHeight = 1.28;
/** Width of the serif relative to the sans of the width table. */
export const serifAllowance = 1.12;
/** Chinese characters are square in every face. */
export const serifScale = (text: string): number => (hasCjk(text) ? 1 : serifAllowance);

/**
 * A quote or figure joins the row of the event that it is about, where both are drawn and their dates overlap.
 * @param items those within the window, in order of time
 * @param laneOf the lane of each side; 'free' goes to the emptiest lane
 * @param most satellites per row, so that its label keeps its room; any more get a row of their own
 * @returns rows in order along the axis
 */
export function makeRows(
	items: readonly Item[],
	lit: ReadonlySet<Ref>,
	laneOf: ReadonlyMap<string, number | 'free'>,
	most: number
): Row[] {
	const byRef = new Map(items.map((item) => [item.ref, item]));
	const hostOf = (item: Item): Item => {
		if (isEvent(item)) return item;
		const host = linksOf(item)
			.map((ref) => byRef.get(ref))
			.find((event) => event && meet(event, item));
		return host ?? item;
	};
	const groups = new Map<Ref, Item[]>();
	for (const item of items) {
		const group = groups.get(hostOf(item).ref) ?? [];
		const full = group.filter((item) => !isEvent(item)).length >= most;
		if (!isEvent(item) && full) groups.set(item.ref, [item]);
		else groups.set(hostOf(item).ref, [...group, item]);
	}
	const taken = new Map<number, number>();
	return items
		.filter(({ ref }) => groups.has(ref))
		.sort((a, b) => a.date.at - b.date.at)
		.map((host) => {
			const satellites = groups.get(host.ref)!.filter((item) => item !== host);
			const lane = ownLane(host, laneOf) ?? emptiest(laneOf, taken);
			taken.set(lane, (taken.get(lane) ?? 0) + 1);
			const isLit = [host, ...satellites].some(({ ref }) => lit.has(ref));
			return { host, satellites, lane, tone: toneOf(lit, isLit) };
		});
}

/** The lane of the first of an item’s sides that has its own. */
export const ownLane = ({ sides }: Pick<Item, 'sides'>, laneOf: ReadonlyMap<string, number | 'free'>) =>
	sides.map((side) => laneOf.get(side)).find((lane) => typeof lane === 'number');

export const toneOf = (lit: ReadonlySet<Ref>, isLit: boolean): Tone => (lit.size ? (isLit ? 'lit' : 'dim') : 'plain');

const meet = (a: Item, b: Item) => a.date.min < b.date.max && b.date.min < a.date.max;

function emptiest(laneOf: ReadonlyMap<string, number | 'free'>, taken: ReadonlyMap<number, number>): number {
	const lanes = [...new Set([...laneOf.values()].filter((lane) => lane !== 'free'))] as number[];
	return lanes.reduce((best, lane) => ((taken.get(lane) ?? 0) < (taken.get(best) ?? 0) ? lane : best), lanes[0] ?? 0);
}

/** Told in a scene, rather than a table row or a cluster. */
export const isTold = (item: Plotted) => item.kind !== 'cluster' && item.scene !== undefined;

/** The text of a row’s label: an event’s or figure’s title, a quote’s speaker. */
export const titleOf = (item: Plotted, ui: LocalStory['ui']) =>
	item.kind === 'cluster' ? item.title : kindBefore(item, ui) + item.title;

const balanced = new Map<string, string[]>();

/** `breakEvenly`, cached by text and room, since scenes show the same labels again and again. */
export function balance(text: string, size: number, width: number, most: number): string[] {
	const key = `${most} ${size} ${width} ${text}`;
	let lines = balanced.get(key);
	if (!lines) {
		if (balanced.size > 20_000) balanced.clear();
		balanced.set(key, (lines = breakEvenly(text, size, width, most)));
	}
	return lines;
}

/** A text of more lines than this is not a label, and nothing of it is left out. */
const mostOfLabel = 4;

/**
 * Breaks a text into lines of about equal length, no more than the width requires, since a single word on the last line
 * looks like a mistake. In a label, a word longer than a line breaks between its parts, or is cut.
 */
export function breakEvenly(text: string, size: number, width: number, most: number): string[] {
	const lines = wrapText(text, size, width, most, undefined, most > mostOfLabel ? 'characters' : 'parts');
	const isCut = (tried: string[]) => tried[tried.length - 1].endsWith('…');
	if (lines.length < 2 || isCut(lines)) return lines;
	for (let narrower = width * (lines.length > 2 ? 0.8 : 0.55); narrower < width; narrower += width * 0.05) {
		const tried = wrapText(text, size, narrower, most, undefined, 'words');
		if (tried.length === lines.length && !isCut(tried)) return tried;
	}
	return lines;
}

/** Maximum distance of a label from its time, in multiples of its type size: about three lines. */
const farthest = 4;

/**
 * Chooses which rows have an uncut label close enough to their time. Clusters come first, then what the story tells,
 * then by importance; all others are dots, and a row never takes the words of a more important one.
 * @param widths px, the room for each row’s label
 * @param wanted px, each row’s place in time, within `range`
 * @returns one entry per row with the centre of its label; null: a dot
 */
export function nameRows(
	rows: readonly Row[],
	widths: readonly number[],
	wanted: readonly number[],
	range: readonly [number, number],
	font: Frame['font'],
	ui: LocalStory['ui']
): ({ fit: Fitted; centre: number } | null)[] {
	const rank = ({ host }: Row) => (host.kind === 'cluster' ? 20 : (isTold(host) ? 10 : 0) + host.importance);
	const order = rows.map((_, index) => index).sort((a, b) => rank(rows[b]) - rank(rows[a]) || a - b);
	const chosen: (Fitted | undefined)[] = rows.map(() => undefined);
	const most = farthest * font.label;
	let centres: number[] = [];
	let kept: number[] = [];
	for (const index of order)
		for (const fit of fitsOf(rows[index], widths[index], font, ui)) {
			chosen[index] = fit;
			const next = chosen.flatMap((fit, row) => (fit ? [row] : []));
			const heights = next.map((row) => chosen[row]!.height);
			if (heights.reduce((sum, height) => sum + height, 0) <= range[1] - range[0]) {
				const places = placeRows(
					next.map((row) => wanted[row]),
					heights,
					...range
				);
				// At the ends of the stretch a label is moved inside by up to its height.
				const near = (row: number, place: number) =>
					Math.abs(places[place] - wanted[row]) <= Math.max(most, heights[place]);
				if (next.every(near)) {
					[kept, centres] = [next, places];
					break;
				}
			}
			chosen[index] = undefined;
		}
	const placeOf = new Map(kept.map((row, place) => [row, centres[place]]));
	return rows.map((_, row) => (placeOf.has(row) ? { fit: chosen[row]!, centre: placeOf.get(row)! } : null));
}

/** A label’s forms, best first: the title with its date, the title without it, and for a cluster one line. */
function fitsOf({ host }: Row, width: number, font: Frame['font'], ui: LocalStory['ui']): Fitted[] {
	const title = balance(titleOf(host, ui), font.label, width, 3);
	const [one = ''] = balance(titleOf(host, ui), font.label, width, 1);
	// A cut date would be a different date.
	const date = [host.date.label, host.date.short].find((text) => text && textWidth(text, font.small) <= width);
	const fit = (lines: string[], date: string | null = null): Fitted => ({
		title: lines,
		date,
		height: lines.length * font.label * lineHeight + (date === null ? 0 : font.small * lineHeight) + 6
	});
	// A cluster’s number comes first, so one line is enough for it.
	const short = host.kind === 'cluster' && title.length > 1 && one ? [fit([one])] : [];
	return title.length ? [...(date ? [fit(title, date)] : []), fit(title), ...short] : [];
}
