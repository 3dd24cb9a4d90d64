/** The first slide of a deck: title and opening items; and the last: the whole timeline and the sources. */
import { lineSigns } from '../../layout/line.ts';
import { openers } from '../../layout/lines.ts';
import { count, fill } from '../../text/fill.ts';
import { capital } from '../../text/capital.ts';
import type { Item, LocalStory, QuoteItem } from '../../view/local.ts';
import type { Selection } from '../../view/select.ts';
import type { View } from '../../view/view.ts';
import { altText, filterLine } from '../altText.ts';
import { languageName } from '../cardSheet.ts';
import { headOf } from './head.ts';
import { evidenceOf, proseWords } from './notes.ts';
import {
	bodyBottom,
	least,
	margin,
	slideSize,
	type Box,
	type Paragraph,
	type Slide,
	type SlidePart,
	type SlideText
} from './parts.ts';
import { lastPicture, openingPicture, pictureOf, turn } from './pictures.ts';
import { byline, quoteWords, sideInk } from './quoteBlock.ts';
import { firstThatFits, hangOf, heightOf, short } from './setBox.ts';
import { sentences } from '../../text/sentences.ts';

const inner = slideSize.width - 2 * margin;

const sans = (text: string, size: number, part: Partial<Paragraph> = {}): Paragraph => ({
	runs: [{ text, ink: 'ink2' }],
	...{ size, face: 'sans', leading: 1.4, ...part }
});

export function titleSlide(story: LocalStory, view: View, selection: Selection): Slide {
	const head = headOf([], story.title, 60);
	const filter = filterLine(story, view, selection);
	const top = head.bottom + 12;
	const told = openers(story).filter(({ ref }) => selection.items.some((item) => item.ref === ref));
	const start = Math.round(inner * 0.46);
	const starts = told.length > 1 ? [0, start] : [0];
	const layout = openingPicture(story, selection.items, inner, starts);
	const lead = told.length ? turn : 0;
	const height = Math.ceil(layout.height) + lead;
	const place = { x: margin, y: bodyBottom - height, width: inner, height };
	const alt = altText(story, { ...view, scene: null }, selection);
	const words = aboutStory(story, filter, place.y - top - (told.length ? openersRoom : 0));
	const box = { x: margin, y: top, width: aboutWidth, height: heightOf(words, aboutWidth) };
	const about: SlideText = { type: 'text', name: story.ui.page.about, ...box, paragraphs: words };
	const quotes = layoutOpeners(
		told,
		story,
		{ x: margin, y: top + box.height + 18, width: inner, height: place.y - top - box.height - 22 },
		start
	);
	return {
		parts: [
			...head.parts,
			about,
			...quotes,
			{
				...{ type: 'picture', name: story.ui.page.timeline, alt, ...place },
				picture: pictureOf(layout, { ...place, top: lead }, { story, alt })
			}
		],
		notes: [story.dek, ...proseWords(story.about), ...told.flatMap((item) => ['', ...evidenceOf(item, story)])]
	};
}

const aboutWidth = Math.min(inner, 760);
/** Minimum height for two items and their speakers. */
const openersRoom = 110;

/** As many sentences about the story as there is room for; its source, and what was filtered. */
function aboutStory(story: LocalStory, filter: string, height: number): Paragraph[] {
	const own: Paragraph[] = [
		sans(retold(story), 13, { before: 8 }),
		sans(fill(story.ui.page.published, { date: story.published.label }), 13),
		...(filter ? [{ ...sans(filter, 13, { before: 4 }), runs: [{ text: filter, bold: true }] }] : [])
	].map((paragraph) => short(paragraph, aboutWidth, 2));
	const all = sentences(story.dek, story.lang);
	for (let most = all.length; most > 0; most--) {
		const text = all.slice(0, most).join('').trim();
		const make = (size: number): Paragraph[] => [{ runs: [{ text }], size, face: 'serif', leading: 1.4 }, ...own];
		const found = firstThatFits([18, 16], make, { width: aboutWidth, height });
		if (found) return found;
	}
	return own;
}

/** Such as “Retold from an article by …. Translated from the article’s Chinese.” */
function retold(story: LocalStory): string {
	const { ui, sources, lang } = story;
	const [source] = sources;
	const words =
		source && sources.length === 1
			? fill(ui.opening.retold[source.authors ? source.kind : 'document'], { source: source.short })
			: count(lang, ui.opening.retoldMany, sources.length);
	const translated = openers(story).find(
		(item): item is QuoteItem => item.kind === 'quote' && quoteWords(item, story).translated
	);
	const note =
		translated &&
		fill(ui.opening.translated[source?.kind ?? 'document'], { language: languageName(translated.language, lang) });
	return [words, note].filter(Boolean).join(ui.opening.space);
}

const largest = [80, 72, 64, 58, 54, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14];

/** The two items side by side over the timeline, with the last lines of their words aligned. */
function layoutOpeners(told: readonly Item[], story: LocalStory, box: Box, start: number): SlidePart[] {
	const widths = told.length > 1 ? [start - 40, box.width - start] : [box.width];
	const under = told.map((item, index) => [short(caption(item, story), widths[index], 2)]);
	const tall = Math.max(0, ...under.map((paragraphs, index) => heightOf(paragraphs, widths[index])));
	const height = box.height - tall - 4;
	return told.flatMap((item, index): SlidePart[] => {
		const side = item.kind === 'quote' ? item.speaker.side : item.sides[0];
		const said = item.kind === 'quote' ? quoteWords(item, story) : { text: item.title, lang: story.lang };
		const make = (size: number): Paragraph[] => [
			{
				runs: [{ text: said.text, lang: said.lang, bold: true, ink: sideInk(side, story) }],
				...{ size, face: 'serif', leading: 1.14 }
			}
		];
		const sizes = index || told.length < 2 ? largest.filter((size) => size <= 48) : largest;
		const paragraphs = firstThatFits(sizes, make, { width: widths[index], height }) ?? [
			short(make(14)[0], widths[index], Math.max(1, Math.floor(height / 16)))
		];
		const own = Math.min(height, heightOf(paragraphs, widths[index]));
		const x = box.x + (index ? start : 0);
		const hang = Math.min(box.x, hangOf(paragraphs[0], widths[index]));
		const bottom = box.y + height;
		return [
			{
				...{ type: 'text', name: item.title, x: x - hang, y: bottom - own },
				...{ width: widths[index] + hang, height: own, paragraphs }
			},
			{
				type: 'text',
				name: `${item.title} ·`,
				x,
				y: bottom + 4,
				width: widths[index],
				height: tall,
				paragraphs: under[index]
			}
		];
	});
}

function caption(item: Item, story: LocalStory): Paragraph {
	const runs =
		item.kind === 'quote'
			? byline(item, story)
			: [{ text: capital(item.date.label, story.lang), ink: 'ink2' as const }];
	return { runs, size: 13, face: 'sans', leading: 1.35 };
}

export function lastSlide(story: LocalStory, view: View, selection: Selection): Slide {
	const { ui } = story;
	const head = headOf([], ui.line.wholeStory);
	const layout = lastPicture(story, selection.items, inner);
	const signs = lineSigns(layout).map((sign) => ui.opening.signs[sign]);
	const note = [short(sans([ui.line.wholeNote, ...signs].join(ui.opening.space), least), inner, 3)];
	const top = head.bottom + 8;
	const noteHeight = heightOf(note, inner);
	const y = top + noteHeight + 12;
	const height = Math.ceil(layout.height);
	const alt = altText(story, { ...view, scene: null, scale: 'true' }, selection);
	const place = { x: margin, y, width: inner, height: Math.min(height, bodyBottom - y) };
	const rest = { x: margin, y: y + place.height + 16, width: inner, height: bodyBottom - y - place.height - 16 };
	const sources = restsOn(story, rest);
	return {
		parts: [
			...head.parts,
			{ type: 'text', name: ui.line.wholeNote, x: margin, y: top, width: inner, height: noteHeight, paragraphs: note },
			{
				...{ type: 'picture', name: ui.line.wholeStory, alt, ...place },
				picture: pictureOf(layout, place, { story, alt })
			},
			...sources
		],
		notes: [
			ui.line.wholeNote,
			...story.sources.flatMap((source) =>
				[
					'',
					`■ ${source.short}`,
					source.title,
					source.description,
					source.note ?? '',
					source.basis ?? '',
					source.url ?? ''
				].filter((line, index) => line || !index)
			)
		]
	};
}

/** Side by side the sources and the first sentences about the story, as many as there is room for. */
function restsOn(story: LocalStory, box: Box): SlidePart[] {
	const { ui, lang } = story;
	const about = proseWords(story.about)[0];
	const left = about ? Math.round(box.width * 0.4) : box.width;
	const parts: SlidePart[] = [];
	const put = (name: string, x: number, width: number, makes: readonly (() => Paragraph[])[]) => {
		for (const make of makes) {
			const paragraphs = make();
			const height = heightOf(paragraphs, width);
			if (height > box.height) continue;
			parts.push({ type: 'text', name, x, y: box.y, width, height, paragraphs });
			return;
		}
	};
	const fewer = (most: number) => Array.from({ length: most }, (_, index) => most - index);
	put(
		ui.sources.title,
		box.x,
		left,
		fewer(story.sources.length).map((most) => () => sourcesOf(story, most))
	);
	const all = sentences(about ?? '', lang);
	put(
		ui.page.about,
		box.x + left + 36,
		box.width - left - 36,
		fewer(all.length).map((most) => () => [
			{
				runs: [{ text: all.slice(0, most).join('').trim() }],
				...{ size: 14, face: 'serif' as const, leading: 1.42 }
			}
		])
	);
	return parts;
}

const sourcesOf = ({ sources, ui }: LocalStory, most: number): Paragraph[] => [
	{ runs: [{ text: ui.sources.title, bold: true }], size: 13, face: 'sans', leading: 1.4 },
	...sources.slice(0, most).map((source): Paragraph => ({
		runs: [
			{ text: source.title, lang: source.language },
			{ text: source.short, ink: 'ink2' as const },
			{ text: source.url?.replace(/^https?:\/\//, '') ?? '', ink: 'ink2' as const }
		]
			.filter(({ text }) => text)
			.map((run, index) => (index ? { ...run, text: ` · ${run.text}` } : run)),
		...{ size: least, face: 'sans', leading: 1.4, before: 2 }
	}))
];
