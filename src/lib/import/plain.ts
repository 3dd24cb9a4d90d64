/**
 * Text of other tools → plain text. What looks like HTML goes through html-to-text, which parses, decodes entities and
 * keeps the ends of paragraphs, lines and list items in one go; a sanitiser that only takes tags away would join the
 * last word of one paragraph to the first of the next, and would still need a second library for the entities.
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
		// A cell is a line of its own: laying out columns would follow a hostile colspan.
		...['table', 'tr', 'td', 'th', 'hr', 'option'].map((selector) => ({ selector, format: 'block', options: block })),
		{ selector: 'ul', options: { itemPrefix: '– ' } },
		{ selector: 'blockquote', format: 'block', options: block },
		{ selector: 'pre', format: 'block', options: block }
	]
};
const untag = compile({ ...options, decodeEntities: false });
const decode = compile(options);

/** A tag, a comment, a declaration; or one that was not closed but has an attribute, or begins what runs as script. */
const tag =
	/<(?:\/?[a-z][^<>]*>|!--|![a-z]|\?[a-z]|!\[cdata\[|[a-z][^<>]*?[\s/][\w:-]+\s*=|\/?(?:script|style|iframe|svg|math|object|embed)\b)/i;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;

/** Does the text hold HTML, as far as a text alone can tell? */
export const looksLikeHtml = (text: string) => tag.test(text) || entity.test(text);

/** Stands for a `<` that begins no tag while the rest is parsed; removed from what comes in. */
const less = '\ufdd0';

/**
 * HTML as the words that a reader would see, without any tag. An entity is decoded once: `&lt;b&gt;` is how HTML writes
 * the three characters `<b>`. Tags are taken away until none is left, so that no pieces join to a new one.
 *
 * @throws RangeError for markup nested thousands deep
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

/** Does the `<` at an offset begin something that `tag` would take for one? */
const opens = (text: string, at: number) => new RegExp(`^${tag.source}`, 'i').test(text.slice(at, at + 2000));

/** What no text of a story may hold, and the mark of a file’s beginning. */
const strange = new RegExp(`${noText.source}|\\ufeff`, 'gu');

export interface Plain {
	text: string;
	/** What was done to it, as the end of a sentence that begins with the column. */
	changes: string[];
}

/**
 * @param html false where the format says that the text is plain (our own CSV): then tags are words like any other
 * @throws RangeError for markup nested thousands deep
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

/** The same words on one line. */
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

/** The addresses that a piece of HTML leads to or shows, each once; of plain text none. */
export const addressesIn = (html: string): string[] => [
	...new Set([...html.matchAll(address)].map(([, url]) => url.replace(/^\/\//, 'https://').replaceAll('&amp;', '&')))
];

const longestTitle = 100;

/**
 * The first sentence of a text, or as much of it as a title has.
 *
 * @param text of which something is seen
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
