/** A file of a story has at most a million characters: what is beyond is listed, not written. */
import type { Imported, ImportedEvent, ImportedQuote, Problems } from './types.ts';

const most = 900_000;

type Items = Pick<Imported, 'title' | 'dek' | 'events' | 'quotes'>;

/** At least as many characters as the YAML of an item has in the largest file that it stands in. */
function cost(item: ImportedEvent | ImportedQuote): number {
	const texts =
		'words' in item
			? [...item.words, ...item.translation, item.context, item.speaker, ...item.about]
			: [item.title, item.text];
	const all = [...texts, ...item.actors, ...item.sides, item.sources ?? '', item.link ?? '', item.when ?? ''];
	// Quotation marks may be doubled, lines are indented, an actor or source has an entry of its own.
	return all.reduce((sum, text) => sum + text.length + 200 + 8 * (text.match(/["'\\\n]/g)?.length ?? 0), 400);
}

export function fit(items: Items, problems: Problems): Items {
	let sum = 0;
	const fits = (item: ImportedEvent | ImportedQuote) => {
		sum += cost(item);
		if (sum <= most) return true;
		problems.skipped(item, 'the story is full: its files hold about 900,000 characters; import the file in parts');
		return false;
	};
	return { ...items, events: items.events.filter(fits), quotes: items.quotes.filter(fits) };
}
