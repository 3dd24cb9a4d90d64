import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStory, wildStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { quoteWords } from '../cards/words.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { facing } from './lanes.ts';
import { layoutMiniature, miniatureWidths, type Miniature } from './miniature.ts';
import type { Box } from './parts.ts';
import { textWidth } from './textWidth.ts';

const draw = (story: LocalStory, width: number): Miniature =>
	layoutMiniature(story, width, (item: Item) => {
		if (item.kind !== 'quote') return { words: [item.title], lang: story.lang };
		const { lines, language, marked } = quoteWords(item, story).first;
		return { words: marked ? lines.map((line) => `“${line}”`) : lines, lang: language };
	});

type Word = Box & { text: string };

/** Every text with its box, px of the whole picture. */
function words({ texts, layout, top }: Miniature): Word[] {
	const box = (text: string, size: number, x: number, y: number, anchor: string): Word => {
		const width = textWidth(text, size);
		const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		return { text, x: left, y: y - size * 0.72, width, height: size * 0.9 };
	};
	const { labels, axis, lanes, font } = layout;
	const below = [
		...labels.flatMap(({ x, anchor, lines }) => lines.map(({ text, size, y }) => box(text, size, x, y, anchor))),
		...axis.ticks.map(({ text, x, y }) => box(text, font.small, x, y + font.small * 0.35, 'middle')),
		...lanes.map(({ name, x, y, anchor }) => box(name, font.small, x, y, anchor))
	];
	return [
		// A Chinese quotation mark fills only the right half of its square, which hangs.
		...texts.map(({ text, when, size, x, y }) =>
			box(text + (when ?? ''), size, x + (/^“\p{sc=Han}/u.test(text) ? size / 2 : 0), y, 'start')
		),
		...below.map((word) => ({ ...word, y: word.y + top }))
	];
}

const meets = (a: Box, b: Box) =>
	a.x + 0.5 < b.x + b.width && b.x + 0.5 < a.x + a.width && a.y + 0.5 < b.y + b.height && b.y + 0.5 < a.y + a.height;

const over = (all: readonly Word[]) =>
	all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => (meets(a, b) ? [`${a.text} / ${b.text}`] : [])));

const outside = (all: readonly Word[], { width, height }: Miniature) =>
	all
		.filter(({ x, y, width: w, height: h }) => x < -1 || y < -1 || x + w > width + 1 || y + h > height + 1)
		.map(({ text }) => text);

const stories = [
	['data/silicon-valley-turns', 'en'],
	['data/silicon-valley-turns', 'zh-Hans'],
	['data/web-platform', 'en'],
	['data/web-platform', 'zh-Hans'],
	['tests/fixtures/stories/hannibal', 'en'],
	['tests/fixtures/stories/hannibal', 'it'],
	['tests/fixtures/stories/port-log', 'zh-Hans']
];

for (const [folder, lang] of stories)
	describe(`${folder}, ${lang}`, () => {
		const story = readStory(folder, lang);
		for (const width of miniatureWidths)
			test(`${width} px: two to five moments and every side by name, no word over another`, () => {
				const picture = draw(story, width);
				const all = words(picture);
				expect(picture.named.length).toBeGreaterThanOrEqual(2);
				expect(picture.named.length).toBeLessThanOrEqual(5);
				expect(new Set(picture.named).size).toBe(picture.named.length);
				for (const ref of picture.named) expect(story.items.some((item) => item.ref === ref)).toBe(true);
				const sides = facing(story.sides) ?? story.sides.map(({ id }) => id);
				expect(picture.layout.lanes.map(({ id }) => id)).toEqual(sides);
				expect(picture.layout.axis.ticks.length).toBeGreaterThanOrEqual(2);
				expect(picture.layout.axis.ticks.map(({ text }) => text).join(' ')).toMatch(/\d{3}/);
				expect(over(all)).toEqual([]);
				expect(outside(all, picture)).toEqual([]);
				expect(all.filter(({ text }) => text.endsWith('…'))).toEqual([]);
			});
	});

test('an opening says both its items whole, in the reader’s words', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	for (const width of miniatureWidths) {
		const { texts } = draw(story, width);
		const large = texts.filter(({ role }) => role === 'quote');
		expect(large.map(({ text }) => text).join(' ')).toBe('ban both good and cheap');
		const captions = texts.filter(({ role }) => role === 'caption').map(({ text }) => text);
		expect(captions).toEqual(['Sam Altman, ', 'Brian Chesky, ']);
	}
});

test('what the story opens with is named first', () => {
	const story = readStory('data/web-platform', 'en');
	for (const width of miniatureWidths) expect(draw(story, width).named).toEqual(expect.arrayContaining(story.opening));
});

/** Random stories have no opening; their sides face each other or have a lane each. */
for (const [name, arbitrary] of [
	['random', randomStory],
	['wild', wildStory]
] as const)
	test(`of ${name} stories no label lies on another, all in the frame, at most five`, () => {
		fc.assert(
			fc.property(arbitrary(), fc.constantFrom(...miniatureWidths), (story, width) => {
				const picture = draw(story, width);
				const { labels } = picture.layout;
				const boxes = labels.map(({ box, lines }) => ({ ...box, text: lines.map(({ text }) => text).join(' ') }));
				expect(picture.named.length).toBeLessThanOrEqual(5);
				expect(over(boxes)).toEqual([]);
				expect(outside(boxes, { ...picture, height: picture.layout.height })).toEqual([]);
			}),
			{ numRuns: 100 }
		);
	});
