import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

function problemsOf(overrides: Overrides): string[] {
	return parseStory('small', smallStory(overrides)).problems.map(formatProblem);
}

describe('the grammar of YAML', () => {
	it.each<Case>([
		[
			'a key that is written twice',
			{ events: [['  basis: stated\n', '  basis: stated\n  basis: stated\n']] },
			'events.yaml:4:3',
			'"basis" is written twice here; keep one of them'
		],
		[
			'a second colon in a line',
			{ events: [['zh-Hans: 发布 }\n', 'zh-Hans: 发布 }\n  words: early: 2022\n']] },
			'events.yaml:5:10',
			'a second ": " stands in this line; put the text that holds it into quotation marks'
		],
		[
			'a tab as indentation',
			{ events: [['  basis: stated', '\tbasis: stated']] },
			'events.yaml:3:2',
			'the line is indented with a tab; write spaces'
		],
		[
			'a bracket that is not closed',
			{ scenes: [['lights: [event-launch]', 'lights: [event-launch']] },
			'scenes.yaml:21:3',
			'the indentation does not fit; ' + 'begin the line in the same column as its neighbours, and close brackets'
		],
		[
			'a tag',
			{ sources: [['name: Ann', 'name: !ann Ann']] },
			'sources.yaml:5:21',
			'a ! begins a tag in YAML; put the text into quotation marks'
		],
		[
			'an alias without its anchor',
			{ sources: [['name: Ann', 'name: *ann']] },
			'sources.yaml:5:21',
			'an alias (*name) cannot be read: Unresolved alias (the anchor must be set before the alias): ann; ' +
				'write its text out here'
		],
		[
			'an invisible character',
			{ sources: [['name: Ann', 'name: An\0n']] },
			'sources.yaml:5:23',
			'holds the invisible character U+0000; delete it'
		],
		[
			'text that is no UTF-8',
			{ sources: [['name: Ann', 'name: An\ufffdn']] },
			'sources.yaml:5:23',
			'holds a character that could not be read; save the file as UTF-8 and write it again'
		],
		[
			'a second document',
			{ figures: [['  actors: [acme]\n', '  actors: [acme]\n---\n']] },
			'figures.yaml:16:1',
			'--- begins a second document; write one document in a file'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});

describe('single values', () => {
	it.each<Case>([
		[
			'a missing key',
			{ events: [['  date: 2022-11-30\n', '']] },
			'events.yaml:1:3 events[launch].date',
			'"date" is missing; write "date:". A date as EDTF (levels 0–2): 2022-11-30, 1977-12~ ' +
				'(about), 2024-01/2024-11 (from/to), 197X, -0217-06 (218 BCE).'
		],
		[
			'a key without a value',
			{ events: [['  date: 2022-11-30\n', '  date:\n']] },
			'events.yaml:2:3 events[launch].date',
			'nothing is written here; write text, in quotation marks if it holds a comma or colon'
		],
		[
			'an unknown key',
			{ sources: [['  language: en\n', '  language: en\n  colour: blue\n']] },
			'sources.yaml:7:3 sources[paper].colour',
			'unknown key "colour"; ' +
				'allowed are id, kind, title, description, authors, outlet, language, published, basis, from, url, ' +
				'archived, accessed, note and reviewed'
		],
		[
			'a misspelt key is one problem, not also a missing one',
			{ events: [['summary: { en: It', 'sumary: { en: It']] },
			'events.yaml:5:3 events[launch].sumary',
			'unknown key "sumary"; did you mean "summary"?'
		],
		[
			'a year without quotation marks',
			{ quotes: [["date: '2024'", 'date: 2024']] },
			'quotes.yaml:2:9 quotes[mei-words].date',
			"YAML does not take 2024 for text; write it in quotation marks: '2024'"
		],
		[
			'a value that is not among the allowed ones',
			{ quotes: [['kind: direct', 'kind: verbatim']] },
			'quotes.yaml:5:9 quotes[mei-words].kind',
			'"verbatim" is not allowed; write direct, term or reported'
		],
		[
			'a misspelt value',
			{ quotes: [['kind: direct', 'kind: dirct']] },
			'quotes.yaml:5:9 quotes[mei-words].kind',
			'"dirct" is not allowed; did you mean "direct"? Or write direct, term or reported'
		],
		[
			'an id in the wrong form',
			{ actors: [['id: mei', 'id: Mei Li']] },
			'actors.yaml:6:7 actors[1].id',
			'"Mei Li" has the wrong form; ' +
				'write "mei-li". Lower-case letters, digits and single hyphens, e.g. "moonshot-ai".'
		],
		[
			'an item that is named without its kind',
			{ scenes: [['[event-launch]\n  sources', '[launch]\n  sources']] },
			'scenes.yaml:11:11 scenes[opening].cards[0]',
			'"launch" has the wrong form; ' +
				'write it as follows. Kind and id of an item, as in a link to it: "event-chatgpt", "quote-chesky".'
		],
		[
			'a number beyond its limit',
			{ events: [['importance: 5', 'importance: 9']] },
			'events.yaml:15:15 events[reply].importance',
			'9 is too large; write 5 or less'
		],
		[
			'a number in words',
			{ events: [['importance: 5', 'importance: high']] },
			'events.yaml:15:15 events[reply].importance',
			'"high" stands here; write a number'
		],
		[
			'a number below its limit',
			{ figures: [['value: 40', 'value: -1']] },
			'figures.yaml:14:14 figures[parts].rows[1].value',
			'-1 is too small; write 0 or more'
		],
		[
			'an address that is not of the web',
			{ sources: [['https://example.org/paper', 'javascript:alert(1)']] },
			'sources.yaml:8:8 sources[paper].url',
			'"javascript:alert(1)" is no web address; write one that begins with https://'
		],
		[
			'a key of a text that is no language',
			{ events: [['en: It opened.', '1n: It opened.']] },
			'events.yaml:5:14 events[launch].summary.1n',
			'"1n" is no language; write BCP 47, e.g. "en" or "zh-Hans"'
		],
		[
			'a text that is empty',
			{ events: [['en: It opened.', "en: ' '"]] },
			'events.yaml:5:18 events[launch].summary.en',
			'the text is empty; write it, or leave the key out where it is optional'
		],
		[
			'a comma that cuts a text in two',
			{ events: [['en: It opened.', 'en: It opened, wide']] },
			'events.yaml:5:29',
			'the comma ends the text of "en"; put text with commas in quotation marks: en: "It opened, wide"'
		],
		[
			'words that are a number',
			{ quotes: [['words: 我们来了。', 'words: 12']] },
			'quotes.yaml:7:10 quotes[mei-words].words',
			"YAML does not take 12 for text; write it in quotation marks: '12'"
		],
		[
			'a text that should be in each language',
			{ events: [['title: { en: Launch, zh-Hans: 发布 }', 'title: Launch']] },
			'events.yaml:4:10 events[launch].title',
			'"Launch" stands here; write the text in each language ({ en: … })'
		],
		[
			'a list that is empty',
			{ events: [['actors: [acme]', 'actors: []']] },
			'events.yaml:6:11 events[launch].actors',
			'"actors" is an empty list; write at least one'
		],
		[
			'an entry that is empty',
			{ quotes: [['- id: acme-terms', '-\n- id: acme-terms']] },
			'quotes.yaml:12:2 quotes[1]',
			'nothing is written here; write the entry or delete the line'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});

describe('whole files', () => {
	it.each<Case>([
		[
			'an empty file',
			{ events: '' },
			'events.yaml:1:1',
			'nothing is written here; write a list, or [] where there is none'
		],
		['a list that is a mapping', { quotes: 'a: b\n' }, 'quotes.yaml:1:1', '"a mapping" stands here; write a list'],
		[
			'a list without entries',
			{ sources: '[]\n' },
			'sources.yaml:1:1',
			'"sources.yaml" is an empty list; write at least one'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
