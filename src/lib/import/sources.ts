/** What the imported items rest on: the file itself, and whatever it names for each of them. */
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

/** The first source is the file. */
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
	const idOf = ({ sources: text, link }: Item): string | undefined => {
		if (!text && !link) return undefined;
		const key = JSON.stringify([text, link]);
		const known = named.get(key);
		if (known) return known;
		const id = ids.like(text, link && new URL(link).hostname);
		named.set(key, id);
		const description = say(text ?? link!);
		sources.push({ id, kind: text ? 'document' : 'website', description, language: lang, ...(link && { url: link }) });
		return id;
	};
	const cited = new Map(items.map((item) => [item, idOf(item)]));
	const cite = (item: Item) => {
		const id = cited.get(item);
		return [...(id ? [{ source: id }] : []), { source: sources[0].id }];
	};
	return { sources, cite };
}
