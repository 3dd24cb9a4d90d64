/** A quotation as running text. */
import { fill } from '../text/fill.ts';
import type { LocalStory, QuoteItem } from '../view/local.ts';

/** A quotation’s words, followed by our translation where they are in another language. */
export function quotedWith(item: QuoteItem, lang: string, ui: LocalStory['ui']): string {
	const words = quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator);
	const translation = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	return translation ? `${words} ${fill(ui.export.ours, { words: translation.words.join(ui.list.separator) })}` : words;
}

/** The words in the quotation marks of their language, if `marks`. */
export function quoted(words: string[], marks: boolean, language: string, separator: string): string {
	const [open, close] = quotationMarks(language);
	return words.map((part) => (marks ? `${open}${part}${close}` : part)).join(separator);
}

/** Opening and closing quotation marks as in CLDR, for languages in which the browser’s `quotes: auto` would set others. */
export function quotationMarks(language: string): [string, string] {
	if (/^(ja|zh-(Hant|TW|HK))/i.test(language)) return ['「', '」'];
	if (/^(fr|it|es|ru|la)/i.test(language)) return ['«', '»'];
	if (/^de/i.test(language)) return ['„', '“'];
	return ['“', '”'];
}
