/** The texts that readers see of an imported item. */
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Paragraph, PhrasingContent } from 'mdast';
import { parseDate, type DateSpan } from '../story/date.ts';
import { wordDate } from '../story/dateWords.ts';
import { textBlocks } from '../text/blocks.ts';
import { fill } from '../text/fill.ts';
import { sentences } from '../text/sentences.ts';
import { strings } from '../text/strings.ts';
import type { LocalTime } from './dateRead.ts';
import type { ImportedEvent, ImportedQuote } from './types.ts';

/** Dates already parsed, since they are asked for repeatedly and most are the same. */
const spans = new Map<string, DateSpan>();

/** @throws RangeError for an invalid date, which `readImport` never gives */
export function spanOf({ date }: { date: string }): DateSpan {
	const known = spans.get(date);
	if (known) return known;
	const read = parseDate(date);
	if ('problem' in read) throw new RangeError(read.problem);
	if (spans.size > 200_000) spans.clear();
	spans.set(date, read.date);
	return read.date;
}

/** The wording of the date for readers, where it differs from that of the EDTF. */
export function whenOf(item: ImportedEvent | ImportedQuote, lang: string): string | undefined {
	const own = wordDate(spanOf(item), lang);
	const said = item.when ?? localWords(item, lang);
	return said !== own ? said : undefined;
}

/** Local date and time where it was written: “23:30, 3 May 2021 (UTC−5)”. */
function localWords({ date, local }: ImportedEvent | ImportedQuote, lang: string): string | undefined {
	if (!local?.from || (date.includes('/') && !local.to)) return undefined;
	const isChinese = /^zh\b/i.test(lang);
	const say = (clock: string, day: string) => {
		const words = wordDate(spanOf({ date: day }), lang);
		return isChinese ? `${words}${clock}` : `${clock}, ${words}`;
	};
	const zoned = (words: string, { zone }: LocalTime) =>
		zone ? (isChinese ? `${words}（${zone}）` : `${words} (${zone})`) : words;
	const { from, to } = local;
	if (!to) return zoned(say(from.clock, from.day), from);
	if (from.day === to.day && from.zone === to.zone) return zoned(say(`${from.clock}–${to.clock}`, from.day), from);
	if (from.zone === to.zone) return zoned(`${say(from.clock, from.day)} – ${say(to.clock, to.day)}`, from);
	return `${zoned(say(from.clock, from.day), from)} – ${zoned(say(to.clock, to.day), to)}`;
}

/** The text, with the place and captions of pictures without an address; undefined where there is nothing. */
export function summaryOf(item: ImportedEvent, lang: string): string | undefined {
	const words = strings(lang).ui.imported;
	const captions = (item.media ?? []).filter(({ url, caption }) => !url && caption !== item.title);
	const place = item.place && item.place !== item.title && fill(words.place, { place: item.place });
	const all = [item.text, place, ...captions.map(({ caption }) => caption)].filter(Boolean);
	return all.length > 0 ? all.join('\n\n') : undefined;
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** A paragraph as Markdown, escaped so that no character of a file becomes markup. */
export const paragraph = (...children: (PhrasingContent | string)[]): string => {
	const node: Paragraph = {
		type: 'paragraph',
		children: children.map((child) => (typeof child === 'string' ? text(child) : child))
	};
	return toMarkdown(node, { resourceLink: true }).trim();
};

export const linkTo = (url: string, words: string): PhrasingContent => ({ type: 'link', url, children: [text(words)] });

const longest = 200;

/** The first sentences of a text, as many as a scene has room for; for a list, its entries. */
export function opening(written: string, lang: string): string {
	const [block] = textBlocks(written);
	if (!block) return '';
	const { separator } = strings(lang).ui.list;
	const first = 'items' in block ? block.items.join(separator) : block.lines.join(' ');
	let told = '';
	for (const sentence of sentences(first, lang)) {
		if ([...told, ...sentence].length > longest) break;
		told += sentence;
	}
	if (told.trim()) return told.trim();
	const cut = [...first].slice(0, longest - 1).join('');
	return `${cut.replace(/\s+\S*$/, '') || cut}…`;
}
