/** A quotation as an image: the words, who spoke, when, from where, and where that stands in the story’s time. */
import { layoutTimeline } from '../layout/timeline.ts';
import { breakEvenly, serifAllowance } from '../layout/rows.ts';
import { textWidth, truncate, wrapText } from '../layout/textWidth.ts';
import { fill } from '../text/fill.ts';
import type { LocalStory, QuoteItem, Ref } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
import { quoted, quotedWith } from './cardText.ts';
import { pictureSizes, type PictureLayout, type PictureText } from './picture.ts';
import { layoutFoot, textOn } from './sheet.ts';

/** The sizes that a quotation has. */
export const quoteSizes = ['card', 'square'] as const;
export type QuoteSize = (typeof quoteSizes)[number];

interface Part {
	text: string;
	size: number;
	face: PictureText['face'];
	tone: PictureText['tone'];
	lang?: string;
	/** Space before it, in its own size. */
	before: number;
	lines: number;
}

const leading = 1.32;

/**
 * @param ref of a quote of the story
 * @param link absolute address of the quote, printed in the image
 * @returns the picture; the words as large as they fit, all text inside the frame, none on another
 * @throws RangeError where the story has no such quote
 */
export function layoutQuote(
	story: LocalStory,
	ref: Ref,
	{ size, link }: { size: QuoteSize; link: string }
): PictureLayout {
	const item = story.items.find((one) => one.ref === ref);
	if (item?.kind !== 'quote') throw new RangeError(`the story “${story.slug}” has no quote “${ref}”`);
	const px = pictureSizes[size];
	const [width, height] = [px.width / px.zoom, px.height / px.zoom];
	const margin = Math.round(Math.min(width, height) * 0.07);
	const bar = 7;
	const left = margin + bar + 18;
	const room = width - left - margin;
	const text = textOn(left);
	const side = story.sides.find(({ id }) => id === item.speaker.side);
	const { ui } = story;

	const source = item.sources
		.map(({ source, place }) => {
			const short = story.sources.find(({ id }) => id === source)?.short ?? source;
			return fill(ui.export.source, { source: [short, place].filter(Boolean).join(ui.list.apposition) });
		})
		.join(' · ');
	const foot = layoutFoot(story, link, { width, height, margin }, source);
	const strip = { height: size === 'square' ? 120 : 84, top: 0 };
	strip.top = foot.top - 6 - strip.height;

	// Who spoke, over the strip: one line of name and role, one of date and kind.
	const who = [item.speaker.name, item.speaker.role ?? item.speaker.affiliation]
		.filter(Boolean)
		.join(ui.list.apposition);
	const when = [item.date.label, basis(item, story), ui.quoteKind[item.quoteKind]].filter(Boolean).join(' · ');
	const whoSize = 17;
	const byLine = strip.top - 16;
	const texts: PictureText[] = [
		...foot.texts,
		text({ y: byLine - 21, text: truncate(who, whoSize, room), size: whoSize, weight: 600, tone: 'ink' }),
		text({ y: byLine, text: truncate(when, 13, room), size: 13 })
	];
	if (side) {
		const sideWords = truncate(side.name, 13, room * 0.4);
		const free = room - textWidth(truncate(who, whoSize, room), whoSize) - 24;
		// The colour has its name beside it where there is room; the strip’s marks have it anyway.
		if (textWidth(sideWords, 13) < free)
			texts.push(text({ x: width - margin, y: byLine - 21, text: sideWords, size: 13, anchor: 'end' }));
	}

	const words = { x: left, top: margin - 4, width: room, height: byLine - 21 - whoSize - 6 - margin };
	texts.push(...setWords(partsOf(item, story), story.lang.startsWith('zh'), words));

	const view = { ...initialView(story.lang), focus: ref };
	const timeline = layoutTimeline(story, select(story, view), {
		name: size,
		width: width - 2 * margin,
		height: strip.height,
		orientation: 'across',
		font: { label: 13, small: 11.5 }
	});
	return {
		width: px.width,
		height: px.height,
		box: { width, height },
		lang: story.lang,
		title: `${item.speaker.name} · ${story.title}`,
		alt: quoteAlt(item, story),
		texts,
		legend: [],
		rules: [
			{ x1: margin, x2: width - margin, y: strip.top - 4 },
			{ x1: margin, x2: width - margin, y: foot.top }
		],
		fields: [{ x: margin, y: margin, width: bar, height: byLine + 4 - margin, colour: side?.colour ?? 'ink' }],
		// What is spoken of stands out of the rest by size too, in an image that is seen small.
		timeline: {
			x: margin,
			y: strip.top,
			layout: {
				...timeline,
				marks: [...timeline.marks].sort(last(ref)).map((mark) => (mark.ref === ref ? { ...mark, size: 8 } : mark))
			}
		}
	};
}

const last = (ref: Ref) => (a: { ref: string }, b: { ref: string }) => Number(a.ref === ref) - Number(b.ref === ref);

const basis = (item: QuoteItem, { ui }: LocalStory) => (item.date.basis === 'inferred' ? ui.card.inferred : '');

function partsOf(item: QuoteItem, { ui, lang }: LocalStory): Part[] {
	const marks = item.quoteKind !== 'reported';
	const words = { face: 'serif', tone: 'ink', before: 0, lines: 9 } as const;
	const label = { face: 'sans', tone: 'ink2', size: 0.34, before: 0.9, lines: 2 } as const;
	const names = new Intl.DisplayNames(lang, { type: 'language' });
	const language = names.of(item.language) ?? item.language;
	const parts: Part[] = [
		{ ...label, before: 0, lines: 3, text: item.context },
		{
			...words,
			before: 0.25,
			size: 1,
			text: quoted(item.words, marks, item.language, ui.list.separator),
			lang: item.language
		}
	];
	if (item.language === lang) return parts;
	const translation = item.translations.find((one) => one.language === lang);
	parts.push({ ...label, text: fill(ui.card.original, { language }) });
	if (translation) {
		parts.push({ ...words, size: 0.72, before: 0.35, text: translation.words.join(ui.list.separator), lang });
		parts.push({ ...label, text: fill(ui.card.translation, { language }) });
	}
	return parts;
}

/**
 * The parts as large as the box allows, standing in its middle.
 * @param wide whether quotation marks are those of a Chinese face
 */
function setWords(
	parts: Part[],
	wide: boolean,
	box: { x: number; top: number; width: number; height: number }
): PictureText[] {
	const sizes = Array.from({ length: 18 }, (_, n) => 48 - 2 * n);
	for (const size of sizes) {
		const smallest = size === sizes[sizes.length - 1];
		const set = parts.map((part) => {
			const own = Math.max(
				part.face === 'sans' ? 12.5 : 13,
				Math.min(part.face === 'sans' ? 14 : 99, part.size * size)
			);
			const most = smallest ? part.lines : 99;
			const set = part.face === 'serif' ? breakEvenly : wrapText;
			const lines = set(part.text, part.face === 'serif' ? own * serifAllowance : own, box.width, most);
			return { part, own, lines };
		});
		const tall = set.reduce((sum, { part, own, lines }) => sum + own * (part.before + lines.length * leading), 0);
		if (tall > box.height && !smallest) continue;
		let y = box.top + Math.max(0, (box.height - tall) / 2);
		return set.flatMap(({ part, own, lines }) => {
			y += part.before * own;
			return lines.map((line): PictureText => {
				y += own * leading;
				const { face, tone, lang } = part;
				// A wide opening mark is half empty: the words stand on the margin, the mark before it.
				const x = box.x - (wide && face === 'serif' && /^[“‘「『]/.test(line) ? own * 0.48 : 0);
				return { x, y: y - own * 0.3, text: line, size: own, face, anchor: 'start', weight: 400, tone, lang };
			});
		});
	}
	return [];
}

const quoteAlt = (item: QuoteItem, { ui, lang }: LocalStory) =>
	`${item.speaker.name} (${item.date.label})${ui.list.colon}${quotedWith(item, lang, ui)} ${item.context}`;
