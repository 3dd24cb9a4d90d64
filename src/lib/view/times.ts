/** The times of items: which they have, and in which order they stand. */
import type { Item, LocalDate } from './local.ts';

/** All dates that items stand at: their own, and the other time of a quotation that is about one. */
export const datesOf = (items: readonly Item[]): LocalDate[] =>
	items.flatMap((item) => (item.kind === 'quote' && item.speaksOf ? [item.date, item.speaksOf] : [item.date]));

type Dated = Pick<Item, 'date'>;

/** By the beginning of the span that a date covers, then by its end. */
export const byDate = (a: Dated, b: Dated): number => a.date.min - b.date.min || a.date.max - b.date.max;
