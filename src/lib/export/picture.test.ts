import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { boxes, mustBeApart, overlap } from '../../../tests/support/pictureWords.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { dark, light } from '../layout/palettes.ts';
import { inWindow } from '../layout/lanes.ts';
import { countType } from '../layout/parts.ts';
import { keep, select } from '../view/select.ts';
import { initialView, scales } from '../view/view.ts';
import Picture from './Picture.svelte';
import { altText } from './altText.ts';
import { fileName, pixelsOf } from './names.ts';
import { layoutPicture } from './picture.ts';
import { isPoster } from './posterPicture.ts';
import { pictureSizeNames, pictureSizes, type PictureLayout } from './parts.ts';

const link = 'https://example.org/en/a-rather-long-address-of-a-story?actors=somebody#scene-somewhere';
const stories = {
	en: readStory('data/silicon-valley-turns', 'en'),
	zh: readStory('data/silicon-valley-turns', 'zh-Hans')
};

/** Cards and posters have their own layouts: cardPicture.test.ts, posterPicture.test.ts. */
const sizes = pictureSizeNames.filter((size) => size !== 'card' && !isPoster(size));

/** The items of a picture’s marks, including those reached through another item’s mark. */
const reached = (marks: PictureLayout['timelines'][number]['layout']['marks']) =>
	new Set<string>(marks.flatMap(({ ref, also = [] }) => [ref, ...also]));

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
				fc.array(fc.stringMatching(/^[A-Za-z ,]{1,90}$/), { maxLength: 4 }),
				fc.stringMatching(/^[a-z/-]{0,200}$/),
				(story, size, scale, scene, actors, title, shorts, path) => {
					const view = { ...initialView(story.lang), scale, scene, actors };
					const sources = shorts.map((short) => ({ ...stories.en.sources[0], short }));
					const picture = layoutPicture({ ...story, title, sources }, view, { size, link: link + path });
					const all = boxes(picture);
					mustBeApart(all, picture);
					// The timeline stands between the two rules, and these between the texts.
					const {
						timelines: [timeline],
						rules
					} = picture;
					expect(timeline.y).toBeGreaterThan(rules[0].y);
					expect(timeline.y + timeline.layout.height).toBeLessThan(rules[1].y);
					expect(timeline.x + timeline.layout.width).toBeLessThanOrEqual(picture.box.width);
					for (const box of all) {
						const above = box.y + box.height <= rules[0].y;
						if (!above && box.y < rules[1].y) expect.fail(`“${box.text}” lies in the timeline`);
					}
				}
			),
			{ numRuns: 200 }
		);
	});

	it('draws what the View selects, no more and no less', () => {
		fc.assert(
			fc.property(
				randomStory(30),
				fc.constantFrom(...sizes),
				fc.constantFrom(null, 's0', 's1'),
				fc.constantFrom<string[]>([], ['actor0']),
				(story, size, scene, actors) => {
					const view = { ...initialView(story.lang), scene, actors };
					const { items, window } = select(story, view);
					const { marks, labels } = layoutPicture(story, view, { size, link }).timelines[0].layout;
					const refs = inWindow(items, window).map(({ ref }) => ref);
					expect([...reached(marks)].sort()).toEqual([...refs].sort());
					for (const { ref } of labels) expect(refs).toContain(ref);
				}
			),
			{ numRuns: 100 }
		);
	});

	it('takes smaller type before it cuts a label', () => {
		const view = { ...initialView('en'), scene: 'kimi' };
		for (const size of sizes) {
			const { labels } = layoutPicture(stories.en, view, { size, link }).timelines[0].layout;
			const cut = labels.flatMap(({ lines }) => lines.map(({ text }) => text)).filter((text) => text.endsWith('…'));
			expect([size, ...cut]).toEqual([size]);
		}
	});

	it('explains in its legend the sides and what is drawn, nothing else', () => {
		const signs = (actors: string[]) =>
			layoutPicture(stories.en, { ...initialView('en'), actors }, { size: 'page', link }).legend.map(
				({ sign }) => sign.type
			);
		// The two sides are explained by their lanes’ names.
		expect(signs([])).toEqual(['known', 'within', 'about', 'other', 'dots', 'fold']);
		// One event of one side, on one day; the time scale is folded as in the whole story.
		expect(signs(['oppo'])).toEqual(['fold']);
	});

	it.each(sizes)('of the first story labels its most important, %s', (size) => {
		for (const story of Object.values(stories)) {
			const { layout } = layoutPicture(story, initialView(story.lang), { size, link }).timelines[0];
			const labelled = new Set(layout.labels.map(({ ref }) => ref));
			const events = story.items.filter(({ kind }) => kind === 'event');
			// A slide is seen from afar and has a chart beside the timeline, so its labels are fewer and larger.
			const least = size === 'slide' ? 8 : events.length / 2;
			expect(events.filter(({ ref }) => labelled.has(ref)).length).toBeGreaterThanOrEqual(least);
		}
	});

	it('has a title and type that its size is seen at', () => {
		for (const story of Object.values(stories))
			for (const scene of [null, 'kimi', 'satellite']) {
				const picture = layoutPicture(story, { ...initialView(story.lang), scene }, { size: 'slide', link });
				const {
					texts,
					legend,
					timelines: [timeline],
					box
				} = picture;
				expect(Math.max(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(box.height * 0.04);
				const lines = timeline.layout.labels.flatMap(({ lines }) => lines);
				const all = [
					...texts,
					...legend.map(({ text }) => text),
					...lines,
					{ size: timeline.layout.font.small },
					{ size: countType(timeline.layout.font) }
				];
				expect(Math.min(...all.map(({ size }) => size))).toBeGreaterThanOrEqual(box.height * 0.022);
			}
	});

	it('prints an address that is whole, and no path alone', () => {
		for (const size of pictureSizeNames) {
			const words = (link: string) =>
				layoutPicture(stories.en, initialView('en'), { size, link })
					.texts.map(({ text }) => text)
					.join(' ');
			expect(words('/en/silicon-valley-turns')).not.toContain('/en');
			if (size !== 'card') expect(words('https://example.org/en/x')).toContain('example.org/en/x');
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

	it('breaks the line of many sources rather than leave the frame', () => {
		const sources = Array.from({ length: 4 }, () => ({
			...stories.en.sources[0],
			short: 'A paper of long name, 2025'
		}));
		for (const size of sizes) {
			const picture = layoutPicture({ ...stories.en, sources }, initialView('en'), { size, link });
			for (const { x, width } of boxes(picture)) expect(x + width).toBeLessThanOrEqual(picture.box.width);
		}
	});

	it('bears its source and its link, whole even where that takes two lines', () => {
		for (const size of sizes) {
			const { texts } = layoutPicture(stories.zh, initialView('zh-Hans'), { size, link });
			const words = texts.map(({ text }) => text);
			expect(words).toContainEqual(expect.stringContaining('来源：荣智慧'));
			expect(words.join('')).toContain(link.replace('https://', ''));
			expect(words.join('')).not.toContain('https:');
		}
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

	it('is as large as its name says, and a square in larger type', () => {
		for (const size of sizes) {
			const picture = layoutPicture(stories.en, initialView('en'), { size, link });
			const { body } = render(Picture, { props: { picture, theme: light, prefix: 'p' } });
			const { width, height, zoom } = pictureSizes[size];
			expect(body).toContain(`width="${width}" height="${height}" viewBox="0 0 ${width / zoom} ${height / zoom}"`);
		}
		expect(pictureSizes.square.zoom).toBeGreaterThan(1);
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

describe('a file', () => {
	const choice = { size: 'slide', format: 'png', theme: 'light', resolution: 2 } as const;

	it('is named by story, language, scene, filter, scale, size, colours and resolution', () => {
		const view = { ...initialView('en'), scene: 'kimi', actors: ['openai', 'deepseek'], scale: 'even' as const };
		expect(fileName(stories.en, view, { ...choice, theme: 'grey' })).toBe(
			'silicon-valley-turns.en.kimi.openai+deepseek.even.slide.grey@2x.png'
		);
		const plain = initialView('en');
		expect(fileName(stories.en, plain, { ...choice, size: 'phone', format: 'svg' })).toBe(
			'silicon-valley-turns.en.phone.svg'
		);
		expect(fileName(stories.en, plain, { ...choice, resolution: '8k' })).toBe('silicon-valley-turns.en.slide@8k.png');
		expect(fileName(stories.en, view, { ...choice, quote: 'quote-chesky', size: 'card', resolution: 1 })).toBe(
			'silicon-valley-turns.en.quote-chesky.card.png'
		);
	});

	it('of 8K has 7,680 px on its longer side and keeps its shape', () => {
		for (const size of sizes) {
			const { width, height } = pictureSizes[size];
			const px = pixelsOf({ width, height }, '8k');
			expect(Math.max(px.width, px.height)).toBe(7680);
			expect(px.width / px.height).toBeCloseTo(width / height, 2);
		}
	});
});

describe('a story of 300 events', () => {
	it('is drawn without overlap in every size', () => {
		fc.assert(
			fc.property(randomStory(300, 300), fc.constantFrom(...sizes), (story, size) => {
				const [timeline] = layoutPicture(story, initialView(story.lang), { size, link }).timelines;
				const { labels, marks, width, height } = timeline.layout;
				expect(reached(marks).size).toBe(300);
				const all = labels.map(({ box, lines }) => ({ ...box, text: lines[0].text }));
				for (let i = 0; i < all.length; i++) {
					expect(all[i].x).toBeGreaterThanOrEqual(-0.5);
					expect(all[i].x + all[i].width).toBeLessThanOrEqual(width + 0.5);
					expect(all[i].y + all[i].height).toBeLessThanOrEqual(height + 0.5);
					for (let j = 0; j < i; j++)
						if (overlap(all[i], all[j])) expect.fail(`“${all[i].text}” lies on “${all[j].text}”`);
				}
			}),
			{ numRuns: 12 }
		);
	});
});
