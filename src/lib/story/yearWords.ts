/** Years of any size in a reader’s digits and words, formatted by the platform for each language. */

/** From here on digits are grouped, and rounding exceeds the year between BCE and astronomical years. */
const large = 10_000;

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes a hundred times as long as formatting. */
export function number(lang: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	const key = lang + JSON.stringify(options);
	const known = formats.get(key) ?? new Intl.NumberFormat(lang, options);
	formats.set(key, known);
	return known;
}

const compact = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 } as const;

/** Whether a number can be written in full with four digits and a word. */
const isRound = (n: number) => Number(n.toPrecision(4)) === n;

/**
 * The number that a year is called by, where 0 is 1 BCE. For large years the rounder one: -300000 means 300,000 BCE,
 * not 300,001.
 * @param year astronomical
 */
export const yearNumber = (year: number) => (year > 0 ? year : isRound(year) && -year >= large ? -year : 1 - year);

/**
 * @param year astronomical
 * @returns the digits of its number, without the era: “1972”, “300,000”, 30万
 */
export function yearDigits(year: number, lang: string): string {
	const n = yearNumber(year);
	if (n < large) return String(n);
	const short = /^(zh|ja|ko)\b/.test(lang) && n >= 10 * large && isRound(n);
	return number(lang, short ? compact : {}).format(n);
}

/**
 * @param year astronomical
 * @returns “13.8 billion years ago”, 138亿年前; null for a year better given in its era
 */
export function yearsAgo(year: number, lang: string): string | null {
	const n = yearNumber(year);
	if (year > -1e6 || !isRound(n)) return null;
	const parts = new Intl.RelativeTimeFormat(lang).formatToParts(-n, 'year');
	const first = parts.findIndex(({ type }) => type !== 'literal');
	return parts
		.map(({ type, value }, index) =>
			type === 'literal' ? value : index === first ? number(lang, compact).format(n) : ''
		)
		.join('');
}

/** Format of a number of years: 44; 298,000; 13.8 billion, where large numbers are approximate. */
const lengthOptions = (years: number): Intl.NumberFormatOptions =>
	years < large ? { useGrouping: false } : years < 1e6 ? {} : { ...compact, maximumSignificantDigits: 3 };

/** A number of years in words: “44”, “298,000”, “13.8 billion”. */
export const yearCount = (years: number, lang: string) => number(lang, lengthOptions(years)).format(years);

/** A length in whole years: “44 years”, “298,000 years”, “13.8 billion years”. */
export const yearsLong = (years: number, lang: string) =>
	number(lang, { style: 'unit', unit: 'year', unitDisplay: 'long', ...lengthOptions(years) }).format(years);
