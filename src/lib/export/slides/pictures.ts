/** The pictures of a deck: a scene’s timeline, the line of its span, and the lines at the story’s beginning and end. */
import { layoutLine, type LineFrame } from '../../layout/line.ts';
import { endingLine, mostImportant, openers, openingLine, openingWindow } from '../../layout/lines.ts';
import type { Sign, TimelineLayout } from '../../layout/parts.ts';
import { layoutScene, type SceneLayout } from '../../layout/scene.ts';
import { isEvent } from '../../story/kinds.ts';
import type { Item, LocalStory, Ref } from '../../view/local.ts';
import type { Selection } from '../../view/select.ts';
import type { PictureLayout } from '../parts.ts';
import type { Box } from './parts.ts';

const small = 12.5;
/** Sizes of labels: larger ones are legible from the last row, as long as no item loses its label. */
const labels = [17, 16, 15, 14, 13.5];

/** A drawing as a picture of its own, with one px for each point of the slide. */
export function pictureOf(
	layout: TimelineLayout,
	{ width, height, top = 0 }: Pick<Box, 'width' | 'height'> & { top?: number },
	{ story, alt }: { story: Pick<LocalStory, 'lang' | 'title'>; alt: string }
): PictureLayout {
	const box = { width: Math.ceil(width), height: Math.ceil(height) };
	return {
		...box,
		box,
		lang: story.lang,
		title: story.title,
		alt,
		...{ texts: [], legend: [], rules: [], fields: [] },
		timelines: [{ x: 0, y: top, layout }],
		charts: []
	};
}

const named = ({ labels }: SceneLayout) => new Set(labels.map(({ ref }) => ref)).size;

/** Time runs down, as beside the text; the type is the largest with which all possible labels fit. */
export function scenePicture(
	story: LocalStory,
	selection: Selection,
	{ width, height }: Pick<Box, 'width' | 'height'>,
	key: readonly Sign[]
): SceneLayout {
	const lay = (label: number) =>
		layoutScene(story, selection, {
			...{ name: 'slides', width, height, orientation: 'down' as const },
			font: { label, small },
			key
		});
	const tried = labels.map(lay);
	const most = Math.max(...tried.map(named));
	return tried.find((layout) => named(layout) === most)!;
}

const frame: Omit<LineFrame, 'width' | 'height'> = {
	font: { label: 13.5, small },
	...{ gutter: 26, thick: 9, pad: 14 },
	dot: { radius: 2.4, step: 7, base: 9 }
};

/** A scene’s timeline across the slide, where a figure takes its place; told events have labels where there is room. */
export function sceneLine(story: LocalStory, { items, window, scale, lit }: Selection, width: number, height: number) {
	// Figures are left out, since one may cover the whole span.
	const moments = items.filter(({ kind }) => kind !== 'figure');
	const told = moments.filter((item) => lit.has(item.ref) && isEvent(item));
	const others = moments.filter(({ ref }) => lit.has(ref));
	const named = told.length ? mostImportant(story, told, 6) : others.map(({ ref }) => ref);
	return layoutLine(story, { items: moments, window, scale, named, lit }, { ...frame, width, height });
}

/** Height of the timeline under the opening words, and the room in which its leaders turn towards them. */
const openingHeight = 128;
export const turn = 16;

/**
 * The timeline between the opening items, each with a leader that ends at its words.
 * @param starts left edge of each item’s words, points from the timeline’s beginning
 */
export function openingPicture(
	story: LocalStory,
	items: readonly Item[],
	width: number,
	starts: readonly number[]
): TimelineLayout {
	const led = openers(story).filter(({ ref }) => items.some((item) => item.ref === ref));
	if (!led.length) return openingLine(story, items, width);
	const refs = led.map(({ ref }) => ref);
	const layout = layoutLine(
		story,
		{ items: led, window: openingWindow(story), scale: 'folded', led: refs },
		{ ...frame, width, height: openingHeight - turn, gutter: 40, thick: 11 }
	);
	const links = layout.links.map((link) => {
		const start = starts[refs.indexOf(link.ref as Ref)];
		const turns = start !== undefined && start + 12 < link.x1;
		return { ...link, ...(turns ? { x2: start + 1, y2: -turn / 2, elbow: -turn / 2 } : { x2: link.x1, y2: -turn }) };
	});
	return { ...layout, links };
}

export const lastPicture = (story: LocalStory, items: readonly Item[], width: number): TimelineLayout =>
	endingLine(story, items, width);
