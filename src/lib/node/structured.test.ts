import fc from 'fast-check';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longFolder } from '../../../tests/support/longFolder.ts';
import { readFolder } from '../../../tests/support/story.ts';
import { wildFolder } from '../../../tests/support/wildFolder.ts';
import { parseDate } from '../story/date.ts';
import type { Story } from '../story/model.ts';
import { parseStory } from '../story/parse.ts';
import { linkedDataElement } from '../text/json.ts';
import { localise } from '../view/localise.ts';
import type { QuoteItem } from '../view/local.ts';
import { useSite } from './site.ts';
import { quoteData, storyData, type Data } from './structured.ts';
import type { Publication } from './publication.ts';

beforeAll(() => useSite({ origin: 'https://example.org', base: '/timelines' }));
afterAll(() => useSite({}));

const publisher = { name: 'The Courier', url: 'https://example.org/timelines/' };
const toldOf = (story: Story, lang: string): Publication => ({ story, local: localise(story, lang), publisher });
const read = (folder: string, languages: string[]) => {
	const story = readFolder(folder).story!;
	const all = new Map(languages.map((lang) => [lang, toldOf(story, lang)]));
	return (lang: string) => all.get(lang)!;
};
const first = read('data/silicon-valley-turns', ['en', 'zh-Hans']);
const hannibal = read('tests/fixtures/stories/hannibal', ['en', 'it']);
/** As a reader of the page gets it. */
const written = (data: Data) => JSON.parse(JSON.stringify(data));
const mentions = (one: Publication, type: string) =>
	((written(storyData(one)).mentions ?? []) as Data[]).filter((node) => node['@type'] === type);
const edtf = (node: Data) => (node['http://purl.org/dc/terms/date'] as Data | undefined)?.['@value'];

describe('the retelling and what it retells', () => {
	it('is by the site, and based on an article that has its own authors', () => {
		const data = written(storyData(first('en')));
		expect(data).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'Article',
			headline: first('en').local.title,
			description: first('en').local.dek,
			inLanguage: 'en',
			datePublished: first('en').story.published.edtf,
			author: { '@type': 'Organization', name: 'The Courier' },
			publisher: { '@type': 'Organization', name: 'The Courier' },
			isBasedOn: [{ '@type': 'Article', author: [{ name: '荣智慧' }], inLanguage: 'zh-Hans' }]
		});
		expect(data.url).toBe('https://example.org/timelines/en/silicon-valley-turns');
		// Its date is approximate, its editors wrote nothing, and it has no headline.
		const [source] = data.isBasedOn;
		expect(Object.keys(source)).not.toContain('datePublished');
		expect(Object.keys(source)).not.toContain('name');
		expect(source.creditText).toContain('editor: 向现');
		expect(JSON.stringify(data.author) + JSON.stringify(data.publisher)).not.toContain('荣智慧');
	});

	it('has no author where the site has no name of its own', () => {
		const data = written(storyData({ ...first('en'), publisher: { url: publisher.url } }));
		expect(Object.keys(data)).not.toContain('author');
		expect(Object.keys(data)).not.toContain('publisher');
	});

	it('names logo and licence where the site has them', () => {
		const more = { logo: 'https://example.org/logo.png', licence: 'https://example.org/licence' };
		const data = written(storyData({ ...first('en'), publisher: { ...publisher, ...more } }));
		expect(data).toMatchObject({ license: more.licence, publisher: { logo: more.logo } });
	});

	it('is not based on a source that is only cited for disagreeing', () => {
		const { story } = hannibal('en');
		const only = (ids: string[]) => ({
			...story,
			...Object.fromEntries(
				(['events', 'quotes', 'figures', 'scenes', 'actors'] as const).map((kind) => [
					kind,
					story[kind].map((entry) => ({
						...entry,
						sources: entry.sources.map((one) => (one.source === 'livy' ? { ...one, stance: 'disputes' as const } : one))
					}))
				])
			),
			sources: story.sources.filter(({ id }) => ids.includes(id))
		});
		const data = written(storyData(toldOf(only(['livy', 'polybius']), 'en')));
		expect(data.isBasedOn.map(({ name }: Data) => name)).toEqual(['Histories']);
		expect(data.citation.map(({ name }: Data) => name)).toEqual(['History of Rome']);
	});
});

describe('dates', () => {
	it('are as exact as the story has them, and in EDTF and words where ISO 8601 cannot say them', () => {
		for (const lang of ['en', 'zh-Hans']) {
			const one = first(lang);
			for (const node of mentions(one, 'Event')) {
				const event = one.story.events.find(({ id }) => String(node['@id']).endsWith(`#event-${id}`))!;
				const own = [node.startDate, node.endDate].filter(Boolean).join('/');
				expect(edtf(node) ?? own).toBe(event.date);
				if (edtf(node)) expect(node.disambiguatingDescription).toBeTruthy();
				if (/[~?X]/.test(event.date)) expect(own).toBe('');
			}
			expect(mentions(one, 'Event').length).toBe(one.story.events.length);
		}
	});

	it('of publication are one point or none', () => {
		const { story, ...rest } = hannibal('en');
		const events = story.events.map((event) => ({ ...event, corrections: undefined }));
		const published = (edtf: string) => {
			const read = parseDate(edtf);
			if ('problem' in read) throw new Error(read.problem);
			return written(storyData({ ...rest, story: { ...story, events, published: read.date } }));
		};
		expect(published('2026-11-24').datePublished).toBe('2026-11-24');
		for (const edtf of ['2026~', '2020/2024', '2020/..', '-0044'])
			expect(Object.keys(published(edtf))).not.toContain('datePublished');
	});

	it('before the common era are no ISO date', () => {
		for (const node of mentions(hannibal('it'), 'Event')) {
			expect(Object.keys(node)).not.toContain('startDate');
			expect(edtf(node)).toContain('-0');
			expect(node.disambiguatingDescription).toMatch(/a\.C\./);
		}
	});
});

describe('quotations', () => {
	it('are words that the source quotes, in their language, with a translation that is told apart', () => {
		const one = first('en');
		const all = mentions(one, 'Quotation');
		const quoted = one.story.quotes.filter(({ kind }) => kind !== 'reported');
		expect(all.length).toBe(quoted.length);
		for (const node of all) {
			const quote = quoted.find(({ id }) => String(node['@id']).endsWith(`/quote-${id}`))!;
			const speaker = one.story.actors.find(({ id }) => id === quote.speaker)!;
			expect(node).toMatchObject({
				text: quote.words,
				inLanguage: 'zh-Hans',
				spokenByCharacter: { name: speaker.name.en },
				workTranslation: { text: quote.translation!.en, inLanguage: 'en' }
			});
		}
		const people = all.filter((node) => (node.spokenByCharacter as Data)['@type'] === 'Person').length;
		expect(people).toBeGreaterThan(0);
	});

	it('have a page that says so; a paraphrase’s says nothing', () => {
		const one = hannibal('en');
		const quote = (ref: string) => one.local.items.find((item) => item.ref === ref) as QuoteItem;
		expect(written(quoteData(one, quote('quote-maharbal'))!)).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'Quotation',
			'@id': 'https://example.org/timelines/en/hannibal/quote-maharbal',
			inLanguage: 'la',
			isPartOf: { '@type': 'Article', headline: one.local.title }
		});
		expect(quoteData(one, quote('quote-hannibal-zama'))).toBeNull();
		expect(JSON.stringify(storyData(one))).not.toContain('settle terms');
	});
});

it('tells what was corrected, when, and where', () => {
	const data = written(storyData(hannibal('en')));
	expect(data.correction).toEqual([
		{
			'@type': 'CorrectionComment',
			text: 'The month was given as November. The setting of the Pleiades was misread.',
			datePublished: '2026-11-24',
			about: { '@id': 'https://example.org/timelines/en/hannibal#event-alps' }
		}
	]);
	expect(data.datePublished).toBe('2026-11');
	expect(data.dateModified).toBe('2026-11-24');
});

it('of a long story names the most important events that its scenes tell, and no more than there is room for', () => {
	const { story } = parseStory('long', longFolder(1000, 12));
	// Of all cards only these two are told in words.
	const inWords = ['event-e999', 'event-e7'] as const;
	const local = localise(story!, 'en');
	const scenes = local.scenes.map((scene) => ({
		...scene,
		lights: inWords.filter((ref) => scene.cards.includes(ref))
	}));
	const one = { story: story!, local: { ...local, scenes }, publisher };
	const names = mentions(one, 'Event').map((node) => String(node['@id']).split('#event-')[1]);
	expect(new Set(names.slice(0, 2))).toEqual(new Set(['e7', 'e999']));
	const importance = names.slice(2).map((id) => story!.events.find((event) => event.id === id)!.importance);
	expect(importance.length).toBeGreaterThan(50);
	expect(new Set(importance)).toEqual(new Set([5]));
	expect(linkedDataElement(storyData(one)).length).toBeLessThan(50_000);
});

it('is JSON-LD whatever the story says, in a page where it cannot end its element', async () => {
	// Stands for the vocabulary, so that nothing is loaded.
	const documentLoader = async (url: string) => {
		expect(url).toBe('https://schema.org');
		return { contextUrl: undefined, documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } };
	};
	const options = { documentLoader, safe: true };
	const iso = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d:\d\dZ)?)?)?$/;
	const checkDates = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		for (const [key, one] of Object.entries(value)) {
			if (/^(start|end)Date$|^date(Published|Modified|Created)$/.test(key)) expect(one).toMatch(iso);
			else checkDates(one);
		}
	};
	await fc.assert(
		fc.asyncProperty(wildFolder({ most: 12 }), async (files) => {
			const { story } = parseStory('wild', files);
			fc.pre(!!story);
			for (const lang of story!.languages) {
				const one = toldOf(story!, lang);
				const element = linkedDataElement(storyData(one));
				const inside = element.slice('<script type="application/ld+json">'.length, -'</script>'.length);
				expect(inside).not.toContain('<');
				const data = JSON.parse(inside);
				expect(data.headline).toBe(one.local.title);
				checkDates(data);
				const quads = (await jsonld.toRDF(data, options)) as { predicate: { value: string } }[];
				expect(quads.filter(({ predicate }) => predicate.value.endsWith('/headline')).length).toBe(1);
			}
		}),
		{ numRuns: 25 }
	);
});
