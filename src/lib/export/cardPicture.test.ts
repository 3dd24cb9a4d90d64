import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxes, overlap } from '../../../tests/support/pictureWords.ts';
import { randomStory, wildStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import type { LocalStory } from '../view/local.ts';
import { select } from '../view/select.ts';
import { initialView, type View } from '../view/view.ts';
import { layoutPicture } from './picture.ts';
import type { PictureLayout } from './parts.ts';
import { layoutQuote, quoteSizes } from './quotePicture.ts';

const link = 'https://example.org/en/story';
const stories = {
	en: readStory('data/silicon-valley-turns', 'en'),
	zh: readStory('data/silicon-valley-turns', 'zh-Hans'),
	web: readStory('data/web-platform', 'en'),
	webZh: readStory('data/web-platform', 'zh-Hans'),
	port: readStory('tests/fixtures/stories/port-log', 'en'),
	hannibal: readStory('tests/fixtures/stories/hannibal', 'it')
};
const card = (story: LocalStory, part: Partial<View> = {}) =>
	layoutPicture(story, { ...initialView(story.lang), ...part }, { size: 'card', link });

/** All texts, both around the timeline and in it. */
function wordsOf(picture: PictureLayout) {
	const { x, y, layout } = picture.timelines[0];
	const own = layout.labels.map(({ box, lines }) => ({
		...box,
		x: box.x + x,
		y: box.y + y,
		text: lines.map(({ text }) => text).join(' ')
	}));
	return [...boxes(picture), ...own];
}

function expectClear(picture: PictureLayout) {
	const all = wordsOf(picture);
	for (const [index, box] of all.entries()) {
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(picture.box.width + 0.5);
		expect(box.y).toBeGreaterThanOrEqual(0);
		expect(box.y + box.height).toBeLessThanOrEqual(picture.box.height);
		for (const other of all.slice(0, index))
			if (overlap(box, other)) expect.fail(`“${box.text}” lies on “${other.text}”`);
	}
}

/** Each mark has words: its label, or the large text above it. */
function expectSaid(picture: PictureLayout, led: readonly string[]) {
	const { labels, marks, counts } = picture.timelines[0].layout;
	const said = new Set<string>([...labels.map(({ ref }) => ref), ...led]);
	expect(said.size - led.length).toBeLessThanOrEqual(5);
	expect(counts ?? []).toEqual([]);
	for (const { ref, also = [] } of marks) expect([ref, ...also].some((one) => said.has(one))).toBe(true);
}

const view = fc.record({ scene: fc.constantFrom(null, 's0', 's1'), actors: fc.constantFrom<string[]>([], ['actor0']) });

describe('the card of a link', () => {
	it.each(Object.entries(stories))(
		'of %s, of each of its scenes and actors, is clear and says its marks',
		(_, story) => {
			const views: Partial<View>[] = [
				{},
				...story.scenes.map(({ id }) => ({ scene: id })),
				...story.actors.slice(0, 6).map(({ id }) => ({ actors: [id] }))
			];
			for (const part of views) {
				const picture = card(story, part);
				expectClear(picture);
				expectSaid(picture, part.scene ? [] : story.opening);
			}
		}
	);

	it.each([
		['as stories are', randomStory(60)],
		['wild', wildStory(40)]
	])('of random stories, %s, is clear and says its marks', (_, story) => {
		fc.assert(
			fc.property(story, view, fc.stringMatching(/^[A-Za-z ]{0,160}$/), (one, part, title) => {
				const picture = card({ ...one, title }, part);
				expectClear(picture);
				expectSaid(picture, part.scene ? [] : one.opening);
			}),
			{ numRuns: 300 }
		);
	});

	it('opens with the words that the story opens with, in the language of the page and in no type under 22 px', () => {
		for (const [story, words] of [
			[stories.en, ['ban', 'both good', 'and cheap']],
			[stories.zh, ['“封杀”', '“又好又便宜”']]
		] as const) {
			const {
				texts,
				timelines: [timeline]
			} = card(story);
			const shown = texts.map(({ text }) => text);
			for (const text of words) expect(shown).toContain(text);
			for (const text of words) expect(texts.find((one) => one.text === text)!.size).toBeGreaterThan(60);
			expect(Math.min(...texts.map(({ size }) => size), timeline.layout.font.small)).toBeGreaterThanOrEqual(22);
		}
		// A translation is marked as such, and has no quotation marks.
		expect(card(stories.en).texts.map(({ text }) => text)).toContain('Translated from the article’s Chinese.');
	});

	it('of a filter that leaves an opening item out names moments instead, of what is kept', () => {
		const picture = card(stories.en, { actors: ['moonshot-ai'] });
		const kept = select(stories.en, { ...initialView('en'), actors: ['moonshot-ai'] }).items.map(({ ref }) => ref);
		expect(picture.texts.map(({ text }) => text)).not.toContain('ban');
		expect(picture.timelines[0].layout.labels.length).toBeGreaterThan(0);
		for (const { ref } of picture.timelines[0].layout.labels) expect(kept).toContain(ref);
	});
});

describe('the card of a quotation', () => {
	const quotes = (story: LocalStory) => story.items.filter(({ kind }) => kind === 'quote');

	it.each(Object.entries(stories))('of %s is clear, in each size', (_, story) => {
		for (const { ref } of quotes(story))
			for (const size of quoteSizes) expectClear(layoutQuote(story, ref, { size, link }));
	});

	it('has the reader’s words largest, and the source’s beneath them', () => {
		for (const size of quoteSizes) {
			const { texts } = layoutQuote(stories.en, 'quote-chesky', { size, link });
			const sizeOf = (text: string) => texts.filter((one) => text.includes(one.text))[0]?.size ?? 0;
			expect(sizeOf('both good and cheap')).toBeGreaterThan(70);
			expect(sizeOf('“又好又便宜”')).toBeGreaterThan(20);
			expect(sizeOf('“又好又便宜”')).toBeLessThan(sizeOf('both good and cheap'));
			expect(texts.map(({ text }) => text)).toContain('Brian Chesky');
		}
		const own = layoutQuote(stories.zh, 'quote-chesky', { size: 'card', link }).texts;
		expect(own.find(({ text }) => text === '“又好又便宜”')!.size).toBeGreaterThan(70);
	});

	it('holds words of any length', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-z ]{1,900}$/), fc.constantFrom(...quoteSizes), (words, size) => {
				const items = stories.en.items.map((item) =>
					item.ref === 'quote-chesky' && item.kind === 'quote' ? { ...item, language: 'en', words: [words] } : item
				);
				expectClear(layoutQuote({ ...stories.en, items }, 'quote-chesky', { size, link }));
			}),
			{ numRuns: 60 }
		);
	});
});
