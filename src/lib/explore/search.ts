/** Searches items by their texts. */
import { fold } from '../text/fold.ts';
import type { Item, LocalStory } from '../view/local.ts';

/**
 * @param others items’ words in other languages, by ref, in the form that this function gives
 * @returns all words of every item, ready to be searched
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
					: [item.summary ?? ''];
			const rows = item.kind === 'figure' ? item.rows.map(({ label, text }) => `${label} ${text}`) : [];
			const actors = item.actors.map((id) => names.get(id) ?? '');
			const words = fold([item.title, item.date.label, ...own, ...rows, ...actors].join('\n'));
			return [item, others[item.ref] ? `${words}\n${others[item.ref]}` : words];
		})
	);
}

/** @returns the items that contain every word of the query; all of them for an empty query */
export function search(items: readonly Item[], texts: ReadonlyMap<Item, string>, query: string): Item[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	return items.filter((item) => words.every((word) => texts.get(item)?.includes(word)));
}

/**
 * The items’ words in the story’s other languages: a separate file, which only a search needs.
 * @throws Error where it cannot be loaded or has the wrong form
 */
export async function fetchWords(url: string): Promise<Record<string, string>> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	const words: unknown = await response.json();
	if (typeof words !== 'object' || words === null || Object.values(words).some((text) => typeof text !== 'string'))
		throw new Error(`${url}: not texts by ref`);
	return words as Record<string, string>;
}
