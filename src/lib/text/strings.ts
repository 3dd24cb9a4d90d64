/** Interface strings by language. A story in a language that has none gets the interface in English. */
import en, { type Strings } from './en.ts';
import zhHans from './zh-Hans.ts';

export type { Strings };

/** What only the front page, its choice of a language, and an import say. */
const elsewhere = ['home', 'languageName', 'imported'] as const;

/** What any part of a story’s pages says. */
export type StoryStrings = Omit<Strings, (typeof elsewhere)[number]>;

const all: Record<string, Strings> = { en, 'zh-Hans': zhHans };

/** The direction that a language is written in. */
export const direction = (lang: string) => (/^(ar|fa|he|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr');

/** BCP 47, of those that the interface is in. */
export const interfaceLanguages = Object.keys(all);

/** @returns the strings, and the language that they are in. */
export function strings(lang: string): { ui: Strings; lang: string } {
	const found = nameFor(lang) ?? 'en';
	return { ui: all[found], lang: found };
}

/** @returns what a story’s pages carry of `strings` */
export const storyStrings = (lang: string): StoryStrings =>
	Object.fromEntries(
		Object.entries(strings(lang).ui).filter(([part]) => !elsewhere.some((one) => one === part))
	) as StoryStrings;

/** Whether the interface is in this language itself. */
export const hasStrings = (lang: string): boolean => nameFor(lang) !== undefined;

const nameFor = (lang: string) => interfaceLanguages.find((name) => name === lang || name === lang.split('-')[0]);
