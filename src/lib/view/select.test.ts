import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { keep, orderScenes, select } from './select.ts';
import { initialView } from './view.ts';

const story = readStory('data/silicon-valley-turns', 'en');
const view = (part = {}) => ({ ...initialView('en'), ...part });
const names = (refs: Iterable<string>) => [...refs].sort();

describe('the actor filter', () => {
	it('keeps everything where nobody is chosen', () => {
		expect(keep(story, [])).toBe(story.items);
		expect(select(story, view()).counts.event).toEqual({ shown: 28, total: 28 });
	});

	it('takes in a company’s people: Sam Altman’s letter is OpenAI’s too', () => {
		const openai = keep(story, ['openai']).map(({ ref }) => ref);
		expect(openai).toContain('event-altman-letter');
		expect(keep(story, ['sam-altman']).map(({ ref }) => ref)).not.toContain('event-chatgpt');
	});

	it('adds up: what two actors have together is what either has', () => {
		const both = keep(story, ['openai', 'deepseek']).map(({ ref }) => ref);
		const each = ['openai', 'deepseek'].flatMap((id) => keep(story, [id]).map(({ ref }) => ref));
		expect(names(both)).toEqual(names(new Set(each)));
	});

	it('counts on each chip what choosing it would show', () => {
		for (const actor of story.actors) {
			const { counts, items } = select(story, view({ actors: [actor.id] }));
			expect([actor.id, counts.event.shown, items.length]).toEqual([actor.id, actor.events, actor.items]);
		}
	});

	it('governs scenes and what they light: a scene without the actor is empty, and stays in its place', () => {
		const { scenes, lit } = select(story, view({ actors: ['deepseek'], scene: 'satellite' }));
		expect(scenes).toHaveLength(story.scenes.length);
		expect(scenes.find(({ scene }) => scene.id === 'satellite')).toMatchObject({ empty: true, cards: [] });
		expect(lit.size).toBe(0);
	});
});

describe('order', () => {
	it('as told is the article’s: 2025, then the war, 1972 and 1977, then ChatGPT and DeepSeek', () => {
		expect(orderScenes(story, 'told').map(({ id }) => id)).toEqual(story.scenes.map(({ id }) => id));
	});

	it('by time begins with the war and puts cards by date', () => {
		const { scenes } = select(story, view({ order: 'time' }));
		expect(scenes[0].scene.id).toBe('satellite');
		for (const { cards } of scenes) {
			const places = cards.map((card) => story.items.indexOf(card));
			expect(places).toEqual([...places].sort((a, b) => a - b));
		}
	});
});

describe('a scene', () => {
	it('lights what its prose links to and sets, in its own window', () => {
		const { lit, window } = select(story, view({ scene: 'ban' }));
		expect(names(lit)).toEqual([
			'event-altman-letter',
			'event-chatgpt',
			'event-deepseek',
			'quote-altman-ban',
			'quote-altman-camps'
		]);
		expect(window.map((time) => new Date(time).toISOString().slice(0, 10))).toEqual(['2022-11-01', '2025-05-01']);
	});

	it('shows all of the story’s time before the first scene', () => {
		const { lit, window } = select(story, view());
		expect(lit.size).toBe(0);
		expect(window).toEqual(story.extent);
	});

	it('lights a card that a link leads to', () => {
		expect(select(story, view({ scene: 'ban', focus: 'event-kimi' })).lit.has('event-kimi')).toBe(true);
	});
});

describe('quotations at the time that they speak of', () => {
	const hannibal = readStory('tests/fixtures/stories/hannibal', 'en');
	const at = (quotes: 'said' | 'about') => select(hannibal, { ...initialView('en'), quotes });
	const place = (quotes: 'said' | 'about') => at(quotes).items.findIndex(({ ref }) => ref === 'quote-hannibal-zama');

	it('stand earlier or later, in time order; cards stay where they are told', () => {
		expect(place('about')).toBeLessThan(place('said'));
		const starts = at('about').items.map(({ date }) => date.min);
		expect(starts).toEqual([...starts].sort((a, b) => a - b));
		expect(at('about').scenes).toEqual(at('said').scenes);
		expect(at('about').counts).toEqual(at('said').counts);
	});
});
