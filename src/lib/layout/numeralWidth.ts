/** Width of an amount set large in Throughline Serif 600: exact for numerals, an upper bound for other letters. */
import { hasCjk, textWidth } from './textWidth.ts';

/** Thousandths of an em; tabular, so all digits are equally wide. The test beside this file measures the font. */
const widths: Record<string, number> = { ',': 307, '.': 307, '%': 949, $: 538, ' ': 229 };
/** A Latin letter of the serif is at most this much wider than the same letter of the sans. */
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
		sum +=
			known === undefined ? textWidth(sign, size, wide) * (wide && sign > '\u2000' ? 1 : wider) : (known * size) / 1000;
	}
	return sum;
}
