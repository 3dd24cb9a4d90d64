import core from '@citation-js/core';
import { expect, it } from 'vitest';
import { readFolder } from '../../../tests/support/story.ts';
import { citationFor } from '../export/citation.ts';
import { citeStory } from './citation.ts';

const story = readFolder('data/silicon-valley-turns').story!;
const link = 'https://example.org/en/silicon-valley-turns?actors=openai,deepseek&scale=true#scene-kimi';
const today = new Date(2026, 10, 24);

it('cites the View in APA, with title, day and address', async () => {
	const { plain } = citationFor(await citeStory(story, 'en'), link, today);
	expect(plain).toBe(`Silicon Valley’s Chinese turn. (2026, November 23). Throughline. ${link}`);
});

it('cites in Chinese as GB/T 7714 has it', async () => {
	const { plain } = citationFor(await citeStory(story, 'zh-Hans'), link, today);
	expect(plain).toBe(`硅谷转向[EB/OL]. Throughline, 2026-11-23[2026-11-24]. ${link}`);
});

it('gives CSL-JSON that the library reads again: the story, then what it rests on', async () => {
	const { csl } = citationFor(await citeStory(story, 'en'), link, today);
	const items = new core.Cite(JSON.parse(csl)).format('data', { format: 'object' });
	expect(items[0]).toMatchObject({
		type: 'webpage',
		URL: link,
		language: 'en',
		issued: { 'date-parts': [[2026, 11, 23]] },
		accessed: { 'date-parts': [[2026, 11, 24]] }
	});
	expect(items[1]).toMatchObject({ type: 'article-newspaper', author: [{ literal: '荣智慧' }], language: 'zh-Hans' });
	expect(items[1].issued).toMatchObject({ 'date-parts': [[2025, 11]], circa: true });
	expect(JSON.stringify(items)).not.toContain('invalid');
});

it('cites a story of another time and language too', async () => {
	const other = readFolder('tests/fixtures/stories/hannibal').story!;
	for (const lang of other.languages) {
		const { plain, csl } = citationFor(await citeStory(other, lang), link, today);
		expect(plain).toContain(other.title[lang]);
		expect(plain).toContain(link);
		expect(JSON.parse(csl).length).toBe(1 + other.sources.length);
	}
});
