import { describe, expect, it } from 'vitest';
import { parseDate, type DateSpan } from '../story/date.ts';
import { agreesInferred, agreesStated, agreesTold } from './agree.ts';
import { findDates } from './dates.ts';

const span = (edtf: string): DateSpan => {
	const parsed = parseDate(edtf);
	if ('problem' in parsed) throw new Error(parsed.problem);
	return parsed.date;
};
const reference = span('2024-11-20');
const read = (source: string) => findDates(source, { reference });
const states = (source: string, date: string) => agreesStated(span(date), read(source)).length > 0;

describe('a date is stated', () => {
	it.each([
		['on May 17, 2024', '2024-05-17'],
		['on May 17, 2024', '2024-05'],
		['this year', '2024'],
		['earlier this year', '2024-05~'],
		['in early 2025', '2025-01~'],
		['in early 2025', '2025-37'],
		['in the spring of 2024', '2024-21'],
		['in the third quarter of 2018', '2018-35'],
		['in the winter of 1947', '1946-12/1947-02'],
		['in the winter of 1947', '1947-24'],
		['2018年第三季度', '2018-07/2018-09'],
		['recently', '2024-10~'],
		['on 6/11/2025', '2025-11-06'],
		['on 6/11/2025', '2025-06-11'],
		['after 2010', '[2011..]'],
		['since March 2020', '2020-03/..'],
		['August 6–9, 1890', '1890-08-06/1890-08-09'],
		['30 November 2022. Two years later', '2024-12~'],
		['three days ago', '2024-11-17'],
		['last week', '2024-11']
	])('by “%s” as %s', (source, date) => expect(states(source, date)).toBe(true));

	it.each([
		['this year', '2024-05-17'],
		['this year', '2024-05'],
		['earlier this year', '2024-05-17'],
		['earlier this year', '2024-05'],
		['in early 2025', '2025-02'],
		['in early 2025', '2025-02-11'],
		['in the spring of 2024', '2024-05-17'],
		['last week', '2024-11-13'],
		['recently', '2024-10'],
		['recently', '2024-10-03'],
		['30 November 2022. Two years later', '2024-12-04'],
		['30 November 2022. Two years later', '2024-12'],
		['since 2020', '2020-01-01'],
		['since 2020', '2020-01'],
		['by October 2025', '2024-01/2025-10'],
		['on 6/11/2025', '2025-11-05'],
		['on March 26, 1996', '2024-03-26'],
		['康熙三年五月', '2024-05'],
		['98年4月', '2024-04']
	])('not by “%s” as %s', (source, date) => expect(states(source, date)).toBe(false));
});

describe('a date is inferred', () => {
	const infers = (source: string, date: string) => agreesInferred(span(date), read(source)).length > 0;
	it.each([
		['this year', '2024'],
		['recently', '2024-11~'],
		['in early 2025', '2025'],
		['30 November 2022. Two years later', '2024'],
		['on Tuesday', '2024-11-19']
	])('from “%s” as %s', (source, date) => expect(infers(source, date)).toBe(true));
	it.each([
		['this year', '2024-05-17'],
		['recently', '2024-10-03'],
		['in early 2025', '2025-02-11'],
		['on Tuesday', '2024-11-18']
	])('not from “%s” as %s', (source, date) => expect(infers(source, date)).toBe(false));
});

describe('a date in the story’s own words agrees', () => {
	const tells = (source: string, words: string, own: string | null) =>
		findDates(words, { reference, previous: own === null ? null : span(own), about: true }).every((told) =>
			agreesTold(told, read(source), own === null ? [] : [span(own)])
		);
	it.each([
		['on 17 May 2024', 'On 17 May', null, true],
		['on 17 May 2024', 'On 18 May', null, false],
		['on 17 May 2024', 'In May', null, true],
		['on 17 May 2024', 'On May 17, 2023', null, false],
		['on 17 May 2024', 'In spring 2024', null, true],
		['on 17 May 2024', 'In late 2024', null, false],
		['this year', 'On 17 May 2024', '2024', false],
		['this year', 'In 2024', '2024', true],
		['in early 1923', 'in early 1923', '1923-02~', true],
		['nothing', 'In 1923', '1923-02~', true],
		['nothing', 'On 3 February 1923', '1923', false]
	])('with “%s”: “%s” of %s, %s', (source, words, own, agrees) => expect(tells(source, words, own)).toBe(agrees));
});
