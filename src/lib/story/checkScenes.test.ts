import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

function problemsOf(overrides: Overrides): string[] {
	return parseStory('small', smallStory(overrides)).problems.map(formatProblem);
}

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
