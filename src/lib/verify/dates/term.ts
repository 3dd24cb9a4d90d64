/** What a rule for dates makes of the words that it matches. */
import type { Calendar } from './points.ts';

/**
 * exact: that span and no other; vague: somewhere within it or near it (“early 2025”, “recently”); since, until: only
 * the start or the end is named; after, before: only that it lies on that side.
 */
export type Sense = 'exact' | 'vague' | 'since' | 'until' | 'after' | 'before';

/** How far a vague expression reaches. */
export interface Reach {
	/** The first instant that it may mean, and the first after the last, ms. */
	min: number;
	max: number;
	/** A date shorter than this, in ms, says more than the expression does. */
	grain: number;
}

interface About {
	sense?: Sense;
	/** Computed, by counting from the article’s date or from the date named before. */
	relative?: boolean;
	reach?: Reach;
	/** EDTF of the ends of a range that the words name: from 3 May to 6 June. */
	ends?: string[];
}

/** A day, month or year whose year, or year and month, the words may leave out. */
export interface PartialDate extends About {
	kind: 'partial';
	calendar: Calendar;
	/** The end of a range within the same words: August 6–9. */
	to?: Calendar;
	/** Another reading of the same words: 6/11/2025. */
	other?: Calendar;
	/** The weekday given with it, 1–7 from Monday. */
	weekday?: number;
}

/** A span that is complete. */
export interface WholeDate extends About {
	kind: 'whole';
	edtf: string;
	others?: string[];
}

/** “Three days after”, applied to the date that follows; `alone` counts from the date named before. */
export interface Shift {
	kind: 'shift';
	by(from: WholeDate): Term;
	alone: WholeDate | null;
}

export type Term = PartialDate | WholeDate;
