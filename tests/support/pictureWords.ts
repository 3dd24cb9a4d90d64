/** Where the texts of a whole picture stand, measured independently of its layout. */
import type { PictureLayout } from '../../src/lib/export/parts.ts';
import { textWidth } from '../../src/lib/layout/textWidth.ts';

export interface Words {
	text: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What must not overlap: texts, and the symbols of the legend. */
export const boxes = ({ texts, legend }: PictureLayout): Words[] => [
	...[...texts, ...legend.map(({ text }) => text)].map(({ x, y, text, size, face, anchor }) => {
		const width = textWidth(text, size * (face === 'serif' ? 1.1 : 1));
		return { text, x: anchor === 'end' ? x - width : x, y: y - size * 0.8, width, height: size };
	}),
	...legend.map(({ x, y, sign, text }) => ({
		text: `${sign.type} of ${text.text}`,
		x: x - 7,
		y: y - 6,
		width: 14,
		height: 12
	}))
];

export const overlap = (a: Words, b: Words) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

/** @throws if texts extend beyond the picture or overlap */
export function mustBeApart(all: readonly Words[], { box: frame }: Pick<PictureLayout, 'box'>): void {
	for (const { text, x, y, width, height } of all)
		if (x < 0 || x + width > frame.width + 0.5 || y < 0 || y + height > frame.height)
			throw new Error(`“${text}” reaches beyond the picture`);
	for (let i = 0; i < all.length; i++)
		for (let j = 0; j < i; j++)
			if (overlap(all[i], all[j])) throw new Error(`“${all[i].text}” lies on “${all[j].text}”`);
}
