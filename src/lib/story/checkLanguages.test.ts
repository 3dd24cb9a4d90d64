import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

function problemsOf(overrides: Overrides): string[] {
	return parseStory('small', smallStory(overrides)).problems.map(formatProblem);
}

describe('languages', () => {
	it.each<Case>([
		[
			'a text without one of the languages',
			{ events: [['title: { en: Launch, zh-Hans: 发布 }', 'title: { en: Launch }']] },
			'events.yaml:4:3 events[launch].title',
			'missing translation: title has en, write zh-Hans too'
		],
		[
			'a text in lines without one of the languages',
			{ story: [['  zh-Hans: |\n    它只有一个来源。\n', '']] },
			'story.yaml:3:1 story.about',
			'missing translation: about has en, write zh-Hans too'
		],
		[
			'a text of a row without one of the languages',
			{ figures: [['label: { en: Others, zh-Hans: 其他 }', 'label: { zh-Hans: 其他 }']] },
			'figures.yaml:13:7 figures[parts].rows[1].label',
			'missing translation: label has zh-Hans, write en too'
		],
		[
			'a text in a language that the story does not have',
			{ events: [['zh-Hans: 它开放了。', 'zh-Hans: 它开放了。, de: Es ging auf.']] },
			'events.yaml:5:46 events[launch].summary.de',
			'the story has no language "de"; leave it out, or add it to languages in story.yaml'
		],
		[
			'a language that is misspelt is one problem, not also a missing one',
			{ events: [['zh-Hans: 它开放了。', 'zh-Hant: 它开放了。']] },
			'events.yaml:5:30 events[launch].summary.zh-Hant',
			'the story has no language "zh-Hant"; did you mean "zh-Hans"?'
		],
		[
			'a source whose language is none',
			{ sources: [['language: en', 'language: en-en-en-en']] },
			'sources.yaml:6:13 sources[paper].language',
			'"en-en-en-en" is no language; write BCP 47, e.g. "en" or "zh-Hans"'
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
