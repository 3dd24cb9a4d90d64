import { csvParseRows } from 'd3';
import fc from 'fast-check';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { randomStory } from '../../../../tests/support/randomStory.ts';
import { readStory } from '../../../../tests/support/story.ts';
import type { Item, LocalStory } from '../../view/local.ts';
import { keep } from '../../view/select.ts';
import { writeUrl } from '../../view/url.ts';
import { initialView, type View } from '../../view/view.ts';
import { csvColumns } from './csv.ts';
import { dataFormats, toData, type DataFormat } from './formats.ts';

const stories = [
	readStory('data/silicon-valley-turns', 'en'),
	readStory('data/silicon-valley-turns', 'zh-Hans'),
	readStory('tests/fixtures/stories/hannibal', 'en'),
	readStory('tests/fixtures/stories/hannibal', 'it')
];
const named = stories.map((story) => [`${story.slug} ${story.lang}`, story] as const);
const link = (view: View) => `https://example.org/s${writeUrl(view)}`;
const write = (story: LocalStory, format: DataFormat, part: Partial<View> = {}) =>
	toData(story, { ...initialView(story.lang), ...part }, format, link);
const hostile = fc.constantFrom(
	'=1+1',
	'-2',
	'@x',
	'a;b\\c',
	'"quoted", and, commas',
	'two\nlines',
	'<script>alert(1)</script>',
	'*not* [a](b) # _x_ `y`',
	'& <b>',
	'汉字“引号”',
	'1. one'
);
const random = fc
	.tuple(randomStory(12), fc.array(hostile, { minLength: 12, maxLength: 12 }))
	.map(([story, texts]): LocalStory => {
		const items = story.items.map((item, index): Item => {
			const title = texts[index % texts.length];
			return item.kind === 'quote' ? { ...item, title, context: title, words: [title] } : ({ ...item, title, summary: title } as Item);
		});
		return { ...story, items };
	});

describe.each(dataFormats)('%s', (format) => {
	it('holds what the filter keeps, and nothing else', async () => {
		const [story] = stories;
		const { text } = await write(story, format, { actors: ['oppo'] });
		expect(text).toContain('OPPO presents its AI strategy');
		const others = story.items.filter((item) => !keep(story, ['oppo']).includes(item));
		const cards = format === 'md' ? text.split('\n').filter((line) => line.startsWith('###')).join('\n') : text;
		for (const item of others)
			if (item.kind === 'event' && format !== 'json') expect(cards).not.toContain(item.title);
	});

	it('is the same each time', async () => {
		expect(await write(stories[1], format)).toEqual(await write(stories[1], format));
	});
});

describe('CSV', () => {
	it('is read by another parser, cell by cell, whatever the texts', async () => {
		await fc.assert(
			fc.asyncProperty(random, async (story) => {
				const { text } = await write(story, 'csv');
				expect(text.startsWith('\ufeff')).toBe(true);
				const [header, ...rows] = csvParseRows(text.slice(1));
				expect(header).toEqual([...csvColumns]);
				expect(rows.length).toBe(story.items.length);
				rows.forEach((row, index) => {
					const item = story.items[index];
					const cell = (name: (typeof csvColumns)[number]) => row[csvColumns.indexOf(name)];
					expect(row.length).toBe(csvColumns.length);
					expect([cell('kind'), cell('id')]).toEqual([item.kind, item.id]);
					// No cell may be read as a formula.
					for (const text of row) expect(text).not.toMatch(/^[=+\-@\t\r]/);
					expect(cell('title').replace(/^'/, '')).toBe(item.title);
				});
			}),
			{ numRuns: 100 }
		);
	});
});

describe('whatever signs a story holds', () => {
	const sign = fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u0085', '\0', '\u001b[2J', '=', '-', ' ', 'x', ';', ':', ',', '\\', '\t', '"', "'", '@');
	const words = fc.array(sign, { maxLength: 6 }).map((signs) => `${signs.join('')}END:VCALENDAR`);
	const held = (story: LocalStory, text: string): LocalStory => ({
		...story,
		title: text,
		actors: story.actors.map((actor) => ({ ...actor, name: text })),
		items: story.items.slice(0, 3).map((item): Item => ({ ...item, title: text, ...(item.kind === 'event' && { summary: text }) }) as Item)
	});

	it('a calendar has no line but its own', async () => {
		await fc.assert(
			fc.asyncProperty(words, async (text) => {
				const file = (await write(held(stories[0], text), 'ics')).text;
				const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
				expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
				for (const line of lines.filter(Boolean)) expect(line).toMatch(/^[A-Z-]+[;:]/);
				// eslint-disable-next-line no-control-regex
				expect(file.replace(/\r\n/g, '')).not.toMatch(/[\0-\x08\x0a-\x1f\x7f]/);
				const name = new ICAL.Component(ICAL.parse(file)).getFirstPropertyValue('x-wr-calname');
				expect(String(name)).toContain('END:VCALENDAR');
			}),
			{ numRuns: 200 }
		);
	});

	it('a table has no cell that a spreadsheet would run, whatever stands before it', async () => {
		await fc.assert(
			fc.asyncProperty(words, async (text) => {
				for (const row of csvParseRows((await write(held(stories[0], text), 'csv')).text.slice(1)))
					for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('JSON', () => {
	it.each(named)('of %s holds every item with its EDTF', async (_, story) => {
		const value = JSON.parse((await write(story, 'json')).text);
		expect(value).toMatchObject({ format: 'throughline', version: 1, language: story.lang, title: story.title });
		expect(value.items.map(({ ref, date }: { ref: string; date: { edtf: string } }) => [ref, date.edtf])).toEqual(
			story.items.map(({ ref, date }) => [ref, date.edtf])
		);
		expect(value.ui).toBeUndefined();
	});
});

describe('iCalendar', () => {
	it.each(named)('of %s is read by two parsers; what it cannot hold is said', async (_, story) => {
		const { text, losses } = await write(story, 'ics');
		const held = story.items.filter(({ date }) => date.min >= Date.UTC(1, 0, 1) - 1900 * 366 * 864e5 && date.min > -621e11);
		const parsed = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
		expect(parsed.length).toBe(held.length);
		expect(losses.length).toBe(story.items.length - held.length);
		for (const event of parsed) {
			const item = story.items.find(({ ref }) => String(event.getFirstPropertyValue('uid')).startsWith(`${ref}@`))!;
			expect(event.getFirstPropertyValue('summary')).toBe(item.title);
			expect(event.getFirstPropertyValue('x-throughline-edtf')).toBe(item.date.edtf);
			expect(String(event.getFirstPropertyValue('dtstart'))).toBe(new Date(item.date.min).toISOString().slice(0, 10));
			expect(String(event.getFirstPropertyValue('dtend'))).toBe(new Date(item.date.max).toISOString().slice(0, 10));
		}
		if (held.length) {
			const other = convertIcsCalendar(undefined, text);
			expect(other.events!.map(({ summary }) => summary)).toEqual(held.map(({ title }) => title));
		}
		for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
	});
});

describe('JSON-LD', () => {
	it.each(named)('of %s is read by a parser without loading anything', async (_, story) => {
		const { text } = await write(story, 'jsonld');
		expect(text).not.toContain('<');
		const documentLoader = () => Promise.reject(new Error('nothing is to be loaded'));
		const quads = (await jsonld.toRDF(JSON.parse(text), { documentLoader })) as {
			predicate: { value: string };
			object: { value: string; datatype?: { value: string } };
		}[];
		const types = (name: string) =>
			quads.filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `https://schema.org/${name}`).length;
		expect(types('Event')).toBe(story.items.filter(({ kind }) => kind === 'event').length);
		expect(types('Quotation')).toBe(story.items.filter((item) => item.kind === 'quote' && item.quoteKind !== 'reported').length);
		expect(types('Claim')).toBe(story.items.filter((item) => item.kind === 'quote' && item.quoteKind === 'reported').length);
		const dates = quads.filter(({ object }) => object.datatype?.value === 'http://id.loc.gov/datatypes/edtf/EDTF');
		const rows = story.items.flatMap((item) => (item.kind === 'figure' ? item.rows.filter(({ date }) => date) : []));
		expect(dates.length).toBe(story.items.length + rows.length);
	});
});

describe('Markdown', () => {
	const words = (node: unknown): string => {
		const { value, children = [] } = node as { value?: string; children?: unknown[] };
		return value ?? children.map(words).join('');
	};

	it('loses no text and makes none of it markup', async () => {
		await fc.assert(
			fc.asyncProperty(random, async (story) => {
				const shown = { ...story, scenes: [{ ...story.scenes[0], cards: story.items.map(({ ref }) => ref) }] };
				const tree = fromMarkdown((await write(shown, 'md')).text);
				expect(JSON.stringify(tree)).not.toContain('"type":"html"');
				const all = words(tree).replace(/\s+/g, ' ');
				for (const { title } of story.items) expect(all).toContain(title.replace(/\s+/g, ' ').trim());
			}),
			{ numRuns: 100 }
		);
	});

	it('quotes what the source quotes, and a paraphrase never', async () => {
		const { text } = await write(stories[0], 'md');
		expect(text).toContain('> “又好又便宜”');
		expect(text).not.toMatch(/> .*该模型比/);
		expect(text).not.toMatch(/“该模型比/);
	});
});

describe('the rows of a line chart', () => {
	it.each(named)('of %s keep their dates in every format that has figures', async (_, story) => {
		const figures = story.items.flatMap((item) => (item.kind === 'figure' && item.chart === 'line' ? [item] : []));
		const texts = { csv: '', json: '', jsonld: '', md: '' };
		for (const format of ['csv', 'json', 'jsonld', 'md'] as const) texts[format] = (await write(story, format)).text;
		for (const { id, rows, note } of figures) {
			const { items } = JSON.parse(texts.json) as { items: { ref: string; note: string; rows: object[] }[] };
			const own = items.find(({ ref }) => ref === `figure-${id}`)!;
			expect(own.note).toBe(note);
			expect(own.rows).toMatchObject(rows.map(({ date, value }) => ({ date: { edtf: date!.edtf, label: date!.label }, value })));
			expect(texts.md.replaceAll('\\', '')).toContain(note);
			for (const { date, label, text } of rows) {
				const soft = date!.softStart ? `${date!.label} (${date!.edtf})` : date!.label;
				const said = `${soft}${story.ui.list.apposition}${label}${story.ui.list.colon}${text}`;
				expect(texts.csv).toContain(said);
				expect(texts.md.replaceAll('\\', '')).toContain(said);
				expect(texts.jsonld).toContain(`"dcterms:date": "${date!.edtf}"`);
			}
		}
		if (story.slug === 'silicon-valley-turns') expect(figures.map(({ id }) => id)).toEqual(['downloads']);
	});
});

describe('TimelineJS', () => {
	it('escapes every text', async () => {
		await fc.assert(
			fc.asyncProperty(random, async (story) => {
				const value = JSON.parse((await write(story, 'timelinejs')).text);
				expect(value.events.length).toBe(story.items.length);
				for (const { text } of value.events) {
					expect(text.headline).not.toMatch(/[<>]/);
					expect(text.text.replace(/<\/?(p|blockquote|a|ul|li|br)( (lang|href)="[^"<>]*")?>/g, '')).not.toMatch(/[<>]/);
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('says years before the common era as TimelineJS words them, and keeps the EDTF', async () => {
		const { events } = JSON.parse((await write(stories[2], 'timelinejs')).text);
		const cannae = events.find(({ edtf }: { edtf: string }) => edtf === '-0215-08-02');
		expect(cannae.start_date).toMatchObject({ year: -216, month: 8, day: 2 });
	});
});

describe('what is said of a claim goes along', () => {
	const hannibal = readStory('tests/fixtures/stories/hannibal', 'en');
	const flat = (text: string) => text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;.])/g, '$1').replace(/&#39;/g, "'");

	it.each(dataFormats)('in %s: who disagrees, what was corrected', async (format) => {
		// The calendar format has no years before 1.
		const later = (item: Item) => ({ ...item, date: { ...item.date, min: Date.UTC(2020), max: Date.UTC(2021) } });
		const story = format === 'ics' ? { ...hannibal, items: hannibal.items.map(later) } : hannibal;
		const { text } = await toData(story, initialView('en'), format, () => 'https://example.org/');
		expect(flat(text)).toContain('Hannibal came by another pass.');
		expect(flat(text)).toContain('The setting of the Pleiades was misread.');
	});

	it('and the two times of a quotation', async () => {
		const { text } = await toData(hannibal, initialView('en'), 'json', () => 'https://example.org/');
		const quote = JSON.parse(text).items.find(({ ref }: { ref: string }) => ref === 'quote-hannibal-zama');
		expect([quote.date.edtf, quote.speaksOf.edtf]).toEqual(['-0201-10~', '-0217/-0202']);
		const csv = await toData(hannibal, initialView('en'), 'csv', () => 'https://example.org/');
		expect(csv.text).toContain('-0217/-0202');
	});

	it('and the words of the source, and how it was checked', async () => {
		const story = readStory('data/silicon-valley-turns', 'en');
		const { text } = await toData(story, initialView('en'), 'json', () => 'https://example.org/');
		const event = JSON.parse(text).items.find(({ ref }: { ref: string }) => ref === 'event-kimi');
		expect(event.sources[0].excerpt).toBe('11月6日…推出');
		expect(event.checked[0]).toMatch(/Checked by program/);
	});
});
