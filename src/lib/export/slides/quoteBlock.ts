/** A quotation on a slide: the words in its side’s colour, speaker and date, and a note on the translation. */
import { fill } from '../../text/fill.ts';
import type { LocalStory, QuoteItem } from '../../view/local.ts';
import { languageName } from '../cardSheet.ts';
import { quoted } from '../cardText.ts';
import { least, type Ink, type Paragraph, type Run, type SlidePart } from './parts.ts';
import { heightOf, short } from './setBox.ts';

/**
 * The words in the reader’s language if there are any. Only original words stand in quotation marks, and only where the
 * source prints them.
 */
export function quoteWords(item: QuoteItem, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>) {
	const ours = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	return ours
		? { text: ours.words.join(ui.list.separator), lang, translated: true }
		: {
				text: quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator),
				lang: item.language,
				translated: false
			};
}

/** The same note as in a quotation’s image. */
const translationNote = (item: QuoteItem, { lang, ui }: Pick<LocalStory, 'lang' | 'ui'>): string =>
	fill(ui.card.translation, { language: languageName(item.language, lang) });

/** A side whose colour is the ink uses the ink of small text, which has no hue either. */
export function sideInk(id: string | undefined, { sides }: Pick<LocalStory, 'sides'>): Ink {
	const colour = sides.find((side) => side.id === id)?.colour ?? 'ink';
	return colour === 'ink' ? 'ink2' : (colour as Ink);
}

/** Such as “**Sam Altman**, head of OpenAI · March 2025 · date inferred”. */
export function byline(item: QuoteItem, { ui }: Pick<LocalStory, 'ui'>): Run[] {
	const role = item.speaker.role ?? item.speaker.affiliation;
	const when = [item.date.label, item.date.basis === 'inferred' ? ui.card.inferred : ''].filter(Boolean).join(' · ');
	return [
		{ text: item.speaker.name, bold: true, ink: 'ink' },
		{ text: `${role ? ui.list.apposition + role : ''} · ${when}`, ink: 'ink2' }
	];
}

const bar = 3;
const beside = 14;
const between = 18;

export interface QuoteBlocks {
	parts: SlidePart[];
	height: number;
}

/**
 * Quotations in a column, each behind a bar in its side’s colour; a shared translation note follows the last of them.
 */
export function layoutQuotes(
	items: readonly QuoteItem[],
	story: LocalStory,
	{ x, y, width, size }: { x: number; y: number; width: number; size: number }
): QuoteBlocks {
	const inner = width - bar - beside;
	const parts: SlidePart[] = [];
	let at = y;
	items.forEach((item, index) => {
		const paragraphs = paragraphsOf(item, story, { size, width: inner }, !sameNote(item, items[index + 1], story));
		const height = heightOf(paragraphs, inner);
		const box = { y: at, height };
		const name = item.speaker.name;
		parts.push(
			{ type: 'field', name: `${name} |`, x, width: bar, ...box, ink: sideInk(item.speaker.side, story) },
			{ type: 'text', name, x: x + bar + beside, width: inner, ...box, paragraphs }
		);
		at += height + between;
	});
	return { parts, height: items.length ? at - between - y : 0 };
}

function sameNote(item: QuoteItem, next: QuoteItem | undefined, story: LocalStory): boolean {
	const noted = (one: QuoteItem) => (quoteWords(one, story).translated ? translationNote(one, story) : '');
	return !!next && noted(item) === noted(next);
}

function paragraphsOf(
	item: QuoteItem,
	story: LocalStory,
	{ size, width }: { size: number; width: number },
	noted: boolean
): Paragraph[] {
	const { text, lang, translated } = quoteWords(item, story);
	const small = Math.max(least, Math.min(14, Math.round(size * 0.62)));
	return [
		{ runs: [{ text, lang, ink: sideInk(item.speaker.side, story) }], size, face: 'serif', leading: 1.24 },
		short({ runs: byline(item, story), size: small, face: 'sans', leading: 1.35, before: 6 }, width, 3),
		...(translated && noted
			? [
					{
						runs: [{ text: translationNote(item, story), ink: 'ink2' as const }],
						...{ size: least, face: 'sans' as const, leading: 1.35, before: 3 }
					}
				]
			: [])
	];
}
