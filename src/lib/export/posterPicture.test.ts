import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxes, mustBeApart, type Words } from '../../../tests/support/pictureWords.ts';
import { randomStory } from '../../../tests/support/randomStory.ts';
import { readStory } from '../../../tests/support/story.ts';
import { initialView } from '../view/view.ts';
import { layoutPicture } from './picture.ts';
import type { PictureLayout } from './parts.ts';

const link = 'https://example.org/en/silicon-valley-turns';
const stories = {
	en: readStory('data/silicon-valley-turns', 'en'),
	zh: readStory('data/silicon-valley-turns', 'zh-Hans'),
	web: readStory('data/web-platform', 'en'),
	hannibal: readStory('tests/fixtures/stories/hannibal', 'en')
};
type Name = keyof typeof stories;
const names = Object.keys(stories) as Name[];
const sizes = ['poster', 'poster-a2'] as const;
const poster = (story: (typeof stories)['en'], size: (typeof sizes)[number] = 'poster', view = {}) =>
	layoutPicture(story, { ...initialView(story.lang), ...view }, { size, link });

/** The parts that must not overlap: each text of the sheet, and timelines and charts as a whole. */
function parts({ timelines, charts, code, ...picture }: PictureLayout): Words[] {
	return [
		...boxes({ timelines, charts, ...picture }),
		...charts.map(({ x, y, layout }) => ({ text: 'chart', x, y, width: layout.width, height: layout.height })),
		...timelines.flatMap(({ x, y, layout }) =>
			layout.labels.map(({ box, lines }) => ({ ...box, text: lines[0].text, x: x + box.x, y: y + box.y }))
		),
		...(code ? [{ text: 'code', x: code.x, y: code.y, width: code.width, height: code.width }] : [])
	];
}

function check(picture: PictureLayout) {
	const all = parts(picture);
	mustBeApart(all, picture);
	for (const { x1, x2, y } of picture.rules)
		for (const box of all)
			if (y > box.y && y < box.y + box.height && x1 < box.x + box.width && x2 > box.x && box.text !== 'code')
				expect.fail(`a rule runs through “${box.text}”`);
}

const flat = (text: string) => text.replace(/\s/g, '');
const said = ({ texts }: PictureLayout) => texts.map(({ text }) => text).join(' ');
const typesOf = ({ texts, timelines, charts }: PictureLayout) => [
	...texts.map(({ size }) => size),
	...timelines.flatMap(({ layout }) => [layout.font.small, layout.font.label]),
	...charts.flatMap(({ layout }) => layout.texts.map(({ size }) => size))
];

describe('a poster', () => {
	it.each(names.flatMap((name) => sizes.map((size) => [name, size] as const)))(
		'of %s, %s, has everything in its place',
		(name, size) => {
			check(poster(stories[name], size));
			for (const scene of stories[name].scenes) check(poster(stories[name], size, { scene: scene.id }));
		}
	);

	it('has everything in its place, whatever the story', () => {
		fc.assert(
			fc.property(
				randomStory(40),
				fc.constantFrom(...sizes),
				fc.constantFrom(null, 's0'),
				fc.constantFrom<string[]>([], ['actor0']),
				fc.stringMatching(/^[A-Za-z ]{0,120}$/),
				(story, size, scene, actors, title) => check(poster({ ...story, title }, size, { scene, actors }))
			),
			{ numRuns: 100 }
		);
	});

	it.each(sizes)('has no type below 8 points, %s', (size) => {
		const least = (8 / 72) * 25.4 * 4;
		for (const name of names) expect(Math.min(...typesOf(poster(stories[name], size)))).toBeGreaterThanOrEqual(least);
	});

	it.each(names.flatMap((name) => sizes.map((size) => [name, size] as const)))(
		'of %s, %s, says how many of what is told found no room',
		(name, size) => {
			const story = stories[name];
			const picture = poster(story, size);
			const words = flat(said(picture));
			const opened = new Set(story.opening.filter((ref) => picture.timelines.length > 1 && ref));
			const shown = story.items.filter((item) => {
				if (opened.has(item.ref)) return true;
				if (item.kind === 'figure')
					return picture.charts.some(({ layout }) =>
						flat(layout.texts.map(({ text }) => text).join('')).includes(flat(item.title))
					);
				if (item.kind !== 'quote') return words.includes(flat(item.summary ?? ''));
				const ours = item.translations.find(({ language }) => language === story.lang && language !== item.language);
				return words.includes(flat((ours?.words ?? item.words)[0])) && words.includes(flat(item.speaker.name));
			});
			const left = story.items.length - shown.length;
			const note = story.lang === 'en' ? /(\d+)ofits(\d+)events/ : /共(\d+)条，限于篇幅，(\d+)条/;
			const found = note.exec(words);
			if (!left) expect(found).toBeNull();
			else if (story.lang === 'en') expect([found?.[1], found?.[2]]).toEqual([`${left}`, `${story.items.length}`]);
			else expect([found?.[2], found?.[1]]).toEqual([`${left}`, `${story.items.length}`]);
		}
	);

	it('shows more on the larger sheet', () => {
		for (const name of ['en', 'zh'] as const) {
			const [a3, a2] = sizes.map((size) => said(poster(stories[name], size)).length);
			expect(a2).toBeGreaterThan(a3 * 1.3);
		}
	});

	it('sets events in three sizes, the most important largest', () => {
		const story = stories.en;
		const { texts } = poster(story, 'poster-a2');
		const titleAt = (at: number) =>
			texts.slice(at, at + 4).map(({ text, size }) => (size === texts[at].size ? flat(text) : ''));
		const titles = story.items.flatMap((item) => {
			if (item.kind !== 'event') return [];
			const first = texts.find(
				({ face, weight }, at) =>
					face === 'serif' &&
					weight === 600 &&
					[1, 2, 3, 4].some((n) => titleAt(at).slice(0, n).join('') === flat(item.title))
			);
			return first ? [{ importance: item.importance, size: first.size }] : [];
		});
		expect(new Set(titles.map(({ size }) => size)).size).toBe(3);
		const largest = Math.max(...titles.map(({ size }) => size));
		const most = Math.max(...titles.map(({ importance }) => importance));
		for (const { importance, size } of titles) if (size === largest) expect(importance).toBe(most);
	});

	it('sets quotations in the colour of their side, and translations without quotation marks over the original', () => {
		const story = stories.en;
		const { texts } = poster(story, 'poster-a2');
		for (const item of story.items) {
			if (item.kind !== 'quote') continue;
			const ours = item.translations.find(({ language }) => language === 'en')!;
			const at = texts.findIndex(({ text, colour }) => colour && ours.words[0].startsWith(text));
			if (at < 0 || story.opening.includes(item.ref)) continue;
			expect(texts[at].colour).toBe(story.sides.find(({ id }) => id === item.sides[0])?.colour);
			expect(texts[at].text).not.toMatch(/[“”]/);
			const own = texts.slice(at, at + 8).find(({ lang }) => lang === 'zh-Hans');
			expect(flat(own!.text).replace(/^[“]/, '').slice(0, 2)).toBe(flat(item.words[0]).slice(0, 2));
		}
		expect(said(poster(story))).toContain('Translated from the article’s Chinese.');
		expect(said(poster(stories.zh))).not.toContain('译自');
	});

	it('has a code only where its address is whole', () => {
		const story = stories.en;
		expect(poster(story).code).toBeDefined();
		const path = layoutPicture(story, initialView('en'), { size: 'poster', link: '/en/silicon-valley-turns' });
		expect(path.code).toBeUndefined();
		expect(said(path)).not.toContain('/en/');
		const long = layoutPicture(story, initialView('en'), { size: 'poster', link: link + '?x='.padEnd(4000, 'y') });
		expect(long.code).toBeUndefined();
	});
});
