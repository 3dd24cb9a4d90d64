/**
 * A whole image of the current View: title, filter, legend, timeline, source and link, each with its final place. Pure,
 * so that the preview, the file and a command line are one picture.
 */
import { facing } from '../layout/lanes.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { serifAllowance } from '../layout/rows.ts';
import { textWidth, wrapText } from '../layout/textWidth.ts';
import type { Item, Kind, LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine } from './altText.ts';
import { rowText } from './cardText.ts';
import { dotSize, layoutLegend, legendEntries, signsOf } from './legend.ts';
import { layoutFoot, textOn } from './sheet.ts';

interface Size {
	/** px at 1×. */
	width: number;
	height: number;
	/** px for one unit of the layout: what is mostly seen small, in a feed, needs larger type, marks and lines. */
	zoom: number;
	/** mm, where it is made to be printed on one. */
	sheet?: { width: number; height: number };
	/** Type, in units of the layout. */
	title: number;
	heading: number;
	/** Of labels: the largest that fits is taken. */
	labels: readonly number[];
	/** The text of every card stands under its label. */
	cards?: boolean;
}

const labels = [20, 18, 16, 15, 14, 13, 12];

/** A4, 16:9, 1:1, 9:16, what a link to the story shows elsewhere, and A3 with all texts. */
export const pictureSizes = {
	page: { width: 840, height: 1188, zoom: 1, sheet: { width: 210, height: 297 }, title: 30, heading: 14.5, labels },
	slide: { width: 1200, height: 675, zoom: 1, title: 30, heading: 14.5, labels },
	square: { width: 1080, height: 1080, zoom: 1.5, title: 30, heading: 14.5, labels },
	phone: { width: 540, height: 960, zoom: 1, title: 26, heading: 14.5, labels },
	card: { width: 1200, height: 630, zoom: 1.5, title: 26, heading: 13.5, labels },
	poster: {
		width: 1188,
		height: 1680,
		zoom: 1,
		sheet: { width: 297, height: 420 },
		title: 58,
		heading: 21,
		labels: [19, 18, 17, 16, 15.5, 15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9],
		cards: true
	}
} as const satisfies Record<string, Size>;
export type PictureSize = keyof typeof pictureSizes;
export const pictureSizeNames = Object.keys(pictureSizes) as PictureSize[];

export interface PictureText {
	x: number;
	/** Baseline. */
	y: number;
	text: string;
	size: number;
	face: 'serif' | 'sans';
	anchor: 'start' | 'end';
	weight: 400 | 600;
	tone: 'ink' | 'ink2';
	/** BCP 47, where it is not the picture’s. */
	lang?: string;
}

/** A legend entry: a side’s colour, the shape of a kind, a bridge, or a soft end; its words follow it. */
export interface LegendItem {
	x: number;
	/** Middle. */
	y: number;
	sign: { type: 'side'; colour: string } | { type: Kind } | { type: 'bridge' } | { type: 'soft' };
	text: PictureText;
}

export interface PictureLayout {
	/** px at 1×. */
	width: number;
	height: number;
	/** mm, of the sheet that it is made for. */
	sheet?: { width: number; height: number };
	/** The frame in units of the layout, as are all places below. */
	box: { width: number; height: number };
	lang: string;
	title: string;
	/** What a reader who cannot see it is told; also to copy. */
	alt: string;
	texts: PictureText[];
	legend: LegendItem[];
	rules: { x1: number; x2: number; y: number }[];
	/** Areas of a side’s colour. */
	fields: { x: number; y: number; width: number; height: number; colour: string }[];
	timeline: { x: number; y: number; layout: TimelineLayout };
}

export interface PictureOptions {
	size: PictureSize;
	/** Address of the View, printed in the image without its `https://`. */
	link: string;
}

/** @returns the picture; all text inside the frame, none on another */
export function layoutPicture(story: LocalStory, view: View, { size, link }: PictureOptions): PictureLayout {
	const px: Size = pictureSizes[size];
	const [width, height] = [px.width / px.zoom, px.height / px.zoom];
	const { ui } = story;
	const margin = Math.round(Math.min(width, height) * 0.045);
	const inner = width - 2 * margin;
	const selection = select(story, view);
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const text = textOn(margin);
	const texts: PictureText[] = [];

	let y = margin;
	for (const line of wrapText(story.title, px.title * serifAllowance, inner, 2)) {
		y += px.title;
		texts.push(text({ y, text: line, size: px.title, face: 'serif', weight: 600, tone: 'ink' }));
		y += px.title * 0.22;
	}
	const filter = filterLine(story, view, selection);
	const headings = [
		...(px.cards ? [{ text: story.dek, face: 'serif' as const, lines: 4 }] : []),
		// On a poster it goes without saying.
		{
			text: scene ? [scene.heading, scene.windowLabel].join(' · ') : px.cards ? '' : ui.time.all,
			face: 'sans' as const,
			lines: 2
		},
		{ text: filter, face: 'sans' as const, lines: 2, strong: true }
	];
	for (const { text: heading, face, lines, strong } of headings as ((typeof headings)[number] & {
		strong?: boolean;
	})[]) {
		const room = px.heading * (face === 'serif' ? serifAllowance : 1);
		for (const line of heading ? wrapText(heading, room, inner, lines) : []) {
			y += px.heading * 1.38;
			const [tone, weight] = strong ? (['ink', 600] as const) : (['ink2', 400] as const);
			texts.push(text({ y, text: line, size: px.heading, face, tone, weight }));
		}
	}
	y += 14;

	// The foot first: an address is of use only when it is whole, so it may take a second line.
	const foot = layoutFoot(story, link, { width, height, margin });
	texts.push(...foot.texts);

	const share = px.cards ? shareOf(story, selection.items) : 0.5;
	const lay = (label: number, top: number) =>
		layoutTimeline(story, selection, {
			name: size,
			width: inner,
			height: foot.top - 8 - top,
			orientation: 'down',
			font: { label, small: Math.round(label * 0.85) },
			...(px.cards && { body: (items) => rowText(items, story), share })
		});
	// What the legend has to explain is known once the timeline is drawn, and its height is the legend’s to leave. The
	// first try is for that alone.
	const place = { x: margin, y, width: inner };
	const everything = layoutLegend(legendEntries(story), place);
	const drawn = signsOf(lay(px.labels[px.labels.length - 1], everything.bottom + 16));
	const legend = layoutLegend(
		legendEntries(story).filter(({ sign }) => sign.type === 'side' || drawn.has(sign.type)),
		place
	);
	y = legend.bottom + 10;
	const top = y + 6;
	return {
		width: px.width,
		height: px.height,
		sheet: px.sheet,
		box: { width, height },
		lang: story.lang,
		title: story.title,
		alt: altText(story, view, selection),
		texts,
		legend: legend.items,
		rules: [
			{ x1: margin, x2: width - margin, y },
			{ x1: margin, x2: width - margin, y: foot.top }
		],
		fields: [],
		timeline: { x: margin, y: top, layout: largestType(px.labels, (label) => lay(label, top)) }
	};
}

/** What the left one of two facing sides gets of the width, so that both fill their height with about equal type. */
function shareOf(story: LocalStory, items: readonly Item[]): number {
	const pair = facing(story.sides);
	if (!pair) return 0.5;
	const [left, right] = pair.map((side) =>
		items
			.filter(({ sides }) => sides.find((one) => pair.includes(one)) === side)
			.reduce((sum, item) => sum + textWidth(rowText([item], story).join(' '), 1) + 30, 0)
	);
	return left + right ? Math.min(0.64, Math.max(0.36, left / (left + right))) : 0.5;
}

/** The layout with the largest type that loses no label and cuts none; else the one that loses and cuts fewest. */
function largestType(sizes: readonly number[], layout: (label: number) => TimelineLayout): TimelineLayout {
	let best: TimelineLayout | null = null;
	let least = Infinity;
	for (const size of sizes) {
		const parts = layout(size);
		const lost = lostWords(parts);
		if (lost < least) [best, least] = [parts, lost];
		if (lost === 0) break;
	}
	return best!;
}

/** Rows without a label, marks without a row (dots on the axis), labels that end in “…” or that lost their card’s text. */
function lostWords({ links, labels, marks, lost }: TimelineLayout): number {
	const dots = marks.filter(({ size }) => size < dotSize).length;
	return links.length - labels.length + dots + lost + labels.filter(({ lines }) => lines.some(isCut)).length;
}

const isCut = ({ text }: { text: string }) => text.endsWith('…');
