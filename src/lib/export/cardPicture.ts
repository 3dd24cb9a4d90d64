/**
 * The image for link previews of a story, 1200 × 630 and mostly seen at half that size: a title, the story’s opening
 * items, and a timeline with at most five labels.
 */
import { layoutLine } from '../layout/line.ts';
import { mostImportant, openingWindow } from '../layout/lines.ts';
import type { TimelineLayout } from '../layout/parts.ts';
import { serifAllowance } from '../layout/rows.ts';
import { wrapText } from '../layout/textWidth.ts';
import { fill } from '../text/fill.ts';
import type { LocalStory, QuoteItem, Ref } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine } from './altText.ts';
import { pictureSizes, type PictureLayout, type PictureText } from './parts.ts';
import { languageName, layoutFoot, lineFrame, margin, nameSize, type Foot } from './cardSheet.ts';
import { largestPair, nameRoom, setPair, shownOpeners, translatedIn, type PairFrame } from './openingPair.ts';
import { firstSentences, textOn } from './sheet.ts';

const cardSize = { width: pictureSizes.card.width, height: pictureSizes.card.height };
const inner = cardSize.width - 2 * margin;
/** Maximum number of labelled moments. */
const mostNamed = 5;

/**
 * @param heading which part of the story it is, where that is not a scene
 * @returns the picture; all texts are inside the frame and do not overlap
 */
export function layoutCard(story: LocalStory, view: View, heading?: string): PictureLayout {
	const selection = select(story, view);
	const head = layoutHead(story, view, selection, heading);
	const opening = view.scene ? null : layoutOpening(story, selection, head.bottom);
	const foot = opening?.foot ?? footOf(story);
	const body = opening ?? layoutMoments(story, selection, { top: head.bottom, bottom: foot.top });
	return {
		...cardSize,
		box: cardSize,
		lang: story.lang,
		title: story.title,
		alt: altText(story, view, selection, { heading }),
		texts: [...head.texts, ...body.texts, ...foot.texts],
		legend: [],
		rules: [],
		fields: [],
		timelines: [{ x: margin, y: body.top, layout: body.layout }],
		charts: []
	};
}

interface Body {
	texts: PictureText[];
	/** Top of the timeline’s layout. */
	top: number;
	layout: TimelineLayout;
}

const text = textOn(margin);

/** The story’s title, or a small title and the scene’s heading; and what was filtered. */
function layoutHead(
	story: LocalStory,
	view: View,
	selection: Selection,
	heading?: string
): { texts: PictureText[]; bottom: number } {
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const texts: PictureText[] = [];
	let y = margin - 10;
	const add = (words: string, size: number, part: Partial<PictureText> = {}, lines = 1) => {
		const room = size * (part.face === 'serif' ? serifAllowance : 1);
		for (const one of wrapText(words, room, inner, lines)) {
			y += size * 1.16;
			texts.push(text({ y: y - size * 0.2, text: one, size, ...part }));
		}
	};
	if (scene) add([story.title, scene.windowLabel].join(' · '), nameSize);
	else if (heading) add(heading, nameSize);
	const title = scene?.heading ?? story.title;
	const serif = { face: 'serif', weight: 600, tone: 'ink' } as const;
	const fits = ({ size, lines }: { size: number; lines: number }) =>
		wrapText(title, size * serifAllowance, inner, lines + 1).length <= lines;
	const sizes = [
		...[72, 68, 64, 60, 56].map((size) => ({ size, lines: 1 })),
		{ size: 54, lines: 2 },
		{ size: 48, lines: 2 }
	];
	const { size, lines } = sizes.find(fits) ?? { size: 42, lines: 3 };
	add(title, size, serif, lines);
	const filter = filterLine(story, view, selection);
	if (filter) add(filter, nameSize, { weight: 600, tone: 'ink' });
	else if (!scene && !heading && lines < 2) {
		y += 8;
		add(firstSentences(story, 26 * serifAllowance, inner), 26, { face: 'serif' }, 2);
	}
	return { texts, bottom: y };
}

/** The source of the story, and whose words are translated. */
function footOf(story: LocalStory, translated?: QuoteItem): Foot {
	const { export: words, opening } = story.ui;
	const [first] = story.sources;
	const language = translated && languageName(translated.language, story.lang);
	return layoutFoot(story, cardSize, [
		...(story.sources.length === 1 ? [fill(words.source, { source: first.short })] : []),
		...(language ? [fill(opening.translated[first.kind], { language })] : [])
	]);
}

/** Height of the timeline under two opening items, px. */
const lineHeight = 124;

/** Two large items, each with name and date, and the timeline between them; null where there is no room. */
function layoutOpening(story: LocalStory, { items }: Selection, from: number): (Body & { foot: Foot }) | null {
	const told = shownOpeners(story, items);
	if (!told.length) return null;
	const foot = footOf(story, translatedIn(told, story));
	const top = foot.top - lineHeight;
	const frame: PairFrame = { left: margin, inner, nameSize };
	const sizes = largestPair(told, story, frame, { height: top - nameRoom(frame) - from - 20 });
	if (!sizes) return null;
	const layout = layoutLine(
		story,
		{ items: told, window: openingWindow(story), led: told.map(({ ref }) => ref) },
		{ ...lineFrame(inner), height: lineHeight }
	);
	return { ...setPair(told, story, sizes, { layout, top, frame }), top, foot };
}

/** The most important moments shown, on a timeline of their span. */
function layoutMoments(story: LocalStory, selection: Selection, room: { top: number; bottom: number }): Body {
	const { items, window, lit } = selection;
	const inside = items.filter(({ kind, date }) => kind !== 'figure' && date.max > window[0] && date.min < window[1]);
	const told = inside.filter(({ ref }) => lit.has(ref));
	const wanted = mostImportant(story, told.length ? told : inside, mostNamed);
	const top = room.top + 24;
	const lay = (named: readonly Ref[]) =>
		layoutLine(
			story,
			{ items: inside.filter(({ ref }) => named.includes(ref)), window, scale: selection.scale, named },
			{ ...lineFrame(inner), height: room.bottom - top }
		);
	const saidBy = ({ labels }: TimelineLayout, named: readonly Ref[]) =>
		named.filter((ref) => labels.some((label) => label.ref === ref));
	// A mark without room for its label is left out, since an unlabelled mark tells nothing.
	let named: readonly Ref[] = wanted;
	let layout = lay(named);
	for (let said = saidBy(layout, named); said.length < named.length; said = saidBy(layout, named)) {
		named = said;
		layout = lay(named);
	}
	return { texts: [], top: top + Math.max(0, (room.bottom - top - layout.height) / 2), layout };
}
