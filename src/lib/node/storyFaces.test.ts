import { expect, test } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { pictureFaces, storyFaces } from './storyFaces.ts';

test('labels carry the characters of rows besides the story’s own, and pictures too', () => {
	const story = readStory('data/silicon-valley-turns', 'zh-Hans');
	const rows = '齉龘';
	const drawn = (faces: ReturnType<typeof storyFaces>) =>
		faces.filter(({ characters }) => characters.includes('龘')).map(({ name }) => name);
	expect(drawn(storyFaces(story))).toEqual([]);
	expect(drawn(storyFaces(story, rows))).toEqual(['sans-han']);
	expect(drawn(pictureFaces(story))).toEqual([]);
	expect(drawn(pictureFaces(story, rows))).toContain('sans-han');
});

test('pictures carry the quotation marks of each quotation’s language', () => {
	const story = readStory('tests/fixtures/stories/hannibal', 'en');
	const drawn = (language: string) => {
		const items = story.items.map((item) => (item.kind === 'quote' ? { ...item, language } : item));
		return pictureFaces({ ...story, items }).map(({ characters }) => characters);
	};
	for (const mark of '„“') expect(drawn('de').join('')).toContain(mark);
	for (const mark of '«»') expect(drawn('ru').join('')).toContain(mark);
	expect(drawn('en').join('')).not.toContain('„');
});
