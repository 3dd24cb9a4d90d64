import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

const problemsOf = (overrides: Overrides) => parseStory('small', smallStory(overrides)).problems.map(formatProblem);
const cited = '[{ source: paper, paragraphs: [1] }]';
const both = (words: string) => `{ en: ${words}, zh-Hans: ${words} }`;

describe('citations', () => {
	it.each<[string, string, RegExp]>([
		[
			'a paragraph cited twice',
			'[{ source: paper, paragraphs: [1, 2, 1] }]',
			/:7:49 .*paragraph 1 is cited twice here; leave one out/
		],
		[
			'a source that disagrees and does not say what',
			`[{ source: paper }, { source: paper, stance: disputes }]`,
			/disputes the claim without "says"; write what it says/
		],
		[
			'says without a source that disagrees',
			`[{ source: paper, says: ${both('no')} }]`,
			/write stance: disputes, or leave "says" out/
		],
		[
			'nothing but disagreement',
			`[{ source: paper, stance: disputes, says: ${both('no')} }]`,
			/every source here disputes the claim; cite one that supports it/
		],
		['a stance that is none', '[{ source: paper, stance: dispute }]', /did you mean "disputes"/],
		[
			'what it says, in one language only',
			`[{ source: paper }, { source: paper, stance: disputes, says: { en: no } }]`,
			/missing translation: says has en, write zh-Hans too/
		]
	])('%s', (_, sources, message) => {
		expect(problemsOf({ events: [[cited, sources]] }).join('\n')).toMatch(message);
	});

	it('take an excerpt, several sources and one that disagrees', () => {
		const sources = `[{ source: paper, paragraphs: [1], excerpt: It opened }, { source: paper, stance: disputes, says: ${both('no')} }]`;
		expect(problemsOf({ events: [[cited, sources]] })).toEqual([]);
	});
});

describe('corrections, reviews, times spoken of', () => {
	const add = (text: string): Overrides => ({ quotes: [['  about: [reply]\n', `  about: [reply]\n${text}\n`]] });

	it.each<[string, string, RegExp]>([
		[
			'a correction with a date that is none',
			`  corrections: [{ date: 'yesterday', what: ${both('a')}, why: ${both('b')} }]`,
			/quotes\.yaml:11:\d+ quotes\[mei-words\]\.corrections.*"yesterday" is not EDTF/
		],
		['a correction without why', `  corrections: [{ date: '2025', what: ${both('a')} }]`, /"why" is missing/],
		[
			'a review of what cannot be reviewed',
			`  reviewed: [{ claim: words, date: '2025', why: ${both('a')} }]`,
			/"words" is not allowed/
		],
		[
			'a time spoken of that is inferred from nothing',
			`  speaksOf: { date: '1972', basis: inferred }`,
			/an inferred date without "from"/
		],
		['a time spoken of that is none', `  speaksOf: { date: '30.11.2022', basis: stated }`, /write 2022-11-30/]
	])('%s', (_, text, message) => {
		expect(problemsOf(add(text)).join('\n')).toMatch(message);
	});

	it('are read, the time spoken of as a date', () => {
		const text = `  speaksOf: { date: '1972', basis: stated }\n  corrections: [{ date: '2025', what: ${both('a')}, why: ${both('b')} }]`;
		const { story, problems } = parseStory('small', smallStory(add(text)));
		expect(problems).toEqual([]);
		expect(story!.quotes[0].speaksOf!.span.edtf).toBe('1972');
	});
});

describe('computed numbers', () => {
	const row = (text: string): Overrides => ({ figures: [['      value: 40\n', `      value: 40\n${text}\n`]] });

	it.each<[string, string, RegExp]>([
		[
			'another result',
			`      computed: 1 / 3\n      inferred: ${both('a third')}`,
			/1 \/ 3 is 33\.33\d*, not 40; correct the value or how it is computed/
		],
		['no expression', `      computed: 2 +\n      inferred: ${both('x')}`, /"2 \+" cannot be computed; write numbers/],
		['words', `      computed: a third`, /wrong form/],
		['nothing for readers', `      computed: 2 / 5`, /without "inferred"; write for readers/]
	])('%s', (_, text, message) => {
		expect(problemsOf(row(text)).join('\n')).toMatch(message);
	});
	it('fit', () => expect(problemsOf(row(`      computed: 2 / 5\n      inferred: ${both('two fifths')}`))).toEqual([]));
});

describe('verified.yaml', () => {
	const withRecord = (text: string) => parseStory('small', [...smallStory(), { name: 'verified.yaml', text }]);
	it('may be missing, and is read where it is', () => {
		expect(parseStory('small', smallStory()).story!.verified).toBeUndefined();
		const record = { form: 1, sources: [], claims: [] };
		expect(withRecord(JSON.stringify(record)).story!.verified).toEqual(record);
	});
	it('that was changed by hand is told', () => {
		expect(
			withRecord('form: 1\nsources: []\nclaims: [{ item: event-launch, digest: abc }]\n')
				.problems.map(formatProblem)
				.join('\n')
		).toMatch(/verified\.yaml:3:/);
	});
});

describe('dates and sources', () => {
	it.each<[sentence: string, overrides: Overrides, place: string, message: string]>([
		[
			'an inferred date that does not say from what',
			{ events: [['  from: { en: The next sentence., zh-Hans: 下一句。 }\n', '']] },
			'events.yaml:10:10 events[reply].basis',
			'an inferred date without "from"; write what it was inferred from, or basis: stated'
		],
		[
			'an event without sources',
			{ events: [['  sources: [{ source: paper, paragraphs: [1] }]\n', '']] },
			'events.yaml:1:3 events[launch].sources',
			'event without a source: every entry says where it comes from; ' +
				'write "sources:" with at least one "- source: <id>"'
		],
		[
			'an event with an empty list of sources',
			{ events: [['sources: [{ source: paper, paragraphs: [1] }]', 'sources: []']] },
			'events.yaml:7:12 events[launch].sources',
			'event without a source: every entry says where it comes from; ' +
				'write "sources:" with at least one "- source: <id>"'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
