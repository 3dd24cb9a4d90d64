import { expect, it } from 'vitest';
import { smallStory } from '../../../tests/support/smallStory.ts';
import { changesOf, lastChange } from './changes.ts';
import { parseStory } from './parse.ts';

const corrected = (date: string) =>
	`corrections: [{ date: "${date}", what: { en: a, zh-Hans: 一 }, why: { en: b, zh-Hans: 二 } }]`;
const read = (parts: Parameters<typeof smallStory>[0]) => {
	const { story, problems } = parseStory('small', smallStory(parts));
	if (!story) throw new Error(JSON.stringify(problems));
	return story;
};

it('finds corrections of the story and of its items, and the latest of all dates', () => {
	const plain = read({});
	expect(changesOf(plain)).toEqual([]);
	expect(lastChange(plain).edtf).toBe('2025-06');
	const story = read({
		story: [['published: 2025-06\n', `published: 2025-06\n${corrected('2025-07-02')}\n`]],
		events: [['- id: launch\n', `- id: launch\n  ${corrected('2025-08')}\n`]],
		quotes: [['- id: mei-words\n', `- id: mei-words\n  ${corrected('2025-05-01')}\n`]]
	});
	expect(changesOf(story).map(({ ref, number, span }) => [ref, number, span.edtf])).toEqual([
		[null, 1, '2025-07-02'],
		['event-launch', 1, '2025-08'],
		['quote-mei-words', 1, '2025-05-01']
	]);
	expect(lastChange(story).edtf).toBe('2025-08');
	expect(lastChange({ ...story, events: [], corrections: [] }).edtf).toBe('2025-06');
});
