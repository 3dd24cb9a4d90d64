import { describe, expect, it } from 'vitest';
import { smallStory } from '../../../tests/support/smallStory.ts';
import { formatProblem, parseStory } from './parse.ts';

const withTable = (lines: string[], files: string[] = ['log.csv']) =>
	parseStory('small', [
		...smallStory({ story: [['published: 2025-06\n', ['published: 2025-06', ...lines, ''].join('\n')]] }),
		...files.map((name) => ({ name, text: '' }))
	]);
const problemsOf = (...of: Parameters<typeof withTable>) => withTable(...of).problems.map(formatProblem);

describe('the table of a story', () => {
	it('is read with all that it may say', () => {
		const table = { file: 'log.csv', source: 'paper', language: 'en', columns: { date: 'when', title_en: 'headline' } };
		expect(withTable([`table: ${JSON.stringify(table)}`]).story!.table).toEqual(table);
		expect(withTable([], []).story!.table).toBeUndefined();
	});

	it.each<[lines: string[], files: string[], ...problems: string[]]>([
		[
			['table: { file: log.csv, source: papers }'],
			['log.csv'],
			'story.yaml:10:33 story.table.source: no source "papers"; did you mean "paper"?'
		],
		[
			['table: { file: logs.csv, source: paper }'],
			['log.csv'],
			'story.yaml:10:16 story.table.file: no file "logs.csv" in the story’s folder; did you mean "log.csv"?'
		],
		[
			['table: { file: log.arrow, source: paper }'],
			[],
			'story.yaml:10:16 story.table.file: no file "log.arrow" in the story’s folder; put it there, or leave "table" out'
		],
		[
			['table: { file: ../log.csv, source: paper }'],
			['log.csv'],
			'story.yaml:10:16 story.table.file: "../log.csv" has the wrong form; write it as follows. Name of the file in the story’s folder, ending .csv, .parquet or .arrow.'
		],
		[
			['table: { file: log.xlsx, source: paper }'],
			[],
			'story.yaml:10:16 story.table.file: "log.xlsx" has the wrong form; write it as follows. Name of the file in the story’s folder, ending .csv, .parquet or .arrow.'
		],
		[
			['table: { file: log.csv, source: paper, language: e n }'],
			['log.csv'],
			'story.yaml:10:50 story.table.language: "e n" has the wrong form; write it as follows. Of titles that are one column for all languages, as BCP 47; the first language by default.'
		],
		[
			['table: { file: log.csv, source: paper, columns: { titel: name, title_fr: nom, title_zh-Hans: 题, title: t } }'],
			['log.csv'],
			'story.yaml:10:51 story.table.columns.titel: a table has no "titel"; did you mean "title"?',
			'story.yaml:10:64 story.table.columns.title_fr: a table has no "title_fr"; did you mean "title" or "title_en"?',
			'story.yaml:10:79 story.table.columns.title_zh-Hans: "title" is one column for all languages, "title_<language>" one for each; write either'
		],
		[
			[],
			['log.csv'],
			'log.csv:1:1: no story.yaml names this table; write there "table: { file: log.csv, source: … }", or take the file away'
		],
		[
			['table: { fiel: log.csv, source: paper }'],
			['log.csv'],
			'story.yaml:10:10 story.table.fiel: unknown key "fiel"; did you mean "file"?'
		]
	])('is told with its place what to write instead: %s beside %s', (lines, files, ...problems) => {
		expect(problemsOf(lines, files)).toEqual(problems);
	});
});

describe('languages and sides', () => {
	it.each<[sentence: string, change: [string, string], place: string, message: string]>([
		[
			'a language that is no BCP 47',
			['languages: [en, zh-Hans]', 'languages: [en, zh-Hans-Hans-Hans]'],
			'story.yaml:8:17 story.languages[1]',
			'"zh-Hans-Hans-Hans" is no language; write BCP 47, e.g. "en" or "zh-Hans"'
		],
		[
			'a language that is named twice',
			['languages: [en, zh-Hans]', 'languages: [en, zh-Hans, EN]'],
			'story.yaml:8:26 story.languages[2]',
			'language "EN" is named twice; leave one out'
		],
		[
			'two sides in the same lane',
			['lane: right', 'lane: left'],
			'story.yaml:16:11 story.sides[east].lane',
			'side "west" already stands left; write the other lane, or leave lane out'
		]
	])('%s', (_, change, place, message) => {
		const { problems } = parseStory('small', smallStory({ story: [change] }));
		expect(problems.map(formatProblem)).toEqual([`${place}: ${message}`]);
	});
});
