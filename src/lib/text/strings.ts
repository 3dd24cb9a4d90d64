/** Interface strings by language. A story in a language that has none gets the interface in English. */
import en, { type Strings } from './en.ts';
import zhHans from './zh-Hans.ts';

export type { Strings };

const all: Record<string, Strings> = { en, 'zh-Hans': zhHans };

/** @returns the strings, and the language that they are in. */
export function strings(lang: string): { ui: Strings; lang: string } {
	const found = Object.keys(all).find((name) => name === lang || name === lang.split('-')[0]) ?? 'en';
	return { ui: all[found], lang: found };
}
