import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../story/date.ts';
import type { Story } from '../story/model.ts';
import { formatProblem, parseStory } from '../story/parse.ts';
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
		expect(story.events[1].summary).toEqual({ en: 'GPT-4' });
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
		expect(story.actors.map(({ name }) => name['zh-Hans'])).toEqual(['未具名', '甲方']);
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
		const skipped = imported.problems.filter(({ effect }) => effect === 'skipped').length;
		expect(known + skipped).toBe(rows);
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

	it('a file too large for a story is cut where it is full, and the rest is listed', () => {
		const rows = [...Array(4000).keys()].map((n) => `2001,T${n},"${'word "" '.repeat(60)}",Actor ${n}`);
		const imported = csv(['date,title,text,actors', ...rows].join('\n'));
		check(imported, 4000, 'en');
		expect(imported.problems[0]).toMatchObject({ effect: 'skipped', row: imported.events.length + 2 });
	});
});
