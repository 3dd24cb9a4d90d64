/** The horizontal timeline in each of its uses: opening, ending, phone strip, and small beside a scene. */
import { compareTold } from '../view/items.ts';
import type { EventItem, Item, LocalStory, Ref } from '../view/local.ts';
import type { ScaleKind } from '../view/view.ts';
import { facing } from './lanes.ts';
import { layoutLine, type LineFrame, type LineInput } from './line.ts';
import { lineFont } from './lineTypes.ts';
import type { TimelineLayout } from './parts.ts';

const dot = { radius: 3, step: 9, base: 10 };
const smallDot = { radius: 2, step: 6, base: 8 };
const narrowFont = { label: 14, small: 12 };

/** From this text width on, px, the line has the room of a desktop. */
export const wideFrom = 700;
export const deskWidth = 1312;
export const phoneWidth = 358;

/**
 * A line drawn before the screen is known is drawn for each of these widths, px; the page shows the widest that fits.
 */
export const lineWidths = [288, phoneWidth, 480, wideFrom, 960, 1160, deskWidth];

/** The widest of `lineWidths` that fits a page of this width. */
export const drawnFor = (width: number): number => lineWidths.findLast((one) => one <= width) ?? lineWidths[0];

const isWide = (width: number) => width >= wideFrom;

export const openingFrame = (width: number, height = isWide(width) ? 260 : 110): LineFrame =>
	isWide(width)
		? { width, height, font: lineFont, gutter: 44, thick: 9, dot, pad: 20 }
		: { width, height, font: narrowFont, gutter: 24, thick: 10, dot: smallDot, pad: 10 };

export const endingFrame = (width: number, height = isWide(width) ? 340 : 280): LineFrame =>
	isWide(width)
		? { width, height, font: lineFont, gutter: 36, thick: 9, dot, pad: 14, whole: true }
		: { width, height, font: narrowFont, gutter: 24, thick: 9, dot: smallDot, pad: 20, whole: true };

/** Only the words of the axis and of the sides. */
export const stripFrame = (width: number, height = 100): LineFrame => ({
	width,
	height,
	spine: 42,
	font: narrowFont,
	gutter: 28,
	thick: 10,
	dot: { ...smallDot, base: 9 },
	pad: 8
});

export const miniFrame = (width = 680, height = 40): LineFrame => ({
	width,
	height,
	spine: height / 2,
	font: narrowFont,
	gutter: 0,
	thick: 3,
	dot: { radius: 2, step: 4.5, base: 4.5 },
	pad: 3
});

const byImportance = (a: Item, b: Item) => b.importance - a.importance || a.date.at - b.date.at || compareTold(a, b);

/** The most important events, including at least one of each facing side that has any. */
export function mostImportant(story: Pick<LocalStory, 'sides'>, items: readonly Item[], most: number): Ref[] {
	const events = items.filter((item): item is EventItem => item.kind === 'event').sort(byImportance);
	const pool: readonly Item[] = events.length ? events : [...items].sort(byImportance);
	const chosen = pool.slice(0, most);
	for (const side of facing(story.sides) ?? []) {
		const first = pool.find(({ sides }) => sides[0] === side);
		if (first && !chosen.some(({ sides }) => sides[0] === side)) chosen.splice(most - 1, 1, first);
	}
	return chosen.map(({ ref }) => ref);
}

/** The items that a story opens with, in order of time: the earlier is on the left. */
export const openers = (story: Pick<LocalStory, 'opening' | 'items'>): Item[] =>
	story.opening
		.slice(0, 2)
		.flatMap((ref) => story.items.find((item) => item.ref === ref) ?? [])
		.sort((a, b) => a.date.at - b.date.at);

/** The window from one opener to the other; the whole story’s time where they are too close or have an unknown end. */
export function openingWindow(story: Pick<LocalStory, 'opening' | 'items' | 'extent'>): [number, number] {
	const [first, last] = openers(story);
	if (!last) return story.extent;
	const [from, to] = [Math.min(first.date.min, last.date.min), Math.max(first.date.max, last.date.max)];
	const apart = last.date.at - first.date.at > (to - from) * 0.25;
	return apart && Number.isFinite(from) && Number.isFinite(to) ? [from, to] : story.extent;
}

/**
 * The line under a story’s first words: between the two quotations, with up to three more labels per side; without
 * quotations, the whole time with the most important items named.
 * @param items kept by the filter
 */
export function openingLine(story: LocalStory, items: readonly Item[], width: number): TimelineLayout {
	const window = openingWindow(story);
	const inside = items.filter(({ date }) => date.max > window[0] && date.min < window[1]);
	const led = openers(story).filter(({ ref }) => items.some((item) => item.ref === ref));
	if (!led.length) {
		const named = mostImportant(story, inside, isWide(width) ? 5 : 3);
		return layoutLine(
			story,
			{ items, window, named },
			{ ...openingFrame(width, isWide(width) ? 320 : 260), whole: true }
		);
	}
	return layoutLine(story, openingInput(story, items, isWide(width) ? 3 : 0), openingFrame(width));
}

/**
 * The line between the two items that a story opens with.
 * @param items kept by the filter
 * @param most how many more to name per facing side
 */
export function openingInput(story: LocalStory, items: readonly Item[], most: number): LineInput {
	const window = openingWindow(story);
	const led = openers(story).filter(({ ref }) => items.some((item) => item.ref === ref));
	const pair = facing(story.sides);
	const shown = new Set(led.map(dateAndSide));
	const others = items
		.filter(({ date }) => date.max > window[0] && date.min < window[1])
		.filter((item) => item.kind === 'event' && !item.date.edtf.startsWith('[') && !shown.has(dateAndSide(item)))
		.sort(byImportance)
		.filter((item) => !shown.has(dateAndSide(item)) && shown.add(dateAndSide(item)));
	const named = (pair ?? [null]).flatMap((side) =>
		others.filter(({ sides }) => !side || sides[0] === side).slice(0, most)
	);
	named.sort(byImportance);
	return { items, window, named: named.map(({ ref }) => ref), led: led.map(({ ref }) => ref) };
}

const dateAndSide = ({ date, sides }: Item) => `${date.edtf} ${sides[0]}`;

/** The whole of a story at true scale, naming the items of its ending, or else the most important ones. */
export function endingLine(story: LocalStory, items: readonly Item[], width: number): TimelineLayout {
	const scene = story.scenes.find(({ ending }) => ending);
	// An item shown large beside it needs no second label.
	const large = new Set(scene?.prose.flatMap((block) => (block.type === 'item' ? [block.ref] : [])));
	const told = (scene?.lights ?? []).filter((ref) => !large.has(ref));
	const kept = told.filter((ref) => items.some((item) => item.ref === ref));
	const most = isWide(width) ? 5 : 4;
	const named = kept.length ? kept.slice(0, most) : mostImportant(story, items, most);
	return layoutLine(story, wholeInput(story, items, named, width), endingFrame(width));
}

/** All of a story’s time, with long events drawn in full rather than as dots. @param width px */
export function wholeInput(story: LocalStory, items: readonly Item[], named: readonly Ref[], width: number): LineInput {
	const [from, to] = story.extent;
	const long = ({ kind, date }: Item) =>
		kind === 'event' &&
		(date.interval || date.edtf.startsWith('[')) &&
		((date.max - date.min) / (to - from)) * width >= 20;
	const lit = new Set(items.filter(long).map(({ ref }) => ref));
	return { items, window: story.extent, named, lit };
}

/** For a phone: what a scene tells, drawn in full on the scale that the reader chose. */
export function stripLine(
	story: LocalStory,
	{
		items,
		window,
		scale,
		lit
	}: { items: readonly Item[]; window: [number, number]; scale: ScaleKind; lit: ReadonlySet<Ref> },
	width: number
): TimelineLayout {
	return layoutLine(story, { items, window, scale, lit }, stripFrame(width));
}

/** Small: everything at true scale. */
export function miniLine(story: LocalStory, items: readonly Item[], width = 680): TimelineLayout {
	const long = new Set(items.filter(({ date }) => date.interval).map(({ ref }) => ref));
	return layoutLine(story, { items, window: story.extent, lit: long }, miniFrame(width));
}
