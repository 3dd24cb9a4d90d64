/** A quotation as an image: the words in the reader’s language, the speaker, and its position in the story’s time. */
import { layoutLine } from '../layout/line.ts';
import { breakEvenly, serifAllowance } from '../layout/rows.ts';
import { textWidth, truncate, wrapText } from '../layout/textWidth.ts';
import { fill } from '../text/fill.ts';
import type { LocalStory, QuoteItem, Ref } from '../view/local.ts';
import { quoted, quotedWith } from './cardText.ts';
import { languageName, layoutFoot, lineFrame, margin, nameSize } from './cardSheet.ts';
import { pictureSizes, type PictureLayout, type PictureText } from './parts.ts';
import { address, textOn } from './sheet.ts';

/** Sizes available for a quotation. */
export const quoteSizes = ['card', 'square'] as const;
export type QuoteSize = (typeof quoteSizes)[number];

/** Width of the bar in the side’s colour before the words, and its distance to them, px. */
const bar = 10;
const gap = 26;
const lineHeight = 118;
/** Sizes of type in px: the maximum and minimum of the large words, and the minimum of the text under them. */
const [most, fewest, beneath] = [104, 30, 24];
const leading = 1.2;

/**
 * @param ref a quote of the story
 * @param link absolute address of the quote, printed where the image is likely to be shared without it
 * @returns the picture; the words as large as possible, all texts inside the frame and without overlap
 * @throws RangeError where the story has no such quote
 */
export function layoutQuote(
	story: LocalStory,
	ref: Ref,
	{ size, link }: { size: QuoteSize; link: string }
): PictureLayout {
	const item = story.items.find((one) => one.ref === ref);
	if (item?.kind !== 'quote') throw new RangeError(`the story “${story.slug}” has no quote “${ref}”`);
	const { width, height } = pictureSizes[size];
	const left = margin + bar + gap;
	const side = story.sides.find(({ id }) => id === item.speaker.side);
	const foot = layoutFoot(story, { width, height }, [
		sourceOf(item, story),
		...(size === 'square' && address(link) ? [address(link)] : [])
	]);
	const inner = width - 2 * margin;
	const layout = layoutLine(
		story,
		{ items: [item], window: story.extent, scale: 'folded', led: [ref] },
		{ ...lineFrame(inner), height: lineHeight }
	);
	const top = foot.top - lineHeight;
	const who = byline(item, story, { x: left, bottom: top - 26, width: width - left - margin });
	const words = setWords(item, story, {
		x: left,
		top: margin,
		width: width - left - margin,
		height: who.top - 18 - margin
	});
	return {
		width,
		height,
		box: { width, height },
		lang: story.lang,
		title: `${item.speaker.name} · ${story.title}`,
		alt: quoteAlt(item, story),
		texts: [
			...words.map((part) => ({ ...part, colour: part.tone === 'ink' ? side?.colour : undefined })),
			...who.texts,
			...foot.texts
		],
		legend: [],
		rules: [],
		fields: [{ x: margin, y: margin, width: bar, height: top - 16 - margin, colour: side?.colour ?? 'ink' }],
		timelines: [{ x: margin, y: top, layout }],
		charts: []
	};
}

function sourceOf(item: QuoteItem, { ui, sources }: LocalStory): string {
	return item.sources
		.map(({ source, place }) => {
			const short = sources.find(({ id }) => id === source)?.short ?? source;
			return fill(ui.export.source, { source: [short, place].filter(Boolean).join(ui.list.apposition) });
		})
		.join(' · ');
}

/** Speaker with role; and date, with a note where it is inferred. */
function byline(
	item: QuoteItem,
	{ ui }: LocalStory,
	{ x, bottom, width }: { x: number; bottom: number; width: number }
): { texts: PictureText[]; top: number } {
	const text = textOn(x);
	const { name } = item.speaker;
	const role = item.speaker.role ?? item.speaker.affiliation;
	const first = truncate(name, nameSize + 4, width);
	const wide = textWidth(`${first} `, nameSize + 4);
	const when = [item.date.label, item.date.basis === 'inferred' ? ui.card.inferred : '', ui.quoteKind[item.quoteKind]]
		.filter(Boolean)
		.join(' · ');
	const y = bottom - 32;
	return {
		texts: [
			text({ y, text: first, size: nameSize + 4, weight: 600, tone: 'ink' }),
			...(role && width - wide > 120
				? [text({ x: x + wide + 6, y, text: truncate(role, nameSize, width - wide - 6), size: nameSize })]
				: []),
			text({ y: bottom, text: truncate(when, nameSize, width), size: nameSize })
		],
		top: y - nameSize
	};
}

interface Part {
	text: string;
	size: number;
	lang?: string;
	face: PictureText['face'];
	tone: PictureText['tone'];
}

/** The words as large as the box allows, with the original beneath them where that is in another language. */
function setWords(
	item: QuoteItem,
	story: LocalStory,
	box: { x: number; top: number; width: number; height: number }
): PictureText[] {
	for (let size = most; size >= fewest; size -= 2) {
		const smallest = size - 2 < fewest;
		const set = partsOf(item, story, size).map((part) => {
			const room = part.face === 'serif' ? part.size * serifAllowance : part.size;
			const wrap = part.face === 'serif' ? breakEvenly : wrapText;
			return {
				...part,
				lines: wrap(
					part.text,
					room,
					box.width,
					smallest ? Math.max(1, Math.floor(box.height / (part.size * leading * 2))) : 99
				)
			};
		});
		const tall = set.reduce((sum, { size, lines }, index) => sum + size * leading * lines.length + (index ? 14 : 0), 0);
		if (tall > box.height && !smallest) continue;
		let y = box.top + Math.max(0, (box.height - tall) / 2);
		return set.flatMap(({ size, lines, face, tone, lang }, index) => {
			if (index) y += 14;
			return lines.map((line): PictureText => {
				y += size * leading;
				return {
					x: box.x - hang(line, lang, size),
					y: y - size * 0.28,
					text: line,
					size,
					face,
					anchor: 'start',
					weight: 400,
					tone,
					lang
				};
			});
		});
	}
	return [];
}

/** An opening mark hangs before the margin; half of a Chinese one is empty. */
const hang = (line: string, lang: string | undefined, size: number) =>
	/^[“„«‘「『]/.test(line) ? size * (/^(zh|ja)/.test(lang ?? '') ? 0.5 : 0.44) * Number(size > 40) : 0;

function partsOf(item: QuoteItem, { ui, lang }: LocalStory, size: number): Part[] {
	const own: Part = {
		text: quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator),
		...{ size, lang: item.language, face: 'serif', tone: 'ink' }
	};
	const ours = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	if (!ours) return [own];
	const language = languageName(item.language, lang);
	return [
		{ ...own, text: ours.words.join(ui.list.separator), lang },
		{ ...own, size: Math.max(beneath, size * 0.36), tone: 'ink2' },
		{ text: fill(ui.card.translation, { language }), size: 22, face: 'sans', tone: 'ink2' }
	];
}

const quoteAlt = (item: QuoteItem, { ui, lang }: LocalStory) =>
	`${item.speaker.name} (${item.date.label})${ui.list.colon}${quotedWith(item, lang, ui)} ${item.context}`;
