/** Checks the words of quotations: that there are some, without marks around them, and in every language. */
import { checkTranslations } from './checkLanguages.ts';
import type { Entries, Path, Report } from './entries.ts';
import { isLanguage } from './languageTag.ts';
import * as say from './messages.ts';
import { marksAround } from './quotationMarks.ts';

const file = 'quotes.yaml';
type Quote = Entries['quotes'][number]['value'];

export function checkQuotes({ quotes, languages }: Entries, report: Report): void {
	for (const { value, index } of quotes) {
		checkQuote(value, index, languages, report);
	}
}

function checkQuote(quote: Quote, index: number, languages: Entries['languages'], report: Report): void {
	const { words, language, kind } = quote;
	const listed = [words].flat();
	const blank = listed.length === 0 || listed.some((one) => one.trim() === '');
	if (blank && kind !== 'reported') {
		report({ file, path: [index, 'words'] }, say.quoteWithoutWords(kind));
	}
	checkMarks([index, 'words'], words, report);

	const translation = quote.translation ?? {};
	for (const [tag, translated] of Object.entries(translation)) {
		const path = [index, 'translation', tag];
		checkMarks(path, translated, report);
		if (tag === language) {
			report({ file, path, at: 'key' }, say.translatedIntoItself(tag));
		} else if (count(words) !== count(translated)) {
			report({ file, path }, say.termsDiffer(count(words), count(translated)));
		}
	}
	if (languages && !blank && isLanguage(language)) {
		const wanted = languages.filter((tag) => tag !== language);
		const others = Object.fromEntries(Object.entries(translation).filter(([tag]) => tag !== language));
		checkTranslations(file, [index, 'translation'], others, { languages, wanted }, report);
	}
}

function checkMarks(path: Path, words: string | string[], report: Report): void {
	[words].flat().forEach((text, i) => {
		const marks = marksAround(text.trim());
		if (marks) {
			report({ file, path: Array.isArray(words) ? [...path, i] : path }, say.wrappedInMarks(...marks));
		}
	});
}

/** The number of terms in a list; null for a single text. */
const count = (words: string | string[]) => (Array.isArray(words) ? words.length : null);
