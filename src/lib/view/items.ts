/** What items of every kind have in common: links, times, order, counts. The kinds stand in story/kinds.ts. */
import { kinds, type ItemKind, type Kind } from '../story/kinds.ts';
import type { Item, LocalDate, LocalStory, Ref } from './local.ts';

export { isStoryRef, kinds, type MarkShape } from '../story/kinds.ts';

/** The items that its card links to: what is about an event, or the events that something is about. */
export const linksOf = (item: Item): Ref[] => ('about' in item ? item.about : (item.linked ?? []));

/** The item with other links. */
export const withLinks = <T extends Item>(item: T, links: Ref[]): T =>
	'about' in item ? { ...item, about: links } : { ...item, linked: links };

/** All times that it is drawn at: a quotation may speak of another. */
const timesOf = (item: Item): LocalDate[] =>
	'speaksOf' in item && item.speaksOf ? [item.date, item.speaksOf] : [item.date];

/** All dates that items stand at. */
export const datesOf = (items: readonly Item[]): LocalDate[] => items.flatMap(timesOf);

/** In the order of the telling; rows, which nothing tells, come before. */
export const compareTold = (a: Item, b: Item): number => (a.told ?? 0) - (b.told ?? 0);

/** By the beginning of the span that a date covers, then by its end. */
export const byDate = (a: Pick<Item, 'date'>, b: Pick<Item, 'date'>): number =>
	a.date.min - b.date.min || a.date.max - b.date.max;

/** In order of time, then of the telling. */
export const compareItems = (a: Item, b: Item): number => byDate(a, b) || compareTold(a, b);

/** How many there are of each kind of the story. */
export const countKinds = (items: readonly { kind: ItemKind }[]): Record<Kind, number> => {
	const counts = { event: 0, quote: 0, figure: 0 };
	for (const { kind } of items) counts[kinds[kind].as]++;
	return counts;
};

/** “Quotation: ” where a label says the kind, else ''. */
export const kindBefore = ({ kind }: { kind: ItemKind }, { kind: names, list }: LocalStory['ui']): string =>
	kinds[kind].named ? names[kinds[kind].as] + list.colon : '';
