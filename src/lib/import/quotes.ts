/** Imported quotations that a story in one language can hold unchanged; the others are reported. */
import { Ids } from './ids.ts';
import { shown, type ImportedQuote, type Problems } from './types.ts';
import { marksAround } from '../story/quotationMarks.ts';

export interface StoryQuote {
	id: string;
	item: ImportedQuote;
	/** Ids of the story’s events. */
	about: string[];
}

/** @param events id of an event in the file → its id in the story */
export function storyQuotes(
	quotes: readonly ImportedQuote[],
	events: ReadonlyMap<string, string>,
	lang: string,
	problems: Problems
): StoryQuote[] {
	const ids = new Ids('quote');
	const kept = quotes.flatMap((quote) => {
		const item = { ...quote, words: bare(quote, 'words', problems), translation: bare(quote, 'translation', problems) };
		if ([...item.words, ...item.translation].includes('')) {
			problems.skipped(item, 'the quotation has marks and no words between them; write the words', 'words');
			return [];
		}
		const isForeign = item.language !== lang;
		if (isForeign && item.translation.length !== item.words.length) {
			const message = `the quotation is in ${item.language} and the story in ${lang}; write its translation, as many terms as the words have`;
			problems.skipped(item, message, 'translation');
			return [];
		}
		if (!isForeign && item.translation.length > 0)
			problems.changed(
				item,
				`the words are in ${lang}, the language of the story; their translation was left out`,
				'translation'
			);
		return [item];
	});
	const own = kept.map(({ id }) => (id !== undefined && ids.claim(id) ? id : undefined));
	return kept.map((item, index) => {
		const id = own[index] ?? ids.like(item.id, item.speaker);
		if (item.id && id !== item.id) problems.changed(item, `the id ${shown(item.id)} became ${shown(id)}`, 'id');
		const about = [
			...new Set(item.about.flatMap((name) => events.get(name.replace(/^event-/, '')) ?? events.get(name) ?? []))
		];
		const lost = item.about.filter((name) => !events.has(name) && !events.has(name.replace(/^event-/, '')));
		if (lost.length > 0)
			problems.changed(
				item,
				`the quotation is about ${lost.map(shown).join(', ')}, which is no event here; left out`,
				'about'
			);
		return { id, item, about };
	});
}

/** Removes quotation marks around the whole text, since the page adds them. */
function bare(quote: ImportedQuote, column: 'words' | 'translation', problems: Problems): string[] {
	return quote[column].map((words) => {
		let text = words;
		while (marksAround(text)) text = text.slice(1, -1).trim();
		if (text !== words && text)
			problems.changed(quote, `the quotation marks around ${shown(words)} were taken off; the page sets them`, column);
		return text;
	});
}
