/** Every picture of a story: the whole in all sizes, a slide for each scene, a card for each quotation, each chart. */
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { render } from 'svelte/server';
import { fileName } from '../../src/lib/export/names.ts';
import { pictureSizeNames, type PictureLayout, type PictureSize } from '../../src/lib/export/parts.ts';
import Picture from '../../src/lib/export/Picture.svelte';
import { layoutPicture } from '../../src/lib/export/picture.ts';
import { layoutQuote } from '../../src/lib/export/quotePicture.ts';
import { setText } from '../../src/lib/export/setText.ts';
import { layoutChart } from '../../src/lib/layout/chart.ts';
import { pictureThemes, type PictureTheme } from '../../src/lib/layout/palettes.ts';
import { fontsOf } from '../../src/lib/node/render.ts';
import Chart from '../../src/lib/timeline/Chart.svelte';
import type { LocalStory, Ref } from '../../src/lib/view/local.ts';
import { writeUrl } from '../../src/lib/view/url.ts';
import { initialView, type View } from '../../src/lib/view/view.ts';

/** Widths in px: on a phone, in the prose, on a wide page. */
export const chartWidths = [320, 560, 960] as const;
const themes = Object.keys(pictureThemes) as PictureTheme[];

/** A picture in the gallery. */
export interface Plate {
	/** Name of its file, unique in the gallery. */
	name: string;
	/** The story’s folder and language: `hannibal.it`. */
	edition: string;
	/** `slide`, `chart 320` … */
	size: string;
	theme: PictureTheme;
	/** px */
	width: number;
	height: number;
	/** Contents of the file. */
	svg: string;
}

/** Base of the addresses that are printed in pictures. */
const home = 'https://throughline.example';

/** Laid out once for all themes. */
interface Drawable {
	size: string;
	name: (theme: PictureTheme) => string;
	width: number;
	height: number;
	draw: (theme: PictureTheme) => string;
}

/** @returns each picture of a story in each theme, with glyphs as outlines, as soon as it is drawn */
export async function* plates(story: LocalStory): AsyncGenerator<Plate> {
	const edition = `${story.slug}.${story.lang}`;
	const { open } = await fontsOf(story);
	for (const lay of drawables(story)) {
		const { size, name, width, height, draw } = lay();
		for (const theme of themes) {
			yield { name: name(theme), edition, size, theme, width, height, svg: outlined(draw(theme), open) };
		}
	}
}

/** @returns the drawing with its glyphs as outlines: it looks the same wherever it is shown */
export function outlined(source: string, open: Parameters<typeof setText>[1]): string {
	const bare = source.replace(/<!--[^]*?-->/g, '');
	const svg = new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement as unknown as Element;
	setText(svg, open, { mode: 'outlines', prefix: 'g', missing: 'box' });
	return `${numbered(new XMLSerializer().serializeToString(svg as never))}\n`;
}

/** Numbers glyphs in order of appearance: otherwise one more character anywhere in a story would rename all of them. */
function numbered(svg: string): string {
	const numbers = new Map<string, number>();
	return svg.replace(/(id="|href="#)(g-[\w-]+)"/g, (_, before: string, id: string) => {
		const number = numbers.get(id) ?? numbers.size;
		numbers.set(id, number);
		return `${before}g${number}"`;
	});
}

function drawables(story: LocalStory): (() => Drawable)[] {
	const view = initialView(story.lang);
	const scenes = story.scenes.map(({ id }) => ({ size: 'slide' as const, view: { ...view, scene: id } }));
	const wholes = pictureSizeNames.map((size) => ({ size, view }));
	return [
		...[...wholes, ...scenes].map((one) => () => ofView(story, one.view, one.size)),
		...story.items.flatMap((item) => {
			if (item.kind === 'quote') return [() => ofQuote(story, view, item.ref)];
			if (item.kind !== 'figure') return [];
			return chartWidths.map((width) => (): Drawable => {
				const layout = layoutChart(item, story.sides, { width, titled: true });
				return {
					size: `chart ${width}`,
					name: (theme) =>
						[story.slug, story.lang, item.ref, width, theme !== 'light' && theme, 'svg'].filter(Boolean).join('.'),
					width,
					height: layout.height,
					draw: (theme) => render(Chart, { props: { layout, theme: pictureThemes[theme] } }).body
				};
			});
		})
	];
}

function ofView(story: LocalStory, view: View, size: PictureSize): Drawable {
	const link = `${home}/${story.lang}/${story.slug}${writeUrl(view)}`;
	return ofPicture(layoutPicture(story, view, { size, link }), story, view, { size });
}

function ofQuote(story: LocalStory, view: View, quote: Ref): Drawable {
	const link = `${home}/${story.lang}/${story.slug}/${quote}`;
	return ofPicture(layoutQuote(story, quote, { size: 'card', link }), story, view, { size: 'card', quote });
}

function ofPicture(
	picture: PictureLayout,
	story: LocalStory,
	view: View,
	choice: { size: PictureSize; quote?: Ref }
): Drawable {
	const { width, height } = picture;
	return {
		size: choice.size,
		name: (theme) => fileName(story, view, { ...choice, format: 'svg', theme, resolution: 1 }),
		width,
		height,
		draw: (theme) => render(Picture, { props: { picture, theme: pictureThemes[theme], prefix: 'image' } }).body
	};
}
