/** The first story uses few words: this counts them, and compares what a scene tells with what it lights. */
import { describe, expect, it } from 'vitest';
import { parseProse, plainText } from '#lib/story/prose.ts';
import type { Ref } from '#lib/view/local.ts';
import { orderScenes } from '#lib/view/select.ts';
import { readFolder, readStory } from './support/story.ts';

const { story } = readFolder('data/silicon-valley-turns');
if (!story) throw new Error('the first story has problems: see tests/stories.test.ts');
const en = readStory('data/silicon-valley-turns', 'en');

const languages = ['en', 'zh-Hans'] as const;
const told = story.scenes.filter(({ ending }) => !ending);
const blocksOf = (text: string) => parseProse(text).blocks;
const plain = (text: string) => plainText(blocksOf(text));
const setIn = (text: string) => blocksOf(text).flatMap((block) => (block.type === 'item' ? [block.ref] : []));
const englishWords = (text: string) => text.match(/[\p{L}\p{N}$%][\p{L}\p{N}’.,%-]*/gu)?.length ?? 0;
const hanzi = (text: string) => text.match(/\p{sc=Han}/gu)?.length ?? 0;
/** A quotation or a figure is shown at the event that it is about: both share one label. */
const labelOf = (ref: string): string => {
	const [kind, id] = [ref.slice(0, ref.indexOf('-')), ref.slice(ref.indexOf('-') + 1)];
	const list = kind === 'quote' ? story.quotes : kind === 'figure' ? story.figures : [];
	const about = list.find((item) => item.id === id)?.about[0];
	return about ? `event-${about}` : ref;
};
/** Prose in time order: the lead replaces the first paragraph. */
const inTime = ({ prose, lead }: (typeof told)[number], language: string) =>
	lead ? [lead[language].trimEnd(), ...prose[language].split('\n\n').slice(1)].join('\n\n') : prose[language];

describe.each(['told', 'time'] as const)('every scene, in the order %s', (order) => {
	it.each(told.map((scene) => [scene.id, scene] as const))('%s has few words', (_, scene) => {
		const text = (language: string) => (order === 'told' ? scene.prose[language] : inTime(scene, language));
		expect(englishWords(plain(text('en')))).toBeGreaterThanOrEqual(40);
		expect(englishWords(plain(text('en')))).toBeLessThanOrEqual(90);
		expect(hanzi(plain(text('zh-Hans')))).toBeGreaterThanOrEqual(60);
		expect(hanzi(plain(text('zh-Hans')))).toBeLessThanOrEqual(170);
	});
});

describe('every scene', () => {
	it.each(en.scenes.filter(({ ending }) => !ending).map((scene) => [scene.id, scene] as const))(
		'%s lights three to seven things, within its window',
		(_, { lights, window }) => {
			const labels = new Set(lights.map(labelOf));
			expect(labels.size).toBeGreaterThanOrEqual(3);
			expect(labels.size).toBeLessThanOrEqual(7);
			for (const ref of lights) {
				const { date } = en.items.find((item) => item.ref === ref)!;
				expect([ref, date.min < window![1] && date.max > window![0]]).toEqual([ref, true]);
			}
		}
	);

	it.each(told.map((scene) => [scene.id, scene] as const))('%s sets one or two items in its flow', (_, { prose }) => {
		expect(setIn(prose.en)).toEqual(setIn(prose['zh-Hans']));
		expect(setIn(prose.en).length).toBeGreaterThanOrEqual(1);
		expect(setIn(prose.en).length).toBeLessThanOrEqual(2);
	});

	it('links to the same items in both languages', () => {
		const links = (text: string) => [...new Set(parseProse(text).links.map(({ ref }) => ref))].sort();
		for (const { prose, lead } of story.scenes) {
			expect(links(prose.en)).toEqual(links(prose['zh-Hans']));
			if (lead) expect(links(lead.en)).toEqual(links(lead['zh-Hans']));
		}
	});

	it('keeps the links of a first paragraph in its lead', () => {
		for (const { id, prose, lead } of story.scenes)
			for (const language of languages) {
				const refs = (text: string) =>
					parseProse(text)
						.links.map(({ ref }) => ref)
						.sort();
				if (lead) expect([id, refs(lead[language])]).toEqual([id, refs(prose[language].split('\n\n')[0])]);
			}
	});

	it('has a heading of two to five words', () => {
		for (const { heading } of story.scenes) {
			expect(englishWords(heading.en)).toBeLessThanOrEqual(5);
			expect(englishWords(heading.en)).toBeGreaterThanOrEqual(2);
			expect(hanzi(heading['zh-Hans'])).toBeLessThanOrEqual(9);
		}
	});
});

describe('the story', () => {
	it('sets no quotation or figure twice, and tells no event in words alone', () => {
		const all = story.scenes.flatMap(({ prose }) => setIn(prose.en));
		expect(new Set(all).size).toBe(all.length);
		const items = new Set(en.items.map(({ ref }) => ref as string));
		for (const ref of [...all, ...story.opening!]) expect(items).toContain(ref);
		const cards = story.scenes.flatMap(({ cards }) => cards);
		expect([...cards].sort()).toEqual([...items].sort());
	});

	it('says no sentence twice', () => {
		for (const language of languages) {
			const texts = [
				...Object.values(story.scenes).flatMap(({ heading, prose }) => [heading[language], plain(prose[language])]),
				...story.events.map(({ summary }) => summary?.[language] ?? ''),
				...story.figures.map(({ summary }) => summary[language]),
				...story.quotes.map(({ context }) => context[language]),
				story.dek[language],
				plain(story.about[language])
			];
			const sentences = texts
				.flatMap((text) => text.split(/(?<=[.!?:])\s+|(?<=[。！？：])|\n+/))
				.map((one) => one.trim());
			const twice = sentences.filter((one, i) => one && sentences.indexOf(one) < i);
			expect(twice).toEqual([]);
		}
	});

	it('leaves the article out of its sentences, except where the article judges', () => {
		const count = (language: string, words: RegExp) =>
			story.scenes.reduce((sum, { prose }) => sum + (plain(prose[language]).match(words)?.length ?? 0), 0);
		expect(count('en', /\bthe article\b/gi)).toBeLessThanOrEqual(8);
		expect(count('zh-Hans', /文章/g)).toBeLessThanOrEqual(8);
	});

	it('puts no English in quotation marks: the source has none of it', () => {
		for (const { prose, lead, heading } of story.scenes)
			expect(heading.en + prose.en + (lead?.en ?? '')).not.toMatch(/[“”]/);
		for (const { title } of story.events) expect(title.en).not.toMatch(/[“”]/);
	});

	it('in time order runs from the war to the ending, without a step back', () => {
		const scenes = orderScenes(en, 'time');
		expect(scenes.map(({ id }) => id)).toEqual([
			'satellite',
			'moments',
			'ban',
			'downloads',
			'praise',
			'kimi',
			'cheap',
			'words',
			'line'
		]);
	});

	it('has titles that stand in two lines of a lane', () => {
		const width = (text: string) =>
			[...text].reduce((sum, one) => sum + (/[\p{sc=Han}，：、]/u.test(one) ? 1 : 0.55), 0);
		for (const { id, title } of story.events) {
			expect([id, title.en.length <= 46]).toEqual([id, true]);
			expect([id, Math.ceil(width(title['zh-Hans'])) <= 22]).toEqual([id, true]);
		}
	});

	it('opens with two items and ends with the line that they stand on', () => {
		const opening = story.opening as Ref[];
		const [first, last] = opening.map((ref) => en.items.find((item) => item.ref === ref)!);
		expect(first.date.at).toBeLessThan(last.date.at);
		expect(en.scenes.at(-1)!.ending).toBe(true);
	});
});
