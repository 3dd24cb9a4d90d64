import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

/** The figure of the small story as a line chart with two lines. */
const asLine: [string, string] = [
	`  chart: share
  format: percent
  whole: { value: 100, label: { en: All, zh-Hans: 全部 } }
  rows:
    - label: { en: Acme, zh-Hans: 顶点 }
      value: 60
      actor: acme
    - label: { en: Others, zh-Hans: 其他 }
      value: 40
`,
	`  chart: line
  format: percent
  note: { en: Two dates., zh-Hans: 两个日期。 }
  rows:
    - { label: { en: Acme, zh-Hans: 顶点 }, date: "2024", value: 60 }
    - { label: { en: Others, zh-Hans: 其他 }, date: "2024", value: 40 }
`
];

function problemsOf(overrides: Overrides): string[] {
	return parseStory('small', smallStory(overrides)).problems.map(formatProblem);
}

describe('quotes', () => {
	it.each<Case>([
		[
			'a quote without its translation',
			{ quotes: [['  translation: { en: We are here. }\n', '']] },
			'quotes.yaml:1:3 quotes[mei-words].translation',
			'missing translation: translation has nothing, write en too'
		],
		[
			'a translation into a language of its own',
			{ quotes: [['translation: { en: We are here. }', 'translation: { en: We are here., zh-Hans: 我们来了。 }']] },
			'quotes.yaml:8:36 quotes[mei-words].translation.zh-Hans',
			'the words are already zh-Hans; ' + "leave the translation into zh-Hans out, or correct the quote's language"
		],
		[
			'a translation into a language that the story does not have',
			{ quotes: [['translation: { en: We are here. }', 'translation: { en: We are here., fr: Nous voilà. }']] },
			'quotes.yaml:8:36 quotes[mei-words].translation.fr',
			'the story has no language "fr"; leave it out, or add it to languages in story.yaml'
		],
		[
			'a list of terms whose translation is shorter',
			{ quotes: [['[开放, 便宜]', '[开放]']] },
			'quotes.yaml:19:27 quotes[acme-terms].translation.zh-Hans',
			'words lists 2, its translation lists 1; write a list of 2 in the same order'
		],
		[
			'a list of terms whose translation is one text',
			{ quotes: [['[开放, 便宜]', '开放']] },
			'quotes.yaml:19:27 quotes[acme-terms].translation.zh-Hans',
			'words lists 2, its translation is one text; write a list of 2 in the same order'
		],
		[
			'one text whose translation is a list',
			{ quotes: [['{ en: We are here. }', '{ en: [We are here.] }']] },
			'quotes.yaml:8:22 quotes[mei-words].translation.en',
			'words is one text, its translation a list; write one text'
		],
		[
			'a direct quote without words',
			{ quotes: [['words: 我们来了。', "words: ''"]] },
			'quotes.yaml:7:10 quotes[mei-words].words',
			'quote that claims to be direct without words; write them, or kind: reported'
		],
		[
			'a direct quote of white space',
			{ quotes: [['words: 我们来了。', "words: '  '"]] },
			'quotes.yaml:7:10 quotes[mei-words].words',
			'quote that claims to be direct without words; write them, or kind: reported'
		],
		[
			'a term without words',
			{
				quotes: [
					['words: [open, cheap]', 'words: []'],
					['  translation: { zh-Hans: [开放, 便宜] }\n', '']
				]
			},
			'quotes.yaml:18:10 quotes[acme-terms].words',
			'quote that claims to be a quoted term without words; write them, or kind: reported'
		],
		[
			'words that stand in Chinese quotation marks',
			{ quotes: [['words: 我们来了。', 'words: 「我们来了。」']] },
			'quotes.yaml:7:10 quotes[mei-words].words',
			'the words stand in 「…」; leave the quotation marks out, the page sets them'
		],
		[
			'words that stand in curly quotation marks',
			{ quotes: [['words: 我们来了。', 'words: “我们来了。”']] },
			'quotes.yaml:7:10 quotes[mei-words].words',
			'the words stand in “…”; leave the quotation marks out, the page sets them'
		],
		[
			'a term that stands in straight quotation marks',
			{ quotes: [['[open, cheap]', '[\'"open"\', cheap]']] },
			'quotes.yaml:18:11 quotes[acme-terms].words[0]',
			'the words stand in "…"; leave the quotation marks out, the page sets them'
		],
		[
			'a translation that stands in quotation marks',
			{ quotes: [['{ en: We are here. }', '{ en: “We are here.” }']] },
			'quotes.yaml:8:22 quotes[mei-words].translation.en',
			'the words stand in “…”; leave the quotation marks out, the page sets them'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});

describe('dates and sources', () => {
	it.each<Case>([
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

describe('figures and sides', () => {
	it.each<Case>([
		[
			'a share without a whole',
			{ figures: [['  whole: { value: 100, label: { en: All, zh-Hans: 全部 } }\n', '']] },
			'figures.yaml:6:10 figures[parts].chart',
			'a share needs the whole that its rows are parts of; ' + 'write "whole:" with value and label, or chart: bars'
		],
		[
			'a share whose rows are more than the whole',
			{ figures: [['value: 40', 'value: 40.5']] },
			'figures.yaml:9:3 figures[parts].rows',
			'the rows add up to 100.5, the whole is 100; correct a value or write chart: bars'
		],
		[
			'a row of a line chart without a date',
			{ figures: [asLine, ['date: "2024", value: 60', 'value: 60']] },
			'figures.yaml:10:7 figures[parts].rows[0]',
			'a row of a line chart without a date; write "date:" with when it was so much, e.g. 2024-01~, or chart: bars'
		],
		[
			'a date of a row that is none',
			{ figures: [asLine, ['date: "2024", value: 60', 'date: 10/2024, value: 60']] },
			'figures.yaml:10:49 figures[parts].rows[0].date',
			'"10/2024" is not EDTF; write 2024-10'
		],
		[
			'a date of a row outside a line chart',
			{ figures: [['value: 60', 'value: 60\n      date: 2024-06']] },
			'figures.yaml:12:7 figures[parts].rows[0].date',
			'"date" is for the rows of a line chart; leave it out, write chart: line, or, in chart: share, group: { … }'
		],
		[
			'a group in a line chart',
			{ figures: [asLine, ['value: 60', 'value: 60, group: { en: One, zh-Hans: 一 }']] },
			'figures.yaml:10:68 figures[parts].rows[0].group',
			'"group" cannot stand in a row of a line chart; write the date as "date:" and "when:"'
		],
		[
			'two amounts of one line at one date',
			{ figures: [asLine, ['en: Others, zh-Hans: 其他', 'en: Acme, zh-Hans: 顶点']] },
			'figures.yaml:11:49 figures[parts].rows[1].date',
			'"Acme" already has an amount at this date in line 10; correct the date or the label'
		],
		[
			'more lines than can be told apart',
			{
				figures: [
					asLine,
					[
						'  actors: [acme]',
						Array.from(
							{ length: 7 },
							(_, n) => `    - { label: { en: L${n}, zh-Hans: L${n} }, date: "2024", value: 1 }\n`
						).join('') + '  actors: [acme]'
					]
				]
			},
			'figures.yaml:9:3 figures[parts].rows',
			'9 lines are more than can be told apart; write 8 labels at most, or chart: bars'
		],
		[
			'two sides in the same lane',
			{ story: [['lane: right', 'lane: left']] },
			'story.yaml:16:11 story.sides[east].lane',
			'side "west" already stands left; write the other lane, or leave lane out'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});

describe('scenes', () => {
	it.each<Case>([
		[
			'an ending before the last scene',
			{ scenes: [['window: 2022/2023', 'window: 2022/2023\n  ending: true']] },
			'scenes.yaml:11:11 scenes[opening].ending',
			'only the last scene is an ending; move it to the end, or leave `ending` out'
		],
		[
			'a figure for the stage that there is not',
			{ scenes: [['window: all', 'window: all\n  stage: figure-part']] },
			'scenes.yaml:19:10 scenes[closing].stage',
			'no figure "part"; did you mean "parts"?'
		],
		[
			'a scene that lights up nothing',
			{
				scenes: [
					[
						'- id: closing',
						'- id: empty\n  heading: { en: None, zh-Hans: 无 }\n  prose: { en: None., zh-Hans: 无。 }\n' +
							'  window: all\n  cards: []\n  sources: [{ source: paper }]\n- id: closing'
					]
				]
			},
			'scenes.yaml:17:3 scenes[empty].cards',
			'the scene lights up nothing; write at least one item in cards or lights, e.g. cards: [event-…]'
		],
		[
			'a window that is a choice of dates',
			{ scenes: [['window: 2022/2023', "window: '[2022,2023]'"]] },
			'scenes.yaml:10:11 scenes[opening].window',
			'"[2022,2023]" is not a stretch of time; write an interval such as 2022/2024, a single date, or all'
		],
		[
			'a window with an open end',
			{ scenes: [['window: 2022/2023', 'window: 2022/..']] },
			'scenes.yaml:10:11 scenes[opening].window',
			'the window "2022/.." has an open end; write both ends, such as 2022/2024, or all'
		],
		[
			'a card outside the window of its scene',
			{ scenes: [['window: 2022/2023', 'window: 2023/2024']] },
			'scenes.yaml:11:11 scenes[opening].cards[0]',
			'event-launch (2022-11-30) lies outside the window 2023/2024 of its scene; ' + 'widen the window or move the card'
		],
		[
			'an item whose card stands in no scene',
			{ scenes: [['quote-mei-words, ', '']] },
			'quotes.yaml:1:3 quotes[mei-words]',
			'stands in no scene; write quote-mei-words in the cards of one'
		],
		[
			'an item whose card stands in two scenes',
			{ scenes: [['cards: [event-reply,', 'cards: [event-launch, event-reply,']] },
			'scenes.yaml:19:11 scenes[closing].cards[0]',
			'event-launch already has its card in scene "opening"; leave it out here, or write it in lights'
		],
		[
			'an item whose card stands twice in a scene',
			{ scenes: [['cards: [event-reply,', 'cards: [event-reply, event-reply,']] },
			'scenes.yaml:19:24 scenes[closing].cards[1]',
			'event-reply already has its card in scene "closing"; leave it out here, or write it in lights'
		],
		[
			'HTML in prose, at its line in the block',
			{ scenes: [['others*.', 'others*,\n      and <br> more.']] },
			'scenes.yaml:8:11 scenes[opening].prose.en',
			'HTML is not read; write Markdown (paragraphs, *emphasis*, [links](#event-…)), and \\< for ' + 'the sign itself'
		],
		[
			'a heading in the text about the story',
			{ story: [['    It rests on one source.\n', '    It rests on one source.\n\n    # Heading\n']] },
			'story.yaml:7:5 story.about.en',
			'headings are not read; write a paragraph (a scene has its heading in "heading:")'
		],
		[
			'a problem in folded prose, at its line',
			{ scenes: [['prose:\n    en: All of it.', 'prose:\n    en: >-\n      All of\n      it and\n      **all**.']] },
			'scenes.yaml:19:7 scenes[closing].prose.en',
			'**strong** is not read; write *emphasis*'
		],
		[
			'a link that would run a script',
			{ scenes: [['[launch](#event-launch)', '[launch](javascript:alert(1))']] },
			'scenes.yaml:5:25 scenes[opening].prose.en',
			'a link cannot lead to "javascript:alert(1)"; ' +
				'write https://… or #event-…, #quote-…, #figure-…, #scene-… with an id'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
