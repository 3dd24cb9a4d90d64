/** What a card says, as running text: for a poster, where every card’s text stands beside the axis. */
import { fill } from '../text/fill.ts';
import { corrections, disputes } from '../view/claims.ts';
import type { Item, LocalStory, QuoteItem } from '../view/local.ts';

type Texts = Pick<LocalStory, 'ui' | 'lang' | 'sources'>;

/**
 * @param items of one row beside the axis: the one whose title it has, then quotes and figures about it
 * @returns paragraphs, the first one begins with the date. Only words that stand in quotation marks in the source have
 * them; a translation says that it is ours.
 */
export function rowText([host, ...others]: Item[], story: Texts): string[] {
	const { list } = story.ui;
	const own = cardText(host, story);
	const text = own.join(' ');
	return [
		text ? `${host.date.label}${story.ui.export.dateEnd}${text}` : host.date.label,
		...others.map((item) => {
			const when = item.date.edtf === host.date.edtf ? '' : ` (${item.date.label})`;
			return `${item.title}${when}${list.colon}${cardText(item, story).join(' ')}`;
		})
	];
}

/** What an item’s card says, a sentence or two each. */
function cardText(item: Item, story: Texts): string[] {
	const { ui, lang } = story;
	const since = [...disputes(item, story), ...corrections(item, story)];
	if (item.kind === 'event') return [item.summary, ...since];
	if (item.kind === 'figure') {
		const amounts = item.rows.map(({ label, date, group, text, unit }) => {
			const what = [date?.label, group, label].filter(Boolean).join(ui.list.apposition);
			return `${what}${ui.list.colon}${[text, unit].filter(Boolean).join(' ')}`;
		});
		return [item.summary, ...since, `${amounts.join(ui.list.semicolon)}${ui.list.stop}`];
	}
	const said = quotedWith(item, lang, ui);
	return [/[.。!?！？][”’»」』]?$/.test(said) ? said : said + ui.list.stop, item.context, ...since];
}

/** A quotation’s words, and our translation of them where they are in another language. */
export function quotedWith(item: QuoteItem, lang: string, ui: LocalStory['ui']): string {
	const words = quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator);
	const translation = item.language === lang ? undefined : item.translations.find(({ language }) => language === lang);
	return translation ? `${words} ${fill(ui.export.ours, { words: translation.words.join(ui.list.separator) })}` : words;
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
