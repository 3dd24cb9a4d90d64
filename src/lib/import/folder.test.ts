import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../story/date.ts';
import type { Story } from '../story/model.ts';
import { formatProblem, parseStory } from '../story/parse.ts';
import { plainText } from '../story/prose.ts';
import { localise } from '../view/localise.ts';
import { importFormats, readImport, toStoryFolder, type Imported } from './read.ts';

function storyOf(imported: Imported, lang = 'en'): { story: Story; files: Map<string, string>; notes: string[] } {
	const { files, problems } = toStoryFolder(imported, { slug: 'imported', lang });
	const parsed = parseStory('imported', files);
	expect(parsed.problems.map(formatProblem)).toEqual([]);
	return {
		story: parsed.story!,
		files: new Map(files.map(({ name, text }) => [name, text])),
		notes: problems.map(({ message }) => message)
	};
}
const csv = (text: string) => readImport({ name: 'table.csv', text });

describe('a story folder from what was imported', () => {
	it('has the events with their dates, actors, sides and sources', () => {
		const { story } = storyOf(
			csv(
				[
					'date,title,text,actors,side,importance,source,link',
					'2022-11-30,ChatGPT opens,Anyone may talk to it.,OpenAI;Sam Altman,USA,5,A paper,https://example.org/a',
					'2023/3/14,GPT-4,,OpenAI,USA,,,',
					'-0217,Over the Alps,With elephants.,Hannibal,Carthage,,Livy,'
				].join('\n')
			)
		);
		expect(story.events.map(({ id, date }) => [id, date])).toEqual([
			['chatgpt-opens', '2022-11-30'],
			['gpt-4', '2023-03-14'],
			['over-the-alps', '-0217']
		]);
		expect(story.events[0]).toMatchObject({ actors: ['openai', 'sam-altman'], importance: 5 });
		expect(story.events[1].summary).toBeUndefined();
		expect(story.sides.map(({ name }) => name.en)).toEqual(['USA', 'Carthage']);
		expect(story.actors.map(({ id, side }) => [id, side])).toEqual([
			['openai', 'usa'],
			['sam-altman', 'usa'],
			['hannibal', 'carthage']
		]);
		const paper = story.sources.find(({ id }) => id === story.events[0].sources[0].source)!;
		expect(paper).toMatchObject({ description: { en: 'A paper' }, url: 'https://example.org/a' });
		expect(story.sources[0]).toMatchObject({ kind: 'dataset', title: { en: 'table.csv' } });
		expect(story.published.edtf).toBe('2023');
	});

	it('names an actor and a side where the file has none, in the story’s language', () => {
		const { story } = storyOf(csv('date,title,group\n2001,一,\n2002,二,甲方'), 'zh-Hans');
		expect(story.actors.map(({ name, anonymous }) => [name['zh-Hans'], anonymous])).toEqual([
			['未具名', true],
			['甲方', undefined]
		]);
		// No page shows a name for an unnamed actor.
		const local = localise(story, 'zh-Hans');
		expect(local.actors.map(({ name }) => name)).toEqual(['甲方']);
		expect(local.items.map(({ actors, sides }) => [actors.length, sides.length])).toEqual([
			[0, 1],
			[1, 1]
		]);
		expect(story.sides.map(({ name }) => name['zh-Hans'])).toEqual(['甲方', '其他']);
		expect(story.events.map(({ id }) => id)).toEqual(['event-1', 'event-2']);
		expect(story.scenes[0].heading).toEqual({ 'zh-Hans': '2001至2002年' });
	});

	it('puts the rarest of more than six sides together and says so', () => {
		const rows = 'abcdefgh'.split('').flatMap((side, n) => Array(9 - n).fill(`2001,T,${side.toUpperCase()}`));
		const { story, notes } = storyOf(csv(['date,title,side', ...rows].join('\n')));
		expect(story.sides.map(({ name }) => name.en)).toEqual(['A', 'B', 'C', 'D', 'E', 'Others']);
		expect(notes.join()).toContain('“F”, “G”, “H” put together as “Others”');
	});

	it('keeps the ids of later rows from titles of earlier ones, and lists the ids that it changed', () => {
		const { story, notes } = storyOf(csv('id,date,title\n,2001,Fair\nfair,2002,B\nfair,2003,C\nMy Id,2004,D'));
		expect(story.events.map(({ id }) => id)).toEqual(['fair-2', 'fair', 'fair-3', 'my-id']);
		expect(notes.filter((note) => note.startsWith('the id'))).toHaveLength(2);
	});

	it('cuts scenes of at most eight where nothing happens for longest', () => {
		const years = [...Array(6).keys()].map((n) => 1900 + n).concat([...Array(6).keys()].map((n) => 1980 + n));
		const { story } = storyOf(csv(['date,title', ...years.map((year) => `${year},E${year}`)].join('\n')));
		expect(story.scenes.map(({ heading, cards }) => [heading.en, cards.length])).toEqual([
			['1900–1905', 6],
			['1980–1985', 6]
		]);
		expect(story.scenes.map(({ window }) => window?.edtf)).toEqual(['1900/1905', '1980/1985']);
	});

	it('writes YAML to read: texts of several lines as blocks, dates that YAML would take for numbers in quotes', () => {
		const { files } = storyOf(csv('date,title,text\n2022,A,"one\n\ntwo: #3"\n-0217,B,x'));
		expect(files.get('events.yaml')).toContain('    en: |-\n      one\n\n      two: #3\n');
		expect(files.get('events.yaml')).toContain('date: "2022"');
		expect(files.get('events.yaml')).toContain('date: "-0217"');
	});

	it('takes no sign of a file’s name for markup', () => {
		const { story } = storyOf(readImport({ name: '*a* [b](c) <i>&amp;_.csv', text: 'date,title\n2001,A' }));
		expect(story.about.en).toContain('\\*a\\*');
	});

	it('refuses what is no story', () => {
		expect(() => toStoryFolder(csv('date,title'), { slug: 'x', lang: 'en' })).toThrow('no event');
		expect(() => toStoryFolder(csv('date,title\n2001,A'), { slug: 'x', lang: 'e n' })).toThrow('no language');
	});
});

const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.constantFrom(
		'',
		'---',
		'- a: b',
		'? x',
		'|',
		'>',
		'"',
		"'",
		'#',
		'&a',
		'*a',
		'!!binary x',
		'{',
		'}',
		'[',
		'%',
		'@',
		'`'
	),
	fc.constantFrom(
		'a\n---\nb',
		// An unassigned code point is invisible.
		'a\n\u{3347a}',
		'\u{3347a}\nb',
		'  x\n y',
		'x\n\n\n\n',
		'\t',
		'\ufeffa',
		'\ud800',
		'\u0000',
		'a\u0085b',
		'\u2028',
		'__proto__'
	),
	fc.constantFrom('null', 'true', '0x1F', '1e3', '2001-01-01', '<b>x</b>', '&lt;i&gt;', '=1+1', "'=1", '公元', '🜁'),
	fc.lorem({ maxCount: 60 })
);
const someDate = fc.oneof(
	fc.constantFrom(
		'2001',
		'2001-02-03',
		'1977-12~',
		'197X',
		'-0217',
		'1985/..',
		'../1985',
		'[1960..1965]',
		'2025-37',
		'1984/'
	),
	fc.constantFrom(
		'Y-17000',
		'Y170000002',
		'2001-01-01T10:00:00Z',
		'0000',
		'9999',
		'-9999',
		'30 Nov 2022',
		'2022年11月',
		'Y17E7'
	),
	fc.integer({ min: 1, max: 9999 }).map((year) => String(year).padStart(4, '0')),
	hostile
);

describe('whatever the file holds', () => {
	const row = fc.record({
		id: hostile,
		date: someDate,
		end: fc.oneof(fc.constant(''), someDate),
		title: fc.oneof(hostile, fc.constant('A title')),
		text: hostile,
		actors: fc.array(hostile, { maxLength: 3 }).map((names) => names.join(';')),
		side: hostile,
		importance: fc.constantFrom('', '3', '9', 'x'),
		source: hostile,
		link: fc.oneof(hostile, fc.webUrl()),
		kind: fc.constantFrom('event', 'event', 'quote', 'figure', 'x'),
		quote_kind: fc.constantFrom('direct', 'term', 'reported', ''),
		speaker: hostile,
		words: fc.oneof(hostile, fc.constantFrom('“x”', '“‘y’”', '“a” and “b”', '""')),
		language: fc.constantFrom('en', 'zh-Hans', 'la', 'x y'),
		translation: hostile,
		date_words: hostile,
		basis: fc.constantFrom('stated', 'inferred', '')
	});
	const check = (imported: Imported, rows: number, lang: string) => {
		const known = imported.events.length + imported.quotes.length;
		const skipped = imported.problems.filter(({ effect }) => effect === 'skipped');
		expect(known + skipped.length).toBe(rows);
		expect(imported.entries).toBe(rows);
		for (const { line, row } of skipped) expect(line ?? row).toBeGreaterThan(0);
		for (const { date } of imported.events) expect(parseDate(date)).toHaveProperty('date');
		if (imported.events.length > 0) {
			const { story } = storyOf(imported, lang);
			expect(story.events).toHaveLength(imported.events.length);
		}
	};

	it('a table gives a story without problems, and each row is in it or listed', () => {
		fc.assert(
			fc.property(
				fc.array(row, { minLength: 1, maxLength: 25 }),
				fc.constantFrom('en', 'zh-Hans', 'ar'),
				(rows, lang) => {
					check(csv(Papa.unparse(rows)), rows.length, lang);
				}
			),
			{ numRuns: 300 }
		);
	});

	it('so do the slides of TimelineJS', () => {
		const part = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom('', '5', 1e21, null, {}), hostile);
		const when = fc.oneof(
			fc.record({ year: part, month: part, day: part, hour: part }),
			fc.constant(undefined),
			hostile
		);
		const event = fc.record({
			start_date: fc.oneof(fc.record({ year: fc.integer({ min: -300000, max: 9999 }) }), when),
			end_date: when,
			text: fc.oneof(fc.record({ headline: hostile, text: hostile }), hostile, fc.constant(null)),
			group: hostile,
			display_date: hostile,
			unique_id: fc.oneof(hostile, fc.constantFrom('a', 'b')),
			media: fc.oneof(fc.record({ url: hostile }), hostile),
			edtf: fc.oneof(fc.constant(undefined), someDate)
		});
		fc.assert(
			fc.property(
				fc.array(event, { minLength: 1, maxLength: 20 }),
				fc.array(event, { maxLength: 3 }),
				(events, eras) => {
					const text = JSON.stringify({ events, eras });
					check(readImport({ name: 'x.json', text }), events.length + eras.length, 'en');
				}
			),
			{ numRuns: 300 }
		);
	});

	it('so do the events of a calendar', () => {
		const value = hostile.map((text) => text.replace(/[\r\n]+/g, '\\n'));
		const event = fc.record({
			'DTSTART;VALUE=DATE': fc.constantFrom('20221130', '20221345', '', '00010101'),
			'DTEND;VALUE=DATE': fc.constantFrom('20221201', '20231130', '19990101', 'x'),
			SUMMARY: value,
			DESCRIPTION: value,
			CATEGORIES: value,
			UID: value,
			URL: value,
			LOCATION: value
		});
		fc.assert(
			fc.property(fc.array(event, { minLength: 1, maxLength: 20 }), (events) => {
				const blocks = events.map((one) => {
					const lines = Object.entries(one).map(([name, text]) => `${name}:${text}`);
					return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
				});
				const text = ['BEGIN:VCALENDAR', ...blocks, 'END:VCALENDAR', ''].join('\r\n');
				check(readImport({ name: 'x.ics', text }), events.length, 'en');
			}),
			{ numRuns: 300 }
		);
	});

	it('no text of any kind makes it throw, and a file that gives nothing says why', () => {
		const anything = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc.json(),
			fc
				.array(
					fc.constantFrom(
						'BEGIN:VCALENDAR\n',
						'BEGIN:VEVENT\n',
						'END:VEVENT\n',
						'DTSTART:x\n',
						'date,title\n',
						'"',
						'{"events":[',
						'{',
						']',
						',',
						'2001',
						'\n'
					)
				)
				.map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(anything, fc.constantFrom(undefined, ...importFormats), (text, format) => {
				const imported = readImport({ name: 'x', text }, { format });
				if (imported.events.length > 0) storyOf(imported);
				else expect(imported.problems).not.toEqual([]);
			}),
			{ numRuns: 2000 }
		);
	});

	it('each entry of a file with many of one problem is read or listed, once, with its place', () => {
		const cell = fc.constantFrom(
			'2001',
			'3/4/2022',
			'44320',
			'#REF!',
			'',
			'IV 1999',
			'soon',
			'1999-02-30',
			'12 May 1999'
		);
		const table = fc.array(fc.tuple(cell, fc.constantFrom('A', '', '<b></b>')), { minLength: 1, maxLength: 200 });
		fc.assert(
			fc.property(table, (rows) => {
				fc.pre(rows.some(([date, title]) => date || title));
				const { entries, events, problems } = csv(Papa.unparse([['date', 'title'], ...rows]));
				const filled = rows.flatMap(([date, title], index) => (date || title ? [index + 2] : []));
				const skipped = problems.flatMap(({ effect, row }) => (effect === 'skipped' ? [row!] : []));
				expect(entries).toBe(filled.length);
				expect([...events.map(({ row }) => row!), ...skipped].sort((a, b) => a - b)).toEqual(filled);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('more than a story tells', () => {
	const folderOf = (imported: Imported) => toStoryFolder(imported, { slug: 'imported', lang: 'en' });
	const tableOf = ({ files }: ReturnType<typeof folderOf>) =>
		files.find(({ name }) => name === 'events.csv')?.text ?? '';
	const rowsOf = (text: string) =>
		Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

	it.each([1000, 5000])('%i short rows are all told', (count) => {
		const rows = [...Array(count).keys()].map((n) => `${1000 + (n % 900)},E${n}`);
		const { story } = storyOf(csv(['date,title', ...rows].join('\n')));
		expect(story.events).toHaveLength(count);
		expect(story.table).toBeUndefined();
		// A manageable number of scenes, with sentences about their events.
		expect(story.scenes.length).toBeLessThan(60);
		for (const { prose } of story.scenes) expect(prose.en).toMatch(/^\d+ events, |^\[E/);
	});

	it.each([
		['many', 6000, 'x'],
		['long', 3000, 'word “” "" '.repeat(60)]
	])(
		'of %s ones the most important are told, and the others are rows of its table',
		(_, count, text) => {
			const rows = [...Array(count).keys()].map(
				(n) => `2001,T${n},"${text}",Actor ${n % 50},${n % 100 === 0 ? 5 : ''}`
			);
			const imported = csv(['date,title,text,actors,importance', ...rows].join('\n'));
			const folder = folderOf(imported);
			const { story, problems } = parseStory('imported', folder.files);
			expect(problems.map(formatProblem)).toEqual([]);
			const cells = rowsOf(tableOf(folder));
			expect(story!.events.length + cells.length).toBe(count);
			expect(folder.rows).toBe(cells.length);
			expect(story!.table).toMatchObject({ file: 'events.csv' });
			const told = new Set([...story!.events.map(({ title }) => title.en), ...cells.map(({ title }) => title)]);
			expect(told.size).toBe(count);
			expect(cells.every(({ text: kept }) => kept === text.replaceAll('""', '"').trim())).toBe(true);
			expect(story!.events.filter(({ importance }) => importance === 5)).toHaveLength(count / 100);
			expect(folder.problems.at(-1)!.message).toContain('they stand in events.csv');
			const known = new Set(story!.actors.map(({ id }) => id));
			for (const { actors } of cells) for (const id of actors.split(';')) expect(known).toContain(id);
		},
		60_000
	);

	it('what no row can hold is told, and what neither holds is listed', () => {
		const long = 'word '.repeat(400);
		const rows = [...Array(6000).keys()].map((n) =>
			n < 20 ? `Y-${n + 1}00000000,Old ${n}` : n < 40 ? `2001,${long}${n}` : `2001,T${n}`
		);
		const folder = folderOf(csv(['date,title', ...rows].join('\n')));
		const { story } = parseStory('imported', folder.files);
		expect(story!.events.filter(({ title }) => title.en.startsWith('word'))).toHaveLength(20);
		expect(story!.events.length + rowsOf(tableOf(folder)).length).toBe(6000);
		const huge = [...Array(40).keys()].map((n) => `2001,${long}${n},"${'text '.repeat(20_000)}"`);
		const cut = folderOf(csv(['date,title,text', '2001,Short,x', ...huge].join('\n')));
		const read = parseStory('imported', cut.files);
		const skipped = cut.problems.filter(({ effect }) => effect === 'skipped');
		expect(read.problems.map(formatProblem)).toEqual([]);
		expect(skipped.length).toBeGreaterThan(0);
		expect(read.story!.events.length + rowsOf(tableOf(cut)).length + skipped.length).toBe(41);
	});
});

describe('a page that could be shown', () => {
	const placeholders = /write here|imported from the file .* next|请在此/i;

	it('has no sentence for its editor, no title twice and nobody who is not named', () => {
		for (const lang of ['en', 'zh-Hans']) {
			const { story } = storyOf(csv('date,title,text\n2001,Fair,Fair\n2002,Flood,It rained.\n2003,End,'), lang);
			const local = localise(story, lang);
			expect(JSON.stringify(story)).not.toMatch(placeholders);
			expect(local.items.map((item) => (item.kind === 'event' ? item.summary : ''))).toEqual(['', 'It rained.', '']);
			expect(local.items.every(({ actors }) => actors.length === 0)).toBe(true);
			expect(plainText(local.scenes[0].prose)).toContain('Flood');
			expect(plainText(local.scenes[0].prose)).toContain('It rained.');
		}
	});

	it('is named as its file is, where the file has no other name', () => {
		const { story } = storyOf(readImport({ name: 'our-town_history.csv', text: 'date,title\n2001,A' }));
		expect([story.title.en, story.dek.en]).toEqual(['Our town history', '1 event, 2001.']);
	});

	it('keeps addresses of pictures as links, with the words under them', () => {
		const media = { url: 'https://example.org/a.jpg', caption: 'A picture', credit: 'Somebody' };
		const text = JSON.stringify({
			title: { text: { headline: 'T' }, media },
			events: [{ start_date: { year: 2001 }, media }]
		});
		const { story } = storyOf(readImport({ name: 'x.json', text }));
		expect(story.events[0].title.en).toBe('A picture (Somebody)');
		const cited = story.sources.find(({ id }) => id === story.events[0].sources[0].source)!;
		expect(cited).toMatchObject({ url: media.url, description: { en: 'A picture (Somebody)' } });
		expect(story.about.en).toContain(media.url);
	});

	it('words times as they were on the clock there', () => {
		const { story } = storyOf(csv('date,end,title\n2021-05-03T23:30:00-05:00,,A\n2021-05-03 10:00,2021-05-03 11:30,B'));
		expect(story.events.map(({ when }) => when?.en)).toEqual(['23:30, 3 May 2021 (UTC−5)', '10:00–11:30, 3 May 2021']);
		const zh = storyOf(csv('date,title\n2021-05-03T23:30:00-05:00,A'), 'zh-Hans').story;
		expect(zh.events[0].when?.['zh-Hans']).toBe('2021年5月3日23:30（UTC−5）');
	});

	it('orders what has the same date by its time of day', () => {
		const rows = [
			'2021-05-03 18:00,C',
			'2021-05-03T08:15:00.900Z,E',
			'2021-05-03 09:00,B',
			'2021-05-03,A',
			'2021-05-03T08:15:00.100Z,D'
		];
		const { story } = storyOf(csv(['date,title', ...rows].join('\n')));
		const told = story.scenes
			.flatMap(({ cards }) => cards)
			.map((ref) => story.events.find(({ id }) => ref === `event-${id}`)!.title.en);
		expect(told.filter((title) => 'ABC'.includes(title))).toEqual(['A', 'B', 'C']);
		expect(told.filter((title) => 'DE'.includes(title))).toEqual(['D', 'E']);
	});
});
