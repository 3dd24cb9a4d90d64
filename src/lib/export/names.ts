/** Names and sizes of exported files, the same from the page and from the command line. */
import type { PictureTheme } from '../layout/palettes.ts';
import { cut } from '../text/cut.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import type { View } from '../view/view.ts';
import type { PictureSize } from './parts.ts';

export const imageFormats = ['png', 'svg', 'pdf'] as const;
export type ImageFormat = (typeof imageFormats)[number];
/** The story as slides: one file a language. */
export const slideFormats = ['pptx'] as const;

/** px of a file for one at 1×; `8k`: 7,680 px on its longer side. */
export const resolutions = [1, 2, 4, '8k'] as const;
export type Resolution = (typeof resolutions)[number];

const longest8k = 7680;

/** px of a PNG. */
export function pixelsOf(picture: { width: number; height: number }, resolution: Resolution) {
	const { width, height } = picture;
	const factor = resolution === '8k' ? longest8k / Math.max(width, height) : resolution;
	return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

export interface FileChoice {
	quote?: Ref;
	/** What else it shows only a part of: a window of time, a search. */
	part?: readonly string[];
	/** What it is about. */
	highlight?: readonly Ref[];
	size: PictureSize;
	format: ImageFormat;
	theme: PictureTheme;
	resolution: Resolution;
}

/** `silicon-valley-turns.zh-Hans.kimi.slide@2x.png`: what a file shows, so that no two of a story share a name. */
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

/** `silicon-valley-turns.en.openai+deepseek.csv` */
export function dataName(
	story: Pick<LocalStory, 'slug' | 'lang'>,
	view: View,
	extension: string,
	part: readonly string[] = []
): string {
	return `${[...viewParts(story, view), ...part.map(inName)].filter(Boolean).join('.')}.${extension}`;
}

/** `silicon-valley-turns.en.pptx`; with the scenes that it has where not all, and its order where not as told. */
export function slidesName(
	story: Pick<LocalStory, 'slug' | 'lang'>,
	view: View,
	scenes: readonly string[] = [],
	format: (typeof slideFormats)[number] = 'pptx'
): string {
	const order = view.order === 'told' ? [] : [`by-${view.order}`];
	return dataName(story, { ...view, scene: null }, format, [...scenes.slice(0, 8), ...order]);
}

/** Letters and digits of any script, as file systems take them. */
const inName = (text: string) => cut(text.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, ''), 40);

const viewParts = (story: Pick<LocalStory, 'slug' | 'lang'>, { scene, actors, scale }: View) => [
	story.slug,
	story.lang,
	scene,
	actors.join('+').slice(0, 60),
	scale !== 'folded' && scale
];
