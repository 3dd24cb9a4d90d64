/** What a rule for dates is, and what it makes of the words that it matches. */
import type { Calendar } from './points.ts';
import type { Reading } from './reading.ts';

/**
 * exact: that and no other span; vague: somewhere within it, or near it (“early 2025”, “recently”); since, until: a start
 * or an end is named, what lies on the other side is not; after, before: only that it lies on that side of it.
 */
export type Sense = 'exact' | 'vague' | 'since' | 'until' | 'after' | 'before';

/** How far a vague expression reaches. */
export interface Reach {
	/** ms; the first instant that it may mean, and the first after the last */
	min: number;
	max: number;
	/** ms; a date that is shorter says more than the expression does */
	grain: number;
}

interface About {
	sense?: Sense;
	/** Counted from the article’s date or from the date named before; then it was computed. */
	relative?: boolean;
	reach?: Reach;
	/** EDTF of the ends that the words themselves name, of a range: from 3 May to 6 June. */
	ends?: string[];
}

/** A day, month or year, of which the words may leave out the year, or year and month. */
export interface PartialDate extends About {
	kind: 'partial';
	calendar: Calendar;
	/** The end of a range within the words: August 6–9. */
	to?: Calendar;
	/** Another way to read the same words: 6/11/2025. */
	other?: Calendar;
	/** The weekday said with it, 1–7 from Monday. */
	weekday?: number;
}

/** A span that needs nothing more. */
export interface WholeDate extends About {
	kind: 'whole';
	edtf: string;
	others?: string[];
}

/** “Three days after”, for the date that follows; by itself it counts from the date named before. */
export interface Shift {
	kind: 'shift';
	by(from: WholeDate): Term;
	alone: WholeDate | null;
}

export type Term = PartialDate | WholeDate;

export type Groups = Record<string, string | undefined>;

export interface Rule {
	/** Bounded from any character that it may start at; matched in the text as foldDates gives it. */
	pattern: RegExp;
	/** What it means; null where it cannot be computed or means no date. */
	read(groups: Groups, at: Reading): Term | Shift | null;
	/** Do the words around a match make something else of it? Then it is passed over. See numbered.ts. */
	unless?: Unless;
}

/** @param left, right `labelReach` UTF-16 units before and after the match, or as many as there are */
export type Unless = (matched: string, left: string, right: string) => boolean;

/** UTF-16 units to either side of a match that `unless` sees. */
export const labelReach = 40;

/** @param flags `i` unless capitals matter */
export const rule = (source: string, read: Rule['read'], flags = 'i', unless?: Unless): Rule => ({
	pattern: new RegExp(source, `g${flags}`),
	read,
	unless
});

export const any = (...words: readonly string[]) => `(?:${words.join('|')})`;
