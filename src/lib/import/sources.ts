/** The sources of imported items: the file itself, and the sources it names for each. */
import { fill } from '../text/fill.ts';
import type { Strings } from '../text/strings.ts';
import { Ids } from './ids.ts';
import type { ImportedEvent, ImportedQuote } from './types.ts';

interface Source {
	id: string;
	kind: 'dataset' | 'document' | 'website';
	title?: Record<string, string>;
	description: Record<string, string>;
	language: string;
	url?: string;
}

type Item = ImportedEvent | ImportedQuote;

/** The sources; the first is the file. */
export function sourcesOf(items: readonly Item[], file: string, lang: string, words: Strings['imported']) {
	const ids = new Ids('source');
	const say = (text: string) => ({ [lang]: text });
	const sources: Source[] = [
		{
			id: ids.like('imported'),
			kind: 'dataset',
			title: say(file),
			description: say(fill(words.source, { file })),
			language: lang
		}
	];
	const named = new Map<string, string>();
	const idOf = (words: string | undefined, link: string | undefined): string | undefined => {
		const text = words || undefined;
		if (!text && !link) return undefined;
		const key = JSON.stringify([text, link]);
		const known = named.get(key);
		if (known) return known;
		const id = ids.like(text, link && new URL(link).hostname);
		named.set(key, id);
		// A card shows a source by its title.
		const name = say(text || addressName(link!));
		const description = say(text || link!);
		sources.push({
			id,
			kind: link ? 'website' : 'document',
			title: name,
			description,
			language: lang,
			...(link && { url: link })
		});
		return id;
	};
	const cited = new Map(
		items.map((item): [Item, string[]] => {
			const all = [idOf(item.sources, item.link), ...(item.media ?? []).map(({ url, caption }) => idOf(caption, url))];
			return [item, [...new Set(all.filter((id) => id !== undefined))]];
		})
	);
	const cite = (item: Item) => [...cited.get(item)!, sources[0].id].map((source) => ({ source }));
	return { sources, cite };
}

/** An address shortened to what distinguishes it: “example.org/a/long…”. */
function addressName(link: string): string {
	const { hostname, pathname, search } = new URL(link);
	const name = `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
	return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
