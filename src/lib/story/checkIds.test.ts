import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

function problemsOf(overrides: Overrides): string[] {
	return parseStory('small', smallStory(overrides)).problems.map(formatProblem);
}

describe('ids', () => {
	it.each<Case>([
		[
			'an id that is used twice names the line of the first',
			{ events: [['id: reply', 'id: launch']], scenes: [['event-reply, ', '']], quotes: [['  about: [reply]\n', '']] },
			'events.yaml:8:7 events[launch].id',
			'id "launch" is already used in line 1; write another one'
		],
		[
			'an id of a side that is used twice',
			{ story: [['id: east', 'id: west']], actors: [['side: east', 'side: west']] },
			'story.yaml:14:9 story.sides[west].id',
			'id "west" is already used in line 11; write another one'
		],
		[
			'an unknown actor',
			{ events: [['actors: [acme]', 'actors: [amce]']] },
			'events.yaml:6:12 events[launch].actors[0]',
			'no actor "amce"; did you mean "acme"?'
		],
		[
			'an unknown actor that resembles none: the choice is named',
			{ quotes: [['speaker: mei', 'speaker: somebody-else']] },
			'quotes.yaml:4:12 quotes[mei-words].speaker',
			'no actor "somebody-else"; write one of actors.yaml, which has "acme" and "mei", or add it there'
		],
		[
			'an unknown side',
			{ actors: [['side: east', 'side: est']] },
			'actors.yaml:8:9 actors[mei].side',
			'no side "est"; did you mean "west" or "east"?'
		],
		[
			'an unknown source',
			{ quotes: [['[{ source: paper }]', '[{ source: papers }]']] },
			'quotes.yaml:11:23 quotes[mei-words].sources[0].source',
			'no source "papers"; did you mean "paper"?'
		],
		[
			'an unknown event that a quote is about',
			{ quotes: [['about: [reply]', 'about: [replies]']] },
			'quotes.yaml:10:11 quotes[mei-words].about[0]',
			'no event "replies"; write one of events.yaml, which has "launch" and "reply", or add it there'
		],
		[
			'an unknown actor of a row',
			{ figures: [['actor: acme', 'actor: acmee']] },
			'figures.yaml:12:14 figures[parts].rows[0].actor',
			'no actor "acmee"; did you mean "acme"?'
		],
		[
			'an unknown item in the lights of a scene',
			{ scenes: [['lights: [event-launch]', 'lights: [event-lunch]']] },
			'scenes.yaml:20:12 scenes[closing].lights[0]',
			'no event "lunch"; did you mean "launch"?'
		],
		[
			'a card that is misspelt is one problem, not also an item in no scene',
			{ scenes: [['event-reply', 'event-repli']] },
			'scenes.yaml:19:11 scenes[closing].cards[0]',
			'no event "repli"; did you mean "reply"?'
		],
		[
			'an actor that belongs to an unknown one',
			{ actors: [['  side: east\n', '  side: east\n  memberOf: acne\n']] },
			'actors.yaml:9:13 actors[mei].memberOf',
			'no actor "acne"; did you mean "acme"?'
		],
		[
			'an actor that belongs to itself',
			{ actors: [['  side: east\n', '  side: east\n  memberOf: mei\n']] },
			'actors.yaml:9:13 actors[mei].memberOf',
			'"mei" belongs to itself; write another actor, or leave memberOf out'
		],
		[
			'actors that belong to each other',
			{
				actors: [
					['  side: east\n', '  side: east\n  memberOf: acme\n'],
					['  side: west\n', '  side: west\n  memberOf: mei\n']
				]
			},
			'actors.yaml:4:13 actors[acme].memberOf',
			'memberOf goes round in a circle: acme → mei → acme; leave one memberOf out'
		],
		[
			'a link in prose to an item that does not exist, at its line in the block',
			{ scenes: [['others*.', 'others*, and\n      a [reply](#event-replay).']] },
			'scenes.yaml:8:9 scenes[opening].prose.en',
			'no event "replay"; did you mean "reply"?'
		],
		[
			'a link in prose to a scene that does not exist',
			{ scenes: [['All of it.', '"All of [it](#scene-openin)."']] },
			'scenes.yaml:16:17 scenes[closing].prose.en',
			'no scene "openin"; did you mean "opening"?'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
