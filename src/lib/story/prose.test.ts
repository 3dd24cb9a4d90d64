import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProse, plainText, type Inline } from './prose.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });

describe('prose', () => {
	it('is made of paragraphs with emphasis and links', () => {
		const { blocks, problems } = parseProse('It *began* [here](#event-launch).\n\nSee [this](https://example.org/).');
		expect(problems).toEqual([]);
		expect(blocks).toEqual([
			{
				type: 'paragraph',
				children: [
					text('It '),
					{ type: 'em', children: [text('began')] },
					text(' '),
					{ type: 'link', href: '#event-launch', ref: 'event-launch', children: [text('here')] },
					text('.')
				]
			},
			{
				type: 'paragraph',
				children: [text('See '), { type: 'link', href: 'https://example.org/', children: [text('this')] }, text('.')]
			}
		]);
	});

	it('may hold lists', () => {
		expect(parseProse('- one\n- *two*\n\nAnd\n\n1. three').blocks).toEqual([
			{ type: 'list', ordered: false, items: [[text('one')], [{ type: 'em', children: [text('two')] }]] },
			{ type: 'paragraph', children: [text('And')] },
			{ type: 'list', ordered: true, items: [[text('three')]] }
		]);
	});

	it('tells where its links to the story stand', () => {
		expect(parseProse('A [b](#scene-one),\n[c](#quote-d).').links).toEqual([
			{ ref: 'scene-one', offset: 2 },
			{ ref: 'quote-d', offset: 19 }
		]);
	});

	it('reads a line break as a space, and between Chinese characters as nothing', () => {
		expect(plainText(parseProse('one\ntwo').blocks)).toBe('one two');
		expect(plainText(parseProse('他说\n他们').blocks)).toBe('他说他们');
		expect(plainText(parseProse('他说：\n“是*的*\n他').blocks)).toBe('他说：“是的他');
		expect(plainText(parseProse('a “b”\n“c”').blocks)).toBe('a “b” “c”');
		expect(plainText(parseProse('用 GPT\n的人').blocks)).toBe('用 GPT 的人');
	});

	it('is told in words by plainText', () => {
		expect(plainText(parseProse('It *is [so](#event-a)*.\n\n- a\n- b').blocks)).toBe('It is so.\n\na\nb');
	});
});

describe('an item set in prose', () => {
	it('is a block of its own, and counts among the links', () => {
		const { blocks, links, problems } = parseProse('It began.\n\n![](#quote-a)\n\nIt [ended](#event-b).');
		expect(problems).toEqual([]);
		expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'item', 'paragraph']);
		expect(blocks[1]).toEqual({ type: 'item', ref: 'quote-a' });
		expect(links.map(({ ref }) => ref)).toEqual(['quote-a', 'event-b']);
		expect(plainText(blocks)).toBe('It began.\n\nIt ended.');
	});

	it.each([
		['an event', '![](#event-a)', '![](#quote-…)'],
		['an item within a sentence', 'It ![](#quote-a) began.', '![](#quote-…)']
	])('is refused as %s', (_, markdown, message) => {
		const { problems } = parseProse(markdown);
		expect(problems).toHaveLength(1);
		expect(problems[0].message).toContain(message);
	});
});

describe('prose with what is not read', () => {
	it.each([
		['HTML in a line', 'a <b', 'HTML is not read'],
		['HTML in a block', '<script>alert(1)</script>', 'HTML is not read'],
		['a heading', '# a', 'headings are not read'],
		['an image', 'See ![a](https://example.org/a.png)', 'images are not read'],
		['code', '`a`', 'code is not read'],
		['an indented line', '    a', 'code blocks are not read'],
		['strong', '**a**', 'strong'],
		['a block quote', '> a', 'block quotes'],
		['a rule', '***', 'a rule'],
		['a hard line break', 'a\\\nb', 'a line break'],
		['a link definition', '[a]: https://example.org', 'link definitions'],
		['the title of a link', '[a](https://example.org "b")', 'the title of a link'],
		['a link without words', '[](#event-a)', 'no words'],
		['a year that begins a list', '2022. It began.', '"2022." at the beginning'],
		['a list in a list', '- a\n  - b', 'a list item']
	])('has a problem with %s', (_, markdown, message) => {
		const { problems } = parseProse(markdown.replace('<b', '<b>'));
		expect(problems).toHaveLength(1);
		expect(problems[0].message).toContain(message);
	});

	it.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'&#106;avascript:alert(1)',
		'data:text/html,x',
		'mailto:a@example.org',
		'/elsewhere',
		'//example.org',
		'#launch',
		'#event-Launch',
		'https://',
		'https:example.org'
	])('has a problem with a link to %s, and makes no link of it', (href) => {
		const { blocks, problems } = parseProse(`[a](${href})`);
		expect(problems).toHaveLength(1);
		expect(JSON.stringify(blocks)).not.toContain('link');
	});

	it('names the place of each problem, in order', () => {
		const { problems } = parseProse('Good.\n\nNot **good**,\nnor `this`.');
		expect(problems.map(({ line, offset }) => [line, offset])).toEqual([
			[3, 11],
			[4, 25]
		]);
	});

	it('never throws, and never makes a link that leads elsewhere', () => {
		const signs = fc.string({ unit: fc.constantFrom(...'[]()<>#*_!`\\&;:/-.1ax \n小'), maxLength: 100 });
		const hrefs = (inlines: Inline[]): string[] =>
			inlines.flatMap((inline) => {
				const inner = inline.type === 'text' ? [] : hrefs(inline.children);
				return inline.type === 'link' ? [inline.href, ...inner] : inner;
			});
		fc.assert(
			fc.property(fc.oneof(signs, fc.string()), (markdown) => {
				for (const block of parseProse(markdown).blocks) {
					for (const href of hrefs(
						block.type === 'list' ? block.items.flat() : block.type === 'paragraph' ? block.children : []
					)) {
						expect(href).toMatch(/^(https?:\/\/|#(event|quote|figure|scene)-[a-z0-9])/i);
					}
				}
			})
		);
	});
});
