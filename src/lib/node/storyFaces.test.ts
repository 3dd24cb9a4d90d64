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
