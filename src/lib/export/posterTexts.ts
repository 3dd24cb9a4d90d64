/** The texts of a poster in columns: summaries of events, and quotations, in three sizes by importance. */
import { hasCjk, wrapText } from '../layout/textWidth.ts';
import { serifAllowance } from '../layout/rows.ts';
import { capital } from '../text/capital.ts';
import { fill } from '../text/fill.ts';
import { corrections, disputes } from '../view/claims.ts';
import { compareTold } from '../view/items.ts';
import type { FigureItem, Item, LocalStory, QuoteItem } from '../view/local.ts';
import { quoted } from './cardText.ts';
import { wordsOf } from './openingPair.ts';
import type { PictureText } from './parts.ts';

export type Told = Exclude<Item, FigureItem>;
/** Size of a text; 0 is the largest. */
export type Tier = 0 | 1 | 2;

/** Texts positioned within their block, whose upper left corner is 0, 0. */
export interface TextBlock {
	item: Told;
	texts: PictureText[];
	height: number;
}

interface Style extends Pick<PictureText, 'size' | 'face' | 'weight' | 'tone'> {
	/** Line height as a multiple of the size. */
	step: number;
	/** Space before it, px. */
	before?: number;
}

const dateStyle: Style = { size: 12, face: 'sans', weight: 600, tone: 'ink2', step: 1.36 };
const smallStyle: Style = { size: 11.8, face: 'sans', weight: 400, tone: 'ink2', step: 1.36 };
const titles: Style[] = [
	{ size: 25, face: 'serif', weight: 600, tone: 'ink', step: 1.16 },
	{ size: 18, face: 'serif', weight: 600, tone: 'ink', step: 1.2 },
	{ size: 13.5, face: 'serif', weight: 600, tone: 'ink', step: 1.24 }
];
const summaries: Style[] = [14.5, 13, 12.2].map((size) => ({
	...{ size, face: 'serif', weight: 400, tone: 'ink', step: 1.36, before: 3 }
}));
const words: Style[] = [
	{ size: 30, face: 'serif', weight: 400, tone: 'ink', step: 1.16 },
	{ size: 22, face: 'serif', weight: 400, tone: 'ink', step: 1.2 },
	{ size: 16, face: 'serif', weight: 400, tone: 'ink', step: 1.24 }
];

/**
 * The most important seventh is large, the next third of the rest of middle size.
 * @param largest the largest size to use
 */
export function tiersOf(ranked: readonly Told[], largest: Tier = 0): Map<Told, Tier> {
	const large = Math.ceil(ranked.length / 7);
	const middle = large + Math.ceil((ranked.length - large) / 3);
	return new Map(
		ranked.map((item, index) => [item, Math.max(largest, index < large ? 0 : index < middle ? 1 : 2) as Tier])
	);
}

/** The most important first, alternating events and quotations: a sheet of events alone would have no voices. */
export function inTurn(items: readonly Told[]): Told[] {
	const [events, quotes] = (['event', 'quote'] as const).map((kind) =>
		byRank(items.filter((item) => item.kind === kind))
	);
	const most = Math.max(events.length, quotes.length);
	return Array.from({ length: most }, (_, index) => [events[index], quotes[index]])
		.flat()
		.filter((item) => item !== undefined);
}

/** The most important first; equal ones in the order of the story. */
export const byRank = <T extends Item>(items: readonly T[]): T[] =>
	[...items].sort((a, b) => b.importance - a.importance || compareTold(a, b));

/**
 * @param width the width of a column, px
 * @param zoom factor for its type, at least 1
 */
export function setBlock(item: Told, story: LocalStory, { tier, width, zoom }: Setting): TextBlock {
	const colour = story.sides.find(({ id }) => id === item.sides[0])?.colour;
	const block = new Block(item, width, zoom);
	if (item.kind === 'quote') setQuote(item, story, tier, block, colour);
	else {
		block.add(capital(item.date.label, story.lang), dateStyle, { colour });
		block.add(item.title, titles[tier]);
		for (const text of [item.summary ?? '', ...disputes(item, story), ...corrections(item, story)])
			for (const line of text.split(/\n+/).filter(Boolean)) block.add(line, summaries[tier]);
	}
	return { item, texts: block.texts, height: block.y };
}

export interface Setting {
	tier: Tier;
	width: number;
	zoom: number;
}

function setQuote(item: QuoteItem, story: LocalStory, tier: Tier, block: Block, colour?: string) {
	const { ui } = story;
	const { words: said, lang } = wordsOf(item, story);
	block.add(said.join(ui.list.separator), words[tier], { colour, lang });
	// The quotation is translated, so the original words follow.
	if (lang === undefined) {
		const own = quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator);
		block.add(own, { ...smallStyle, face: 'serif', before: 3 }, { lang: item.language });
	}
	const { name, role, affiliation } = item.speaker;
	const spoke = [role ?? affiliation, item.date.label].filter(Boolean).join(ui.list.apposition);
	block.add(name, { ...dateStyle, tone: 'ink', before: 4 });
	block.add(capital(spoke, story.lang), smallStyle);
	if (tier < 2) block.add(item.context, smallStyle);
	for (const text of [...disputes(item, story), ...corrections(item, story)]) block.add(text, smallStyle);
}

/** Such as “Translated from the article’s Chinese.”; '' where no quotation is translated. */
export function translationNote(
	items: readonly Item[],
	{ ui, lang, sources }: LocalStory,
	name: (language: string) => string
) {
	const languages = new Set(
		items.flatMap((item) =>
			item.kind === 'quote' && item.translations.some(({ language }) => language === lang) && item.language !== lang
				? [item.language]
				: []
		)
	);
	const kind = sources[0]?.kind ?? 'article';
	return languages.size
		? fill(ui.opening.translated[kind], { language: [...languages].map(name).join(ui.list.separator) })
		: '';
}

/** Half of a Chinese opening mark is empty. */
const hang = (line: string): number => (/^[“‘「『《]/.test(line) && hasCjk(line) ? 0.5 : 0);

class Block {
	y = 0;
	readonly texts: PictureText[] = [];
	constructor(
		readonly item: Told,
		readonly width: number,
		readonly zoom: number
	) {}

	add(text: string, { step, before = 0, ...style }: Style, more: Partial<PictureText> = {}): void {
		if (!text) return;
		const size = style.size * this.zoom;
		const room = size * allowance(text, style);
		if (this.y) this.y += before * this.zoom;
		for (const line of wrapText(text, room, this.width, 99)) {
			this.texts.push({
				x: -hang(line) * size,
				y: this.y + size * (0.5 + step / 2) - size * 0.14,
				text: line,
				anchor: 'start',
				...style,
				...more,
				size
			});
			this.y += size * step;
		}
	}
}

/** Chinese characters are square in every face; Latin ones are wider in the serif, and widest in bold. */
const allowance = (text: string, { face, weight }: Pick<PictureText, 'face' | 'weight'>) =>
	face !== 'serif' || !/[\p{L}\p{N}]/u.test(text.replace(/\p{sc=Han}/gu, ''))
		? 1
		: weight === 600
			? 1.15
			: serifAllowance;
