/** Checks a text in the story’s own words: its dates, numbers and names must stand in the cited paragraphs. */
import type { DateSpan } from '../story/date.ts';
import type { Text } from '../story/model.ts';
import { dates } from './checkDates.ts';
import { names, type NamesWanted } from './checkNames.ts';
import { numbers } from './checkNumbers.ts';
import type { Entry } from './entry.ts';
import { isReadable } from './scope.ts';
import { directions, sense } from './sense.ts';
import { readTold } from './told.ts';

export interface Narrative extends NamesWanted {
	/** The date that the text is about. */
	span?: DateSpan | null;
	/** What that date was inferred from. */
	from?: Text;
	/** The text is a label of a word or two, which takes its meaning from what it labels. */
	label?: boolean;
	/** The text is a title, which says what happened: all of it is compared. */
	title?: boolean;
}

export function narrative(entry: Entry, texts: Text | undefined, wanted: Narrative): void {
	const { span = null, from, markdown, title = false, loose, label, path } = wanted;
	const reference = entry.scopes[0]?.library.reference ?? null;
	for (const [language, text] of Object.entries(texts ?? {})) {
		if (!isReadable(language)) continue;
		const told = readTold(text, { reference, previous: span, markdown });
		const at = [...path, language];
		numbers(entry, told, at, language);
		dates(entry, told, at, span, from);
		if (loose || label) continue;
		directions(entry, told, at, language);
		sense(entry, told, at, language, title);
	}
	names(entry, texts, wanted);
}
