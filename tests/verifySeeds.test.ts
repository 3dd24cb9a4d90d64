/**
 * Which errors verifying finds in a story’s own words, by category, and that it calls nothing wrong that is true: for
 * the first story, and for an English and a Chinese one with texts of our own.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStoryFolder } from '#lib/node/stories.ts';
import type { Story } from '#lib/story/model.ts';
import type { Finding } from '#lib/verify/finding.ts';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { reworded } from './support/rewordings.ts';
import { seedsOfEntries, unseen } from './support/seedsOfEntries.ts';
import { seedsOfTexts } from './support/seedsOfTexts.ts';

/**
 * Changes for which the source has the number, or the scene the item, nearby: often only the meaning shows the error.
 * They are counted separately, including those listed for a person.
 */
const partly = ['another number of the paragraph', 'a link to an item beside'];
/** Without a word that the source has instead, these can only be listed as questions. */
const asked = ['a role', 'a name misspelt, actors.yaml', 'a name misspelt, English text'];

const stories = [
	['data/silicon-valley-turns', 'silicon-valley-turns'],
	['tests/fixtures/verify/carrick-bridge', 'carrick-bridge'],
	['tests/fixtures/verify/jiangkou-power', 'jiangkou-power']
].map(([folder, name]) => {
	const { story, problems } = readStoryFolder(folder);
	if (!story) throw new Error(problems.map(({ message }) => message).join('\n'));
	const source = new SourceText(readFileSync(`tests/fixtures/sources/${name}.txt`, 'utf8'));
	return { name, story, source, texts: new Map([[story.sources[0].id, source]]) };
});

const key = ({ claim, aspect, value, message }: Finding) => [claim, aspect, value, message].join('\n');
const listed = (findings: readonly Finding[]) => findings.filter(({ verdict }) => verdict === 'sense').map(key);

const missing = (story: Story, texts: ReadonlyMap<string, SourceText>) =>
	verifyStory(story, texts).findings.filter(({ verdict }) => verdict === 'missing');

describe.each(stories)('$name', ({ story, texts }) => {
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
		const passed = unseen(story).filter(({ story: changed, claim }) => {
			const there = verifyStory(changed, texts).findings.filter((one) => one.claim === claim);
			return !there.some(({ verdict }) => verdict === 'sense' || verdict === 'missing');
		});
		expect(passed.map(({ category, what }) => `${category}: ${what}`)).toEqual([]);
	});
});

/** Every change, with the claims that are no longer found, and the new questions for a person. */
const seeded = () =>
	stories.flatMap(({ story, source, texts }) => {
		const before = new Set(listed(verifyStory(story, texts).findings));
		return [...seedsOfTexts(story, source), ...seedsOfEntries(story)].map(({ category, what, story: changed }) => {
			const { findings } = verifyStory(changed, texts);
			return {
				category,
				what,
				story: changed,
				wrong: findings.filter(({ verdict }) => verdict === 'missing'),
				isAsked: listed(findings).some((one) => !before.has(one))
			};
		});
	});

describe('errors that rules can tell', () => {
	let changes: ReturnType<typeof seeded>;
	beforeAll(() => void (changes = seeded()));

	it('are found, 95% of them at least', () => {
		const tally = new Map<string, { caught: number; of: number }>();
		const missed: string[] = [];
		for (const { category, what, wrong } of changes) {
			const count = tally.get(category) ?? { caught: 0, of: 0 };
			tally.set(category, count);
			count.of++;
			if (wrong.length) count.caught++;
			else missed.push(`${category}: ${what}`);
		}
		const counts = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
		const lines = counts.map(
			([category, { caught, of }]) => `${String(caught).padStart(4)} of ${String(of).padStart(4)}  ${category}`
		);
		const told = counts.filter(([category]) => !partly.includes(category)).map(([, count]) => count);
		const [total, caught] = [told.reduce((sum, { of }) => sum + of, 0), told.reduce((sum, one) => sum + one.caught, 0)];
		const first = `${caught} of ${total} changes caught, besides ${partly.join(' and ')}`;
		console.log([first, ...lines, ...missed.sort()].join('\n'));
		expect(total).toBeGreaterThan(1500);
		expect(caught / total).toBeGreaterThanOrEqual(0.95);
	});

	it('are listed for a person where no rule can tell, and never counted as found', () => {
		const passed = changes.filter(
			({ category, wrong, isAsked }) => asked.includes(category) && !wrong.length && !isAsked
		);
		expect(passed.map(({ category, what }) => `${category}: ${what}`)).toEqual([]);
		for (const category of partly) {
			const all = changes.filter((one) => one.category === category);
			const seen = all.filter(({ wrong, isAsked }) => wrong.length > 0 || isAsked);
			console.log(`${seen.length} of ${all.length} found or listed: ${category}`);
			expect(seen.length / all.length).toBeGreaterThan(0.7);
		}
	});

	it('are shown at their words', () => {
		for (const { story: changed, wrong } of changes)
			for (const { range, path, aspect, value } of wrong) {
				if (!range) continue;
				const [file, ...rest] = path;
				const list = String(file).replace('.yaml', '') as 'events';
				const root = file === 'story.yaml' ? changed : changed[list];
				const text = rest.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root) as string;
				expect(range[0]).toBeLessThan(range[1]);
				expect(range[1]).toBeLessThanOrEqual(text.length);
				if (aspect === 'number') expect(text.slice(...range)).toBe(value);
			}
	});
});
