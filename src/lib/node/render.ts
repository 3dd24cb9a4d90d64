/** Pictures as files without a browser: the page’s own drawing, rendered with the story’s fonts. */
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { render } from 'svelte/server';
import { fileDate } from '../export/fileDate.ts';
import { fileName, pixelsOf, type ImageFormat, type Resolution } from '../export/names.ts';
import Picture from '../export/Picture.svelte';
import { layoutPicture } from '../export/picture.ts';
import { type PictureLayout, type PictureSize } from '../export/parts.ts';
import { layoutQuote, quoteSizes, type QuoteSize } from '../export/quotePicture.ts';
import { faceRule, type FontFile } from '../export/runs.ts';
import { facesIn, setText, withRoom, type OpenFace, type OpenFont, type SetOptions } from '../export/setText.ts';
import type { PictureTheme } from '../layout/palettes.ts';
import type { LocalStory, Ref } from '../view/local.ts';
import type { View } from '../view/view.ts';
import { staticWeights } from './faces.ts';
import { subset, subsetStatic } from './fonts.ts';
import { keep, keyOf, kept, recall, versionOf } from './kept.ts';
import { siteThemes } from './site.ts';
import { pictureFaces } from './storyFaces.ts';

/** What picture of a story is wanted, and as what file. */
export interface ImageRequest {
	/** In the language of the picture. */
	story: LocalStory;
	/** Whose scene, filter and scale are drawn. */
	view: View;
	/** Draws a quote’s card instead of the timeline. */
	quote?: Ref;
	/** Items to highlight in the timeline; the rest is dimmed. */
	highlight?: readonly Ref[];
	size: PictureSize;
	format: ImageFormat;
	theme: PictureTheme;
	/** For PNG only. */
	resolution: Resolution;
	/** Address of the View, printed in the picture. */
	link: string;
	/** Called with the characters that no shipped font has; the picture shows boxes in their places. */
	onmissing?: (characters: string) => void;
	/** Hash of the code that draws (answerKeys.ts): with it, a PNG of the same drawing is kept from build to build. */
	code?: string;
}

/** The file name that the page would also use. */
export function imageName({ story, view, ...choice }: ImageRequest): string {
	return fileName(story, view, choice);
}

/**
 * @returns the file’s bytes
 * @throws RangeError for a size that quotes do not have, or a quote that the story does not have
 */
export async function renderImage(request: ImageRequest): Promise<Uint8Array> {
	const { story, view, quote, highlight, size, format, theme, link } = request;
	if (quote && !isQuoteSize(size))
		throw new RangeError(`a quote has no size “${size}”; it has ${quoteSizes.join(' and ')}`);
	const picture = quote
		? layoutQuote(story, quote, { size: size as QuoteSize, link })
		: layoutPicture(story, view, { size, link, highlight });
	const source = draw(picture, theme);
	const { width } = pixelsOf(picture, request.resolution);
	const faces = pictureFaces(story).map(({ name, characters }) => [name, characters]);
	const key =
		request.code && format === 'png' ? keyOf([request.code, JSON.stringify(faces), String(width), source]) : '';
	const known = key && (await recall(key));
	if (known) return known;
	const fonts = await fontsOf(story);
	const svg = parse(source);
	let complete = true;
	const set = (mode: SetOptions['mode']) => {
		const missing = setText(svg, fonts.open, { mode, prefix: 'g', missing: 'box' });
		if (missing) request.onmissing?.(missing);
		complete &&= !missing;
	};
	if (format === 'svg') {
		const rules = await embedded(facesIn(svg, fonts.faces));
		set('both');
		const style = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'style');
		style.textContent = rules;
		svg.insertBefore(style, svg.firstChild);
		return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${serialise(svg)}\n`);
	}
	if (format === 'pdf') {
		set('runs');
		const { toPdf } = await import('../export/pdf.ts');
		return toPdf(serialise(svg), {
			picture,
			author: story.sources
				.map(({ authors }) => authors)
				.filter(Boolean)
				.join('; '),
			date: fileDate(story),
			fonts: fonts.open
		});
	}
	set('outlines');
	const png = await rasterised(serialise(svg), width);
	// What is missing is told each time.
	if (key && complete) await keep(key, png);
	return png;
}

/**
 * Renders a picture to be placed in a file of another format.
 * @param times pixels of the PNG for each px of the picture
 * @returns the drawing with its glyphs as outlines, as SVG and as PNG
 */
export async function renderBoth(
	story: LocalStory,
	picture: PictureLayout,
	{ theme, times, onmissing }: Pick<ImageRequest, 'theme' | 'onmissing'> & { times: number }
): Promise<{ svg: string; png: Uint8Array }> {
	const drawing = parse(draw(picture, theme));
	const missing = setText(drawing, (await fontsOf(story)).open, { mode: 'outlines', prefix: 'g', missing: 'box' });
	if (missing) onmissing?.(missing);
	const svg = serialise(drawing);
	return { svg, png: await rasterised(svg, Math.round(picture.width * times)) };
}

const painter = versionOf('@resvg/resvg-js');

async function rasterised(svg: string, width: number): Promise<Uint8Array> {
	return kept(['resvg', await painter, String(width), svg], async () => {
		const { renderAsync } = await import('@resvg/resvg-js');
		const image = await renderAsync(svg, {
			fitTo: { mode: 'width', value: width },
			font: { loadSystemFonts: false },
			logLevel: 'off'
		});
		return image.asPng();
	});
}

const isQuoteSize = (size: string): size is QuoteSize => (quoteSizes as readonly string[]).includes(size);

const serialise = (svg: Element) => new XMLSerializer().serializeToString(svg as never);

function draw(picture: PictureLayout, theme: PictureTheme): string {
	const { body } = render(Picture, { props: { picture, theme: siteThemes()[theme], prefix: 'image' } });
	// Svelte marks the places for hydration with comments.
	return body.replace(/<!--[^]*?-->/g, '');
}

const parse = (svg: string) =>
	new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement as unknown as Element;

type StaticFace = OpenFace & { bytes: Uint8Array };

const cut = new WeakMap<LocalStory, Promise<{ faces: FontFile[]; open: StaticFace[] }>>();

/** The faces of a story, subset and opened once. */
export function fontsOf(story: LocalStory) {
	const known = cut.get(story) ?? openFonts(story);
	cut.set(story, known);
	known.catch(() => cut.delete(story));
	return known;
}

async function openFonts(story: LocalStory) {
	// What opens and paints is loaded here: where the image is kept, neither is needed.
	const { create } = await import('fontkit');
	const files = pictureFaces(story);
	const open = files.flatMap((file) =>
		staticWeights(file).map(async (weight): Promise<StaticFace> => {
			const bytes = new Uint8Array(await subsetStatic(file.name, file.characters, Number(weight)));
			return { ...file, weight, bytes, font: create(withRoom(bytes.buffer) as Buffer) as unknown as OpenFont };
		})
	);
	return { faces: files.map((file) => ({ ...file, url: '' })), open: await Promise.all(open) };
}

/** `@font-face` rules with embedded files, each subset to the characters of one picture. */
async function embedded(used: { face: FontFile; characters: string }[]): Promise<string> {
	const rules = used.map(async ({ face, characters }) => {
		const file = await subset(face.name as Parameters<typeof subset>[0], characters);
		return faceRule(face, `data:font/woff2;base64,${file.toString('base64')}`);
	});
	return (await Promise.all(rules)).join('');
}
