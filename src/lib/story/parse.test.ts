import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallStory } from '../../../tests/support/smallStory.ts';
import { parseDate } from './date.ts';
import { formatProblem, parseStory, type StoryFileText } from './parse.ts';

const formatted = (files: StoryFileText[], folder?: string) =>
	parseStory('small', files, { folder }).problems.map(formatProblem);

/** The small story with the text of one file replaced, or without that file. */
function withFile(name: string, text: string | null): StoryFileText[] {
	const others = smallStory().filter((file) => file.name !== name);
	return text === null ? others : [...others, { name, text }];
}

describe('a valid story', () => {
	const { story, problems } = parseStory('small', smallStory());

	it('has no problems', () => {
		expect(problems).toEqual([]);
		expect(story?.slug).toBe('small');
	});

	it('has its dates read', () => {
		expect(story?.events[0].span).toMatchObject({
			edtf: '2022-11-30',
			min: Date.UTC(2022, 10, 30),
			max: Date.UTC(2022, 11, 1)
		});
		expect(story?.events[1].span.max).toBe(Date.UTC(2024, 3, 1));
		expect(story?.quotes[0].span.min).toBe(Date.UTC(2024, 0, 1));
		expect(story?.figures[0].span.min).toBe(Date.UTC(2024, 5, 1));
		expect(story?.sources[0].span?.min).toBe(Date.UTC(2025, 4, 1));
		expect(story?.published.min).toBe(Date.UTC(2025, 5, 1));
	});

	it('has windows as spans of time, and none where a scene shows all', () => {
		expect(story?.scenes[0].window).toMatchObject({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2024, 0, 1) });
		expect(story?.scenes[1].window).toBeNull();
	});

	it('has what may be left out filled in', () => {
		expect(story?.events.map(({ importance }) => importance)).toEqual([3, 5]);
		expect(story?.quotes[1].about).toEqual([]);
		expect(story?.scenes[0].lights).toEqual([]);
		expect(story?.figures[0].rows[0].qualifier).toBe('exactly');
	});

	it.each(["'2022'", '2022-11', '2022/2023'])('may have a window of %s', (window) => {
		expect(formatted(smallStory({ scenes: [['window: 2022/2023', `window: ${window}`]] }))).toEqual([]);
	});

	it('may hold quotation marks inside the words of a quote', () => {
		const words = ['words: 我们来了。', 'words: “我们”来了“吗”'] as [string, string];
		expect(formatted(smallStory({ quotes: [words] }))).toEqual([]);
	});

	it('may say from what a stated date follows', () => {
		const from = '  basis: stated\n  from: { en: A line., zh-Hans: 一行。 }\n';
		expect(formatted(smallStory({ events: [['  basis: stated\n', from]] }))).toEqual([]);
	});

	it('may have reported speech without words', () => {
		const quotes: [string, string][] = [
			['kind: direct', 'kind: reported'],
			['words: 我们来了。', "words: ''"],
			['  translation: { en: We are here. }\n', '']
		];
		expect(formatted(smallStory({ quotes }))).toEqual([]);
	});

	it('may use an anchor and its alias', () => {
		const events: [string, string][] = [
			['[{ source: paper, paragraphs: [1] }]', '&one [{ source: paper }]'],
			["[{ source: paper, pages: '12' }]", '*one']
		];
		expect(formatted(smallStory({ events }))).toEqual([]);
	});
});

describe('the problems of a story', () => {
	it('are reported all at once, in the order of files and lines', () => {
		const files = smallStory({
			scenes: [['heading: { en: Closing, zh-Hans: 尾声 }', 'heading: { en: Closing }']],
			events: [
				['date: 2022-11-30', 'date: soon'],
				['importance: 5', 'importance: 6'],
				['actors: [acme]', 'actors: [nobody]']
			],
			story: [['lane: right', 'lane: above']]
		});
		expect(formatted(files).map((line) => line.split(' ')[0])).toEqual([
			'story.yaml:16:11',
			'events.yaml:2:9',
			'events.yaml:6:12',
			'events.yaml:15:15',
			'scenes.yaml:14:3'
		]);
	});

	it('name the folder when it is given', () => {
		const files = smallStory({ events: [['basis: stated', 'basis: guessed']] });
		expect(formatted(files, 'data/small')).toEqual([
			'data/small/events.yaml:3:10 events[launch].basis: "guessed" is not allowed; write stated or inferred'
		]);
	});

	it('do not include what only follows from an entry that is wrong elsewhere', () => {
		const files = smallStory({ events: [['importance: 5', 'importance: 6']] });
		expect(formatted(files)).toHaveLength(1);
	});

	it('do not include what only follows from an id that is wrong', () => {
		expect(formatted(smallStory({ actors: [['id: mei', 'id: Mei!']] }))).toHaveLength(1);
	});

	it('do not include what only follows from a file that is not YAML', () => {
		expect(formatted(withFile('actors.yaml', '- id: "acme\n'))).toHaveLength(1);
		expect(formatted(withFile('story.yaml', 'title: ['))).toHaveLength(1);
		expect(formatted(withFile('scenes.yaml', '}'))).toHaveLength(1);
	});

	it.each([
		['is no EDTF', 'soon'],
		['ends before it begins', '2024-03/2024-01']
	])('say at a date that %s what date.ts says of it', (_, date) => {
		const files = smallStory({ events: [['date: 2022-11-30', `date: ${date}`]] });
		const read = parseDate(date);
		const message = 'problem' in read ? read.problem : '';
		expect(message).not.toBe('');
		expect(formatted(files)).toEqual([`events.yaml:2:9 events[launch].date: ${message}`]);
	});

	it('leave no story', () => {
		expect(parseStory('small', smallStory({ events: [['date: 2022-11-30', 'date: soon']] })).story).toBeNull();
	});
});

describe('the files of a story', () => {
	it('must all be there', () => {
		expect(formatted(withFile('quotes.yaml', null), 'data/small')).toContain(
			'data/small/quotes.yaml:1:1: quotes.yaml is missing; write it, a list of entries that begin with "- id:"'
		);
	});

	it('must have the right names', () => {
		const files = smallStory().map((file) => (file.name === 'events.yaml' ? { ...file, name: 'event.yaml' } : file));
		expect(formatted(files)).toEqual([
			'event.yaml:1:1: "event.yaml" is no file of a story; did you mean "events.yaml"?'
		]);
	});

	it('may stand beside a README and a JSON Schema', () => {
		const others = ['README.md', 'events.schema.json', '.DS_Store'].map((name) => ({ name, text: 'x: [' }));
		expect(formatted([...smallStory(), ...others])).toEqual([]);
	});

	it('may be empty lists where a story has no quotes or figures', () => {
		const scenes: [string, string][] = [[', quote-mei-words, quote-acme-terms, figure-parts', '']];
		expect(formatted(smallStory({ scenes, quotes: '[]\n', figures: '[]\n' }))).toEqual([]);
	});
});

describe('hostile files', () => {
	it('cannot multiply by aliases', () => {
		const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
		for (let i = 0; i < 9; i++) {
			const [name, inner] = ['bcdefghij'[i], 'abcdefghij'[i]];
			bomb.push(`${name}: &${name} [${Array(9).fill(`*${inner}`).join(', ')}]`);
		}
		const [problem, ...others] = formatted(withFile('story.yaml', bomb.join('\n')));
		expect(problem).toMatch(/^story\.yaml:1:1: an alias/);
		expect(others).toEqual([]);
	});

	it('cannot hold an alias inside its own anchor', () => {
		expect(formatted(withFile('sources.yaml', '&a [*a]\n')).length).toBeGreaterThan(0);
	});

	it('cannot be nested without end', () => {
		expect(formatted(withFile('story.yaml', '['.repeat(50_000)))).toHaveLength(1);
		expect(formatted(withFile('story.yaml', `about: { en: "${'> '.repeat(20_000)}" }`)).length).toBeGreaterThan(0);
	});

	it('cannot be larger than a story can be', () => {
		expect(formatted(withFile('story.yaml', '#'.repeat(1_000_001)))).toEqual([
			'story.yaml:1:1: the file is larger than 1000000 characters; keep long lists of events in a table (story.yaml: "table"), or make several stories of it'
		]);
	});

	it('cannot reach the prototype of objects', () => {
		expect(formatted(withFile('story.yaml', '__proto__: { title: x }\nconstructor: 1\n')).length).toBeGreaterThan(0);
	});
});

describe('any text in any file', () => {
	const names = smallStory().map(({ name }) => name);
	const never = (files: StoryFileText[]) => {
		const { story, problems } = parseStory('small', files);
		expect(story === null).toBe(problems.length > 0);
		for (const { line, column, message } of problems) {
			expect(line).toBeGreaterThan(0);
			expect(column).toBeGreaterThan(0);
			expect(message).not.toBe('');
		}
	};

	it('gives either a story or problems, and never an exception', () => {
		const yaml = fc.json({ maxDepth: 4 });
		const signs = fc.string({ unit: fc.constantFrom(...'-:[]{}&*!|>"\'#%@`, \n\tae1é小'), maxLength: 80 });
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.oneof(fc.string({ unit: 'binary' }), signs, yaml), (name, text) =>
				never(withFile(name, text))
			),
			{ numRuns: 150 }
		);
	});

	it('gives either a story or problems where a valid file is cut and patched', () => {
		const patch = fc.record({
			name: fc.constantFrom(...names),
			from: fc.double({ min: 0, max: 1, noNaN: true }),
			length: fc.nat(40),
			by: fc.oneof(fc.string(), fc.constantFrom('', '[]', '{}', '~', '12', 'true', '- ', '*a', "''", '\n'))
		});
		fc.assert(
			fc.property(patch, ({ name, from, length, by }) => {
				const { text } = smallStory().find((file) => file.name === name)!;
				const at = Math.floor(from * text.length);
				never(withFile(name, text.slice(0, at) + by + text.slice(at + length)));
			}),
			{ numRuns: 150 }
		);
	});
});
