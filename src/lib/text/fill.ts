/** A counted string, with one form for each plural category used (CLDR; `Intl.PluralRules`). */
export type Plural = { one?: string; other: string };

/** Fills a template: `fill('{shown} of {total}', { shown: 12, total: 28 })`. Unknown names stay as written. */
export function fill(template: string, values: Record<string, string | number>): string {
	return template.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
}

const rules = new Map<string, Intl.PluralRules>();

/** Picks the plural form for `n`, and fills in `n` and other values. */
export function count(lang: string, forms: Plural, n: number, values: Record<string, string | number> = {}): string {
	// Creating these takes some ms on a phone.
	const known = rules.get(lang) ?? new Intl.PluralRules(lang);
	rules.set(lang, known);
	return fill((known.select(n) === 'one' && forms.one) || forms.other, { n, ...values });
}
