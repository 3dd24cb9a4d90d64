/** The timeline of a picture with its legend, in the largest type that keeps all labels. */
import type { Frame } from '../layout/frames.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { layoutTimeline } from '../layout/timeline.ts';
import type { LocalStory } from '../view/local.ts';
import type { Selection } from '../view/select.ts';
import { dotSize, layoutLegend, legendEntries, signsOf, unnamedColours } from './legend.ts';
import type { PictureLayout, PictureSize, Size } from './parts.ts';
import type { Drawn } from './shown.ts';

export interface TimelineFrame {
	size: PictureSize;
	px: Size;
	/** Room for legend and timeline. */
	room: { x: number; y: number; width: number; height: number };
	/** What the explorer shows, in place of the story’s own timeline. */
	drawn?: Drawn;
}

type Part = Pick<PictureLayout, 'legend' | 'timelines' | 'turned' | 'cutCounts'> & {
	/** Position of the rule between legend and timeline. */
	rule: number;
};

/** Height of the lanes’ names over a timeline, at most two rows, px. */
const namesHeight = (small: number) => 2.2 * small + 8;

export function layoutPart(story: LocalStory, selection: Selection, { size, px, room, drawn }: TimelineFrame): Part {
	let orientation: Frame['orientation'] = drawn?.orientation ?? 'down';
	const small = (label: number) => Math.max(px.small, Math.round(label * 0.85));
	const names = (small: number) => (drawn && orientation === 'down' ? namesHeight(small) : 0);
	const lay = (label: number, top: number) => {
		const frame: Frame = {
			name: size,
			width: room.width,
			height: room.y + room.height - top - names(small(label)),
			orientation,
			font: { label, small: small(label) }
		};
		return drawn ? drawn.draw(frame) : layoutTimeline(story, selection, frame);
	};
	// What the legend must explain is known only once the timeline is drawn, and the legend’s height determines the
	// timeline’s. So the first layout is only for finding the entries.
	const place = { x: room.x, y: room.y, width: room.width };
	const everything = layoutLegend(legendEntries(story), place, px.small);
	const least = px.labels[px.labels.length - 1];
	let first = lay(least, everything.bottom + 16);
	// Lanes are too narrow for a count, which must not be cut, since it would become another number.
	const turned = !!drawn && orientation === 'down' && cutCounts(first) > 0;
	if (turned) {
		orientation = 'across';
		first = lay(least, everything.bottom + 16);
	}
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
		return { legend, top, layout: largestType(px.labels, (label) => lay(label, top)) };
	};
	let arranged = arrange();
	// At another size of type, other items may have labels, and so other signs may appear.
	const more = [...signsOf(arranged.layout)].filter((sign) => !signs.has(sign));
	if (more.length) {
		for (const sign of more) signs.add(sign);
		arranged = arrange();
	}
	// So may what is a dot; where everything has words after all, there is nothing to explain.
	const counted = signs.has('dots');
	for (let tries = 0; counted && tries < 2 && dotsIn(arranged.layout) !== dots; tries++) {
		dots = dotsIn(arranged.layout);
		if (dots) signs.add('dots');
		else signs.delete('dots');
		arranged = arrange();
	}
	const { legend, top, layout } = arranged;
	return {
		legend: legend.items,
		timelines: [{ x: room.x, y: top + names(layout.font.small), layout }],
		rule: top - 6,
		turned,
		cutCounts: cutCounts(layout)
	};
}

/**
 * The layout with the largest type that loses and cuts no label; else the one that loses and cuts the fewest. A binary
 * search: a label lost at one size is also lost at nearly every larger one.
 * @param sizes in descending order
 */
function largestType(sizes: readonly number[], layout: (label: number) => TimelineLayout): TimelineLayout {
	let best: TimelineLayout | null = null;
	let least = Infinity;
	let [from, to] = [0, sizes.length - 1];
	while (from <= to) {
		const middle = (from + to) >> 1;
		const parts = layout(sizes[middle]);
		const lost = lostWords(parts);
		if (lost < least) [best, least] = [parts, lost];
		if (lost === 0) [best, to] = [parts, middle - 1];
		else from = middle + 1;
	}
	return best!;
}

/** Number of clusters, rows without a label, marks without a row (dots on the axis), and labels that end in “…”. */
function lostWords(layout: TimelineLayout): number {
	const { links, labels, marks } = layout;
	const clusters = marks.filter(({ kind }) => kind === 'cluster').length;
	const dots = marks.filter(({ size }) => size < dotSize).length;
	// In a scene, items that should have a label but cannot are drawn as dots.
	if (layout.brackets) return dotsIn(layout) + labels.filter(({ lines }) => lines.some(isCut)).length;
	return (
		50 * cutCounts(layout) +
		clusters +
		links.length -
		labels.length +
		dots +
		labels.filter(({ lines }) => lines.some(isCut)).length
	);
}

/** Number of clusters without a label, or whose label is cut within its first number. */
function cutCounts({ marks, labels }: TimelineLayout): number {
	const label = new Map(labels.map(({ ref, lines }) => [ref, lines.map(({ text }) => text).join(' ')]));
	return marks.filter(({ kind, ref }) => kind === 'cluster' && !/^[\d.,\s]*\d[^\d.,…]/.test(label.get(ref) ?? ''))
		.length;
}

/** Number of items drawn as dots, or reached through one. */
const dotsIn = ({ marks }: TimelineLayout) =>
	marks.filter(({ tone, shape }) => tone === 'dim' && shape === 'dot').length;

const isCut = ({ text }: { text: string }) => text.endsWith('…');
