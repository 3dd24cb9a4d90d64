/** Shared by all pictures: texts on a margin, and a footer with source, address and product name. */
import { textWidth, wrapText } from '../layout/textWidth.ts';
import { fill } from '../text/fill.ts';
import { sentences } from '../text/sentences.ts';
import type { LocalStory } from '../view/local.ts';
import type { PictureText } from './parts.ts';

/** @returns a function that makes texts at a margin, by default in the sans and in secondary ink */
export function textOn(margin: number) {
	return (part: Partial<PictureText> & Pick<PictureText, 'y' | 'text' | 'size'>): PictureText => ({
		x: margin,
		face: 'sans',
		anchor: 'start',
		weight: 400,
		tone: 'ink2',
		...part
	});
}

/**
 * As many first sentences about the story as fit on one line, or on two where none does.
 * @param size px of the sans
 */
export function firstSentences({ dek, lang }: LocalStory, size: number, width: number): string {
	const all = sentences(dek, lang);
	const some = (n: number) => all.slice(0, n).join('').trim();
	const within = (lines: number) =>
		some(all.findLastIndex((_, index) => wrapText(some(index + 1), size, width, lines + 1).length <= lines) + 1);
	return within(1) || within(2);
}

/** All sources with their dates, and the host of those that have an address. */
export const sourceLine = ({ sources, ui }: LocalStory): string =>
	sources
		.map(({ short, url }) =>
			fill(ui.export.source, { source: [short, hostOf(url)].filter(Boolean).join(ui.list.apposition) })
		)
		.join(' · ');

const hostOf = (url?: string) => (url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '');

/** The address as printed, without its scheme; '' for a path alone. */
export const address = (link: string): string => /^https?:\/\/(.+)/.exec(link)?.[1] ?? '';

/**
 * Source, address and product name at the foot of a picture.
 * @param link printed where it is absolute: a path alone leads nowhere
 * @param source text about the source; by default all sources of the story
 * @returns the texts, and the position for a rule over them
 */
export function layoutFoot(
	story: LocalStory,
	link: string,
	{ width, height, margin, size }: { width: number; height: number; margin: number; size: number },
	source = sourceLine(story)
): { texts: PictureText[]; top: number } {
	const line = size * 1.44;
	const inner = width - 2 * margin;
	const { product } = story.ui;
	const text = textOn(margin);
	// The last line leaves room for the product’s name.
	const room = inner - textWidth(product, size) - 24;
	const where = wrapText(address(link), size, room, 2);
	const lines = [...wrapText(source, size, where.length ? inner : room, 2), ...where];
	const bottom = height - margin;
	return {
		texts: [
			...lines.map((words, index) => text({ y: bottom - line * (lines.length - 1 - index), text: words, size })),
			text({ x: width - margin, y: bottom, text: product, size, anchor: 'end', weight: 600 })
		],
		top: bottom - line * Math.max(1, lines.length) - 2
	};
}
