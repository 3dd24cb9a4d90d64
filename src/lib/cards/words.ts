/** The words of a card, independent of layout: which come first, and which have quotation marks. */
import type { Item, LocalStory, QuoteItem } from '../view/local.ts';

export interface Words {
	lines: readonly string[];
	/** BCP 47 */
	language: string;
	/** Whether to set quotation marks: only for what the source prints in them, in its own language. */
	marked: boolean;
}

/**
 * The words in the reader’s language first, with the source’s beneath where these differ; never a third language.
 * @returns `original` only where `first` is a translation
 */
export function quoteWords(
	item: QuoteItem,
	{ lang }: Pick<LocalStory, 'lang'>
): { first: Words; original: Words | null } {
	const source = { lines: item.words, language: item.language, marked: item.quoteKind !== 'reported' };
	const own = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	return own
		? { first: { lines: own.words, language: lang, marked: false }, original: source }
		: { first: source, original: null };
}

/** Title of a card in a list or a link, such as “Brian Chesky: both good and cheap”. */
export function cardTitle(item: Item, story: Pick<LocalStory, 'lang' | 'ui'>): string {
	if (item.kind !== 'quote') return item.title;
	const { list } = story.ui;
	return `${item.speaker.name}${list.colon}${quoteWords(item, story).first.lines.join(list.semicolon)}`;
}

export interface Neighbours {
	previous?: Item;
	next?: Item;
}

/** The previous and next cards in the scene that tells the item. */
export function neighbours(item: Item, story: Pick<LocalStory, 'items' | 'scenes'>): Neighbours {
	const refs = story.scenes.find(({ id }) => id === item.scene)?.cards ?? [];
	const at = refs.indexOf(item.ref);
	const find = (index: number) => (at < 0 ? undefined : story.items.find(({ ref }) => ref === refs[index]));
	return { previous: find(at - 1), next: find(at + 1) };
}
