/** The head of a slide: a small line, and under it the heading as large as fits. */
import { margin, slideSize, type Paragraph, type SlidePart, type SlideText } from './parts.ts';
import { heightOf, linesIn, short } from './setBox.ts';

const width = slideSize.width - 2 * margin;
const sizes = [
	...[36, 34, 32].map((size) => ({ size, lines: 1 })),
	...[32, 30, 28].map((size) => ({ size, lines: 2 })),
	{ size: 26, lines: 3 },
	{ size: 22, lines: 3 }
];

const heading = (text: string, size: number): Paragraph => ({
	runs: [{ text, bold: true }],
	...{ size, face: 'serif', leading: 1.16 }
});

/**
 * @param above entries of the small line; empty ones are left out
 * @param from largest size of the heading
 */
export function headOf(above: readonly string[], text: string, from = 36): { parts: SlidePart[]; bottom: number } {
	const words: Paragraph = {
		runs: [{ text: above.filter(Boolean).join(' · '), ink: 'ink2' }],
		...{ size: 14, face: 'sans', leading: 1.3 }
	};
	const line = short(words, width, 1);
	const small = above.some(Boolean);
	const tall = small ? heightOf([line], width) : 0;
	const y = margin - 14;
	const larger = [60, 56, 52, 48, 44, 40].filter((size) => size <= from).map((size) => ({ size, lines: 1 }));
	const { size } =
		[...larger, ...(from > 44 ? [{ size: 44, lines: 2 }] : []), ...sizes].find(
			({ size, lines }) => linesIn(heading(text, size), width) <= lines
		) ?? sizes.at(-1)!;
	const paragraphs = [short(heading(text, size), width, 3)];
	const title: SlideText = {
		...{ type: 'text', title: true, name: text, x: margin, y: y + tall, width, paragraphs },
		height: heightOf(paragraphs, width)
	};
	return {
		parts: [
			title,
			...(small
				? [{ type: 'text' as const, name: above.join(' '), x: margin, y, width, height: tall, paragraphs: [line] }]
				: [])
		],
		bottom: title.y + title.height
	};
}
