/**
 * A story as a poster: its opening items, its timeline as the spine, its figures as charts, and its texts in columns by
 * time, the important ones larger. Items without room are left out and counted. Units are a quarter of a millimetre.
 * Pure.
 */
import { layoutLine, lineSigns, type LineFrame, type LineInput } from '../layout/line.ts';
import { mostImportant, openingInput, wholeInput } from '../layout/lines.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { breakEvenly, serifAllowance } from '../layout/rows.ts';
import { wrapText } from '../layout/textWidth.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine } from './altText.ts';
import { largestPair, nameRoom, setPair, shownOpeners, type PairFrame } from './openingPair.ts';
import { pictureSizes, type PictureLayout, type PictureText } from './parts.ts';
import { chartBand, textBand } from './posterBands.ts';
import { codeOf, layoutPosterFoot } from './posterFoot.ts';
import type { Band, PosterFrame } from './posterFrame.ts';
import { textOn } from './sheet.ts';

export type PosterSize = 'poster' | 'poster-a2';
export const isPoster = (size: string): size is PosterSize => size.startsWith('poster');

/** Width of the serif at weight 600, relative to the sans in the table of widths. */
const titleAllowance = 1.15;

/** Gap between a band and the rule under it, and between that and the next band. */
const bandGap = 16;
const mostGap = 56;

/**
 * @param link address of the View, which becomes a QR code where it is absolute
 * @returns the picture; all texts are inside the frame and do not overlap
 */
export function layoutPoster(
	story: LocalStory,
	view: View,
	{ size, link }: { size: PosterSize; link: string }
): PictureLayout {
	const px = pictureSizes[size];
	const { width, height } = px;
	const margin = Math.round(width * 0.055);
	const large = size === 'poster-a2';
	const frame: PosterFrame = {
		...{ title: px.title, dek: px.dek, small: px.small },
		inner: width - 2 * margin,
		unit: large ? 14.5 : 12.6,
		columns: large ? { charts: 4, texts: 6 } : { charts: 3, texts: 4 }
	};
	const selection = select(story, view);
	const told = view.scene ? selection.items.filter(({ ref }) => selection.lit.has(ref)) : selection.items;
	const code = codeOf(link);
	const head = headBand(story, view, selection, frame, code?.width);
	const lines = lineBands(story, view, selection, frame);
	const signs = [...new Set(lines.flatMap(({ timelines }) => timelines.flatMap(({ layout }) => lineSigns(layout))))];
	const footOf = (left: number) => layoutPosterFoot(story, { link, frame, told, left, signs });

	const bands = [head, ...lines];
	const reserved = footOf(1).height;
	const room = () => height - 2 * margin - reserved - bands.reduce((sum, { height }) => sum + height + 2 * bandGap, 0);
	const charts = chartBand(story, told, frame, chartRoom(room()));
	if (charts) bands.push(charts.band);
	// The opening items, already large over their timeline, get no second text.
	const opened = lines.length > 1 ? shownOpeners(story, selection.items) : [];
	const texts = textBand(
		story,
		told.filter((item) => !opened.includes(item)),
		frame,
		room() - 2 * bandGap
	);
	if (texts) bands.push(texts.band);

	const left = told.length - opened.length - (charts?.items.length ?? 0) - (texts?.items.length ?? 0);
	const foot = footOf(left);
	const gap = bandGap + Math.min(mostGap - bandGap, Math.max(0, room()) / (2 * bands.length));
	let y = margin;
	const placed = bands.map((band, index) => {
		if (index) y += gap;
		const at = { band, y, rule: index ? y - gap : null };
		y += band.height + gap;
		return at;
	});
	const bottom = height - margin - foot.height;
	return {
		...{ width, height, sheet: px.sheet, box: { width, height } },
		...{ lang: story.lang, title: story.title, alt: altText(story, view, selection) },
		...{ legend: [], fields: [] },
		...merged([...placed, { band: foot, y: bottom, rule: bottom - bandGap * 0.7 }], frame, margin),
		code: code && { ...code, x: width - margin - code.width, y: margin + head.height - code.width }
	};
}

/** Height for charts, given the remaining height, px: texts keep the larger part, a line chart what it needs. */
const chartRoom = (room: number) => Math.max(room * 0.48, Math.min(300, room * 0.58));

/** Moves bands to their positions, with a rule over each but the first. */
function merged(
	placed: readonly { band: Band; y: number; rule: number | null }[],
	{ inner }: PosterFrame,
	margin: number
): Omit<Band, 'height'> {
	const moved = <T extends { x: number; y: number }>(parts: readonly T[], y: number): T[] =>
		parts.map((part) => ({ ...part, x: part.x + margin, y: part.y + y }));
	return {
		texts: placed.flatMap(({ band, y }) => moved(band.texts, y)),
		timelines: placed.flatMap(({ band, y }) => moved(band.timelines, y)),
		charts: placed.flatMap(({ band, y }) => moved(band.charts, y)),
		rules: placed.flatMap(({ band, y, rule }) => [
			...(rule === null ? [] : [{ x1: margin, x2: margin + inner, y: rule, strong: true }]),
			...band.rules.map((one) => ({ ...one, x1: one.x1 + margin, x2: one.x2 + margin, y: one.y + y }))
		])
	};
}

/**
 * The title as large as one line allows, or two; under it what the story is about, and what was filtered.
 * @param code width of the QR code to its right
 */
function headBand(
	story: LocalStory,
	view: View,
	selection: Selection,
	{ inner, title, dek }: PosterFrame,
	code = 0
): Band {
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const text = textOn(0);
	const texts: PictureText[] = [];
	let y = 0;
	const add = (words: string, size: number, lines: number, part: Partial<PictureText>, width = inner, step = 1.14) => {
		const room = size * (part.face !== 'serif' ? 1 : part.weight === 600 ? titleAllowance : serifAllowance);
		for (const one of words ? breakEvenly(words, room, width, lines) : []) {
			y += size * step;
			texts.push(text({ y: y - size * 0.24, text: one, size, ...part }));
		}
	};
	if (scene) add([story.title, scene.windowLabel].join(' · '), dek * 0.7, 2, { weight: 600 });
	const words = scene?.heading ?? story.title;
	const serif = { face: 'serif', weight: 600, tone: 'ink' } as const;
	const fits = (size: number, lines: number) =>
		wrapText(words, size * titleAllowance, inner, lines + 1).length <= lines;
	const sizes = [1.8, 1.7, 1.6, 1.5, 1.4, 1.25].map((by) => title * by);
	const one = sizes.find((size) => fits(size, 1));
	const two = sizes.find((size) => fits(size, 2)) ?? title;
	if (one && one >= title * 1.4) add(words, one, 1, serif);
	else add(words, two, 3, serif);
	const titled = y;
	const beside = code ? inner - code - 40 : inner;
	y += dek * 0.5;
	// Lines of about 65 characters.
	if (!scene) add(story.dek, dek, 5, { face: 'serif' }, Math.min(beside, dek * 38), 1.36);
	add(filterLine(story, view, selection), dek * 0.75, 2, { weight: 600, tone: 'ink' }, beside, 1.4);
	return { ...empty, texts, height: Math.max(y, code && titled + 10 + code) };
}

const empty: Omit<Band, 'height'> = { texts: [], timelines: [], charts: [], rules: [] };

/** For a scene its timeline; for a story its opening items over the timeline between them, and the whole timeline. */
function lineBands(story: LocalStory, view: View, selection: Selection, frame: PosterFrame): Band[] {
	const { items, lit, window } = selection;
	if (view.scene) {
		const told = items.filter(({ ref }) => lit.has(ref));
		const named = mostImportant(story, told, 12);
		return [lineBand(story, { items, window, scale: view.scale, named, lit }, lineFrame(frame, 28))];
	}
	const opening = openingBand(story, items, frame);
	const whole = wholeInput(story, items, mostImportant(story, items, opening ? 6 : 10), frame.inner);
	const lined = { ...lineFrame(frame, opening ? 18 : 30), gutter: 34, whole: true };
	const line = lineBand(story, whole, lined, story.ui.line.wholeStory);
	return opening ? [opening, line] : [line];
}

/** @param units maximum height in units of the frame */
const lineFrame = ({ inner, unit, small }: PosterFrame, units: number): LineFrame => ({
	width: inner,
	height: Math.round(unit * units),
	font: { label: small * 1.2, small: small * 1.06 },
	gutter: 38,
	thick: 10,
	dot: { radius: 3.2, step: 9.5, base: 11 },
	pad: 16
});

function lineBand(story: LocalStory, input: LineInput, frame: LineFrame, heading = ''): Band {
	const layout = layoutLine(story, input, frame);
	const size = frame.font.label * 1.5;
	const text = textOn(0);
	const texts = wrapText(heading, size * serifAllowance, frame.width, 1).map((one) =>
		text({ y: size, text: one, size, face: 'serif', weight: 600, tone: 'ink' })
	);
	const y = texts.length ? size * 1.5 : 0;
	return { ...empty, texts, timelines: [{ x: 0, y, layout }], height: y + layout.height };
}

/** The opening items with words as large as possible, and the timeline between them; null for a story without any. */
function openingBand(story: LocalStory, items: readonly Item[], frame: PosterFrame): Band | null {
	const told = shownOpeners(story, items);
	if (!told.length) return null;
	const { inner, unit, small } = frame;
	const pair: PairFrame = { left: 0, inner, nameSize: small * 1.3 };
	const heights = [10.5, 13, 16].map((units) => unit * units);
	const sizes = heights.map((height) => largestPair(told, story, pair, { height, least: unit * 2.4 }));
	const shown = sizes.find((one) => one);
	if (!shown) return null;
	const top = Math.max(...shown.map(({ size, lines }) => size * 1.1 * lines.length)) + nameRoom(pair);
	const layout: TimelineLayout = layoutLine(story, openingInput(story, items, 3), lineFrame(frame, 19));
	const set = setPair(told, story, shown, { layout, top, frame: pair });
	return { ...empty, texts: set.texts, timelines: [{ x: 0, y: top, layout: set.layout }], height: top + layout.height };
}
