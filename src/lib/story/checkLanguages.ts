/** Checks that languages are ones, and that every text of a story exists in all of its languages. */
import type { z } from 'zod';
import type { Entries, Path, Report } from './entries.ts';
import { isLanguage } from './languageTag.ts';
import * as say from './messages.ts';
import { fileSchemas, type FileName } from './schema.ts';

const lists = ['actors', 'events', 'quotes', 'figures', 'scenes', 'sources'] as const;

export function checkLanguages(entries: Entries, report: Report): void {
	for (const list of ['quotes', 'sources'] as const) {
		for (const { value, index } of entries[list]) {
			if (!isLanguage(value.language)) {
				report({ file: `${list}.yaml`, path: [index, 'language'] }, say.noLanguage(value.language));
			}
		}
	}
	const { story, languages } = entries;
	if (!languages) {
		return;
	}
	if (story) {
		checkTexts('story.yaml', fileSchemas['story.yaml'], story, [], languages, report);
	}
	for (const list of lists) {
		const file: FileName = `${list}.yaml`;
		for (const { value, index } of entries[list]) {
			checkTexts(file, fileSchemas[file].element, value, [index], languages, report);
		}
	}
}

/** The parts of a zod schema that are needed to follow it. */
type Schema = z.core.$ZodType & { def?: unknown };
interface Definition {
	type: string;
	shape?: Record<string, Schema>;
	element?: Schema;
	innerType?: Schema;
}

/** Follows the schema to each text in several languages (a record); a quote’s translation has its own rule. */
function checkTexts(
	file: FileName,
	schema: Schema,
	value: unknown,
	path: Path,
	languages: readonly string[],
	report: Report
): void {
	if (value === undefined || (file === 'quotes.yaml' && path[1] === 'translation')) {
		return;
	}
	const check = (inner: Schema, value: unknown, path: Path) => checkTexts(file, inner, value, path, languages, report);
	const { type, shape, element, innerType } = schema.def as Definition;
	if (innerType) {
		check(innerType, value, path);
	} else if (type === 'record') {
		checkTranslations(file, path, value as Record<string, unknown>, { languages, wanted: languages }, report);
	} else if (shape) {
		for (const [key, inner] of Object.entries(shape)) {
			check(inner, (value as Record<string, unknown>)[key], [...path, key]);
		}
	} else if (element) {
		(value as unknown[]).forEach((one, i) => check(element, one, [...path, i]));
	}
}

/**
 * @param text one text in several languages, by their tags
 * @param tags the languages of the story, and those of them that the text is to be in
 */
export function checkTranslations(
	file: FileName,
	path: Path,
	text: Record<string, unknown>,
	{ languages, wanted }: { languages: readonly string[]; wanted: readonly string[] },
	report: Report
): void {
	const has = Object.keys(text);
	const missing = new Set(wanted.filter((language) => !has.includes(language)));
	const strange = has.filter((language) => !languages.includes(language));
	for (const language of strange) {
		const suggestions = say.suggest(language, missing);
		suggestions.forEach((suggestion) => missing.delete(suggestion));
		report({ file, path: [...path, language], at: 'key' }, say.extraLanguage(language, suggestions));
	}
	if (missing.size > 0) {
		const present = has.filter((language) => !strange.includes(language));
		report({ file, path, at: 'key' }, say.missingTranslation(String(path.at(-1)), present, [...missing]));
	}
}
