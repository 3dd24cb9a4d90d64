/** Shared by the cards of a story and of its quotations: margins, type, timeline, footer. Units are px. */
import type { LineFrame } from '../layout/line.ts';
import { textWidth, truncate } from '../layout/textWidth.ts';
import type { LocalStory } from '../view/local.ts';
import type { PictureText } from './parts.ts';
import { textOn } from './sheet.ts';

export const margin = 56;
/** The smallest type, since a card is mostly seen at half its size. */
const least = 22;
const leastStep = 28;
export const nameSize = 24;

export const lineFrame = (width: number): Omit<LineFrame, 'height'> => ({
	width,
	font: { label: nameSize, small: least },
	gutter: 40,
	thick: 14,
	dot: { radius: 4, step: 12, base: 14 },
	pad: 14
});

export interface Foot {
	texts: PictureText[];
	/** Top of the footer in px; the content above ends here. */
	top: number;
}

/** @param lines small lines of text; the product’s name stands at the end of the last one */
export function layoutFoot(
	{ ui: { product } }: LocalStory,
	{ width, height }: { width: number; height: number },
	lines: readonly string[]
): Foot {
	const text = textOn(margin);
	const bottom = height - 40;
	const room = width - 2 * margin - textWidth(product, least) - 40;
	const name = { x: width - margin, anchor: 'end', weight: 600, tone: 'ink' } as const;
	const texts = lines.map((line, index) =>
		text({ y: bottom - (lines.length - 1 - index) * leastStep, text: truncate(line, least, room), size: least })
	);
	return {
		texts: [...texts, text({ y: bottom, text: product, size: least, ...name })],
		top: bottom - Math.max(0, lines.length - 1) * leastStep - least - 10
	};
}

/** The name of a language in another one. */
export const languageName = (language: string, lang: string): string =>
	new Intl.DisplayNames(lang, { type: 'language' }).of(language.split('-')[0]) ?? language;
