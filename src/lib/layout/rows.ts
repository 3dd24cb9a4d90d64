/** Rows beside the axis: which items share one, in which lane, and how much of a label each may keep. */
import type { Item, LocalDate, LocalStory, Ref } from '../view/local.ts';
import type { Frame } from './frames.ts';
import type { ClusterRef, Tone } from './parts.ts';
import { placeRows } from './place.ts';
import { hasCjk, textWidth, wrapText } from './textWidth.ts';

/** Events that there is no room to name, as one. */
export interface Cluster {
	kind: 'cluster';
	ref: ClusterRef;
	/** “134 events, mostly OpenAI” */
	title: string;
	date: Pick<LocalDate, 'label' | 'short' | 'min' | 'max' | 'at' | 'interval' | 'softStart' | 'softEnd'>;
	sides: string[];
	importance: number;
	/** How many, and which of them are known. */
	count: number;
	items: readonly Item[];
}

export type Plotted = Item | Cluster;

export interface Row {
	/** What the row’s label names. */
	host: Plotted;
	/** Quotes and figures about it, of the same time. */
	satellites: Item[];
	lane: number;
	tone: Tone;
}

/** A row’s label in one of its forms. */
export interface Fitted {
	title: string[];
	date: string | null;
	height: number;
}

export const lineHeight = 1.28;
/** The serif is wider than the sans whose widths are tabled. */
export const serifAllowance = 1.12;
/** Chinese characters are squares in every face. */
export const serifScale = (text: string): number => (hasCjk(text) ? 1 : serifAllowance);

/**
 * A quote or figure joins the row of the event that it is about, where both are drawn and their dates meet.
 * @param items those within the window, by time
 * @param most satellites a row, so that its label keeps its room; what is over has a row of its own
 * @returns rows in the order of their places on the axis
 * @param laneOf the lane of each side; 'free' goes where there is more room
 */
export function makeRows(
	items: readonly Item[],
	lit: ReadonlySet<Ref>,
	laneOf: ReadonlyMap<string, number | 'free'>,
	most: number
): Row[] {
	const byRef = new Map(items.map((item) => [item.ref, item]));
	const hostOf = (item: Item): Item => {
		if (item.kind === 'event') return item;
		const host = item.about.map((ref) => byRef.get(ref)).find((event) => event && meet(event, item));
		return host ?? item;
	};
	const groups = new Map<Ref, Item[]>();
	for (const item of items) {
		const group = groups.get(hostOf(item).ref) ?? [];
		const full = group.filter(({ kind }) => kind !== 'event').length >= most;
		if (item.kind !== 'event' && full) groups.set(item.ref, [item]);
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

/** The lane of the first of an item’s sides that has one of its own. */
export const ownLane = ({ sides }: Pick<Item, 'sides'>, laneOf: ReadonlyMap<string, number | 'free'>) =>
	sides.map((side) => laneOf.get(side)).find((lane) => typeof lane === 'number');

export const toneOf = (lit: ReadonlySet<Ref>, isLit: boolean): Tone => (lit.size ? (isLit ? 'lit' : 'dim') : 'plain');

const meet = (a: Item, b: Item) => a.date.min < b.date.max && b.date.min < a.date.max;

function emptiest(laneOf: ReadonlyMap<string, number | 'free'>, taken: ReadonlyMap<number, number>): number {
	const lanes = [...new Set([...laneOf.values()].filter((lane) => lane !== 'free'))] as number[];
	return lanes.reduce((best, lane) => ((taken.get(lane) ?? 0) < (taken.get(best) ?? 0) ? lane : best), lanes[0] ?? 0);
}

/** Told in a scene, not a row of a table or counted. */
export const isTold = (item: Plotted) => item.kind !== 'cluster' && !!item.scene;

/** The text of a row’s label: an event’s or figure’s title, a quote’s speaker. */
export const titleOf = (item: Plotted, ui: LocalStory['ui']) =>
	item.kind === 'quote' ? `${ui.kind.quote}${ui.list.colon}${item.title}` : item.title;

const balanced = new Map<string, string[]>();

/** `breakEvenly`, once for each text and room: scenes show the same labels again and again. */
export function balance(text: string, size: number, width: number, most: number): string[] {
	const key = `${most} ${size} ${width} ${text}`;
	let lines = balanced.get(key);
	if (!lines) {
		if (balanced.size > 20_000) balanced.clear();
		balanced.set(key, (lines = breakEvenly(text, size, width, most)));
	}
	return lines;
}

/** More lines than this are no label: of a text nothing is left out. */
const mostOfLabel = 4;

/**
 * Lines of about the same length, no more than the width asks for: one word alone on the last reads as a slip. Of a label
 * a word that is longer than a line breaks between its parts, or is cut.
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

/** A label stands at most this far from its time, of its type’s size: about three lines. */
const farthest = 4;

/**
 * Words at their date: which rows have a label, whole, near enough to their time. What is counted comes first, then what
 * the story tells, then by importance; the others are dots at their time, and one more row never takes the words of a
 * more important one.
 * @param widths px, the room for each row’s label
 * @param wanted px, each row’s place in time, within `range`
 * @returns one per row with the middle of its label; null: a dot
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
				// At the ends of the stretch a label stands inside, however high it is.
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

/** A label’s forms, the best first: all of its title with its date, without it, and of what is counted one line. */
function fitsOf({ host }: Row, width: number, font: Frame['font'], ui: LocalStory['ui']): Fitted[] {
	const title = balance(titleOf(host, ui), font.label, width, 3);
	const [one = ''] = balance(titleOf(host, ui), font.label, width, 1);
	// Half a date would be another date.
	const date = [host.date.label, host.date.short].find((text) => text && textWidth(text, font.small) <= width);
	const fit = (lines: string[], date: string | null = null): Fitted => ({
		title: lines,
		date,
		height: lines.length * font.label * lineHeight + (date === null ? 0 : font.small * lineHeight) + 6
	});
	// Of what is counted the number stands first.
	const short = host.kind === 'cluster' && title.length > 1 && one ? [fit([one])] : [];
	return title.length ? [...(date ? [fit(title, date)] : []), fit(title), ...short] : [];
}
