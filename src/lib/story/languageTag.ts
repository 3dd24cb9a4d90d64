/** @returns whether a text is a language as BCP 47 writes it, such as `en` or `zh-Hans` */
export function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
