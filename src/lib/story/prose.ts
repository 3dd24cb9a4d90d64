/**
 * The Markdown that prose may use: paragraphs, lists, *emphasis* and links. The result is plain data, so that nothing
 * an editor writes reaches the page as HTML; anything else is a problem that says what to write instead.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { compute } from './compute.ts';
import * as say from './messages.ts';

export type Inline =
	| { type: 'text'; text: string }
	| { type: 'em'; children: Inline[] }
	/** A number that the source does not print, and how it was computed: `[39.1 million](= 385.3 - 346.2)`. */
	| { type: 'computed'; from: string; children: Inline[] }
	/** `ref` is set where the link leads to a place in the story: `event-chatgpt`, `scene-opening`. */
	| { type: 'link'; href: string; ref?: string; children: Inline[] };

export type Block =
	| { type: 'paragraph'; children: Inline[] }
	| { type: 'list'; ordered: boolean; items: Inline[][] }
	/** A quotation or a figure set here: `![](#quote-chesky)` as a paragraph of its own. */
	| { type: 'item'; ref: string };

export interface ProseProblem {
	/** Position in the Markdown, in UTF-16 code units. */
	offset?: number;
	/** The line of that position, counted from 1. */
	line?: number;
	message: string;
}

export interface Prose {
	blocks: Block[];
	problems: ProseProblem[];
	/** Refs of all links into the story and all items set in the prose, in order. */
	links: { ref: string; offset: number }[];
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Phrasing = Extract<Node, { type: 'paragraph' }>['children'][number];
type List = Extract<Node, { type: 'list' }>;
type Link = Extract<Phrasing, { type: 'link' }>;
type Image = Extract<Phrasing, { type: 'image' }>;

const place = /^#((?:event|quote|figure|scene)-[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const placed = /^#((?:quote|figure)-[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const address = /^https?:\/\/[^\s/]/i;

export function parseProse(markdown: string): Prose {
	const reader = new Reader(markdown);
	let blocks: Block[] = [];
	try {
		blocks = fromMarkdown(joined(markdown)).children.flatMap((node) => reader.block(node));
	} catch {
		// The parser fails on text nested thousands deep.
		reader.problems.push({ offset: 0, line: 1, message: say.unreadableProse() });
	}
	reader.problems.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0));
	return { blocks, problems: reader.problems, links: reader.links };
}

/** An address cannot contain spaces, but the expression of a computed number may: they become no-break spaces. */
const joined = (markdown: string) =>
	markdown.replace(/\]\(=[\d.,%+*/() -]{1,200}\)/g, (all) => all.replaceAll(' ', '\u00a0'));

/** The words without markup, with an empty line between blocks. */
export function plainText(blocks: readonly Block[]): string {
	return blocks
		.filter((block) => block.type !== 'item')
		.map((block) => (block.type === 'list' ? block.items.map(words).join('\n') : words(block.children)))
		.join('\n\n');
}

function words(inlines: readonly Inline[]): string {
	return inlines.map((inline) => (inline.type === 'text' ? inline.text : words(inline.children))).join('');
}

class Reader {
	readonly problems: ProseProblem[] = [];
	readonly links: Prose['links'] = [];

	constructor(private readonly markdown: string) {}

	block(node: Node): Block[] {
		if (node.type === 'paragraph') {
			const [only, ...others] = node.children;
			if (only?.type === 'image' && others.length === 0) {
				return this.item(only);
			}
			return [{ type: 'paragraph', children: this.inlines(node.children) }];
		}
		return node.type === 'list' ? [this.list(node)] : this.refuse(node, say.notInProse(node.type));
	}

	private item(node: Image): Block[] {
		const ref = placed.exec(node.url)?.[1];
		if (ref === undefined) {
			return this.refuse(node, say.badItem(node.url));
		}
		this.links.push({ ref, offset: node.position?.start.offset ?? 0 });
		return [{ type: 'item', ref }];
	}

	private list(node: List): Block {
		if (node.ordered && node.start !== 1) {
			this.refuse(node, say.numberBeginsList(String(node.start)));
		}
		const items = node.children.map((item) => {
			const [only, ...others] = item.children;
			if (only?.type !== 'paragraph' || others.length > 0) {
				this.refuse(item, say.listItemOfOneParagraph());
			}
			return only?.type === 'paragraph' ? this.inlines(only.children) : [];
		});
		return { type: 'list', ordered: node.ordered === true, items };
	}

	private inlines(nodes: readonly Phrasing[]): Inline[] {
		return nodes.flatMap((node): Inline[] => {
			switch (node.type) {
				case 'text':
					return [{ type: 'text', text: this.unwrap(node) }];
				case 'emphasis':
					return [{ type: 'em', children: this.inlines(node.children) }];
				case 'link':
					return this.link(node);
				default:
					return this.refuse(node, say.notInProse(node.type));
			}
		});
	}

	private link(node: Link): Inline[] {
		if (node.url.startsWith('=')) {
			return this.computed(node);
		}
		const ref = place.exec(node.url)?.[1];
		if (ref === undefined && !(address.test(node.url) && URL.canParse(node.url))) {
			return this.refuse(node, say.badLink(node.url));
		}
		if (node.title) {
			this.refuse(node, say.linkWithTitle());
		}
		const children = this.inlines(node.children);
		if (words(children).trim() === '') {
			return this.refuse(node, say.linkWithoutWords(node.url));
		}
		if (ref === undefined) {
			return [{ type: 'link', href: node.url, children }];
		}
		this.links.push({ ref, offset: node.position?.start.offset ?? 0 });
		return [{ type: 'link', href: node.url, ref, children }];
	}

	private computed(node: Link): Inline[] {
		const from = node.url.slice(1).replaceAll('\u00a0', ' ').trim();
		const result = compute(from);
		const children = this.inlines(node.children);
		return 'problem' in result ? this.refuse(node, result.problem) : [{ type: 'computed', from, children }];
	}

	private refuse(node: { position?: Node['position'] }, message: string): [] {
		this.problems.push({ offset: node.position?.start.offset, line: node.position?.start.line, message });
		return [];
	}

	/** A line break in the Markdown becomes a space, except between characters of a script written without spaces. */
	private unwrap(node: Extract<Phrasing, { type: 'text' }>): string {
		const { value, position } = node;
		return value.replace(/\n/g, (_, at: number) => {
			const before = at > 0 ? value[at - 1] : this.neighbour(position?.start.offset, -1);
			const after = at + 1 < value.length ? value[at + 1] : this.neighbour(position?.end.offset, 1);
			return spaceless.test(before + after) ? '' : ' ';
		});
	}

	/** The nearest character beyond the end of a text node that is not markup. */
	private neighbour(offset = 0, step: 1 | -1): string {
		let at = step === 1 ? offset : offset - 1;
		while (/[*_[\]]/.test(this.markdown[at] ?? '')) {
			at += step;
		}
		return this.markdown[at] ?? ' ';
	}
}

/** Two neighbours, at least one in such a script; the other may be a quotation mark or dash shared with Latin. */
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const shared = '[“”‘’—…·]';
const spaceless = new RegExp(`^(?:${wide}(?:${wide}|${shared})|${shared}${wide})$`, 'u');
