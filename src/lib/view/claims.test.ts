import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { basisOf, checks, claimNotes, corrections, disputes, support } from './claims.ts';

const item = (story: ReturnType<typeof readStory>, ref: string) => story.items.find((one) => one.ref === ref)!;

describe('on whose word a claim stands', () => {
	it('is told by what the one source is, in both languages', () => {
		for (const [lang, words] of [
			['en', 'According to the article'],
			['zh-Hans', '据文章']
		]) {
			const story = readStory('data/silicon-valley-turns', lang);
			for (const one of story.items) expect(support(one, story)).toBe(words);
		}
	});

	it('counts sources that agree, and says that others do not, and what they say', () => {
		const story = readStory('tests/fixtures/stories/hannibal', 'en');
		const alps = item(story, 'event-alps');
		expect(support(alps, story)).toBe('2 sources, sources disagree');
		expect(disputes(alps, story)).toEqual([
			expect.stringMatching(/^Titus Livius, .*pages 21\.38 says otherwise: Hannibal came by another pass\.$/)
		]);
		expect(support(item(story, 'event-saguntum'), story)).toBe('According to the book');
	});
});

describe('what was put right', () => {
	const story = readStory('tests/fixtures/stories/hannibal', 'it');
	it('has its date, what and why, in the reader’s language', () => {
		const [correction] = corrections(item(story, 'event-alps'), story);
		for (const part of ['2026', 'Il mese era dato come novembre.', 'frainteso']) expect(correction).toContain(part);
		expect(claimNotes(item(story, 'event-alps'), story)).toContain(correction);
	});
});

describe('how it was checked', () => {
	const story = readStory('data/silicon-valley-turns', 'en');
	it('says when, by what, and what only a person can judge', () => {
		expect(checks(item(story, 'event-kimi'), story).join()).toMatch(
			/by program on \d+ \w+ 2026: \d+ names, .* found in the source; sense not checked by a person/
		);
		expect(checks(item(story, 'quote-chesky'), story).join()).toMatch(
			/\d+ names, .* found in the source; sense not checked by a person/
		);
		expect(checks(item(story, 'event-visa-entries'), story).join()).toMatch(
			/Checked by Throughline on 24 November 2026: .*P32/
		);
	});
	it('says so where it was not', () => {
		const other = readStory('tests/fixtures/stories/hannibal', 'en');
		expect(checks(other.items[0], other)).toEqual(['Not checked against the source’s text.']);
	});
	it('says of every date whether it is stated or inferred', () => {
		for (const one of story.items) expect(basisOf(one, story)).toMatch(/stated in the source|inferred: ./);
	});
});
