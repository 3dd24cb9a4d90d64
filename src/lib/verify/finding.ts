/** What verifying a story against its sources says, a line a claim. */
import type { Step } from './normalise.ts';
import type { Place } from './source.ts';

/**
 * found: it stands there, to the letter where it is quoted; normalised: once script, width, punctuation or spaces were
 * made alike; rounded: a number that is told less exactly and stays true; reviewed: a person has said why it holds; sense:
 * what it means is for a person to compare (a negation, a cause, a translation); unchecked: there is no text, or none in a
 * language that is read; missing: it does not stand there.
 */
export const verdicts = ['found', 'normalised', 'rounded', 'reviewed', 'sense', 'unchecked', 'missing'] as const;
export type Verdict = (typeof verdicts)[number];

/** Is it for somebody to look at: wrong, or not to be told by a program? */
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
	/** A sentence says that something rose or fell. */
	| 'direction'
	| 'sense'
	| 'review'
	/** What `check` refuses. */
	| 'check';

export interface Finding {
	/** `event-kimi`, `actor-openai`: kind and id of the entry. */
	item: string;
	/** Path of the claim in the story: `events[kimi].date`. */
	claim: string;
	/** Path of its value in its file, for the place in the story: `['events.yaml', 18, 'date']`. */
	path: readonly (string | number)[];
	aspect: Aspect;
	/** Which words of the value at `path` it is about: [start, end) in UTF-16 units; the whole of it where there is none. */
	range?: [number, number];
	/** What is claimed. */
	value: string;
	verdict: Verdict;
	/** For `normalised`, what had to be made alike. */
	how: Step[];
	/** Where it was found, or the nearest to it. */
	source?: string;
	place?: Place;
	/** The same in the paragraph’s own text, [start, end), UTF-16 units. */
	within?: [number, number];
	/** As the source has it, with what stands around it. */
	context?: string;
	/** How it was found; or what is wrong and what to write instead. */
	message?: string;
	/** For `missing` words: the difference to the nearest passage, [-…-] to leave out, {+…+} to put in. */
	difference?: string;
}

/** How many there are of each verdict. */
export function countsOf(findings: readonly Finding[]): Record<Verdict, number> {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of findings) counts[verdict]++;
	return counts;
}

export interface SourceReport {
	id: string;
	paragraphs: number;
	unit: 'line' | 'block';
	/** How much of it the story prints in its own words, 0–1. */
	quoted: number;
	/** Numbers of the paragraphs that no entry cites. */
	uncited: number[];
}

export interface Report {
	story: string;
	/** The normal form’s version. */
	form: number;
	sources: SourceReport[];
	/** Sources that no text was given for. */
	without: string[];
	findings: Finding[];
	counts: Record<Verdict, number>;
}
