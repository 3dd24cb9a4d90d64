/** Finding items by what is told of them. */
import { fold } from '../text/fold.ts';
import type { Item, LocalStory } from '../view/local.ts';

/**
 * @param others by ref, the items’ words in other languages, as this gives them
 * @returns of every item all its words, ready to be searched
 */
export function searchTexts(
	story: Pick<LocalStory, 'items' | 'actors' | 'sides'>,
	others: Readonly<Record<string, string>> = {}
): Map<Item, string> {
	const names = new Map(story.actors.map(({ id, name, role }) => [id, `${name} ${role ?? ''}`]));
	return new Map(
		story.items.map((item) => {
			const own =
				item.kind === 'quote'
					? [...item.words, ...item.translations.flatMap(({ words }) => words), item.context]
					: [item.summary];
			const rows = item.kind === 'figure' ? item.rows.map(({ label, text }) => `${label} ${text}`) : [];
			const actors = item.actors.map((id) => names.get(id) ?? '');
			const words = fold([item.title, item.date.label, ...own, ...rows, ...actors].join('\n'));
			return [item, others[item.ref] ? `${words}\n${others[item.ref]}` : words];
		})
	);
}

/** @returns what has every word of the query, somewhere; all of it for an empty query */
export function search(items: readonly Item[], texts: ReadonlyMap<Item, string>, query: string): Item[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	return items.filter((item) => words.every((word) => texts.get(item)?.includes(word)));
}

/**
 * The items’ words in the story’s other languages: a file of its own, which only a search needs.
 * @throws Error where it does not come, or is no such file
 */
export async function fetchWords(url: string): Promise<Record<string, string>> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	const words: unknown = await response.json();
	if (typeof words !== 'object' || words === null || Object.values(words).some((text) => typeof text !== 'string'))
		throw new Error(`${url}: not texts by ref`);
	return words as Record<string, string>;
}
