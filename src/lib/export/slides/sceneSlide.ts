/** A scene as a slide: heading, first sentences, quotations; beside them its timeline, or figures over a small one. */
import { facing } from '../../layout/lanes.ts';
import type { Sign } from '../../layout/parts.ts';
import { sceneSigns } from '../../layout/sceneKey.ts';
import type { FigureItem, Item, LocalScene, LocalStory, QuoteItem, Ref } from '../../view/local.ts';
import type { Selection } from '../../view/select.ts';
import type { View } from '../../view/view.ts';
import { altText } from '../altText.ts';
import { layoutFigure, roomOf } from './chart.ts';
import { headOf } from './head.ts';
import { evidenceOf, proseWords } from './notes.ts';
import { bodyBottom, margin, slideSize, type Box, type Paragraph, type Slide, type SlidePart } from './parts.ts';
import { pictureOf, sceneLine, scenePicture } from './pictures.ts';
import { layoutQuotes } from './quoteBlock.ts';
import { heightOf } from './setBox.ts';
import { sentences } from '../../text/sentences.ts';

const inner = slideSize.width - 2 * margin;
/** Width of the text column, and the gap after it. */
const column = 344;
const gutter = 36;
const lineHeight = 128;

export interface SceneInput {
	scene: LocalScene;
	selection: Selection;
	view: View;
	/** Signs explained on earlier slides. */
	known: Set<Sign>;
}

export function sceneSlide(story: LocalStory, { scene, selection, view, known }: SceneInput): Slide {
	const head = headOf([scene.windowLabel], scene.heading);
	const kept = new Set(selection.items.map(({ ref }) => ref));
	const find = (refs: readonly Ref[]) =>
		[...new Set(refs)].flatMap((ref) => story.items.find((item) => item.ref === ref && kept.has(ref)) ?? []);
	const placed = find(scene.prose.flatMap((block) => (block.type === 'item' ? [block.ref as Ref] : [])));
	const lit = find(scene.lights);
	const quotes = (items: Item[]) => items.filter((item): item is QuoteItem => item.kind === 'quote');
	const figures = find([
		...(scene.stage ? [scene.stage] : []),
		...placed.map(({ ref }) => ref),
		...scene.lights
	]).filter((item): item is FigureItem => item.kind === 'figure');
	const told = quotes(placed).length ? quotes(placed) : quotes(lit).slice(0, 1);
	const top = head.bottom + 16;
	const alt = altText(story, { ...view, scene: scene.id }, selection);
	const right: Box = {
		x: margin + column + gutter,
		y: top,
		width: inner - column - gutter,
		height: bodyBottom - top
	};
	const beside: SlidePart[] = [];
	let bottom = bodyBottom;
	if (figures.length) {
		const layout = sceneLine(story, selection, inner, lineHeight);
		const height = Math.ceil(layout.height);
		bottom -= height + 14;
		const box = { x: margin, y: bodyBottom - height, width: inner, height };
		beside.push(...layoutFigures(figures, story, { ...right, height: bottom - top }), {
			type: 'picture',
			name: scene.windowLabel,
			alt,
			...box,
			picture: pictureOf(layout, box, { story, alt })
		});
	} else {
		const layout = sceneWithKey(story, selection, right, known);
		beside.push({
			...{ type: 'picture', name: scene.windowLabel, alt, ...right },
			picture: pictureOf(layout, right, { story, alt })
		});
	}
	const words = layoutWords(proseWords(scene.prose), told, story, {
		x: margin,
		y: top,
		width: column,
		height: bottom - top
	});
	const cards = find([...scene.cards, ...scene.lights]);
	return {
		parts: [...head.parts, ...words, ...beside],
		notes: [...proseWords(scene.prose), ...cards.flatMap((item) => ['', ...evidenceOf(item, story)])]
	};
}

/** The timeline with a key for the signs that no earlier slide has explained. */
function sceneWithKey(story: LocalStory, selection: Selection, box: Box, known: Set<Sign>) {
	const size = { width: Math.floor(box.width), height: Math.floor(box.height) };
	const plain = scenePicture(story, selection, size, []);
	const wanted = sceneSigns(plain).filter((sign) => !known.has(sign));
	if (!wanted.length || !facing(story.sides)) return plain;
	const layout = scenePicture(story, selection, size, wanted);
	if (!layout.key) return plain;
	for (const { sign } of layout.key) known.add(sign);
	return layout;
}

const apart = 20;

/** One figure, or two, one above the other, where both have room; the others are only in the notes. */
function layoutFigures(figures: readonly FigureItem[], story: LocalStory, box: Box): SlidePart[] {
	const rooms = figures.map((figure) => roomOf(figure, story, box.width));
	const pair = figures.length > 1 && rooms[0].from + rooms[1].from + apart <= box.height;
	const shown = figures.slice(0, pair ? 2 : 1);
	const free = box.height - (pair ? apart : 0) - shown.reduce((sum, _, index) => sum + rooms[index].from, 0);
	const want = shown.reduce((sum, _, index) => sum + rooms[index].to - rooms[index].from, 0) || 1;
	let y = box.y;
	return shown.flatMap((figure, index) => {
		const { from, to } = rooms[index];
		const height = Math.min(box.height, Math.max(40, from + Math.min(1, Math.max(0, free) / want) * (to - from)));
		const parts = layoutFigure(figure, story, { ...box, y, height });
		y += height + apart;
		return parts;
	});
}

const quoteSizes = [26, 24, 22, 20, 18, 17, 16, 15, 14];
const proseSizes = [20, 19, 18, 17, 16, 15];

/** Quotations as large as about half of the height allows, under as many first sentences as the rest does. */
function layoutWords(prose: readonly string[], quotes: readonly QuoteItem[], story: LocalStory, box: Box): SlidePart[] {
	const share = prose.length ? 0.56 : 1;
	let shown = quotes.slice(0, 2);
	let size: number | undefined;
	const tall = (at: number) => layoutQuotes(shown, story, { ...box, size: at }).height;
	while (shown.length && (size = quoteSizes.find((at) => tall(at) <= box.height * share)) === undefined)
		shown = shown.slice(0, -1);
	// A slightly smaller size that saves a line is better, since it avoids a single word on the last one.
	size = quoteSizes.find((at) => at < size! && at > size! * 0.84 && tall(at) < tall(size!) * 0.84) ?? size;
	const taken = size === undefined ? 0 : tall(size) + apart;
	const { paragraphs, height } = shortProse(prose, story, { width: box.width, height: box.height - taken });
	const text: SlidePart[] = paragraphs.length
		? [{ type: 'text', name: prose[0].slice(0, 30), x: box.x, y: box.y, width: box.width, height, paragraphs }]
		: [];
	const y = paragraphs.length ? box.y + height + apart : box.y;
	return [...text, ...(size === undefined ? [] : layoutQuotes(shown, story, { ...box, y, size }).parts)];
}

/** All of the prose in type legible from afar; else as many of its first sentences as fit. */
function shortProse(
	prose: readonly string[],
	{ lang }: Pick<LocalStory, 'lang'>,
	box: { width: number; height: number }
) {
	const set = (texts: readonly string[], size: number): Paragraph[] =>
		texts.map((text) => ({
			...{ runs: [{ text }], size, face: 'serif', leading: /^(zh|ja|ko)\b/.test(lang) ? 1.6 : 1.42, before: size * 0.5 }
		}));
	const fits = (paragraphs: readonly Paragraph[]) => heightOf(paragraphs, box.width) <= box.height;
	const found = proseSizes.map((size) => set(prose, size)).find(fits);
	if (found) return { paragraphs: found, height: heightOf(found, box.width) };
	for (let most = prose.flatMap((text) => sentences(text, lang)).length - 1; most > 0; most--) {
		const some = set(firstSentences(prose, lang, most), proseSizes.at(-1)!);
		if (!fits(some)) continue;
		// A shortened text may be larger again.
		const larger = proseSizes.map((size) => set(firstSentences(prose, lang, most), size)).find(fits)!;
		return { paragraphs: larger, height: heightOf(larger, box.width) };
	}
	return { paragraphs: [], height: 0 };
}

function firstSentences(prose: readonly string[], lang: string, most: number): string[] {
	let left = most;
	return prose.flatMap((text) => {
		const own = sentences(text, lang).slice(0, Math.max(0, left));
		left -= own.length;
		return own.length ? [own.join('').trim()] : [];
	});
}
