/**
 * A whole image of the current View: title, filter, legend, timeline, source and link, each with its final position.
 * Pure, so that the preview, the file and the command line give the same picture.
 */
import { serifAllowance } from '../layout/rows.ts';
import { wrapText } from '../layout/textWidth.ts';
import type { FigureItem, LocalStory, Ref } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine, withCounts } from './altText.ts';
import { layoutCard } from './cardPicture.ts';
import { placeChart, stagedFigure } from './chartPart.ts';
import { highlighted, raised } from './highlight.ts';
import { isPoster, layoutPoster } from './posterPicture.ts';
import { firstSentences, layoutFoot, textOn } from './sheet.ts';
import { pictureSizes, type PictureLayout, type PictureSize, type PictureText, type Size } from './parts.ts';
import type { Drawn } from './shown.ts';
import { layoutPart, type TimelineFrame } from './timelinePart.ts';

export interface PictureOptions {
	size: PictureSize;
	/** Address of the View, printed in the image without `https://`. */
	link: string;
	/** A part of the story instead of a scene: its description under the title, and how it is drawn. */
	part?: { heading: string; drawn?: Drawn };
	/** Items to highlight: they have labels and colour, the rest is dimmed. */
	highlight?: readonly Ref[];
}

/** @returns the picture; all texts are inside the frame and do not overlap */
export function layoutPicture(story: LocalStory, view: View, options: PictureOptions): PictureLayout {
	const { highlight = [] } = options;
	if (!highlight.length) return layoutWhole(story, view, options);
	const picture = layoutWhole(raised(story, highlight), view, options);
	const timelines = picture.timelines.map((one) => ({ ...one, layout: highlighted(one.layout, story, highlight) }));
	return { ...picture, timelines };
}

function layoutWhole(story: LocalStory, view: View, { size, link, part, highlight }: PictureOptions): PictureLayout {
	// The opening items would compete with the highlighted ones.
	if (size === 'card') return layoutCard(highlight?.length ? { ...story, opening: [] } : story, view, part?.heading);
	if (isPoster(size) && !part?.drawn) return layoutPoster(story, view, { size, link });
	const px: Size = pictureSizes[size];
	const [width, height] = [px.width / px.zoom, px.height / px.zoom];
	const margin = Math.round(Math.min(width, height) * 0.045);
	const selection = select(story, view);
	const drawn = part?.drawn;
	const head = layoutHead(story, view, px, {
		margin,
		width: width - 2 * margin,
		filter: filterLine(story, view, withCounts(selection, drawn)),
		heading: part?.heading
	});
	// An address is useful only when it is complete, so it may take a second line.
	const foot = layoutFoot(story, link, { width, height, margin, size: px.small });
	const top = head.bottom + 14;
	const room = { x: margin, y: top, width: width - 2 * margin, height: foot.top - 8 - top };
	const figure = part || highlight?.length ? null : stagedFigure(story, view, selection);
	const body = bodyOf(story, view, selection, { size, px, room, drawn, figure });
	return {
		...{ width: px.width, height: px.height, sheet: px.sheet, box: { width, height } },
		...{ lang: story.lang, title: story.title, fields: [] },
		alt: altText(story, view, selection, { ...part, figure: body.charts.length && figure ? figure : undefined }),
		texts: [...head.texts, ...foot.texts],
		...body,
		rules: [body.rule, foot.top].map((y) => ({ x1: margin, x2: width - margin, y }))
	};
}

/** Label sizes of a timeline that shares its slide with a chart. */
const besideLabels = [20, 18, 17, 16];

/** The body between head and footer: a scene’s staged chart, else the timeline; a slide may have both. */
function bodyOf(
	story: LocalStory,
	view: View,
	selection: Selection,
	{
		size,
		px,
		room,
		drawn,
		figure
	}: Pick<TimelineFrame, 'size' | 'px' | 'room' | 'drawn'> & { figure: FigureItem | null }
) {
	const { x, y, width } = room;
	if (figure && view.scene) {
		const box = { ...room, y: y + 20, height: room.height - 20 };
		const chart = placeChart(figure, story, box, px.small);
		return { legend: [], timelines: [], charts: [chart], rule: y + 2 };
	}
	const beside = figure && size === 'slide' ? Math.round(width * 0.29) : 0;
	const timeline = layoutPart(story, selection, {
		...{ size, drawn },
		px: beside ? { ...px, labels: besideLabels } : px,
		room: { ...room, width: width - beside - (beside && 44) }
	});
	if (!beside) return { ...timeline, charts: [] };
	const below = timeline.rule + 24;
	const box = { x: x + width - beside, y: below, width: beside, height: y + room.height - below };
	return { ...timeline, charts: [placeChart(figure!, story, box, px.small)] };
}

/** A scene’s heading with story and span, or the story’s title and first sentences; and what was filtered. */
function layoutHead(
	story: LocalStory,
	view: View,
	px: Size,
	{ margin, width, filter, heading }: { margin: number; width: number; filter: string; heading?: string }
): { texts: PictureText[]; bottom: number } {
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const where = scene ? [story.title, scene.windowLabel].join(' · ') : '';
	const said = heading ?? (where || firstSentences(story, px.heading, width));
	const blocks: (Pick<PictureText, 'text' | 'size' | 'face' | 'weight' | 'tone'> & { lines: number; step: number })[] =
		[
			{
				text: scene?.heading ?? story.title,
				...{ size: px.title, face: 'serif', weight: 600, tone: 'ink', lines: 2, step: 1.22 }
			},
			{ text: said, size: px.heading, face: 'sans', weight: 400, tone: 'ink2', lines: 2, step: 1.38 },
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
