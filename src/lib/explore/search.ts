/** Finding items by what is told of them. */
import { fold } from '../text/fold.ts';
import type { Item, LocalStory } from '../view/local.ts';

/** @returns of every item all its words, ready to be searched */
export function searchTexts(story: Pick<LocalStory, 'items' | 'actors' | 'sides'>): Map<Item, string> {
	const names = new Map(story.actors.map(({ id, name, role }) => [id, `${name} ${role ?? ''}`]));
	return new Map(
		story.items.map((item) => {
			const own =
				item.kind === 'quote'
					? [...item.words, ...item.translations.flatMap(({ words }) => words), item.context]
					: [item.summary];
			const rows = item.kind === 'figure' ? item.rows.map(({ label, text }) => `${label} ${text}`) : [];
			const actors = item.actors.map((id) => names.get(id) ?? '');
			return [item, fold([item.title, item.date.label, ...own, ...rows, ...actors].join('\n'))];
		})
	);
}

/** @returns what has every word of the query, somewhere; all of it for an empty query */
export function search(items: readonly Item[], texts: ReadonlyMap<Item, string>, query: string): Item[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	return items.filter((item) => words.every((word) => texts.get(item)?.includes(word)));
}
