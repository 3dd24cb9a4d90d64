import { describe, expect, it } from 'vitest';
import { readFolder, readStory } from '../../../tests/support/story.ts';
import { strings } from '../text/strings.ts';
import type { FigureItem, QuoteItem } from './local.ts';
import { localise } from './localise.ts';
import { wordNumber } from './numbers.ts';

const en = readStory('data/silicon-valley-turns', 'en');
const zh = readStory('data/silicon-valley-turns', 'zh-Hans');
const find = <T>(story: typeof en, ref: string) => story.items.find((item) => item.ref === ref) as T;

describe('a story in one language', () => {
	it('has the same items, scenes and actors in each', () => {
		expect(zh.items.map(({ ref }) => ref)).toEqual(en.items.map(({ ref }) => ref));
		expect(zh.scenes.map(({ id, cards, lights }) => [id, cards, lights])).toEqual(
			en.scenes.map(({ id, cards, lights }) => [id, cards, lights])
		);
	});

	it('is refused in a language that it does not have', () => {
		const { story } = readFolder('data/silicon-valley-turns');
		expect(() => localise(story!, 'fr')).toThrow(/not in "fr"; it is in en, zh-Hans/);
	});

	it('holds every event, quote and figure of the source’s list', () => {
		const count = (kind: string) => en.items.filter((item) => item.kind === kind).length;
		expect([count('event'), count('quote'), count('figure')]).toEqual([28, 19, 8]);
	});

	it('is sorted by time', () => {
		const starts = en.items.map(({ date }) => date.min);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(en.items[0].ref).toBe('event-spillover');
	});

	it('words dates as a reader says them', () => {
		expect(find<QuoteItem>(en, 'event-deepseek').date.label).toBe('early 2025');
		expect(find<QuoteItem>(zh, 'event-deepseek').date.label).toBe('2025年初');
		expect(find<QuoteItem>(en, 'event-circuits-1977').date.label).toBe('end of 1977');
	});

	it('keeps the quoted words in the source’s language in both', () => {
		for (const story of [en, zh]) {
			const quote = find<QuoteItem>(story, 'quote-chesky');
			expect(quote.words).toEqual(['又好又便宜']);
			expect(quote.language).toBe('zh-Hans');
		}
	});

	it('translates a quotation into the reader’s language or not at all', () => {
		const into = (story: typeof en) => find<QuoteItem>(story, 'quote-chesky').translations.map((one) => one.language);
		expect(into(en)).toEqual(['en']);
		expect(into(zh)).toEqual([]);
	});

	it('sets what belongs to a name apart from what is listed', () => {
		expect(zh.sources[0].short).toBe('荣智慧，网易号（用户上传），约2025年11月');
	});

	it('names the paragraph of every claim', () => {
		for (const { ref, sources } of en.items)
			expect([ref, sources[0].place]).toEqual([ref, expect.stringMatching(/^paragraphs? \d/)]);
		expect(find<QuoteItem>(zh, 'event-chatgpt').sources[0].place).toBe('第64段');
	});

	it('says from what a date was inferred wherever it was', () => {
		for (const { ref, date } of en.items)
			if (date.basis === 'inferred') expect([ref, date.from]).toEqual([ref, expect.any(String)]);
	});
});

describe('amounts in words', () => {
	const say = (...[value, format, qualifier]: [number, 'count' | 'percent' | 'usd', 'exactly' | 'over' | 'about']) =>
		['en', 'zh-Hans'].map((lang) => wordNumber(value, format, qualifier, lang, strings(lang).ui));
	it.each([
		[385_300_000, 'count', 'exactly', '385.3 million', '3.853亿'],
		[10_600_000, 'count', 'exactly', '10.6 million', '1060万'],
		[40, 'percent', 'over', 'over 40%', '超过40%'],
		[4_600_000, 'usd', 'exactly', '$4.6 million', '460万美元'],
		[460_000_000, 'usd', 'about', 'about $460 million', '约4.6亿美元'],
		[200, 'count', 'over', 'over 200', '超过200']
	] as const)('%s %s %s', (value, format, qualifier, english, chinese) => {
		expect(say(value, format, qualifier)).toEqual([english, chinese]);
	});

	it('are in the figures as the source gives them', () => {
		expect(find<FigureItem>(en, 'figure-downloads').rows.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['385.3 million', '346.2 million', '10.6 million'])
		);
		expect(find<FigureItem>(zh, 'figure-downloads').rows.map(({ text }) => text)).toContain('3.853亿');
	});
});
