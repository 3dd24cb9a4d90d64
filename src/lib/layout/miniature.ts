/**
 * A small picture of a story, for a list of stories: (story, width) → parts. Two facing sides whose story opens with
 * quotations have these in large type above the timeline between them; three or more sides have a lane each
 * (miniLanes.ts); otherwise it is the whole time with the most important items named. At most five have words. Units
 * are px.
 */
import { capital } from '../text/capital.ts';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import { largest, setWidth, type Display } from './display.ts';
import { facing } from './lanes.ts';
import { layoutLine } from './line.ts';
import { mostImportant, openers, openingWindow } from './lines.ts';
import type { LineFrame } from './lineTypes.ts';
import { layoutMiniLanes } from './miniLanes.ts';
import type { Link, TimelineLayout } from './parts.ts';
import { breakEvenly, serifScale } from './rows.ts';
import { textWidth } from './textWidth.ts';

/** Widths that a page draws it for; it shows the widest that fits. */
export const miniatureWidths = [288, 358, 448, 632];
/** From this width on two quotations stand side by side. */
const miniatureWide = 448;

export interface MiniatureText {
	x: number;
	/** y of its baseline. */
	y: number;
	text: string;
	size: number;
	role: 'quote' | 'caption';
	/** The date of a caption, set after the speaker. */
	when?: string;
	/** The colour of the side that speaks. */
	colour?: string;
	/** BCP 47, for words in another language than the story’s. */
	lang?: string;
}

export interface Miniature {
	width: number;
	height: number;
	texts: MiniatureText[];
	/** y of the timeline in the picture. */
	top: number;
	layout: TimelineLayout;
	/** Refs of the items with words, most wanted first. */
	named: Ref[];
}

/** An opening item’s words as they are set, including quotation marks. */
export interface OpeningWords {
	words: readonly string[];
	/** BCP 47 */
	lang: string;
}

const captionSize = 14;
/** From the baseline of a caption to what stands below it. */
const captionFoot = 12;
/** From the last baseline of large words to the caption’s. */
const captionDrop = (size: number) => size * 0.24 + captionSize * 0.95;

/** @param wordsOf the words of an item that are set large */
export function layoutMiniature(story: LocalStory, width: number, wordsOf: (item: Item) => OpeningWords): Miniature {
	const told = openers(story);
	const pair = facing(story.sides);
	if (!pair && story.sides.length > 1) return alone(layoutMiniLanes(story, width), width);
	if (told.length) return opening(story, told, width, wordsOf);
	const named = mostImportant(story, story.items, width >= miniatureWide ? 4 : 3);
	const frame = { ...frameOf(width), height: width >= miniatureWide ? 220 : 240, whole: true };
	return alone(layoutLine(story, { items: story.items, window: story.extent, named }, frame), width);
}

const alone = (layout: TimelineLayout, width: number): Miniature => ({
	width,
	height: layout.height,
	texts: [],
	top: 0,
	layout,
	named: namedIn(layout)
});

/** The label of a year’s tower has no item. */
const namedIn = ({ labels }: TimelineLayout): Ref[] =>
	labels.map(({ ref }) => ref).filter((ref): ref is Ref => !ref.startsWith('cluster'));

const frameOf = (width: number): Omit<LineFrame, 'height'> => ({
	width,
	font: { label: 14, small: 13 },
	gutter: 28,
	thick: 9,
	dot: { radius: 2.5, step: 8, base: 9 },
	pad: 10
});

function opening(
	story: LocalStory,
	told: readonly Item[],
	width: number,
	wordsOf: (item: Item) => OpeningWords
): Miniature {
	const wide = width >= miniatureWide;
	const layout = openingLine(story, told, width);
	const words = told.map(wordsOf);
	const shown = display(
		words.map(({ words }) => words),
		width,
		wide
	);
	const marks = told.map(
		({ ref }) => layout.marks.find((mark) => mark.ref === ref || mark.also?.includes(ref))?.x ?? 0
	);
	const placed = places(shown, marks, width, wide);
	const top = Math.max(...placed.map(({ caption }) => caption)) + captionFoot;
	const set = told.map((item, index) =>
		setItem(item, story, { ...words[index], ...shown[index], ...placed[index], mark: marks[index], top, width })
	);
	const links = layout.links.map((link): Link => {
		const index = told.findIndex(
			({ ref }) => ref === link.ref || layout.marks.some((mark) => mark.ref === link.ref && mark.also?.includes(ref))
		);
		return index < 0 || link.y2 !== 0 ? link : { ...link, ...set[index].lead };
	});
	return {
		width,
		height: top + layout.height,
		texts: set.flatMap(({ texts }) => texts),
		top,
		layout: { ...layout, links },
		named: [...told.map(({ ref }) => ref), ...namedIn(layout)]
	};
}

/** The line from one opening item to the other, with one or two events of the lower side named. */
function openingLine(story: LocalStory, told: readonly Item[], width: number): TimelineLayout {
	const window = openingWindow(story);
	const led = told.map(({ ref }) => ref);
	const below = facing(story.sides)?.[1];
	const others = story.items.filter(
		(item) =>
			item.kind === 'event' &&
			item.sides[0] === below &&
			item.date.min >= window[0] &&
			item.date.max <= window[1] &&
			!item.date.edtf.startsWith('[')
	);
	const named = mostImportant({ sides: [] }, others, width >= miniatureWide ? 2 : 1);
	return layoutLine(story, { items: story.items, window, led, named }, { ...frameOf(width), height: 170 });
}

/** The longer quotation in at most two lines, the shorter one larger; a single one has the whole width. */
function display(quotes: readonly (readonly string[])[], width: number, wide: boolean): Display[] {
	const room = width * (quotes.length < 2 ? 1 : wide ? 0.44 : 0.7);
	const [most, least] = wide ? [width * 0.08, 26] : [34, 22];
	const sized = quotes.map((words) => largest(words, room, Math.round(most), least, 2));
	if (quotes.length < 2) return sized.map((shown, index) => balanced(quotes[index], room, shown));
	const lengths = quotes.map((words) => words.reduce((sum, text) => sum + textWidth(text, 10), 0));
	const short = lengths[0] <= lengths[1] ? 0 : 1;
	const common = Math.min(...sized.map(({ size }) => size));
	return quotes.map((words, index) =>
		balanced(words, room, largest(words, room, index === short ? Math.round(common * 1.6) : common, common, 2))
	);
}

/** Breaks the lines to about equal length. */
const balanced = (words: readonly string[], room: number, { size, lines }: Display): Display => ({
	size,
	lines:
		words.length > 1 || lines.length < 2
			? lines
			: breakEvenly(words[0], size * serifScale(words[0]), room * 1.02, lines.length)
});

interface Placed {
	x: number;
	/** Baselines of the last line, and of the caption below it. */
	baseline: number;
	caption: number;
}

/** Side by side on one baseline, or the second below the first, with room at its left for the first one’s leader. */
function places(shown: readonly Display[], marks: readonly number[], width: number, wide: boolean): Placed[] {
	const heights = shown.map(({ size, lines }) => size * (0.8 + 1.1 * (lines.length - 1)));
	const need = shown[1] ? setWidth(shown[1]) * 1.04 + 6 : 0;
	if (wide || shown.length < 2) {
		const baseline = Math.max(...heights);
		const left = Math.max(width * 0.3, Math.min(width - need, width * 0.66, (marks[1] ?? 0) - width * 0.1));
		const caption = baseline + captionDrop(Math.max(...shown.map(({ size }) => size)));
		return shown.map((_, index) => ({ x: index ? left : 0, baseline, caption }));
	}
	const [first, second] = heights;
	const caption = first + captionDrop(shown[0].size);
	const baseline = caption + captionFoot + second;
	const beside = Math.max(width * 0.27, marks[0] + 18);
	const x = Math.max(0, Math.min(beside, width - need));
	return [
		{ x: 0, baseline: first, caption },
		{ x, baseline, caption: baseline + captionDrop(shown[1].size) }
	];
}

interface Setting extends Placed, Display, OpeningWords {
	/** x of its mark on the timeline. */
	mark: number;
	/** y of the timeline. */
	top: number;
	/** Width of the picture. */
	width: number;
}

/** One item’s words, its speaker and date below them, and the leader from there down to its mark. */
function setItem(
	item: Item,
	story: LocalStory,
	{ lines, size, lang, x, baseline, caption: y, mark, top, width }: Setting
): { texts: MiniatureText[]; lead: Partial<Link> } {
	const colour = story.sides.find(({ id }) => id === item.sides[0])?.colour;
	const foreign = lang === story.lang ? undefined : lang;
	const large = lines.map((text, index): MiniatureText => {
		const y = baseline - (lines.length - 1 - index) * size * 1.1;
		return { x: x - hang(text, lang, size, x), y, text, size, role: 'quote', colour, lang: foreign };
	});
	const name = item.kind === 'quote' ? item.speaker.name + story.ui.opening.comma : '';
	const wideOf = (date: string) => textWidth(name + date, captionSize);
	const date = wideOf(item.date.label) <= width - x ? item.date.label : (item.date.short ?? item.date.label);
	const when = name ? date : capital(date, story.lang);
	const start = Math.max(0, Math.min(x, width - wideOf(when)));
	const end = start + wideOf(when);
	const row = y - captionSize * 0.35 - top;
	const lead: Partial<Link> =
		mark > end + 14
			? { x2: end + 10, y2: row, elbow: row }
			: mark < start - 6
				? { x2: start - 8, y2: row, elbow: row }
				: { y2: row + captionSize * 0.75, elbow: row + captionSize * 0.75 };
	return {
		texts: [...large, { x: start, y, text: name, when, size: captionSize, role: 'caption' }],
		lead
	};
}

/** How far an opening quotation mark hangs left of the text; a Chinese one fills the right half of its square. */
function hang(text: string, lang: string, size: number, x: number): number {
	if (!/^[“„«]/.test(text)) return 0;
	const part = /^(zh|ja)/.test(lang) ? 0.5 : 0.44;
	return Math.min(part * size, /^(zh|ja)/.test(lang) ? Infinity : x);
}
