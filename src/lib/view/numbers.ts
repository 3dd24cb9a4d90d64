/** Amounts in words of a language: 3.853亿, $4.6 million, over 40%. */
import { fill } from '../text/fill.ts';
import type { Strings } from '../text/strings.ts';

export type Format = 'count' | 'percent' | 'usd';
export type Qualifier = keyof Pick<Strings['number'], 'exactly' | 'about' | 'over' | 'under' | 'nearly' | 'down-to'>;

/** @param value a plain number; per cent as 40, not 0.4 */
export function wordNumber(value: number, format: Format, qualifier: Qualifier, lang: string, ui: Strings): string {
	const n = new Intl.NumberFormat(lang, {
		notation: value >= 1e4 ? 'compact' : 'standard',
		compactDisplay: 'long',
		maximumSignificantDigits: 4
	}).format(value);
	const amount = format === 'count' ? n : fill(ui.number[format], { n });
	return fill(ui.number[qualifier], { n: amount });
}
