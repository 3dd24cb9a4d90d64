/**
 * What a link to a story shows elsewhere, at 1200 × 630 and mostly seen half as large: a title, what the story opens
 * with, and a line of time that names five moments at most.
 */
import { displayTwo, setWidth, type Display } from '../layout/display.ts';
import { layoutLine } from '../layout/line.ts';
import { mostImportant, openers, openingWindow } from '../layout/lines.ts';
import type { Line, TimelineLayout } from '../layout/parts.ts';
import { serifAllowance } from '../layout/rows.ts';
import { textWidth, truncate, wrapText } from '../layout/textWidth.ts';
import { capital } from '../text/capital.ts';
import { fill } from '../text/fill.ts';
import type { Item, LocalStory, QuoteItem, Ref } from '../view/local.ts';
import { select, type Selection } from '../view/select.ts';
import type { View } from '../view/view.ts';
import { altText, filterLine } from './altText.ts';
import { quoted } from './cardText.ts';
import { pictureSizes, type PictureLayout, type PictureText } from './parts.ts';
import { languageName, layoutFoot, lineFrame, margin, nameSize, type Foot } from './cardSheet.ts';
import { textOn } from './sheet.ts';

const cardSize = { width: pictureSizes.card.width, height: pictureSizes.card.height };
const inner = cardSize.width - 2 * margin;
/** So many moments have words. */
const mostNamed = 5;

/**
 * @param heading what part of the story it is, where that is no scene
 * @returns the picture; all text inside the frame, none on another
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
		timeline: { x: margin, y: body.top, layout: body.layout }
	};
}

interface Body {
	texts: PictureText[];
	/** Where the line’s layout stands. */
	top: number;
	layout: TimelineLayout;
}

const text = textOn(margin);

/** The title, or of a scene its heading under it; and what was filtered. */
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
		add(firstSentences(story), 26, { face: 'serif' });
	}
	return { texts, bottom: y };
}

/** Of what the story is about as many sentences as one line holds. */
function firstSentences({ dek, lang }: LocalStory): string {
	const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(dek)].map(
		({ segment }) => segment
	);
	const fits = (n: number) => textWidth(sentences.slice(0, n).join('').trim(), 26 * serifAllowance) <= inner;
	const most = sentences.findLastIndex((_, index) => fits(index + 1)) + 1;
	return sentences.slice(0, most).join('').trim();
}

/** Where it is from, and whose words are translated. */
function footOf(story: LocalStory, translated?: QuoteItem): Foot {
	const { export: words, opening } = story.ui;
	const [first] = story.sources;
	const language = translated && languageName(translated.language, story.lang);
	return layoutFoot(story, cardSize, [
		...(story.sources.length === 1 ? [fill(words.source, { source: first.short })] : []),
		...(language ? [fill(opening.translated[first.kind], { language })] : [])
	]);
}

/** How high the line of time is under two opening items, px; their names over it. */
const lineHeight = 124;
const nameRoom = nameSize * 2;

/** Two items large, who and when under them, and the line from the one to the other; null where there is no room. */
function layoutOpening(story: LocalStory, { items }: Selection, from: number): (Body & { foot: Foot }) | null {
	const told = openers(story);
	if (!told.length || !told.every(({ ref }) => items.some((item) => item.ref === ref))) return null;
	const translated = told.find((item) => item.kind === 'quote' && wordsOf(item, story).lang === undefined);
	const foot = footOf(story, translated as QuoteItem | undefined);
	const top = foot.top - lineHeight;
	const layout = layoutLine(
		story,
		{ items: told, window: openingWindow(story), led: told.map(({ ref }) => ref) },
		{ ...lineFrame(inner), height: lineHeight }
	);
	const words = told.map((item) => wordsOf(item, story));
	const shown = largest(words, top - nameRoom - from - 20);
	if (!shown) return null;
	const [first, second] = told.map(({ ref }) => layout.marks.find((mark) => mark.ref === ref)?.x ?? 0);
	const need = shown[1] ? setWidth(shown[1]) * 1.06 : 0;
	const left = Math.max(inner * 0.3, Math.min(inner - need, inner * 0.64, second - inner * 0.1));
	const placed = told.map((item, index) =>
		setItem(item, story, shown[index], {
			x: index ? left : 0,
			width: index || told.length < 2 ? inner - (index ? left : 0) : left - 30,
			bottom: top,
			mark: index ? second : first
		})
	);
	const links = layout.links.map((link) => ({
		...link,
		...placed[told.findIndex(({ ref }) => ref === link.ref)]?.lead
	}));
	return { texts: placed.flatMap(({ texts }) => texts), top, layout: { ...layout, links }, foot };
}

/** One item’s words, and under them who says it and when, from where its leader goes down to the line. */
function setItem(
	item: Item,
	story: LocalStory,
	{ size, lines }: Display,
	{ x, width, bottom, mark }: { x: number; width: number; bottom: number; mark: number }
): { texts: PictureText[]; lead: Partial<Line & { elbow: number }> } {
	const colour = story.sides.find(({ id }) => id === item.sides[0])?.colour;
	const { lang } = wordsOf(item, story);
	const baseline = bottom - nameRoom - size * 0.12;
	const large = lines.map((one, index) => {
		// A Latin mark hangs.
		const hang = x && /^[“„«]/.test(one) && lang && !/^(zh|ja)/.test(lang) ? size * 0.44 : 0;
		const y = baseline - (lines.length - 1 - index) * size * 1.1;
		return text({ x: margin + x - hang, y, text: one, size, face: 'serif', weight: 600, tone: 'ink', colour, lang });
	});
	const name = item.kind === 'quote' ? item.speaker.name : '';
	const date = name ? item.date.label : capital(item.date.label, story.lang);
	const comma = name ? story.ui.opening.comma : '';
	const who = name && name + comma.trimEnd();
	const nameWidth = name ? textWidth(who + (comma.endsWith(' ') ? ' ' : ''), nameSize) : 0;
	const words = truncate(date, nameSize, width - nameWidth);
	const y = bottom - 14;
	const end = x + nameWidth + textWidth(words, nameSize);
	const row = -14 - nameSize * 0.36;
	const beside = { x2: end + 12, y2: row, elbow: row };
	return {
		texts: [
			...large,
			...(name ? [text({ x: margin + x, y, text: who, size: nameSize, weight: 600, tone: 'ink' })] : []),
			text({ x: margin + x + nameWidth, y, text: words, size: nameSize })
		],
		lead: mark > end + 16 ? beside : mark > x ? { y2: 0 } : {}
	};
}

/** In the reader’s language, where there is one; in quotation marks only as the source prints them. */
function wordsOf(item: Item, { lang }: LocalStory): { words: string[]; lang?: string } {
	if (item.kind !== 'quote') return { words: [item.title] };
	const ours = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	if (ours) return { words: ours.words };
	const marks = item.quoteKind !== 'reported';
	return { words: item.words.map((part) => quoted([part], marks, item.language, '')), lang: item.language };
}

/** As large as the height allows; null where it is not large. */
function largest(quotes: readonly { words: string[] }[], height: number): Display[] | null {
	const words = quotes.map(({ words }) => words);
	for (let zoom = 1.6; zoom > 0.8; zoom -= 0.05) {
		const shown = displayTwo(words, inner / zoom, true).map(({ size, lines }) => ({ size: size * zoom, lines }));
		if (shown.every(({ size, lines }) => size * 1.1 * lines.length <= height && size >= 36)) return shown;
	}
	return null;
}

/** The most important moments of what is shown on a line of their time. */
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
	// What has no room for its words is not there: a mark that says nothing is no news.
	let named: readonly Ref[] = wanted;
	let layout = lay(named);
	for (let said = saidBy(layout, named); said.length < named.length; said = saidBy(layout, named)) {
		named = said;
		layout = lay(named);
	}
	return { texts: [], top: top + Math.max(0, (room.bottom - top - layout.height) / 2), layout };
}
