import { expect, test } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { frames } from '../layout/frames.ts';
import { layoutScene } from '../layout/scene.ts';
import { filterStory, select } from '../view/select.ts';
import { initialView } from '../view/view.ts';
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

/** Everything that a picture writes, at any depth. */
function written(value: unknown): string {
	if (!value || typeof value !== 'object') return '';
	return Object.entries(value)
		.map(([name, part]) => (name === 'text' && typeof part === 'string' ? part : written(part)))
		.join('');
}

test.each([
	['data/silicon-valley-turns', ['en', 'zh-Hans']],
	['tests/fixtures/stories/hannibal', ['en', 'it']]
] as const)('every picture on the page of %s is drawn in its own faces, whoever is chosen', (folder, languages) => {
	for (const lang of languages) {
		const story = readStory(folder, lang);
		const faces = storyFaces(story).filter(({ family }) => family === 'Throughline Sans');
		const drawn = new Set(faces.flatMap(({ characters }) => [...characters]));
		const first = initialView(lang);
		for (const actors of [[], ...story.actors.map(({ id }) => [id])]) {
			const filtered = filterStory(story, actors, first.order, first.quotes);
			for (const { id: scene } of [{ id: null }, ...story.scenes]) {
				const picture = layoutScene(story, select(story, { ...first, actors, scene }, filtered), frames.desk);
				const missing = [...written(picture)].filter((letter) => letter.trim() && !drawn.has(letter));
				expect(missing.join(''), `${lang}, ${scene ?? 'the whole'}, ${actors.join() || 'everybody'}`).toBe('');
			}
		}
	}
});
