/** What a card says, as running text: for a poster, where every card’s text stands beside the axis. */
import { fill } from '../text/fill.ts';
import type { Item, LocalStory } from '../view/local.ts';

/**
 * @returns paragraphs. Only words that stand in quotation marks in the source have them; a translation says that it is
 * ours.
 */
export function cardText(item: Item, { ui, lang }: Pick<LocalStory, 'ui' | 'lang'>): string[] {
	if (item.kind === 'event') return [item.summary];
	if (item.kind === 'figure') {
		const amounts = item.rows.map(({ label, group, text, unit }) => {
			const what = [group, label].filter(Boolean).join(ui.list.separator);
			return `${what}${ui.list.colon}${[text, unit].filter(Boolean).join(' ')}`;
		});
		return [item.summary, amounts.join(ui.list.semicolon)];
	}
	const words = quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator);
	const translation = item.translations.find(({ language }) => language === lang);
	const ours = translation && fill(ui.export.ours, { words: translation.words.join(ui.list.separator) });
	return [ours ? `${words} ${ours}` : words, item.context];
}

/** In the quotation marks of their language, if any. */
export function quoted(words: string[], marks: boolean, language: string, separator: string): string {
	const [open, close] = quotationMarks(language);
	return words.map((part) => (marks ? `${open}${part}${close}` : part)).join(separator);
}

/** As CLDR has them, for the scripts that the browser’s `quotes: auto` would set otherwise. */
function quotationMarks(language: string): [string, string] {
	if (/^(ja|zh-(Hant|TW|HK))/i.test(language)) return ['「', '」'];
	if (/^(fr|it|es|ru|la)/i.test(language)) return ['«', '»'];
	if (/^de/i.test(language)) return ['„', '“'];
	return ['“', '”'];
}
