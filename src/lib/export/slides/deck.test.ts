import { describe, expect, it } from 'vitest';
import { readStory } from '../../../../tests/support/story.ts';
import type { FigureItem, Item, LocalStory, QuoteItem } from '../../view/local.ts';
import { initialView, type View } from '../../view/view.ts';
import { layoutDeck } from './deck.ts';
import { footTop, least, slideSize, type Deck, type SlideChart, type SlidePart, type SlideText } from './parts.ts';
import { heightOf, words } from './setBox.ts';

const folders = ['data/silicon-valley-turns', 'data/web-platform'].flatMap((folder) =>
	['en', 'zh-Hans'].map((lang) => [folder, lang])
);
const stories = [
	...folders,
	['tests/fixtures/stories/hannibal', 'en'],
	['tests/fixtures/stories/hannibal', 'it'],
	['tests/fixtures/stories/port-log', 'zh-Hans']
].map(([folder, lang]): [string, LocalStory] => [`${folder} ${lang}`, readStory(folder, lang)]);
const main = stories[0][1];
const chinese = stories[1][1];

/** Text far longer than anyone would write; even then nothing may overlap. */
function wordy(own: LocalStory): LocalStory {
	const long = 'Words that are longer than anyone would want them, and go on, by far. '.repeat(9).trim();
	const items = own.items.map((item) =>
		item.kind === 'quote'
			? { ...item, words: [long], translations: [], speaker: { ...item.speaker, name: long, role: long } }
			: item.kind === 'figure'
				? {
						...{ ...item, title: long, note: long, unit: long },
						rows: item.rows.map((row, index) => ({ ...row, label: `${index} ${long}`, text: long, unit: long }))
					}
				: ({ ...item, title: long, summary: long } as Item)
	);
	const scenes = own.scenes.map((scene) => ({ ...scene, heading: long, windowLabel: long }));
	const sources = own.sources.map((source) => ({ ...source, title: long, short: long, authors: long }));
	return { ...own, title: long, dek: long, items, scenes, sources };
}
const framed: typeof stories = [...stories, ['too many words', wordy(main)]];

const deckOf = (
	story: LocalStory,
	view: Partial<View> = {},
	scenes?: string[],
	link = 'https://example.org/en/story'
) => layoutDeck(story, { ...initialView(story.lang), ...view }, { link, scenes });
const textsOf = ({ slides }: Deck) =>
	slides.map(({ parts }) => parts.filter((part): part is SlideText => part.type === 'text'));
const titleOf = (parts: readonly SlidePart[]) => {
	const title = parts.find((part): part is SlideText => part.type === 'text' && !!part.title)!;
	return words(title.paragraphs[0]);
};
const chartsOf = ({ slides }: Deck) =>
	slides.flatMap(({ parts }) => parts.filter((part): part is SlideChart => part.type === 'chart'));
const meet = (a: SlidePart, b: SlidePart) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

describe.each(framed)('the slides of %s', (_, story) => {
	it.each(['told', 'time'] as const)('stand in their frame, %s, no part on another', (order) => {
		for (const { parts } of deckOf(story, { order }).slides) {
			for (const part of parts) {
				expect(part.x, part.name).toBeGreaterThanOrEqual(0);
				expect(part.x + part.width, part.name).toBeLessThanOrEqual(slideSize.width);
				expect(part.y, part.name).toBeGreaterThanOrEqual(0);
				expect(part.y + part.height, part.name).toBeLessThanOrEqual(footTop);
				expect(Math.min(part.width, part.height), part.name).toBeGreaterThan(0);
			}
			const meeting = parts.flatMap((a, at) =>
				parts
					.slice(at + 1)
					.filter((b) => meet(a, b))
					.map((b) => `${a.name} | ${b.name}`)
			);
			expect(meeting).toEqual([]);
		}
	});

	it('have words that fit their boxes, large enough to be read', () => {
		for (const texts of textsOf(deckOf(story)))
			for (const { paragraphs, width, height, name, title } of texts) {
				expect(heightOf(paragraphs, width), name).toBeLessThanOrEqual(height + 1);
				for (const { size } of paragraphs) {
					expect(size, name).toBeGreaterThanOrEqual(least);
					if (title) expect(size / slideSize.height, name).toBeGreaterThanOrEqual(0.04);
				}
			}
	});
});

describe.each(stories)('of %s the slides', (_, story) => {
	it('are a title, each scene in the reader’s order, and the whole line', () => {
		for (const order of ['told', 'time'] as const) {
			const titles = deckOf(story, { order }).slides.map(({ parts }) => titleOf(parts));
			expect(titles).toHaveLength(story.scenes.length + 2);
			expect(titles[0]).toBe(story.title);
			expect(titles.at(-1)).toBe(story.ui.line.wholeStory);
			const headings = story.scenes.map(({ heading }) => heading);
			if (order === 'told') expect(titles.slice(1, -1)).toEqual(headings);
			else expect([...titles.slice(1, -1)].sort()).toEqual([...headings].sort());
		}
	});

	it('have notes with the whole prose, and each item’s words, citation, date and check', () => {
		const { slides } = deckOf(story);
		story.scenes.forEach((scene, index) => {
			const notes = slides[index + 1].notes.join('\n');
			for (const block of scene.prose)
				if (block.type === 'paragraph' && block.children[0]?.type === 'text')
					expect(notes).toContain(block.children[0].text);
			for (const item of story.items.filter(({ ref }) => scene.cards.includes(ref))) {
				for (const { place } of item.sources) expect(notes).toContain(place);
				expect(notes).toContain(item.date.label);
				for (const check of item.checked ?? [story.ui.claim.unchecked]) expect(notes).toContain(check);
				if (item.kind === 'quote') for (const said of item.words) expect(notes).toContain(said);
				else expect(notes).toContain(item.summary);
			}
		});
	});

	it('have a picture each, with words for who cannot see it', () => {
		for (const { parts } of deckOf(story).slides) {
			const pictures = parts.filter((part) => part.type === 'picture');
			expect(pictures).toHaveLength(1);
			expect(pictures[0].alt).toContain(story.title);
			const { width, height } = pictures[0].picture;
			expect(width / height).toBeCloseTo(pictures[0].width / pictures[0].height, 1);
		}
	});
});

describe('quotation marks', () => {
	const open = /[“«「„]/;
	it('stand around no translation, whose box says that it is one', () => {
		const { slides } = deckOf(main);
		const sayings = main.items.filter((item): item is QuoteItem => item.kind === 'quote');
		let seen = 0;
		for (const { parts } of slides.slice(1, -1)) {
			const said = parts.filter(
				(part): part is SlideText => part.type === 'text' && sayings.some(({ speaker }) => speaker.name === part.name)
			);
			for (const { paragraphs } of said) {
				expect(words(paragraphs[0])).not.toMatch(open);
				seen++;
			}
			if (said.length)
				expect(words(said.at(-1)!.paragraphs.at(-1)!)).toContain('Our translation of the source’s Chinese');
		}
		expect(seen).toBeGreaterThan(6);
	});

	it('stand around the source’s own words where it prints them so, and around no report', () => {
		const texts = textsOf(deckOf(chinese)).flat();
		const quote = (id: string) => chinese.items.find(({ ref }) => ref === `quote-${id}`) as QuoteItem;
		for (const id of ['chesky', 'aa']) {
			const { words: own, quoteKind, speaker } = quote(id);
			const box = texts.find(({ paragraphs, name }) => name === speaker.name && words(paragraphs[0]).includes(own[0]))!;
			expect(words(box.paragraphs[0])).toBe(quoteKind === 'reported' ? own[0] : `“${own[0]}”`);
		}
	});
});

describe('charts', () => {
	const figures = main.items.filter((item): item is FigureItem => item.kind === 'figure');
	const charts = chartsOf(deckOf(main));
	const chart = (id: string) => {
		const figure = figures.find((one) => one.id === id)!;
		return { figure, chart: charts.find(({ name }) => name.startsWith(figure.title))!.chart };
	};

	it('hold the figure’s amounts, in the colours of the sides', () => {
		const { figure, chart: bars } = chart('training');
		expect(bars.series[0].values).toEqual(figure.rows.map(({ value }) => value));
		expect(bars.series[0].inks).toEqual(['vermilion', 'blue']);
		const { chart: share } = chart('circuits');
		expect(share.series.map(({ values }) => values[0])).toEqual([46, 25, 129]);
		const { chart: line } = chart('downloads');
		expect(line.categories).toEqual(['Early 2024', 'Oct 2025']);
		expect(line.series.map(({ name, values, ink }) => [name, values, ink])).toEqual([
			['Llama', [10_600_000, 346_200_000], 'blue'],
			['Qwen', [500_000, 385_300_000], 'vermilion']
		]);
	});

	it('say in the figure’s words what is a bound, about or computed', () => {
		const labels = ({ series }: SlideChart['chart']) =>
			series.flatMap(({ labels }) => labels.map((label) => label?.lines));
		expect(labels(chart('training').chart)).toEqual([['$4.6 million'], ['about $460 million', 'computed']]);
		expect(labels(chart('cost').chart)).toEqual([['100%'], ['under a third']]);
		const [{ parts }] = deckOf(main).slides.filter(({ parts }) => titleOf(parts) === 'A satellite for Nixon');
		const head = parts.find((part) => part.name === chart('circuits').figure.title) as SlideText;
		expect(head.paragraphs.map(words)).toEqual([
			'China’s satellite circuits',
			'over 200 satellite circuits about to open'
		]);
	});

	it('keep the distances of dates that are not evenly apart', () => {
		const { figure } = chart('downloads');
		const day = 864e5;
		const at = (days: number) => ({ ...figure.rows[0].date!, at: days * day, label: `day ${days}`, short: undefined });
		const rows = [0, 10, 40].map((days) => ({ ...figure.rows[0], value: days, date: at(days) }));
		const story = { ...main, items: main.items.map((item) => (item === figure ? { ...figure, rows } : item)) };
		const line = chartsOf(deckOf(story)).find(({ chart }) => chart.form === 'line')!.chart;
		expect(line.categories).toEqual(['Day 0', 'Day 10', '', '', 'Day 40']);
		expect(line.series[0].values).toEqual([0, 10, null, null, 40]);
	});

	it('set as type what no one scale holds', () => {
		const licence = figures.find(({ id }) => id === 'licence')!;
		const kimi = main.scenes.find(({ id }) => id === 'kimi')!;
		const scenes = main.scenes.map((scene) => (scene === kimi ? { ...scene, stage: licence.ref } : scene));
		const slide = deckOf({ ...main, scenes }, {}, ['kimi']).slides[1];
		const set = slide.parts.filter(({ name }) => name.startsWith(licence.title)) as SlideText[];
		expect(set.slice(1).map(({ paragraphs }) => words(paragraphs[0]))).toEqual([
			'over 100 million users',
			'over $20 million'
		]);
	});
});

describe('a deck', () => {
	it('has the slides of some scenes, and of what a filter keeps', () => {
		const titles = (deck: Deck) => deck.slides.map(({ parts }) => titleOf(parts));
		expect(titles(deckOf(main, {}, ['kimi']))).toEqual([main.title, 'Kimi ranks first', main.ui.line.wholeStory]);
		const filtered = deckOf(main, { actors: ['openai'] });
		expect(filtered.slides.length).toBeLessThan(main.scenes.length + 2);
		expect(
			textsOf(filtered)[0]
				.flatMap(({ paragraphs }) => paragraphs.map(words))
				.join('\n')
		).toContain('OpenAI');
		expect(filtered.slides.flatMap(({ notes }) => notes).join('\n')).not.toContain('■ Direct quotation: Brian Chesky');
	});

	it('prints an address that is whole, and no path', () => {
		expect(deckOf(main).foot.left).toContain('example.org/en/story');
		expect(deckOf(main, {}, undefined, '/en/story').foot.left).not.toContain('/en/story');
		expect(deckOf(main, {}, undefined, '/en/story').foot.left).toContain('Source:');
	});

	it('shortens long prose to its first sentences, and keeps all of it in the notes', () => {
		const sentence = 'One more sentence of the kind that nobody reads from the last row of a hall.';
		const [scene] = main.scenes;
		const long = Array.from({ length: 60 }, () => sentence).join(' ');
		const prose = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: long }] }, ...scene.prose];
		const { slides } = deckOf({ ...main, scenes: [{ ...scene, prose }, ...main.scenes.slice(1)] });
		const text = slides[1].parts.find(
			(part): part is SlideText => part.type === 'text' && words(part.paragraphs[0]).startsWith('One more')
		)!;
		expect(text.paragraphs).toHaveLength(1);
		const shown = words(text.paragraphs[0]);
		expect(shown.split(sentence).join('').trim()).toBe('');
		expect(shown.length).toBeLessThan(long.length / 2);
		expect(slides[1].notes[0]).toBe(long);
	});
});
