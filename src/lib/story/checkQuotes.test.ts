import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

/** What is wrong; how the small story is changed to contain it; then place and message of the one expected problem. */
type Case = [sentence: string, overrides: Overrides, place: string, message: string];

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
