/** Amounts in words: 3.853亿, $4.6 million, over 40%. */
import { fill } from '../text/fill.ts';
import type { StoryStrings } from '../text/strings.ts';

export type Format = 'count' | 'percent' | 'usd';
export type Qualifier = keyof Pick<
	StoryStrings['number'],
	'exactly' | 'about' | 'over' | 'under' | 'nearly' | 'down-to'
>;

const compact = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 } as const;

/** @param value a plain number; 40 % as 40, not 0.4 */
export function wordNumber(
	value: number,
	format: Format,
	qualifier: Qualifier,
	lang: string,
	ui: StoryStrings
): string {
	const n = new Intl.NumberFormat(lang, { ...compact, notation: value >= 1e4 ? 'compact' : 'standard' }).format(value);
	const amount = format === 'count' ? n : fill(ui.number[format], { n });
	return fill(ui.number[qualifier], { n: amount });
}

/** An amount in words, split in three: “over ” “$20” “ million”; without a numeral, all of it is the numeral. */
export interface AmountParts {
	before: string;
	numeral: string;
	after: string;
}

/** Splits off the numeral of a worded amount, with adjoining signs, and the words around it. */
export function splitAmount(text: string): AmountParts {
	const found = /[$€£¥₹]?\d(?:[\d.,\u00a0\u202f]*\d)?\s?%?/u.exec(text);
	if (!found) return { before: '', numeral: text, after: '' };
	const numeral = found[0].trimEnd();
	return {
		before: text.slice(0, found.index).trim(),
		numeral,
		after: text.slice(found.index + numeral.length).trim()
	};
}

/** The word that a language uses for large amounts, and its value: million, 1e6; 亿, 1e8; '' and 1 for small ones. */
export interface Step {
	word: string;
	size: number;
}

/** @returns the step that `wordNumber` uses for `value` */
export function stepOf(value: number, lang: string): Step {
	if (!(value >= 1e4)) return { word: '', size: 1 };
	// Latin digits, so that the number can be parsed.
	const parts = new Intl.NumberFormat(`${lang}-u-nu-latn`, compact).formatToParts(value);
	const of = (name: string) =>
		parts
			.filter(({ type }) => type === name)
			.map((part) => part.value)
			.join('');
	const shown = Number(`${of('integer')}.${of('fraction') || 0}`);
	return of('compact')
		? { word: of('compact'), size: 10 ** Math.round(Math.log10(value / shown)) }
		: { word: '', size: 1 };
}

/** An amount in steps: 346200000 in millions is “346.2”. */
export function inSteps(value: number, { size }: Step, lang: string): string {
	return new Intl.NumberFormat(lang, { maximumSignificantDigits: 4 }).format(value / size);
}
