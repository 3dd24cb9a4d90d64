import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { textWidth } from '../layout/textWidth.ts';
import { dark, light } from '../layout/palettes.ts';
import { keep } from '../view/select.ts';
import { initialView, scales } from '../view/view.ts';
import { fileName } from './file.ts';
import Picture from './Picture.svelte';
import { altText, layoutPicture, pictureSizes, type PictureLayout, type PictureSize } from './picture.ts';

const sizes = Object.keys(pictureSizes) as PictureSize[];
const link = 'https://example.org/en/a-rather-long-address-of-a-story?actors=somebody#scene-somewhere';
const stories = {
	en: readStory('data/silicon-valley-turns', 'en'),
	zh: readStory('data/silicon-valley-turns', 'zh-Hans')
};

const boxes = (picture: PictureLayout) =>
	[...picture.texts, ...picture.legend.map(({ text }) => text)].map(({ x, y, text, size, face, anchor }) => {
		const width = textWidth(text, size * (face === 'serif' ? 1.1 : 1));
		return { text, x: anchor === 'end' ? x - width : x, y: y - size * 0.8, width, height: size };
	});

const overlap = (a: ReturnType<typeof boxes>[0], b: typeof a) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

describe('a picture', () => {
	it('keeps all its words inside the frame and off each other, whatever the story', () => {
		fc.assert(
			fc.property(
				randomStory(40),
				fc.constantFrom(...sizes),
				fc.constantFrom(...scales),
				fc.constantFrom(null, 's0'),
				fc.constantFrom<string[]>([], ['actor0']),
				fc.stringMatching(/^[A-Za-z ]{0,80}$/),
				(story, size, scale, scene, actors, title) => {
					const view = { ...initialView(story.lang), scale, scene, actors };
					const picture = layoutPicture({ ...story, title }, view, { size, link });
					const all = boxes(picture);
					for (const box of all) {
						expect(box.x).toBeGreaterThanOrEqual(0);
						expect(box.x + box.width).toBeLessThanOrEqual(picture.width + 0.5);
						expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
					}
					for (let i = 0; i < all.length; i++)
						for (let j = 0; j < i; j++) expect([all[i].text, all[j].text, overlap(all[i], all[j])]).toContain(false);
					// The timeline stands between the two rules.
					expect(picture.timeline.y).toBeGreaterThan(picture.rules[0].y);
					expect(picture.timeline.y + picture.timeline.layout.height).toBeLessThan(picture.rules[1].y);
				}
			),
			{ numRuns: 200 }
		);
	});

	it.each(sizes)('of the first story labels every event, %s', (size) => {
		for (const story of Object.values(stories)) {
			const { layout } = layoutPicture(story, initialView(story.lang), { size, link }).timeline;
			const labelled = new Set(layout.labels.map(({ ref }) => ref));
			for (const item of story.items) if (item.kind === 'event') expect(labelled).toContain(item.ref);
		}
	});

	it('says what it was filtered by, and only then', () => {
		const words = (actors: string[]) =>
			layoutPicture(stories.en, { ...initialView('en'), actors }, { size: 'slide', link })
				.texts.map(({ text }) => text)
				.join('\n');
		const events = keep(stories.en, ['openai', 'deepseek']).filter(({ kind }) => kind === 'event').length;
		expect(words(['openai', 'deepseek'])).toContain(`${events} of 28 events: OpenAI, DeepSeek`);
		expect(words([])).not.toContain('of 28');
	});

	it('bears its source and its link', () => {
		const { texts } = layoutPicture(stories.zh, initialView('zh-Hans'), { size: 'page', link });
		expect(texts.map(({ text }) => text)).toEqual(
			expect.arrayContaining([link, expect.stringContaining('来源：荣智慧')])
		);
	});
});

describe('drawn for a file', () => {
	it.each([
		['light', light],
		['dark', dark]
	])('it needs nothing from outside: %s', (_, theme) => {
		const picture = layoutPicture(stories.en, { ...initialView('en'), scene: 'kimi' }, { size: 'slide', link });
		const { body } = render(Picture, { props: { picture, theme, prefix: 'p' } });
		expect(body).not.toMatch(/var\(|<script|<a |foreignObject|class=|style=/);
		expect(body).toContain(theme.colours.vermilion);
		expect(body).toContain('<title id="p-title">Silicon Valley');
		expect(body).toContain('Moonshot AI releases');
	});

	it('shows text from the data as text', () => {
		const title = '<script>alert(1)</script>';
		const story = { ...stories.en, title };
		const { body } = render(Picture, {
			props: { picture: layoutPicture(story, initialView('en'), { size: 'page', link }), theme: light, prefix: 'p' }
		});
		expect(body).not.toContain('<script>');
		expect(body).toContain('&lt;script>');
	});
});

describe('the alternative text', () => {
	it('tells window, counts and the most important by date', () => {
		expect(altText(stories.en, initialView('en'))).toMatch(
			/^Timeline “.*”, All time, Scale: Folded\. 28 events\. .*1972.*30 November 2022: OpenAI releases ChatGPT.*and 16 more$/
		);
	});

	it('is in the language of the picture', () => {
		expect(altText(stories.zh, { ...initialView('zh-Hans'), actors: ['openai'] })).toMatch(
			/^时间线“硅谷转向”，.*28件事中的\d+件：OpenAI/
		);
	});
});

it('names a file by story, language, scene, filter, size and scale', () => {
	const view = { ...initialView('en'), scene: 'kimi', actors: ['openai', 'deepseek'] };
	expect(fileName(stories.en, view, 'slide', 'png', 2)).toBe(
		'silicon-valley-turns.en.kimi.openai+deepseek.slide@2x.png'
	);
	expect(fileName(stories.en, initialView('en'), 'phone', 'svg', 4)).toBe('silicon-valley-turns.en.phone.svg');
});
