/** Interface strings by language. A story in a language that has none gets the interface in English. */
import en, { type Strings } from './en.ts';
import zhHans from './zh-Hans.ts';

export type { Strings };

const all: Record<string, Strings> = { en, 'zh-Hans': zhHans };

/** The direction that a language is written in. */
export const direction = (lang: string) => (/^(ar|fa|he|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr');

/** @returns the strings, and the language that they are in. */
export function strings(lang: string): { ui: Strings; lang: string } {
	const found = Object.keys(all).find((name) => name === lang || name === lang.split('-')[0]) ?? 'en';
	return { ui: all[found], lang: found };
}
