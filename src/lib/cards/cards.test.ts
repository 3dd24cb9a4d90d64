import { readFileSync } from 'node:fs';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { layoutDateLine } from '../layout/dateLine.ts';
import { themeCss } from '../layout/palettes.ts';
import * as components from '../components.ts';
import type { EventItem, Item, LocalDate, LocalStory, QuoteItem } from '../view/local.ts';
import Evidence from './Evidence.svelte';
import ItemCard from './ItemCard.svelte';
import { cardTitle, neighbours, quoteWords } from './words.ts';

const folder = 'data/silicon-valley-turns';
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const isEventItem = (item: Item): item is EventItem => item.kind === 'event';
const bare = (html: string) => html.replace(/<!--[^]*?-->/g, '');

for (const lang of ['en', 'zh-Hans']) {
	const story = readStory(folder, lang);
	const { ui } = story;
	const card = (item: (typeof story.items)[number]) => bare(render(ItemCard, { props: { item, story } }).body);

	describe(`a card alone, ${lang}`, () => {
		it('is complete: source with place and words, how dated, how checked', () => {
			for (const item of story.items) {
				const html = card(item);
				expect(html).not.toMatch(/undefined|\[object/);
				expect(html).toContain(`>${escape(item.date.label)}</`);
				expect(html).toContain(ui.card[item.date.basis]);
				if (item.date.from) expect(html).toContain(escape(item.date.from));
				for (const { source, place, excerpt } of item.sources) {
					expect(html).toContain(`#source-${source}`);
					expect(html).toContain(place);
					if (excerpt)
						expect(html).toMatch(new RegExp(`<q lang="zh-Hans">${excerpt.replace(/[()[\]?.*+]/g, '.')}</q>`));
				}
				for (const check of item.checked ?? [ui.claim.unchecked]) expect(html).toContain(escape(check));
				if (item.kind === 'figure') {
					expect(html).toMatch(/<figure[^>]*>\s*<svg/);
					expect(html.match(/<tr/g)!.length).toBeGreaterThanOrEqual(item.rows.length + 1);
				}
			}
		});

		it('has quotation marks around the source’s own words only, and never a third language', () => {
			for (const item of story.items) {
				if (item.kind !== 'quote') continue;
				const words = [...card(item).matchAll(/<blockquote[^>]*lang="([^"]*)"[^>]*>([^]*?)<\/blockquote>/g)];
				expect(words[0][1]).toBe(item.translations.some(({ language }) => language === lang) ? lang : item.language);
				expect(words.length).toBeLessThanOrEqual(2);
				for (const [, language, inside] of words) {
					expect([lang, item.language]).toContain(language);
					const marks = inside.match(/<q>/g)?.length ?? 0;
					expect(marks).toBe(language === item.language && item.quoteKind !== 'reported' ? item.words.length : 0);
					expect(inside.replace(/<q>[^]*?<\/q>/g, '')).not.toMatch(/[“”]/);
				}
			}
		});

		it('joins a name and its role as one person', () => {
			const item = story.items.find((one): one is QuoteItem => one.kind === 'quote' && !!one.speaker.role)!;
			expect(card(item)).toContain(`<b>${item.speaker.name}</b>${ui.list.apposition}${item.speaker.role}`);
		});
	});

	it(`all cards are in the section, by scene, each id once, ${lang}`, () => {
		const html = bare(
			render(Evidence, { props: { story, page: '/x', imageOf: (ref: string) => `/images/${ref}.png` } }).body
		);
		const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const refs = [...html.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => id);
		expect(refs).toEqual(story.scenes.flatMap(({ cards }) => cards));
		const quotes = story.items.filter(({ kind }) => kind === 'quote');
		expect(html.match(/data-action="save"/g)!.length).toBe(quotes.length);
	});
}

describe('the package’s cards', () => {
	const story = readStory(folder, 'en');
	const sheet = readFileSync('src/lib/cards/cards.css', 'utf8');
	/** Each kind drawn with the component that the package exports for it. */
	const drawn = story.items.map((item) => {
		const name = { event: 'EventCard', quote: 'QuoteCard', figure: 'FigureCard', row: 'EventCard' }[item.kind];
		const card = components[name as keyof typeof components] as unknown as Component<{ item: Item; story: LocalStory }>;
		return render(card, { props: { item, story } }).body;
	});

	it('have every style in the sheet that they bring along, and colours and faces from the theme', () => {
		const classes = new Set(
			drawn.flatMap((html) => [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.trim().split(/\s+/)))
		);
		// These only name something; nothing about them is styled.
		for (const plain of ['event', 'figure', 'row', 'own', 'translation', 'basis', 'source', 'label', ''])
			classes.delete(plain);
		for (const name of classes) expect(sheet, name).toMatch(new RegExp(`\\.${name}\\b`));
		const ownRules = sheet.slice(0, sheet.indexOf('.all-evidence'));
		const used = [...(ownRules + drawn.join('')).matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name);
		for (const name of new Set(used))
			// The faces of a site that has its own (node/siteHead.ts).
			if (!['side', 'dot', 'text', 'headings'].includes(name)) expect(themeCss(), name).toContain(`--${name}:`);
	});

	it('draw every kind, a table’s row too', () => {
		const { title, date, actors, sides, importance, sources } = story.items.find(isEventItem)!;
		const row: Item = { kind: 'row', ref: 'row-7', id: '7', title, date, actors, sides, importance, sources };
		const html = bare(render(components.ItemCard, { props: { item: row, story } }).body);
		expect(html).toContain('id="row-7"');
		expect(html).toContain(escape(row.title));
		expect(html).toContain(`${story.ui.kind.event}${story.ui.list.apposition}`);
	});
});

it('cards follow one another within their scene', () => {
	const story = readStory(folder, 'en');
	for (const scene of story.scenes)
		scene.cards.forEach((ref, index) => {
			const { previous, next } = neighbours(
				story.items.find((item) => item.ref === ref)!,
				story
			);
			expect(previous?.ref).toBe(scene.cards[index - 1]);
			expect(next?.ref).toBe(scene.cards[index + 1]);
		});
});

it('words that no reader’s language has stand in the source’s', () => {
	const story = readStory('tests/fixtures/stories/hannibal', 'it');
	for (const item of story.items)
		if (item.kind === 'quote') {
			const { first, original } = quoteWords(item, story);
			expect(first.language === 'it' || original === null).toBe(true);
			expect(cardTitle(item, story)).toContain(first.lines[0]);
		}
});

describe('a date on its line', () => {
	const date = (part: Partial<LocalDate>): LocalDate => ({
		edtf: '',
		label: '',
		min: 0,
		max: 0,
		at: 0,
		interval: false,
		softStart: false,
		softEnd: false,
		basis: 'stated',
		...part
	});
	const words = { lang: 'en', bce: '{n} BCE' };
	const day = Date.UTC(2025, 10, 6);

	it('is a dot for a day, in its year', () => {
		const line = layoutDateLine(date({ min: day, max: day + 864e5 }), words)!;
		expect(line.dot! / line.width).toBeCloseTo((day - Date.UTC(2025, 0)) / (365 * 864e5), 2);
		expect(line.ticks[0].text).toBe('2025');
		expect(line.span).toBeUndefined();
	});

	it('is hatched for some time between, fades at an uncertain end, and stays on the line', () => {
		const between = layoutDateLine(
			date({ edtf: '[1972..1977]', min: Date.UTC(1972, 0), max: Date.UTC(1978, 0), softStart: true, softEnd: true }),
			words
		)!;
		expect(between.span).toMatchObject({ hatch: true });
		const open = layoutDateLine(
			date({ edtf: '1985/..', min: Date.UTC(1985, 0), max: Infinity, softEnd: true }),
			words
		)!;
		expect(open.span!.x + open.span!.length).toBeCloseTo(open.width);
		expect(open.span!.softEnd).toBe(true);
	});

	it('works for every date of every story, before the common era too', () => {
		for (const path of [folder, 'tests/fixtures/stories/hannibal'])
			for (const item of readStory(path, 'en').items) {
				const line = layoutDateLine(item.date, words)!;
				const [from, to] = line.span ? [line.span.x, line.span.x + line.span.length] : [line.dot!, line.dot!];
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeLessThanOrEqual(line.width + 1e-6);
				expect(line.ticks.length).toBeGreaterThanOrEqual(2);
			}
	});
});
