/**
 * A whole image of the current View: title, filter, legend, timeline, source and link, each with its final place. Pure,
 * so that the preview, the file and a command line are one picture.
 */
import type { TimelineLayout } from '../layout/parts.ts';
import { textWidth, truncate, wrapText } from '../layout/textWidth.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import { count, fill } from '../text/fill.ts';
import type { Kind, LocalStory } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';

/**
 * px at 1×: A4, 16:9, 1:1, 9:16. `zoom` is px for one unit of the layout: a square is mostly seen small, in a feed, so
 * that type, marks and lines have to be larger in it.
 */
export const pictureSizes = {
	page: { width: 840, height: 1188, zoom: 1 },
	slide: { width: 1200, height: 675, zoom: 1 },
	square: { width: 1080, height: 1080, zoom: 1.5 },
	phone: { width: 540, height: 960, zoom: 1 }
} as const;
export type PictureSize = keyof typeof pictureSizes;

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
	/** The frame in units of the layout, as are all places below. */
	box: { width: number; height: number };
	lang: string;
	title: string;
	/** What a reader who cannot see it is told; also to copy. */
	alt: string;
	texts: PictureText[];
	legend: LegendItem[];
	rules: { x1: number; x2: number; y: number }[];
	timeline: { x: number; y: number; layout: TimelineLayout };
}

export interface PictureOptions {
	size: PictureSize;
	/** Address of the View, printed in the image without its `https://`. */
	link: string;
}

// The serif of titles is wider than the sans whose widths are tabled.
const serifAllowance = 1.12;

/** @returns the picture; all text inside the frame, none on another */
export function layoutPicture(story: LocalStory, view: View, { size, link }: PictureOptions): PictureLayout {
	const px = pictureSizes[size];
	const [width, height] = [px.width / px.zoom, px.height / px.zoom];
	const { ui } = story;
	const margin = Math.round(Math.min(width, height) * 0.045);
	const inner = width - 2 * margin;
	const selection = select(story, view);
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const titleSize = width < 600 ? 26 : 30;
	const texts: PictureText[] = [];
	const text = (part: Partial<PictureText> & Pick<PictureText, 'y' | 'text' | 'size'>): PictureText => ({
		x: margin,
		face: 'sans',
		anchor: 'start',
		weight: 400,
		tone: 'ink2',
		...part
	});

	let y = margin;
	for (const line of wrapText(story.title, titleSize * serifAllowance, inner, 2)) {
		y += titleSize;
		texts.push(text({ y, text: line, size: titleSize, face: 'serif', weight: 600, tone: 'ink' }));
		y += titleSize * 0.22;
	}
	const headings = [
		scene ? [scene.heading, scene.windowLabel].join(' · ') : ui.time.all,
		filterLine(story, view, selection)
	];
	for (const heading of headings.filter(Boolean))
		for (const line of wrapText(heading, 14.5, inner, 2)) {
			y += 20;
			texts.push(
				text({
					y,
					text: line,
					size: 14.5,
					tone: heading === headings[1] ? 'ink' : 'ink2',
					weight: heading === headings[1] ? 600 : 400
				})
			);
		}
	y += 14;

	// The foot first: an address is of use only when it is whole, so it may take a second line.
	const footSize = 12.5;
	const product = textWidth(ui.product, footSize);
	const source = story.sources.map(({ short }) => fill(ui.export.source, { source: short })).join(' · ');
	const foot = [
		...wrapText(source, footSize, inner, 2),
		...wrapText(link.replace(/^https?:\/\//, ''), footSize, inner - product - 24, 2)
	];
	const footer = height - margin;
	const footTop = footer - 18 * Math.max(1, foot.length) - 2;
	foot.forEach((line, index) =>
		texts.push(text({ y: footer - 18 * (foot.length - 1 - index), text: line, size: footSize }))
	);
	texts.push(text({ x: width - margin, y: footer, text: ui.product, size: footSize, anchor: 'end', weight: 600 }));

	const lay = (label: number, top: number) =>
		layoutTimeline(story, selection, {
			name: size,
			width: inner,
			height: footTop - 8 - top,
			orientation: 'down',
			font: { label, small: Math.round(label * 0.85) }
		});
	// What the legend has to explain is known once the timeline is drawn, and its height is the legend’s to leave. The
	// first try is for that alone.
	const place = { x: margin, y, width: inner };
	const everything = layoutLegend(legendEntries(story), place);
	const drawn = signsOf(lay(labelSizes[labelSizes.length - 1], everything.bottom + 16));
	const legend = layoutLegend(
		legendEntries(story).filter(({ sign }) => sign.type === 'side' || drawn.has(sign.type)),
		place
	);
	y = legend.bottom + 10;
	const top = y + 6;
	return {
		width: px.width,
		height: px.height,
		box: { width, height },
		lang: story.lang,
		title: story.title,
		alt: altText(story, view, selection),
		texts,
		legend: legend.items,
		rules: [
			{ x1: margin, x2: width - margin, y },
			{ x1: margin, x2: width - margin, y: footTop }
		],
		timeline: { x: margin, y: top, layout: largestType((label) => lay(label, top)) }
	};
}

const labelSizes = [20, 18, 16, 15, 14, 13, 12];

/** The layout with the largest type that loses no label and cuts none; else the one that loses and cuts fewest. */
function largestType(layout: (label: number) => TimelineLayout): TimelineLayout {
	let best: TimelineLayout | null = null;
	let least = Infinity;
	for (const size of labelSizes) {
		const parts = layout(size);
		const lost = lostWords(parts);
		if (lost < least) [best, least] = [parts, lost];
		if (lost === 0) break;
	}
	return best!;
}

/** Rows without a label, marks without a row (dots on the axis), and labels that end in “…”. */
function lostWords({ links, labels, marks }: TimelineLayout): number {
	const dots = marks.filter(({ size }) => size < dotSize).length;
	return links.length - labels.length + dots + labels.filter(({ lines }) => lines.some(isCut)).length;
}

const isCut = ({ text }: { text: string }) => text.endsWith('…');

/** Marks below this are dots for want of room: no kind is told by their shape. */
const dotSize = 4;

/** What of the legend there is in a timeline. */
function signsOf({ marks, bridges, spans }: TimelineLayout): Set<LegendItem['sign']['type']> {
	const kinds = marks.filter(({ size }) => size >= dotSize).map(({ kind }) => kind);
	return new Set([
		...kinds,
		...(bridges.length ? ['bridge' as const] : []),
		...(spans.some(({ softStart, softEnd }) => softStart || softEnd) ? ['soft' as const] : [])
	]);
}

/** “12 of 28 events: OpenAI, DeepSeek”; '' where nothing is filtered. */
function filterLine(story: LocalStory, view: View, { counts }: Selection): string {
	return view.actors.length ? fill(story.ui.filter.active, { ...counts.event, actors: actorNames(story, view) }) : '';
}

const actorNames = (story: LocalStory, view: View) =>
	view.actors.map((id) => story.actors.find((actor) => actor.id === id)?.name ?? id).join(story.ui.list.separator);

interface LegendEntry {
	sign: LegendItem['sign'];
	words: string;
}

/** Sides, then kinds of mark, then what else is drawn. */
function legendEntries({ sides, ui }: LocalStory): LegendEntry[] {
	const kinds: Kind[] = ['event', 'quote', 'figure'];
	return [
		...sides.map(({ name, colour }) => ({ sign: { type: 'side' as const, colour }, words: name })),
		...kinds.map((type) => ({ sign: { type }, words: ui.kind[type] })),
		{ sign: { type: 'bridge' as const }, words: ui.export.legendCross },
		{ sign: { type: 'soft' as const }, words: ui.export.legendSoft }
	];
}

/** In rows, each as full as it gets. */
function layoutLegend(entries: LegendEntry[], box: { x: number; y: number; width: number }) {
	const size = 12.5;
	const items: LegendItem[] = [];
	let [x, y] = [box.x, box.y + 8];
	for (const { sign, words } of entries) {
		const own = 20 + textWidth(words, size);
		if (x > box.x && x + own > box.x + box.width) {
			x = box.x;
			y += 20;
		}
		items.push({
			x: x + 7,
			y,
			sign,
			text: {
				x: x + 20,
				y: y + 4.4,
				text: truncate(words, size, box.width - 20),
				size,
				face: 'sans',
				anchor: 'start',
				weight: 400,
				tone: 'ink2'
			}
		});
		x += own + 18;
	}
	return { items, bottom: y + 8 };
}

/** One paragraph for who cannot see the picture: what it shows, how much, and the most important of it by date. */
export function altText(story: LocalStory, view: View, selection = select(story, view)): string {
	const { ui, lang } = story;
	const [from, to] = selection.window;
	const shown = selection.items.filter(({ date }) => date.max > from && date.min < to);
	const events = shown.filter(({ kind }) => kind === 'event');
	const most = [...events]
		.sort((a, b) => Number(selection.lit.has(b.ref)) - Number(selection.lit.has(a.ref)) || b.importance - a.importance)
		.slice(0, 12);
	const named = events
		.filter((event) => most.includes(event))
		.map(({ date, title }) => fill(ui.export.altItem, { date: date.label, title }));
	if (events.length > most.length) named.push(count(lang, ui.export.altMore, events.length - most.length));
	const scene = story.scenes.find(({ id }) => id === view.scene);
	return fill(ui.export.altText, {
		title: story.title,
		window: scene?.windowLabel ?? ui.time.all,
		scale: `${ui.scale.title}${ui.list.colon}${ui.scale[view.scale]}`,
		counts: filterLine(story, view, selection) || count(lang, ui.page.events, events.length),
		items: named.join(ui.list.semicolon)
	});
}
