/** Text as an Office file may contain it. */

/**
 * Removes what XML 1.0 does not allow: control characters, lone surrogates, noncharacters. Line breaks become spaces:
 * each line is a paragraph of its own.
 */
export const clean = (text: string): string =>
	text
		.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
		// eslint-disable-next-line no-control-regex -- they are what is taken out
		.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\ufdd0-\ufdef]/g, '')
		.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

/** Plain data with `clean` applied to every string. */
export function cleaned<T>(value: T): T {
	if (typeof value === 'string') return clean(value) as T;
	if (Array.isArray(value)) return value.map(cleaned) as T;
	if (!value || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one)])) as T;
}

/** Office programs identify languages by region: `zh-Hans` becomes `zh-CN`. */
export function localeOf(lang: string): string {
	try {
		const { language, region } = new Intl.Locale(lang).maximize();
		return region ? `${language}-${region}` : language;
	} catch {
		return 'en-US';
	}
}
