/**
 * Verifies the first story. The article itself is not part of the project: these tests use a stand-in in our own words
 * (tests/fixtures/sources), and also the article if THROUGHLINE_SOURCE names a copy of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { readStoryFolder } from '#lib/node/stories.ts';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { seeds } from './support/seeds.ts';

const { story } = readStoryFolder('data/silicon-valley-turns');
if (!story) throw new Error('the first story has problems: see tests/stories.test.ts');

const own = process.env.THROUGHLINE_SOURCE;
const standIn = readFileSync('tests/fixtures/sources/silicon-valley-turns.txt', 'utf8');
const sources: [name: string, text: string][] = [
	['a stand-in', standIn],
	['the same as a dirty scrape', scrape(standIn)],
	...(own && existsSync(own) ? [['the article', readFileSync(own, 'utf8')] as [string, string]] : [])
];

/** Makes a text look scraped: traditional characters, readings in brackets, images between lines, mixed punctuation. */
function scrape(text: string): string {
	const readings: Record<string, string> = {
		國: 'guó',
		爾: 'ěr',
		來: 'lái',
		麼: 'me',
		問: 'wèn',
		對: 'duì',
		說: 'shuō',
		會: 'huì',
		們: 'men',
		開: 'kāi'
	};
	return Converter({ from: 'cn', to: 't' })(text)
		.replace(/[國爾來麼問對說會們開]/g, (one) => `${one}(${readings[one]})`)
		.split('\n')
		.flatMap((line, i) => (i % 9 === 3 ? ['![]()', line] : [line]))
		.map((line, i) => (i % 2 ? line.replaceAll('，', ',').replaceAll('：', ':') : line))
		.join('\r\n');
}

describe.each(sources)('the first story against %s', (name, text) => {
	const source = new SourceText(text);
	const texts = new Map([['article', source]]);

	it('has every claim, without a false alarm', () => {
		const { findings, counts } = verifyStory(story, texts);
		expect(findings.filter(({ verdict }) => verdict === 'missing')).toEqual([]);
		expect(counts.found + counts.normalised).toBeGreaterThan(300);
		// What a program cannot judge comes with a reason.
		for (const { verdict, message } of findings) if (verdict === 'unchecked') expect(message).toBeTruthy();
	});

	it('points at line and column, where the words stand', () => {
		const lines = text.split(/\r?\n/);
		for (const { place, context, verdict } of verifyStory(story, texts).findings) {
			if (verdict !== 'found' || !place) continue;
			const line = lines[place.line - 1];
			const shown = context!.replace(/^…|…$/g, '');
			expect(line).toContain(shown);
			expect(line.slice(place.column - 1).length).toBeGreaterThan(0);
			expect(line.slice(Math.max(0, place.column - 1 - 14))).toContain(shown);
		}
	});

	it('catches every careless change', () => {
		const tally = new Map<string, { caught: number; of: number }>();
		const missed: string[] = [];
		// For the scraped text only every fifth: to the rules it is the same text.
		const every = name.includes('dirty') ? 5 : 1;
		for (const { category, what, story: changed } of seeds(story).filter((_, i) => i % every === 0)) {
			const count = tally.get(category) ?? { caught: 0, of: 0 };
			tally.set(category, count);
			count.of++;
			if (verifyStory(changed, texts).counts.missing > 0) count.caught++;
			else missed.push(`${category}: ${what}`);
		}
		const total = [...tally.values()].reduce((sum, { of }) => sum + of, 0);
		const lines = [...tally].map(
			([category, { caught, of }]) => `${String(caught).padStart(4)} of ${String(of).padStart(3)}  ${category}`
		);
		console.log(
			[`${total - missed.length} of ${total} changes caught, false alarms: 0`, ...lines, ...missed].join('\n')
		);
		expect(total).toBeGreaterThan(every > 1 ? 100 : 200);
		expect(missed).toEqual([]);
	});
});
