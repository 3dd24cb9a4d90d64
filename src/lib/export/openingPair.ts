/** A story’s opening items, set large over their timeline: on its card and on its poster. Units are px. */
import { displayTwo, setWidth, type Display } from '../layout/display.ts';
import { openers } from '../layout/lines.ts';
import type { Line, TimelineLayout } from '../layout/parts.ts';
import { breakEvenly, serifScale } from '../layout/rows.ts';
import { textWidth, truncate } from '../layout/textWidth.ts';
import { capital } from '../text/capital.ts';
import type { Item, LocalStory, QuoteItem } from '../view/local.ts';
import { quoted } from './cardText.ts';
import type { PictureText } from './parts.ts';
import { textOn } from './sheet.ts';

export interface PairFrame {
	/** Left edge and width of the text. */
	left: number;
	inner: number;
	/** Size of the type for name and date. */
	nameSize: number;
}

/** Height of name and date over the timeline. */
export const nameRoom = ({ nameSize }: PairFrame) => nameSize * 2;

/** The opening items by time; none where one of them is not shown. */
export function shownOpeners(story: LocalStory, items: readonly Item[]): Item[] {
	const told = openers(story);
	return told.every(({ ref }) => items.some((item) => item.ref === ref)) ? told : [];
}

/** The item whose words are shown in translation, if any. */
export const translatedIn = (told: readonly Item[], story: LocalStory): QuoteItem | undefined =>
	told.find((item): item is QuoteItem => item.kind === 'quote' && wordsOf(item, story).lang === undefined);

/**
 * @param least smallest size of type
 * @returns their words as large as the height allows; null where they would be smaller
 */
export function largestPair(
	told: readonly Item[],
	story: LocalStory,
	{ inner }: PairFrame,
	{ height, least = 36 }: { height: number; least?: number }
): Display[] | null {
	const words = told.map((item) => wordsOf(item, story).words);
	for (let zoom = 1.6; zoom > 0.3; zoom -= 0.05) {
		const shown = displayTwo(words, inner / zoom, true).map(({ size, lines }) => ({ size: size * zoom, lines }));
		if (shown.every(({ size, lines }) => size * 1.1 * lines.length <= height && size >= least))
			return shown.map((one, index) => (words[index].length === 1 ? even(one, words[index][0]) : one));
	}
	return null;
}

/** Breaks the words into the same number of lines, as even in length as possible. */
function even({ size, lines }: Display, words: string): Display {
	const wide = size * serifScale(words);
	const width = Math.max(...lines.map((line) => textWidth(line, wide))) + 1;
	const evenly = breakEvenly(words, wide, width, lines.length);
	return { size, lines: evenly.join('').length === lines.join('').length ? evenly : lines };
}

/**
 * @param layout timeline that leads to both items
 * @param top its position
 * @returns the words over the timeline, and the timeline with leaders to them
 */
export function setPair(
	told: readonly Item[],
	story: LocalStory,
	shown: readonly Display[],
	{ layout, top, frame }: { layout: TimelineLayout; top: number; frame: PairFrame }
): { texts: PictureText[]; layout: TimelineLayout } {
	const { inner } = frame;
	const [first, second] = told.map(
		({ ref }) => layout.marks.find((mark) => mark.ref === ref || mark.also?.includes(ref))?.x ?? 0
	);
	const need = shown[1] ? setWidth(shown[1]) * 1.06 : 0;
	const left = Math.max(inner * 0.3, Math.min(inner - need, inner * 0.64, second - inner * 0.1));
	const placed = told.map((item, index) =>
		setItem(item, story, shown[index], frame, {
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
	return { texts: placed.flatMap(({ texts }) => texts), layout: { ...layout, links } };
}

/** One item’s words, and under them name and date, with the start of its leader down to the timeline. */
function setItem(
	item: Item,
	story: LocalStory,
	{ size, lines }: Display,
	frame: PairFrame,
	{ x, width, bottom, mark }: { x: number; width: number; bottom: number; mark: number }
): { texts: PictureText[]; lead: Partial<Line & { elbow: number }> } {
	const { nameSize, left: margin } = frame;
	const text = textOn(margin);
	const colour = story.sides.find(({ id }) => id === item.sides[0])?.colour;
	const { lang } = wordsOf(item, story);
	const baseline = bottom - nameRoom(frame) - size * 0.22;
	const large = lines.map((one, index) => {
		// A Latin quotation mark hangs before the margin; half of a Chinese one is empty.
		const marked = /^[“„«「『]/.test(one) && lang;
		const chinese = /^(zh|ja)/.test(lang ?? '');
		const hang = marked ? size * (chinese ? 0.5 : x ? 0.44 : 0) : 0;
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

/** The words in the reader’s language, if there are any; in quotation marks only where the source prints them. */
export function wordsOf(item: Item, { lang }: LocalStory): { words: string[]; lang?: string } {
	if (item.kind !== 'quote') return { words: [item.title] };
	const ours = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	if (ours) return { words: ours.words };
	const marks = item.quoteKind !== 'reported';
	return { words: item.words.map((part) => quoted([part], marks, item.language, '')), lang: item.language };
}
