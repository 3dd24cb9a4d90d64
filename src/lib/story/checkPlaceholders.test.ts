import { describe, expect, it } from 'vitest';
import { smallStory, type Overrides } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

const problemsOf = (overrides: Overrides) => parseStory('small', smallStory(overrides)).problems.map(formatProblem);

describe('a text that is not written yet', () => {
	it.each([
		'8 items of 1900–1905, in the order of time. Write here what joins them.',
		'1 item of 2001. Write here what a reader should know of it.',
		'1900年的8项内容，按时间排列。请在此写明它们之间的联系。',
		'Lorem ipsum dolor sit amet.',
		'TODO',
		'TBD.',
		'(to do)',
		'待定'
	])('is told of: %s', (text) => {
		const problems = problemsOf({ events: [['It opened.', JSON.stringify(text)]] });
		expect(problems).toEqual([
			expect.stringMatching(/^events.yaml:\d+:\d+ events\[launch\].summary.en: .*is not written yet/)
		]);
	});

	it.each([
		'It opened.',
		'The to-do list of 1999 was lost.',
		'Toto',
		'Write!',
		'They write here what they saw elsewhere'.replace('here what', 'down what')
	])('is none of these: %s', (text) =>
		expect(problemsOf({ events: [['It opened.', JSON.stringify(text)]] })).toEqual([])
	);
});
