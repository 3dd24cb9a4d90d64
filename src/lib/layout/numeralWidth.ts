/** How wide an amount is that is set large in Throughline Serif 600: the numerals exactly, other letters at most. */
import { hasCjk, textWidth } from './textWidth.ts';

/** Thousandths of an em; tabular, so all digits are alike. The test beside this file measures the font. */
const widths: Record<string, number> = { ',': 307, '.': 307, '%': 949, $: 538, ' ': 229 };
/** A Latin letter of the serif is at most so much wider than the same one of the sans. */
const wider = 1.38;

/**
 * @param size px
 * @returns px
 */
export function numeralWidth(text: string, size: number): number {
	const wide = hasCjk(text);
	let sum = 0;
	for (const sign of text) {
		const known = /\d/.test(sign) ? 547 : widths[sign];
		sum += known === undefined ? textWidth(sign, size, wide) * (hasCjk(sign) ? 1 : wider) : (known * size) / 1000;
	}
	return sum;
}
