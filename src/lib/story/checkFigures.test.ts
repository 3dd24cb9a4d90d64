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

describe('figures', () => {
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
		]
	])('%s', (_, overrides, place, message) => {
		expect(problemsOf(overrides)).toEqual([`${place}: ${message}`]);
	});
});
