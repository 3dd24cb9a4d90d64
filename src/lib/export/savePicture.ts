/** Saves a View’s picture directly, with the default choices of the dialog. Runs in a browser. */
import { themesOf, type PictureTheme, type SiteColours } from '../layout/palettes.ts';
import { Absent } from '../part/absent.ts';
import { fill } from '../text/fill.ts';
import type { LocalStory } from '../view/local.ts';
import type { View } from '../view/view.ts';
import { FontFailed, save, toPng, TooLarge } from './file.ts';
import { fileName, pixelsOf } from './names.ts';
import type { PictureSize } from './parts.ts';
import { layoutPicture } from './picture.ts';
import type { PageFonts } from './runs.ts';

const resolution = 2;

/**
 * Saves a PNG.
 * @param link returns the absolute address of a View, to print in the picture
 * @returns the message for the reader: that it is saved, or why not
 * @throws Absent where a file that it needs cannot be loaded, with a message for the reader
 */
export async function savePicture(
	story: LocalStory,
	view: View,
	size: PictureSize,
	{ fonts, colours, link }: { fonts: PageFonts; colours: SiteColours; link: (view: View) => string }
): Promise<string> {
	const ui = story.ui.export;
	const theme: PictureTheme = view.theme === 'dark' ? 'dark' : 'light';
	// A picture has its own colours, and does not mark the item that the reader went to.
	const pictured: View = { ...view, theme: 'auto', focus: null };
	const picture = layoutPicture(story, pictured, { size, link: link(pictured) });
	const pixels = pixelsOf(picture, resolution);
	try {
		const file = fileName(story, pictured, { size, format: 'png', theme, resolution });
		save(await toPng(picture, themesOf(colours)[theme], fonts, pixels), file);
		return fill(ui.done, { file });
	} catch (error) {
		const words = failed(error, pixels, ui);
		if (error instanceof Absent) throw new Absent(words);
		return words;
	}
}

/**
 * The reason for a failed image, for readers.
 * @param pixels requested size
 */
export function failed(
	error: unknown,
	pixels: { width: number; height: number },
	ui: LocalStory['ui']['export']
): string {
	const reason =
		error instanceof TooLarge
			? fill(ui.tooLarge, pixels)
			: error instanceof FontFailed
				? fill(ui.fontFailed, { file: error.message })
				: error instanceof Absent
					? ui.partFailed
					: ui.drawFailed;
	return fill(ui.failed, { reason });
}
