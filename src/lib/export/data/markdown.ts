/** Markdown (CommonMark): the story as a document, scene by scene. Escaping is done by mdast. */
import type { BlockContent, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import type { Block, Inline } from '../../story/prose.ts';
import { textBlocks } from '../../text/blocks.ts';
import { fill } from '../../text/fill.ts';
import { kinds } from '../../story/kinds.ts';
import type { Item } from '../../view/local.ts';
import { quoted } from '../cardText.ts';
import { amounts, citations, notes, textOf, translationOf } from './words.ts';
import type { DataInput } from './input.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({ type: 'heading', depth, children: [text(value)] });
const list = (items: BlockContent[][], ordered = false): BlockContent => ({
	type: 'list',
	ordered,
	spread: false,
	children: items.map((children): ListItem => ({ type: 'listItem', spread: false, children }))
});

const inlineWords = (parts: readonly Inline[]): string => {
	const words = (part: Inline) => (part.type === 'text' ? part.text : inlineWords(part.children));
	return parts.map(words).join('');
};

export function toMarkdown({ story, view, items, scenes, link, linkTo }: DataInput) {
	const { ui } = story;
	const kept = new Set(items);
	const byRef = new Map(story.items.map((item) => [item.ref, item]));
	const inline = (part: Inline): PhrasingContent => {
		if (part.type === 'text') return text(part.text);
		const children = part.children.map(inline);
		if (part.type === 'em') return { type: 'emphasis', children };
		if (part.type === 'computed') return text(`${inlineWords(part.children)} (= ${part.from})`);
		const item = part.ref && byRef.get(part.ref as Item['ref']);
		const url = item ? linkTo(item) : part.href.startsWith('#') ? link({ ...view, focus: null }) : part.href;
		// A link may not contain another link.
		return { type: 'link', url, children: children as Extract<PhrasingContent, { type: 'link' }>['children'] };
	};
	/** An item placed in a scene’s prose is left out here: it follows with the scene’s other cards. */
	const block = (one: Block): RootContent[] => {
		if (one.type === 'item') return [];
		if (one.type === 'paragraph') return [paragraph(...one.children.map(inline))];
		return [list(one.items.map((item) => [paragraph(...item.map(inline))]), one.ordered)];
	};
	const root: Root = {
		type: 'root',
		children: [
			heading(1, story.title),
			paragraph(text(story.dek)),
			paragraph({ type: 'link', url: link(view), children: [text(link(view))] }),
			...scenes.flatMap(({ scene, cards }) => [
				heading(2, scene.heading),
				...scene.prose.flatMap(block),
				...cards.filter((item) => kept.has(item)).flatMap(card)
			]),
			heading(2, ui.sources.title),
			list(story.sources.map(({ short, url }) => [paragraph(url ? { type: 'link', url, children: [text(short)] } : text(short))]))
		]
	};
	return { text: write(root, { bullet: '-', rule: '-' }), losses: [] };

	function bodyOf(item: Item): RootContent[] {
		return textBlocks(textOf(item)).map((one) =>
			'items' in one
				? list(one.items.map((words) => [paragraph(text(words))]))
				: paragraph(...one.lines.flatMap((line, n) => (n > 0 ? [{ type: 'break' } as const, text(line)] : [text(line)])))
		);
	}

	function card(item: Item): RootContent[] {
		const { date } = item;
		const when = date.softStart || date.softEnd ? `${date.label} (${date.edtf})` : date.label;
		const head = `${ui.kind[kinds[item.kind].as]}${ui.list.colon}${item.title}`;
		const source = citations(item, story).map((one) => fill(ui.export.source, { source: one }));
		const said = paragraph(text(notes(item, story).join(' · ')));
		const foot = paragraph({ type: 'link', url: linkTo(item), children: [text([when, ...source].join(' · '))] });
		const body = paragraph(text(textOf(item)));
		if (item.kind === 'figure') {
			const rows = list(amounts(item, story).map((row) => [paragraph(text(row))]));
			return [heading(3, head), body, rows, ...(item.note ? [paragraph(text(item.note))] : []), said, foot];
		}
		if (item.kind !== 'quote') return [heading(3, head), ...bodyOf(item), said, foot];
		const words = paragraph(text(quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator)));
		const ours = translationOf(item, story).join(ui.list.separator);
		return [
			heading(3, head),
			body,
			item.quoteKind === 'reported' ? words : { type: 'blockquote', children: [words] },
			...(ours ? [paragraph(text(fill(ui.export.ours, { words: ours })))] : []),
			said,
			foot
		];
	}
}
