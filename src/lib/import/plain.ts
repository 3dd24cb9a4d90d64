/**
 * Text from other tools → plain text. HTML goes through html-to-text, which parses, decodes entities and keeps the
 * breaks between paragraphs, lines and list items in one step. A sanitiser that only removes tags would join the last
 * word of a paragraph to the first of the next, and would still need another library for the entities.
 */
import { noText, seen } from '../story/characters.ts';
import { compile, type HtmlToTextOptions } from 'html-to-text';

const block = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const options: HtmlToTextOptions = {
	wordwrap: false,
	preserveNewlines: true,
	whitespaceCharacters: ' \t\r\n\f',
	selectors: [
		{ selector: 'a', options: { ignoreHref: true } },
		{ selector: 'img', format: 'skip' },
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
		// Each cell becomes a line: laying out columns would trust a hostile colspan.
		...['table', 'tr', 'td', 'th', 'hr', 'option'].map((selector) => ({ selector, format: 'block', options: block })),
		{ selector: 'ul', options: { itemPrefix: '– ' } },
		{ selector: 'blockquote', format: 'block', options: block },
		{ selector: 'pre', format: 'block', options: block }
	]
};
const untag = compile({ ...options, decodeEntities: false });
const decode = compile(options);

/** A tag, a comment, a declaration; or an unclosed tag that has an attribute or could start a script. */
const tag =
	/<(?:\/?[a-z][^<>]*>|!--|![a-z]|\?[a-z]|!\[cdata\[|[a-z][^<>]*?[\s/][\w:-]+\s*=|\/?(?:script|style|iframe|svg|math|object|embed)\b)/i;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Whether a text contains HTML, as far as the text alone can tell. */
const looksLikeHtml = (text: string) => tag.test(text) || entity.test(text);

/** Replaces a `<` that starts no tag during parsing; removed from the input. */
const less = '\ufdd0';

/**
 * The text of HTML as a reader would see it, without any tag. Entities are decoded once: `&lt;b&gt;` is how HTML writes
 * the three characters `<b>`. Tags are removed repeatedly, so that the remaining pieces cannot form a new one.
 *
 * @throws RangeError for markup nested thousands of levels deep
 */
export function htmlToText(html: string): string {
	let text = html.replaceAll(less, '');
	for (let round = 0; round < 8 && tag.test(text); round++) {
		text = untag(text.replace(/<(?=[a-z][^<>]*(?:<|$))/gi, (sign, at: number) => (opens(text, at) ? sign : less)));
		text = text.replaceAll(less, '<');
	}
	if (tag.test(text)) text = text.replace(/<(?=[a-z/!?])/gi, '');
	return decode(text.replaceAll('<', less)).replaceAll(less, '<');
}

/** Whether `tag` would match at the `<` at an offset. */
const opens = (text: string, at: number) => new RegExp(`^${tag.source}`, 'i').test(text.slice(at, at + 2000));

/** Characters that no text of a story may contain, and the byte order mark. */
const strange = new RegExp(`${noText.source}|\\ufeff`, 'gu');

export interface Plain {
	text: string;
	/** What was changed, as the end of a sentence that begins with the column. */
	changes: string[];
}

/**
 * @param html false where the format has plain texts (Throughline’s own CSV): then tags are ordinary words
 * @throws RangeError for markup nested thousands of levels deep
 */
export function toPlain(written: string, html: boolean): Plain {
	const changes: string[] = [];
	let text = written.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n');
	const readable = text.replace(strange, '');
	if (readable !== text) changes.push('held characters that cannot be shown; they were left out');
	text = readable;
	if (html && looksLikeHtml(text)) {
		text = htmlToText(text).replace(strange, '');
		changes.push('held HTML; its words were kept as plain text, without markup');
	}
	return { text: tidy(text), changes };
}

/** The same text on one line. */
export const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

const tidy = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trimEnd())
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

const address =
	/<(?:a|img|iframe|video|audio|source|embed)\b[^<>]*?\s(?:href|src)\s*=\s*["']?((?:https?:)?\/\/[^\s"'<>]+)/gi;

/** The addresses that a piece of HTML links to or embeds, each once; none in plain text. */
export const addressesIn = (html: string): string[] => [
	...new Set([...html.matchAll(address)].map(([, url]) => url.replace(/^\/\//, 'https://').replaceAll('&amp;', '&')))
];

const longestTitle = 100;

/**
 * The first sentence of a text, shortened to the length of a title.
 *
 * @param text a text with visible characters
 */
export function firstSentence(text: string): string {
	const line = text.split('\n').find((line) => seen.test(line)) ?? text;
	const sentences = [...new Intl.Segmenter('und', { granularity: 'sentence' }).segment(line)];
	const first = sentences.find(({ segment }) => seen.test(segment)) ?? sentences[0];
	const words = first.segment.trim().replace(/[.。]$/, '') || first.segment.trim();
	const signs = [...words];
	if (signs.length <= longestTitle) return words;
	const cut = signs.slice(0, longestTitle - 1).join('');
	return `${cut.replace(/\s+\S*$/, '') || cut}…`;
}
