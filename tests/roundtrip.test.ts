import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toData, type DataFormat } from '../src/lib/export/data/formats.ts';
import { readImport, toStoryFolder } from '../src/lib/import/read.ts';
import { formatProblem, parseStory } from '../src/lib/story/parse.ts';
import { keep } from '../src/lib/view/select.ts';
import type { Item, LocalStory } from '../src/lib/view/local.ts';
import { localise } from '../src/lib/view/localise.ts';
import { initialView } from '../src/lib/view/view.ts';
import { randomStory } from './support/randomStory.ts';
import { readStory } from './support/story.ts';

/** Exports a story in one format, imports and checks it: returns the resulting story. */
async function again(story: LocalStory, format: DataFormat, actors: string[] = []) {
	const file = await toData(story, { ...initialView(story.lang), actors }, format, () => 'https://example.org/');
	const imported = readImport({ name: `story.${file.extension}`, text: file.text });
	const folder = toStoryFolder(imported, { slug: 'again', lang: story.lang });
	const { story: read, problems } = parseStory('again', folder.files);
	if (!read) throw new Error(problems.map(formatProblem).join('\n'));
	return { story: localise(read, story.lang), problems: imported.problems, losses: file.losses };
}

const names = (story: LocalStory, item: Item) =>
	item.actors.map((id) => story.actors.find((one) => one.id === id)!.name);
const events = (story: LocalStory, held: (item: Item) => boolean = () => true) =>
	story.items.filter((item) => item.kind === 'event' && held(item));
const summary = (item: Item) => (item.kind === 'quote' ? item.context : (item.summary ?? ''));
const inOurEra = (item: Item) => item.date.min > Date.UTC(100, 0);

const stories = [
	readStory('data/silicon-valley-turns', 'en'),
	readStory('data/silicon-valley-turns', 'zh-Hans'),
	readStory('tests/fixtures/stories/hannibal', 'it')
];

describe.each(stories.map((story) => [`${story.slug} ${story.lang}`, story] as const))('%s', (_, story) => {
	it('as CSV: ids, dates, titles, texts, importance and actors come back', async () => {
		const { story: read } = await again(story, 'csv');
		const told = (of: LocalStory) =>
			events(of)
				.map((item) => [item.id, item.date.edtf, item.title, summary(item), item.importance, names(of, item)])
				.sort();
		expect(told(read)).toEqual(told(story));
	});

	it('as CSV: quotations come back with their words and kind', async () => {
		const { story: read } = await again(story, 'csv');
		const told = (of: LocalStory) =>
			of.items
				.flatMap((item) => (item.kind === 'quote' ? [[item.id, item.quoteKind, item.speaker.name, ...item.words]] : []))
				.sort();
		expect(told(read)).toEqual(told(story));
	});

	it('as TimelineJS: every item comes back as an event of its date', async () => {
		const { story: read } = await again(story, 'timelinejs');
		const told = (items: Item[]) => items.map(({ date, title }) => [date.edtf, title]).sort();
		expect(told(read.items)).toEqual(told(story.items));
	});

	it('as TimelineJS and as iCalendar: events keep their ids', async () => {
		for (const format of ['timelinejs', 'ics'] as const) {
			const held = events(story, format === 'ics' ? inOurEra : undefined).map(({ id }) => id);
			if (held.length === 0) continue;
			const { story: read } = await again(story, format);
			expect(events(read).map(({ id }) => id)).toEqual(expect.arrayContaining(held));
			// A category names the kind of an item, not a side.
			expect(read.sides.map(({ name }) => name)).not.toContain(story.ui.kind.event);
		}
	});

	it('as iCalendar: what a calendar can hold comes back, the rest was said', async () => {
		const held = story.items.filter(inOurEra);
		if (held.length === 0) return expect((await again(story, 'ics').catch(() => null)) ?? 'nothing').toBe('nothing');
		const { story: read, losses } = await again(story, 'ics');
		const told = (of: LocalStory, items: Item[]) =>
			items.map((item) => [item.date.edtf, item.title, names(of, item)]).sort();
		expect(told(read, read.items)).toEqual(told(story, held));
		expect(losses.length).toBe(story.items.length - held.length);
	});

	it('filtered, only what was kept comes back', async () => {
		const actor = story.actors.find(({ events: some }) => some > 0)!;
		const { story: read } = await again(story, 'csv', [actor.id]);
		const kept = keep(story, [actor.id]).filter(({ kind }) => kind === 'event');
		expect(
			events(read)
				.map(({ id }) => id)
				.sort()
		).toEqual(kept.map(({ id }) => id).sort());
	});
});

/** Words as people write them, mixed with the syntax of the formats. */
const words = fc
	.array(
		fc.constantFrom('Kimi', '=sum', '-2', '@x', 'a;b', 'c\\d', '"so"', ',', '&', '‘’', '汉字', '#1', '*', '2025'),
		{
			minLength: 1,
			maxLength: 6
		}
	)
	.map((parts) => parts.join(' '));

describe('whatever the words', () => {
	it.each(['csv', 'timelinejs', 'ics'] as const)('%s gives them back', async (format) => {
		await fc.assert(
			fc.asyncProperty(words, words, words, async (title, text, actor) => {
				const [story] = stories;
				const items = events(story)
					.slice(3, 8)
					.map((item) => ({ ...item, title, summary: text }) as Item);
				const changed: LocalStory = {
					...story,
					items,
					actors: story.actors.map((one) => ({ ...one, name: `${one.id} ${actor}` }))
				};
				const { story: read } = await again(changed, format);
				expect(read.items.map((item) => [item.date.edtf, item.title]).sort()).toEqual(
					items.map((item) => [item.date.edtf, title]).sort()
				);
				if (format !== 'timelinejs') {
					for (const item of read.items) expect(summary(item)).toContain(text);
					expect(new Set(read.items.flatMap((item) => names(read, item)))).toEqual(
						new Set(items.flatMap((item) => names(changed, item)))
					);
				}
			}),
			{ numRuns: 60 }
		);
	});
});

describe('whatever the story', () => {
	const told = (story: LocalStory, format: DataFormat, some: Item[]) =>
		some
			.map((item) => [
				item.id,
				item.date.edtf,
				item.title.trim(),
				// A TimelineJS slide also has the source, but no actors.
				...(format === 'timelinejs' ? [] : [summary(item).trim(), ...names(story, item)])
			])
			.sort();

	it.each(['csv', 'timelinejs', 'ics'] as const)('%s gives its events back', async (format) => {
		await fc.assert(
			fc.asyncProperty(randomStory(20), async (story) => {
				const held = events(story, format === 'ics' ? (item) => item.date.min >= -62135596800000 : undefined);
				fc.pre(held.length > 0);
				const { story: read } = await again(story, format);
				const back = events(read).filter(({ id }) => held.some((item) => item.id === id));
				expect(told(read, format, back)).toEqual(told(story, format, held));
			}),
			{ numRuns: 100 }
		);
	});
});
