/** The result of verifying a story against its sources: one finding for each claim. */
import type { Step } from './normalise.ts';
import type { Place } from './source.ts';

/**
 * found: it stands there, to the letter if quoted; normalised: once script, width, punctuation or spaces were made
 * alike; rounded: a number given less exactly that is still true; reviewed: a person has said why it holds; sense: a
 * person has to compare the meaning (a negation, a cause, a translation); unchecked: there is no text, or none in a
 * language that can be read; missing: it does not stand there.
 */
export const verdicts = ['found', 'normalised', 'rounded', 'reviewed', 'sense', 'unchecked', 'missing'] as const;
export type Verdict = (typeof verdicts)[number];

/** Does somebody have to look at it: is it wrong, or beyond what a program can tell? */
export const isOpen = (verdict: Verdict): boolean => /^(?:missing|unchecked|sense)$/.test(verdict);

export type Aspect =
	| 'words'
	| 'kind'
	| 'speaker'
	| 'date'
	| 'number'
	| 'name'
	| 'excerpt'
	| 'reason'
	| 'paragraph'
	| 'translation'
	| 'author'
	/** An item that a text links to, or that a quotation is about. */
	| 'link'
	/** A statement that something rose or fell. */
	| 'direction'
	| 'sense'
	| 'review'
	/** What `check` rejects. */
	| 'check';

/** What was found of one claim: whether it stands in the source, where, and if not what to write instead. */
export interface Finding {
	/** Kind and id of the entry: `event-kimi`, `actor-openai`. */
	item: string;
	/** Path of the claim in the story: `events[kimi].date`. */
	claim: string;
	/** Path of the value in its file, which gives its place there: `['events.yaml', 18, 'date']`. */
	path: readonly (string | number)[];
	aspect: Aspect;
	/** Which part of the value at `path` is meant: [start, end) in UTF-16 units; without it, the whole. */
	range?: [number, number];
	/** What is claimed. */
	value: string;
	verdict: Verdict;
	/** For `normalised`, which differences had to be removed. */
	how: Step[];
	/** Where it was found, or the nearest passage. */
	source?: string;
	place?: Place;
	/** The same within the paragraph’s own text, [start, end), UTF-16 units. */
	within?: [number, number];
	/** The passage as the source has it, with the text around it. */
	context?: string;
	/** How it was found; or what is wrong and what to write instead. */
	message?: string;
	/** For `missing` words, the difference from the nearest passage: [-…-] to leave out, {+…+} to put in. */
	difference?: string;
}

/** The number of findings with each verdict. */
export function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of findings) counts[verdict]++;
	return counts;
}

export interface SourceReport {
	id: string;
	paragraphs: number;
	unit: 'line' | 'block';
	/** Share of it that the story quotes, 0–1. */
	quoted: number;
	/** Numbers of the paragraphs that no entry cites. */
	uncited: number[];
}

/** The result of `verifyStory`: a finding for each claim, in the order of the story’s files. */
export interface Report {
	story: string;
	/** Version of the normal form. */
	form: number;
	sources: SourceReport[];
	/** Sources without a text. */
	without: string[];
	findings: Finding[];
	counts: Record<Verdict, number>;
}
