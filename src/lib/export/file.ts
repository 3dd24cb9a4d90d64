/** A picture as a file, made in a browser: the same drawing, text and fonts as from node/render.ts. */
import { flushSync, mount, unmount } from 'svelte';
import type { Theme } from '../layout/theme.ts';
import { Absent, arrived } from '../part/absent.ts';
import Picture from './Picture.svelte';
import type { PictureLayout } from './parts.ts';
import { faceRule, type FontFile, type PageFonts } from './runs.ts';
import { facesIn, setText, withRoom, type OpenFace, type OpenFont } from './setText.ts';

/** A font could not be loaded; the message is its address. */
export class FontFailed extends Absent {}

/**
 * @returns a self-contained SVG: glyphs as outlines, the words over them with embedded fonts, no script, no external
 * reference
 * @throws FontFailed
 */
export async function toSvg(picture: PictureLayout, theme: Theme, fonts: PageFonts): Promise<string> {
	const svg = draw(picture, theme);
	const rules = facesIn(svg, fonts.web).map(async ({ face }) => {
		const bytes = new Uint8Array(await fetched(face.url));
		let binary = '';
		for (let start = 0; start < bytes.length; start += 0x8000)
			binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
		return faceRule(face, `data:font/woff2;base64,${btoa(binary)}`);
	});
	const [open, ...css] = await Promise.all([opened(svg, fonts), ...rules]);
	setText(svg, open, { mode: 'both', prefix: 'g', missing: 'text' });
	const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
	style.textContent = css.join('');
	svg.prepend(style);
	return `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(svg)}\n`;
}

/**
 * @param size the size of the result in px
 * @throws FontFailed, TooLarge, or Error where the image cannot be encoded
 */
export async function toPng(
	picture: PictureLayout,
	theme: Theme,
	fonts: PageFonts,
	size: { width: number; height: number }
): Promise<Blob> {
	const svg = draw(picture, theme);
	setText(svg, await opened(svg, fonts), { mode: 'outlines', prefix: 'g', missing: 'text' });
	return rasterise(serialise(svg), size);
}

/** @throws FontFailed */
export async function toPdf(
	picture: PictureLayout,
	theme: Theme,
	fonts: PageFonts,
	about: { author: string; date: Date }
): Promise<Blob> {
	const svg = draw(picture, theme);
	const [open, pdf] = await Promise.all([opened(svg, fonts), arrived(import('./pdf.ts'))]);
	setText(svg, open, { mode: 'runs', prefix: 'g', missing: 'box' });
	const bytes = await pdf.toPdf(serialise(svg), { picture, fonts: open, ...about });
	return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}

/** Loads what a picture will need, so that a click does not have to wait. Failures are reported at the click. */
export async function prepare(picture: PictureLayout, theme: Theme, fonts: PageFonts): Promise<void> {
	await opened(draw(picture, theme), fonts).catch(() => {});
}

const serialise = (svg: Element) => new XMLSerializer().serializeToString(svg);

/** The drawing alone, without Svelte’s markers. */
function draw(picture: PictureLayout, theme: Theme): SVGSVGElement {
	const target = document.createElement('div');
	const component = mount(Picture, { target, props: { picture, theme, prefix: 'image' } });
	try {
		flushSync();
		const svg = target.querySelector('svg')!.cloneNode(true) as SVGSVGElement;
		for (const node of comments(svg)) node.remove();
		return svg;
	} finally {
		void unmount(component);
	}
}

function comments(root: Element): Comment[] {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
	const found: Comment[] = [];
	while (walker.nextNode()) found.push(walker.currentNode as Comment);
	return found;
}

const files = new Map<string, Promise<ArrayBuffer>>();

/** A font file, fetched once; a failed fetch is repeated. */
function fetched(url: string): Promise<ArrayBuffer> {
	const known = files.get(url);
	if (known) return known;
	const loading = (async () => {
		// Without a connection, the browser’s own message does not name the file.
		const response = await fetch(url).catch(() => null);
		if (!response?.ok) throw new FontFailed(url);
		return response.arrayBuffer();
	})();
	files.set(url, loading);
	loading.catch(() => files.delete(url));
	return loading;
}

const fonts = new Map<string, { font: OpenFont; bytes: Uint8Array }>();

/** The opened faces for a picture’s text. The font reader is loaded on first use. */
async function opened(svg: Element, { picture }: PageFonts): Promise<(OpenFace & { bytes: Uint8Array })[]> {
	const used = facesIn(svg, picture).map(({ face }) => face);
	const [{ create }, ...buffers] = await Promise.all([
		arrived(import('fontkit')),
		...used.map(({ url }) => fetched(url))
	]);
	return used.map((face: FontFile, index) => {
		let known = fonts.get(face.url);
		if (!known) {
			const bytes = new Uint8Array(buffers[index]);
			known = { bytes, font: create(withRoom(buffers[index]) as never) as unknown as OpenFont };
			fonts.set(face.url, known);
		}
		return { ...face, ...known };
	});
}

/** Largest side of a canvas in px that all current desktop browsers allow (limited by Safari). */
const largestSide = 16_384;

/** More pixels than this browser can draw. */
export class TooLarge extends Error {}

async function rasterise(svg: string, { width, height }: { width: number; height: number }): Promise<Blob> {
	const size = `${width} × ${height}`;
	if (Math.max(width, height) > largestSide) throw new TooLarge(size);
	const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	const canvas = document.createElement('canvas');
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		canvas.width = width;
		canvas.height = height;
		const context = canvas.getContext('2d');
		if (!context) throw new TooLarge(size);
		context.drawImage(image, 0, 0, width, height);
		// Keeps the encoding out of the click, where a browser may delay it by a second.
		await aFrameLater();
		// A phone may already refuse a smaller canvas, and leaves it empty; the picture’s background is opaque.
		if (context.getImageData(width - 1, height - 1, 1, 1).data[3] === 0) throw new TooLarge(size);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TooLarge(size))), 'image/png')
		);
	} finally {
		URL.revokeObjectURL(url);
		// Safari keeps the memory of discarded canvases, up to a limit for all.
		canvas.width = canvas.height = 0;
	}
}

/** Resolves 50 ms after the next frame, or after 300 ms at the latest, since a tab in the background has no frames. */
const aFrameLater = () =>
	new Promise<void>((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve, 50));
		setTimeout(resolve, 300);
	});

/** Downloads a file for the reader. */
export function save(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
