/** What a rule for dates is. */
import type { Reading } from './reading.ts';
import type { Shift, Term } from './term.ts';

export type Groups = Record<string, string | undefined>;

export interface Rule {
	/** Matched against text as foldDates gives it; its length must be bounded from any start. */
	pattern: RegExp;
	/** The meaning; null if it cannot be computed or is not a date. */
	read(groups: Groups, at: Reading): Term | Shift | null;
	/** Skips a match that the words around it show to be something else. See numbered.ts. */
	unless?: Unless;
}

/** @param left, right `labelReach` UTF-16 units before and after the match, or as many as there are */
export type Unless = (matched: string, left: string, right: string) => boolean;

/** UTF-16 units on either side of a match that `unless` sees. */
export const labelReach = 40;

/** @param flags `i` unless capitals matter */
export const rule = (source: string, read: Rule['read'], flags = 'i', unless?: Unless): Rule => ({
	pattern: new RegExp(source, `g${flags}`),
	read,
	unless
});

export const any = (...words: readonly string[]) => `(?:${words.join('|')})`;
