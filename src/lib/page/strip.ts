/** The content of the strip’s caption. Pure, so that it can be tested without a screen. */
import { stripLine } from '../layout/lines.ts';
import type { Mark, TimelineLayout } from '../layout/parts.ts';
import { balance } from '../layout/rows.ts';
import { titleOf } from '../layout/sceneBlocks.ts';
import { textWidth } from '../layout/textWidth.ts';
import { capital } from '../text/capital.ts';
import { fill } from '../text/fill.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { framed, type Framed } from './stripFrame.ts';

/** The mark for an item: its own, or that of its event. */
export const markOf = ({ marks }: Pick<TimelineLayout, 'marks'>, ref: Ref): Mark | undefined =>
	marks.find((mark) => mark.ref === ref) ?? marks.find(({ also }) => also?.includes(ref));

/** The told items in order of time, one step for each mark, represented by the mark’s own item. */
export function steps(layout: Pick<TimelineLayout, 'marks'>, lit: ReadonlySet<Ref>, items: readonly Item[]): Item[] {
	const told = new Set<string>();
	for (const ref of lit) told.add(markOf(layout, ref)?.ref ?? '');
	return items.filter(({ ref }) => told.has(ref));
}

/** Distance in px within which a lit mark takes precedence over others. */
const litReach = 24;

/** @returns the item of the mark nearest to a position in the layout, px, measured to its bar if it has one */
export function markAt(
	{ marks, spans }: Pick<TimelineLayout, 'marks' | 'spans'>,
	x: number,
	y: number
): Ref | undefined {
	const away = (mark: Mark): number => {
		const span = spans.find(({ ref }) => ref === mark.ref);
		const [from, to] = span ? [span.x, span.x + span.length] : [mark.x, mark.x];
		return Math.hypot(Math.max(from - x, 0, x - to), mark.y - y);
	};
	const all = marks.map((mark) => ({ mark, at: away(mark), middle: Math.abs(mark.x - x) }));
	all.sort((a, b) => a.at - b.at || a.middle - b.middle);
	const lit = all.find(({ mark, at }) => mark.tone === 'lit' && at <= litReach);
	return (lit ?? all[0])?.mark.ref as Ref | undefined;
}

/** Sizes of the caption’s type, px. */
const captionType = { title: 14, date: 13 };
const titleLines = 2;

/**
 * Such as “About November 2025, 1 of 3” where several told items share the date; shorter where there is no room.
 * @param room width of a line, px
 */
export function captionOf(
	item: Item,
	told: readonly Item[],
	{ ui, lang }: Pick<LocalStory, 'ui' | 'lang'>,
	room = Infinity
): { date: string; title: string } {
	const alike = told.filter(({ date }) => date.label === item.date.label);
	const n = alike.findIndex(({ ref }) => ref === item.ref) + 1;
	const short = item.date.short ?? item.date.label;
	const counted = (date: string) =>
		n && alike.length > 1 ? fill(ui.line.oneOf, { date, n, total: alike.length }) : date;
	const dates = [counted(item.date.label), counted(short), short].map((date) => capital(date, lang));
	const titles = [
		titleOf(item, { ui, lang }),
		...(item.kind === 'quote' ? [`${item.title}${ui.list.colon}${ui.kind.quote}`] : [])
	];
	return {
		title: titles.find((title) => captionLines(title, room) <= titleLines) ?? titles.at(-1)!,
		date: dates.find((date) => textWidth(date, captionType.date) <= room) ?? dates.at(-1)!
	};
}

/** Number of lines that a title takes in a width in px; titles are bold. */
export const captionLines = (title: string, room: number): number =>
	balance(title, captionType.title * 1.06, room, titleLines + 1).length;

/**
 * The main item of the scene: its large quotation, else the figure on its stage or in its prose, else the most
 * important of its told items.
 */
export function leadOf(
	story: Pick<LocalStory, 'scenes'>,
	scene: string | null,
	layout: Pick<TimelineLayout, 'marks'>,
	told: readonly Item[]
): Ref | null {
	const { prose = [], stage } = story.scenes.find(({ id }) => id === scene) ?? {};
	const set = prose.flatMap((block) => (block.type === 'item' ? [block.ref as Ref] : []));
	const large = [...set.filter((ref) => ref.startsWith('quote-')), ...(stage ? [stage] : []), ...set];
	for (const ref of large) {
		const step = stepOf(layout, told, ref);
		if (step) return step.ref;
	}
	return [...told].sort((a, b) => b.importance - a.importance)[0]?.ref ?? null;
}

/** The told item that shares an item’s mark. */
function stepOf(layout: Pick<TimelineLayout, 'marks'>, told: readonly Item[], ref: Ref | null): Item | undefined {
	const mark = ref ? markOf(layout, ref) : undefined;
	return mark && told.find((item) => markOf(layout, item.ref) === mark);
}

/** Width of the two arrows beside the caption, px. */
const arrows = 2 * 44;

/** What the line shows besides its marks: the told items, and the one in the caption. */
export interface Telling {
	/** Each step, in order of time. */
	told: Ref[];
	named: Ref | null;
	caption: ReturnType<typeof captionOf> | undefined;
	/** Index in `told` of the captioned item; -1 if it is not among them. */
	place: number;
	/** The line, and the frame round the captioned item’s mark. */
	layout: TimelineLayout;
	frame: Framed['frame'] | null;
	stem: Framed['stem'] | null;
}

/** The line above a phone’s prose for a scene. */
export interface Strip {
	scene: string | null;
	layout: TimelineLayout;
	/** Items that the scene tells. */
	lit: ReadonlySet<Ref>;
	/** The caption until the reader selects something. */
	telling: Telling;
}

/** @param chosen the reader’s selections, the latest first; the first that is on the line gets the caption */
export function tell(
	story: LocalStory,
	{ scene, layout, lit }: Omit<Strip, 'telling'>,
	chosen: readonly (Ref | null)[] = []
): Telling {
	const told = steps(layout, lit, story.items);
	const named = chosen.find((ref) => ref && markOf(layout, ref)) ?? leadOf(story, scene, layout, told);
	const item = story.items.find(({ ref }) => ref === named);
	const mark = named ? markOf(layout, named) : undefined;
	return {
		told: told.map(({ ref }) => ref),
		named,
		caption: item && captionOf(item, told, story, layout.width - arrows),
		place: told.indexOf(stepOf(layout, told, named)!),
		...(mark ? framed(layout, mark) : { layout, frame: null, stem: null })
	};
}

/** @param width the width of the page’s text, px */
export function makeStrip(story: LocalStory, selection: Selection, scene: string | null, width: number): Strip {
	const strip = { scene, layout: stripLine(story, selection, width), lit: selection.lit };
	return { ...strip, telling: tell(story, strip) };
}
