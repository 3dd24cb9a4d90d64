/** Interface strings by language. A story in a language without a translation gets the interface in English. */
import en, { type Strings } from './en.ts';
import zhHans from './zh-Hans.ts';

export type { Strings };

/** Strings used only by the front page, its choice of language, and imports. */
const elsewhere = ['home', 'languageName', 'imported'] as const;

/** Strings used on a story’s pages. */
export type StoryStrings = Omit<Strings, (typeof elsewhere)[number]>;

const all: Record<string, Strings> = { en, 'zh-Hans': zhHans };

/** The writing direction of a language. */
export const direction = (lang: string) => (/^(ar|fa|he|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr');

/** BCP 47 tags of the interface’s languages. */
export const interfaceLanguages = Object.keys(all);

/** @returns the strings, and the language that they are in */
export function strings(lang: string): { ui: Strings; lang: string } {
	const found = nameFor(lang) ?? 'en';
	return { ui: all[found], lang: found };
}

/** @returns the strings that a story’s pages carry */
export const storyStrings = (lang: string): StoryStrings =>
	Object.fromEntries(
		Object.entries(strings(lang).ui).filter(([part]) => !elsewhere.some((one) => one === part))
	) as StoryStrings;

/** Whether the interface has been translated into this language. */
export const hasStrings = (lang: string): boolean => nameFor(lang) !== undefined;

const nameFor = (lang: string) => interfaceLanguages.find((name) => name === lang || name === lang.split('-')[0]);
