/**
 * Sentences with the value of each of their dates (tests/fixtures/dates): “recognizers”, the cases of Microsoft’s
 * Recognizers-Text, MIT, and “written”, sentences in the style of news, history and reference works, some of which name
 * no date. Also which of them a calendar date or range can express, and how a reader’s answer is judged.
 */
import { readFileSync } from 'node:fs';
import { parseDate, type DateSpan } from '../../src/lib/story/date.ts';
import { findDates } from '../../src/lib/verify/dates.ts';

/** Spans of days: [start, end), ms since 1970-01-01T00:00Z; `last` is where its last written point starts. */
export interface Answer {
	/** Position in the sentence, [from, to), UTF-16 units. */
	from: number;
	to: number;
	spans: readonly { start: number; end: number; last?: number }[];
	/** Is it only near that span, or somewhere in it? Other readers do not say. */
	vague?: boolean;
}

interface Value {
	timex?: string;
	value?: string;
	start?: string;
	end?: string;
	/** Used instead of these in the sentences “written”. */
	edtf?: string;
	/** Near that date, or within it: “early 2025” lies within 2025. */
	vague?: boolean;
}

export interface DateCase {
	input: string;
	/** ISO 8601 without a zone. */
	reference: string | null;
	results: readonly {
		text: string;
		/** First unit, and last unit (inclusive). */
		start: number;
		end: number;
		type: string;
		values: readonly Value[];
	}[];
}

export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

export type CaseSet = 'recognizers' | 'written';

const casesOf = (language: Language, set: CaseSet) =>
	JSON.parse(readFileSync(`tests/fixtures/dates/${set}.${language}.json`, 'utf8')) as DateCase[];

/** What is not counted, and why no calendar date or range can express it. */
const reasons: readonly [why: string, is: (result: DateCase['results'][number]) => boolean][] = [
	[
		'no value is given: no such day, or a year of schools or of taxes',
		({ values }) => values.every(({ value }) => value === 'not resolved')
	],
	['days of business, which are not a range', ({ text }) => /business day/.test(text)],
	[
		'any day or month rather than one, as in “partner of the month”',
		({ text }) => /^the (?:day|month|year|fortnight)$/.test(text)
	]
];
const reasonOf = (result: DateCase['results'][number]) => reasons.find(([, is]) => is(result))?.[0];

/** The texts that are not counted, by reason. */
export function countedOut(language: Language): Record<string, string[]> {
	const all: Record<string, string[]> = {};
	for (const result of casesOf(language, 'recognizers').flatMap(({ results }) => results)) {
		const why = reasonOf(result);
		if (why) (all[why] ??= []).push(result.text);
	}
	return all;
}

const spanOf = (edtf: string): DateSpan => {
	const parsed = parseDate(edtf);
	if ('problem' in parsed) throw new Error(`${edtf}: ${parsed.problem}`);
	return parsed.date;
};

/** A vague date must be marked as vague, and overlap the expected one. */
function isSame(answer: Answer, edtf: string, vague: boolean): boolean {
	const { min, max } = spanOf(edtf);
	return answer.spans.some(({ start, end }) =>
		vague ? answer.vague === true && start < max && end > min : start === min && end === max
	);
}

const time = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00Z`);

/** An end may be the last day or year that is named, or the first after it: both are in use. */
function isExact(answer: Answer, { value, start, end, edtf, vague = false }: Value): boolean {
	if (edtf !== undefined) return isSame(answer, edtf, vague);
	return answer.spans.some((span) => {
		const ends = [span.end, span.last];
		if (value) return span.start === time(value) && span.end === time(value) + 864e5;
		if (start && end) return span.start === time(start) && ends.includes(time(end));
		if (start) return span.start === time(start) || span.end === time(start);
		return end !== undefined && [span.start, ...ends].includes(time(end));
	});
}

export interface Tally {
	/** Dates that a calendar can express. */
	of: number;
	found: number;
	exact: number;
	/** Dates with a year in the text, but another year in what was read. */
	wrongYear: string[];
	missed: string[];
	inexact: string[];
	/** Dates that were read where the sentence names none. */
	unsaid: string[];
}

export function tally(
	language: Language,
	read: (input: string, reference: string | null) => readonly Answer[],
	set: CaseSet = 'recognizers'
): Tally {
	const all: Tally = { of: 0, found: 0, exact: 0, wrongYear: [], missed: [], inexact: [], unsaid: [] };
	for (const { input, reference, results } of casesOf(language, set)) {
		const answers = read(input, reference);
		for (const { from, to } of answers)
			if (!results.some(({ start, end }) => from <= end && to > start))
				all.unsaid.push(`${input}: ${input.slice(from, to)}`);
		for (const result of results) {
			if (reasonOf(result)) continue;
			all.of++;
			const here = answers.filter(({ from, to }) => from <= result.end && to > result.start);
			const name = `${input} (${reference?.slice(0, 10)}): ${result.text}`;
			if (!here.length) all.missed.push(name);
			else all.found++;
			const exact = here.some((answer) => result.values.some((value) => isExact(answer, value)));
			if (exact) all.exact++;
			else if (here.length) all.inexact.push(name);
			const years = result.text.match(/(?<!\d)(?:1\d|20)\d\d(?!\d)/g) ?? [];
			const covered = (year: string) =>
				here.some(({ spans }) =>
					spans.some(
						({ start, end }) => start < Date.UTC(Number(year) + 1, 0) && end > Date.UTC(Number(year), 0) - 864e5
					)
				);
			// A correct date may lie in the year after the one given (lunar calendar), or before our era.
			const isAsWanted = exact && set === 'written';
			if (here.length && !isAsWanted && !years.every(covered)) all.wrongYear.push(name);
		}
	}
	return all;
}

/** What this project’s own reader makes of a sentence. */
export function ours(input: string, reference: string | null): Answer[] {
	const read = reference === null ? null : parseDate(reference.slice(0, 10));
	const dates = findDates(input, { reference: read && 'date' in read ? read.date : null });
	return dates.map(({ start, end, span, sense, alternatives = [] }) => ({
		vague: sense === 'vague',
		from: start,
		to: end,
		spans: [span, ...alternatives].map(({ min, max, last }) => ({ start: min, end: max, last: last?.min }))
	}));
}
