/**
 * Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0–2), wrapped: one plain shape for everything
 * downstream and messages an editor can act on. Knows no language (see dateWords.ts) and no screen.
 */

export type Precision =
	| 'second'
	| 'day'
	| 'month'
	| 'quarter'
	| 'season'
	| 'third'
	| 'half'
	| 'year'
	| 'decade'
	| 'century'
	| 'millennium';

/** One written point of a date, to the precision written. */
export interface DatePoint {
	/** Astronomical year: 0 is 1 BCE, -217 is 218 BCE. */
	year: number;
	/** 1–12 */
	month?: number;
	/** 1–31 */
	day?: number;
	/** EDTF sub-year code, 21–41 (seasons, quarters, thirds, halves). */
	part?: number;
	precision: Precision;
	/** `~` */
	approximate: boolean;
	/** `?` */
	uncertain: boolean;
	/** ms since 1970-01-01T00:00Z (proleptic Gregorian) of the first instant that the point covers */
	min: number;
	/** ms of the first instant after it */
	max: number;
}

/** A date of a story. Every number is ms since 1970-01-01T00:00Z; a span covers [min, max). */
export interface DateSpan {
	/** As written. */
	edtf: string;
	/** date: one point; interval: from … to …; choice: some time within `[a..b]` or `{…}`. */
	kind: 'date' | 'interval' | 'choice';
	/** First and last written point; null where open (`..`) or unknown (empty). Equal for a `date`. */
	first: DatePoint | null;
	last: DatePoint | null;
	/** Open ends: `..` goes on, `unknown` was left empty. */
	openStart: false | 'open' | 'unknown';
	openEnd: false | 'open' | 'unknown';
	/** First instant covered; -Infinity for an open start. */
	min: number;
	/** First instant after it; Infinity for an open end. */
	max: number;
	/** Is the start (the end) uncertain: approximate, questioned, unspecified digits, or a choice? Drawn as a soft end. */
	softStart: boolean;
	softEnd: boolean;
}
