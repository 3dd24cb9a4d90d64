/** Names and sizes of exported files, the same from the page and from the command line. */
import type { PictureTheme } from '../layout/palettes.ts';
import { cut } from '../text/cut.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import type { View } from '../view/view.ts';
import type { PictureSize } from './parts.ts';

export const imageFormats = ['png', 'svg', 'pdf'] as const;
export type ImageFormat = (typeof imageFormats)[number];
/** Formats for the story as slides: one file for each language. */
export const slideFormats = ['pptx'] as const;

/** Scale factors from the size at 1×; `8k` makes the longer side 7,680 px. */
export const resolutions = [1, 2, 4, '8k'] as const;
export type Resolution = (typeof resolutions)[number];

const longest8k = 7680;

/** Size of a PNG in px. */
export function pixelsOf(picture: { width: number; height: number }, resolution: Resolution) {
	const { width, height } = picture;
	const factor = resolution === '8k' ? longest8k / Math.max(width, height) : resolution;
	return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

export interface FileChoice {
	quote?: Ref;
	/** Other limits on what it shows: a window of time, a search. */
	part?: readonly string[];
	/** Items that the picture is about. */
	highlight?: readonly Ref[];
	size: PictureSize;
	format: ImageFormat;
	theme: PictureTheme;
	resolution: Resolution;
}

/** Such as `silicon-valley-turns.zh-Hans.kimi.slide@2x.png`; differs for everything that a story’s file can show. */
export function fileName(story: Pick<LocalStory, 'slug' | 'lang'>, view: View, choice: FileChoice): string {
	const { quote, part, highlight = [], size, format, theme, resolution } = choice;
	const dense = format === 'png' && resolution !== 1;
	const suffix = dense ? `@${typeof resolution === 'number' ? `${resolution}x` : resolution}` : '';
	const parts = [
		...viewParts(story, quote ? { ...view, scene: null, actors: [], scale: 'folded' } : view),
		...(part ?? []).map(inName),
		highlight.join('+').slice(0, 60),
		quote,
		size,
		theme !== 'light' && theme
	];
	return `${parts.filter(Boolean).join('.')}${suffix}.${format}`;
}

/** Such as `silicon-valley-turns.en.openai+deepseek.csv`. */
export function dataName(
	story: Pick<LocalStory, 'slug' | 'lang'>,
	view: View,
	extension: string,
	part: readonly string[] = []
): string {
	return `${[...viewParts(story, view), ...part.map(inName)].filter(Boolean).join('.')}.${extension}`;
}

/** Such as `silicon-valley-turns.en.pptx`; with scenes and order where these differ from the story’s. */
export function slidesName(
	story: Pick<LocalStory, 'slug' | 'lang'>,
	view: View,
	scenes: readonly string[] = [],
	format: (typeof slideFormats)[number] = 'pptx'
): string {
	const order = view.order === 'told' ? [] : [`by-${view.order}`];
	return dataName(story, { ...view, scene: null }, format, [...scenes.slice(0, 8), ...order]);
}

/** Keeps letters and digits of any script, which file systems accept. */
const inName = (text: string) => cut(text.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, ''), 40);

const viewParts = (story: Pick<LocalStory, 'slug' | 'lang'>, { scene, actors, scale }: View) => [
	story.slug,
	story.lang,
	scene,
	actors.join('+').slice(0, 60),
	scale !== 'folded' && scale
];
