/** When a story was published and corrected. */
import { parseDate, type DateSpan } from './date.ts';
import type { Correction, Ref, Story } from './model.ts';

/** A correction of the story, or of one of its items. */
export interface Change extends Correction {
	/** The item; null for the story as a whole. */
	ref: Ref | null;
	/** Its position among the corrections of the same entry, from 1: new ones come last, so that it stays. */
	number: number;
	span: DateSpan;
}

/** All corrections: those of the story first, then those of its items as they are written. */
export function changesOf(story: Story): Change[] {
	const of = (ref: Ref | null, corrections: Correction[] = []) =>
		corrections.flatMap((correction, index): Change[] => {
			const read = parseDate(correction.date);
			return 'date' in read ? [{ ...correction, ref, number: index + 1, span: read.date }] : [];
		});
	return [
		...of(null, story.corrections),
		...story.events.flatMap(({ id, corrections }) => of(`event-${id}`, corrections)),
		...story.quotes.flatMap(({ id, corrections }) => of(`quote-${id}`, corrections)),
		...story.figures.flatMap(({ id, corrections }) => of(`figure-${id}`, corrections))
	];
}

/** The date of the latest correction, or of publication where that is later or there is none. */
export const lastChange = (story: Story, changes = changesOf(story)): DateSpan =>
	[story.published, ...changes.map(({ span }) => span)].reduce((a, b) => (b.min > a.min ? b : a));
