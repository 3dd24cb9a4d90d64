/**
 * A whole image of the current View: title, filter, legend, timeline, source and link, each with its final place. Pure,
 * so that the preview, the file and a command line are one picture.
 */
import { facing } from '../layout/lanes.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { serifAllowance } from '../layout/rows.ts';
import { textWidth, wrapText } from '../layout/textWidth.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine, withCounts } from './altText.ts';
import { rowText } from './cardText.ts';
import { layoutCard } from './cardPicture.ts';
import { dotSize, layoutLegend, legendEntries, signsOf, unnamedColours } from './legend.ts';
import { layoutFoot, textOn } from './sheet.ts';
import { pictureSizes, type PictureLayout, type PictureSize, type PictureText, type Size } from './parts.ts';
import type { Drawn } from './shown.ts';

/** What lanes’ names take over a timeline, in two rows at most, px. */
const namesHeight = (small: number) => 2.2 * small + 8;

export interface PictureOptions {
	size: PictureSize;
	/** Address of the View, printed in the image without its `https://`. */
	link: string;
	/** Instead of a scene: which part of the story it is, under the title, and how it is drawn. */
	part?: { heading: string; drawn?: Drawn };
}

/** @returns the picture; all text inside the frame, none on another */
export function layoutPicture(story: LocalStory, view: View, { size, link, part }: PictureOptions): PictureLayout {
	if (size === 'card') return layoutCard(story, view, part?.heading);
	const px: Size = pictureSizes[size];
	const [width, height] = [px.width / px.zoom, px.height / px.zoom];
	const margin = Math.round(Math.min(width, height) * 0.045);
	const inner = width - 2 * margin;
	const selection = select(story, view);
	const drawn = part?.drawn;
	let orientation: Frame['orientation'] = px.cards ? 'down' : (drawn?.orientation ?? 'down');
	const head = layoutHead(story, view, px, {
		margin,
		width: inner,
		filter: filterLine(story, view, withCounts(selection, drawn)),
		heading: part?.heading
	});
	const y = head.bottom + 14;

	// The foot first: an address is of use only when it is whole, so it may take a second line.
	const foot = layoutFoot(story, link, { width, height, margin, size: px.small });

	// Body text is as large as it can be; labels stand out by weight.
	const small = (label: number) =>
		px.cards ? Math.round(label * 9) / 10 : Math.max(px.small, Math.round(label * 0.85));
	const names = (small: number) => (drawn && orientation === 'down' ? namesHeight(small) : 0);
	const lay = (label: number, top: number, share?: number) => {
		const frame: Frame = {
			name: size,
			width: inner,
			height: foot.top - 8 - top - names(small(label)),
			orientation,
			font: { label, small: small(label) },
			...(px.cards && { body: (items) => (items.length ? rowText(items, story) : []), share })
		};
		return drawn ? drawn.draw(frame) : layoutTimeline(story, selection, frame);
	};
	// What the legend has to explain is known once the timeline is drawn, and its height is the legend’s to leave. The
	// first try is for that alone.
	const place = { x: margin, y, width: inner };
	const everything = layoutLegend(legendEntries(story), place, px.small);
	const least = px.labels[px.labels.length - 1];
	let first = lay(least, everything.bottom + 16);
	// Lanes too narrow for a count: it must not be cut, since that would be another one.
	const turned = !!drawn && orientation === 'down' && cutCounts(first) > 0;
	if (turned) {
		orientation = 'across';
		first = lay(least, everything.bottom + 16);
	}
	const shares = px.cards && !turned ? sharesOf(story, selection.items) : [0.5];
	const signs = signsOf(first);
	const sides = unnamedColours(first);
	let dots = dotsIn(first);
	const arrange = () => {
		const legend = layoutLegend(
			legendEntries(story, dots).filter(({ sign }) =>
				sign.type === 'side' ? sides.has(sign.colour) : signs.has(sign.type)
			),
			place,
			px.small
		);
		const top = legend.bottom + 16;
		return { legend, top, layout: largestType(px.labels, shares, (label, share) => lay(label, top, share)) };
	};
	let arranged = arrange();
	// At another size of type other things may have their names.
	const more = [...signsOf(arranged.layout)].filter((sign) => !signs.has(sign));
	if (more.length) {
		for (const sign of more) signs.add(sign);
		arranged = arrange();
	}
	if (signs.has('dots') && dotsIn(arranged.layout) !== dots) {
		dots = dotsIn(arranged.layout);
		arranged = arrange();
	}
	const { legend, top, layout } = arranged;
	const rule = top - 6;
	return {
		width: px.width,
		height: px.height,
		sheet: px.sheet,
		box: { width, height },
		lang: story.lang,
		title: story.title,
		alt: altText(story, view, selection, part),
		texts: [...head.texts, ...foot.texts],
		legend: legend.items,
		rules: [
			{ x1: margin, x2: width - margin, y: rule },
			{ x1: margin, x2: width - margin, y: foot.top }
		],
		fields: [],
		timeline: {
			x: margin,
			y: top + names(layout.font.small),
			layout
		},
		turned,
		cutCounts: cutCounts(layout)
	};
}

/** Title, what the story is about where there is room, the scene, and what was filtered. */
function layoutHead(
	story: LocalStory,
	view: View,
	px: Size,
	{ margin, width, filter, heading }: { margin: number; width: number; filter: string; heading?: string }
): { texts: PictureText[]; bottom: number } {
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const all = px.dek ? '' : story.ui.time.all;
	const blocks: (Pick<PictureText, 'text' | 'size' | 'face' | 'weight' | 'tone'> & { lines: number; step: number })[] =
		[
			{ text: story.title, size: px.title, face: 'serif', weight: 600, tone: 'ink', lines: 2, step: 1.22 },
			{
				text: px.dek ? story.dek : '',
				size: px.dek ?? 0,
				face: 'serif',
				weight: 400,
				tone: 'ink2',
				lines: 3,
				step: 1.38
			},
			{
				text: heading ?? (scene ? [scene.heading, scene.windowLabel].join(' · ') : all),
				...{ size: px.heading, face: 'sans', weight: 400, tone: 'ink2', lines: 2, step: 1.38 }
			},
			{ text: filter, size: px.heading, face: 'sans', weight: 600, tone: 'ink', lines: 2, step: 1.38 }
		];
	const text = textOn(margin);
	let y = margin - px.title * 0.22;
	const texts = blocks.flatMap(({ text: words, size, face, weight, tone, lines, step }, index) => {
		if (index === 1) y += px.title * 0.2;
		const room = size * (face === 'serif' ? serifAllowance : 1);
		return (words ? wrapText(words, room, width, lines) : []).map((line) => {
			y += size * step;
			return text({ y, text: line, size, face, weight, tone });
		});
	});
	return { texts, bottom: y };
}

/** What the left one of two facing sides may get of the width: about as much as it has of the texts. */
function sharesOf(story: LocalStory, items: readonly Item[]): number[] {
	const pair = facing(story.sides);
	if (!pair) return [0.5];
	const [left, right] = pair.map((side) =>
		items
			.filter(({ sides }) => sides.find((one) => pair.includes(one)) === side)
			.reduce((sum, item) => sum + textWidth(rowText([item], story).join(' '), 1) + 30, 0)
	);
	const fair = left + right ? left / (left + right) : 0.5;
	return [0, 0.04, -0.04, 0.08, -0.08].map((by) => Math.min(0.66, Math.max(0.34, fair + by)));
}

/**
 * The layout with the largest type that loses no label and cuts none; else the one that loses and cuts fewest. Halves
 * the list each time: what is lost at one size is lost at every larger one, or nearly so.
 * @param sizes falling
 * @param shares each tried with each size
 */
function largestType(
	sizes: readonly number[],
	shares: readonly number[],
	layout: (label: number, share: number) => TimelineLayout
): TimelineLayout {
	let best: TimelineLayout | null = null;
	let least = Infinity;
	let [from, to] = [0, sizes.length - 1];
	while (from <= to) {
		const middle = (from + to) >> 1;
		let whole: TimelineLayout | null = null;
		for (const share of shares) {
			const parts = layout(sizes[middle], share);
			const lost = lostWords(parts);
			if (lost < least) [best, least] = [parts, lost];
			if (lost === 0) whole = parts;
			if (whole) break;
		}
		if (whole) [best, to] = [whole, middle - 1];
		else from = middle + 1;
	}
	return best!;
}

/** Clusters, rows without a label, marks without a row (dots on the axis), labels that end in “…” or that lost their card’s text. */
function lostWords(layout: TimelineLayout): number {
	const { links, labels, marks, lost } = layout;
	const clusters = marks.filter(({ kind }) => kind === 'cluster').length;
	const dots = marks.filter(({ size }) => size < dotSize).length;
	// Of a scene: what it would name and cannot is a dot.
	if (layout.brackets) return dotsIn(layout) + labels.filter(({ lines }) => lines.some(isCut)).length;
	return (
		50 * cutCounts(layout) +
		clusters +
		links.length -
		labels.length +
		dots +
		lost +
		labels.filter(({ lines }) => lines.some(isCut)).length
	);
}

/** Clusters without a label, or with one that is cut within its first number. */
function cutCounts({ marks, labels }: TimelineLayout): number {
	const label = new Map(labels.map(({ ref, lines }) => [ref, lines.map(({ text }) => text).join(' ')]));
	return marks.filter(({ kind, ref }) => kind === 'cluster' && !/^[\d.,\s]*\d[^\d.,…]/.test(label.get(ref) ?? ''))
		.length;
}

/** How many items are dots, or reached through one. */
const dotsIn = ({ marks }: TimelineLayout) =>
	marks.filter(({ tone, shape }) => tone === 'dim' && shape === 'dot').length;

const isCut = ({ text }: { text: string }) => text.endsWith('…');
