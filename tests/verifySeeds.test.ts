/**
 * What verifying finds of errors in what a story says in its own words, by category, and that it calls nothing wrong that
 * is true: on the first story, and on an English and a Chinese one with texts of our own.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStoryFolder } from '#lib/server/stories.ts';
import type { Story } from '#lib/story/model.ts';
import { reviewDigest } from '#lib/verify/digest.ts';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { reworded } from './support/rewordings.ts';
import { seedsOfEntries, unseen } from './support/seedsOfEntries.ts';
import { seedsOfTexts } from './support/seedsOfTexts.ts';

/**
 * Where the source has the number, or the scene the item, of something near: often only the meaning tells. They are
 * counted by themselves.
 */
const partly = ['another number of the paragraph', 'a link to an item beside'];

/** Of the seeds every which one is taken: all of them take minutes. */
const stories = [
	{ folder: 'data/silicon-valley-turns', file: 'silicon-valley-turns', every: 13 },
	{ folder: 'tests/fixtures/verify/carrick-bridge', file: 'carrick-bridge', every: 4 },
	{ folder: 'tests/fixtures/verify/jiangkou-power', file: 'jiangkou-power', every: 4 }
].map(({ folder, file, every }) => {
	const { story, problems } = readStoryFolder(folder);
	if (!story) throw new Error(problems.map(({ message }) => message).join('\n'));
	const source = new SourceText(readFileSync(`tests/fixtures/sources/${file}.txt`, 'utf8'));
	return { name: file, story, source, texts: new Map([[story.sources[0].id, source]]), every };
});

/** A changed entry’s reviews lapse, which is no error of its text: here they are given again. */
function reviewedAgain(story: Story): Story {
	const copy = structuredClone(story);
	for (const list of [copy.actors, copy.events, copy.quotes, copy.figures, copy.scenes, copy.sources])
		for (const entry of list) entry.reviewed?.forEach((review) => (review.digest = reviewDigest(entry)));
	return copy;
}

const missing = (story: Story, texts: ReadonlyMap<string, SourceText>) =>
	verifyStory(reviewedAgain(story), texts).findings.filter(({ verdict }) => verdict === 'missing');

describe.each(stories)('$name', ({ story, texts, every }) => {
	it('has nothing that is not found', () => {
		expect(missing(story, texts)).toEqual([]);
	});

	it('may be told in other words', () => {
		const wrong = reworded(story).flatMap(({ what, story: changed }) =>
			missing(changed, texts).map(({ message }) => `${what}: ${message}`)
		);
		expect(wrong).toEqual([]);
	});

	it('has what only a person can tell listed, and never counted as found', () => {
		const passed = unseen(story)
			.filter((_, i) => i % every === 0)
			.filter(({ story: changed, claim }) => {
				const there = verifyStory(changed, texts).findings.filter((one) => one.claim === claim);
				return !there.some(({ verdict }) => verdict === 'sense' || verdict === 'missing');
			});
		expect(passed.map(({ category, what }) => `${category}: ${what}`)).toEqual([]);
	});

	it('points at the words within a text', () => {
		for (const { story: changed } of seedsOfTexts(story, stories.find((one) => one.story === story)!.source).filter(
			(_, i) => i % 29 === 0
		))
			for (const { range, path, aspect, value } of missing(changed, texts)) {
				if (!range) continue;
				const [file, ...rest] = path;
				const root =
					file === 'story.yaml'
						? changed
						: (changed as unknown as Record<string, unknown>)[String(file).replace('.yaml', '')];
				const text = rest.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root) as string;
				expect(range[0]).toBeLessThan(range[1]);
				expect(range[1]).toBeLessThanOrEqual(text.length);
				if (aspect === 'number') expect(text.slice(...range)).toBe(value);
			}
	});
});

it('finds at least 95% of the errors that rules can tell', () => {
	const tally = new Map<string, { caught: number; of: number }>();
	const missed: string[] = [];
	for (const { story, source, texts, every } of stories)
		for (const { category, what, story: changed } of [...seedsOfTexts(story, source), ...seedsOfEntries(story)].filter(
			(_, i) => i % every === 0
		)) {
			const count = tally.get(category) ?? { caught: 0, of: 0 };
			tally.set(category, count);
			count.of++;
			if (missing(changed, texts).length) count.caught++;
			else missed.push(`${category}: ${what}`);
		}
	const counts = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
	const lines = counts.map(
		([category, { caught, of }]) => `${String(caught).padStart(4)} of ${String(of).padStart(3)}  ${category}`
	);
	const told = counts.filter(([category]) => !partly.includes(category)).map(([, count]) => count);
	const [total, caught] = [told.reduce((sum, { of }) => sum + of, 0), told.reduce((sum, one) => sum + one.caught, 0)];
	console.log(
		[`${caught} of ${total} changes caught, besides ${partly.join(' and ')}`, ...lines, ...missed].join('\n')
	);
	expect(total).toBeGreaterThan(150);
	expect(caught / total).toBeGreaterThanOrEqual(0.95);
});
