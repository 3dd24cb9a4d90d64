/** What the strip’s caption names: pure, so that it can be told without a screen. */
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

/** The mark that tells an item: its own, or that of its event. */
export const markOf = ({ marks }: Pick<TimelineLayout, 'marks'>, ref: Ref): Mark | undefined =>
	marks.find((mark) => mark.ref === ref) ?? marks.find(({ also }) => also?.includes(ref));

/** What is told, each named by what its mark is of, in the order of time; what one mark tells is one step. */
export function steps(layout: Pick<TimelineLayout, 'marks'>, lit: ReadonlySet<Ref>, items: readonly Item[]): Item[] {
	const told = new Set<string>();
	for (const ref of lit) told.add(markOf(layout, ref)?.ref ?? '');
	return items.filter(({ ref }) => told.has(ref));
}

/** A lit mark at most this far away comes before any other, px. */
const litReach = 24;

/** @returns the item of the nearest mark to a place in the layout, px: across its bar where it has one */
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

/** Type of the caption, px. */
export const captionType = { title: 14, date: 13 };
const titleLines = 2;

/**
 * “About November 2025, 1 of 3” where several of what is told share the date; in fewer letters where it has not the room.
 * @param room of a line, px
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

/** How many lines a title takes, px of room; titles are set strong. */
export const captionLines = (title: string, room: number): number =>
	balance(title, captionType.title * 1.06, room, titleLines + 1).length;

/**
 * What the scene is about: the quotation that it sets large, else the figure on its stage or in its prose, else the
 * most important of what it tells.
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

/** The step of what is told at whose mark an item stands. */
export function stepOf(
	layout: Pick<TimelineLayout, 'marks'>,
	told: readonly Item[],
	ref: Ref | null
): Item | undefined {
	const mark = ref ? markOf(layout, ref) : undefined;
	return mark && told.find((item) => markOf(layout, item.ref) === mark);
}

/** Beside the caption stand two arrows, px. */
const arrows = 2 * 44;

/** What the line shows besides its marks: what is told, and the one of it that the caption names. */
export interface Telling {
	/** Each step, in the order of time. */
	told: Ref[];
	named: Ref | null;
	caption: ReturnType<typeof captionOf> | undefined;
	/** Of what is named in `told`; -1 where it is none of them. */
	place: number;
	/** The line, and on it the frame round what is named. */
	layout: TimelineLayout;
	frame: Framed['frame'] | null;
	stem: Framed['stem'] | null;
}

/** A scene’s line over a phone’s prose. */
export interface Strip {
	scene: string | null;
	layout: TimelineLayout;
	/** What the scene tells. */
	lit: ReadonlySet<Ref>;
	/** As long as the reader chose nothing. */
	telling: Telling;
}

/** @param chosen what the reader went to, the last first: the first that the line has is named */
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

/** @param width of the page’s text, px */
export function makeStrip(story: LocalStory, selection: Selection, scene: string | null, width: number): Strip {
	const strip = { scene, layout: stripLine(story, selection, width), lit: selection.lit };
	return { ...strip, telling: tell(story, strip) };
}
