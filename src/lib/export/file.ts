/** A picture as a file: SVG with its fonts inside, or PNG drawn from that SVG. Runs in a browser. */
import { flushSync, mount, unmount } from 'svelte';
import type { Theme } from '../layout/theme.ts';
import type { LocalStory } from '../view/local.ts';
import type { View } from '../view/view.ts';
import Picture from './Picture.svelte';
import type { PictureLayout, PictureSize } from './picture.ts';

/** A web font file of the page and what it is for, as its `@font-face` rule says. */
export interface FontFile {
	family: string;
	/** CSS `unicode-range`. */
	unicodeRange: string;
	url: string;
}

export type FileFormat = 'svg' | 'png';

/** `silicon-valley-turns.zh-Hans.kimi.slide@2x.png` */
export function fileName(story: LocalStory, view: View, size: PictureSize, format: FileFormat, scale = 1): string {
	const parts = [story.slug, story.lang, view.scene, view.actors.join('+').slice(0, 60), size].filter(Boolean);
	return `${parts.join('.')}${format === 'png' && scale > 1 ? `@${scale}x` : ''}.${format}`;
}

/**
 * @param fonts the page’s faces; those with characters of the picture go into the file
 * @returns a self-contained SVG: no script, no outside reference
 * @throws FontFailed
 */
export async function toSvg(picture: PictureLayout, theme: Theme, fonts: readonly FontFile[]): Promise<string> {
	const target = document.createElement('div');
	const component = mount(Picture, { target, props: { picture, theme, prefix: 'image' } });
	try {
		flushSync();
		const svg = target.querySelector('svg')!;
		const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
		style.textContent = await fontRules(svg.textContent ?? '', fonts);
		svg.prepend(style);
		for (const node of comments(svg)) node.remove();
		return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
	} finally {
		await unmount(component);
	}
}

function comments(root: Element): Comment[] {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
	const found: Comment[] = [];
	while (walker.nextNode()) found.push(walker.currentNode as Comment);
	return found;
}

/** A font that could not be had; its message is the address. */
export class FontFailed extends Error {}

const fetched = new Map<string, Promise<string>>();

/** A face as a data URL; fetched once, and again after a failure. */
function dataUrl(url: string): Promise<string> {
	const known = fetched.get(url);
	if (known) return known;
	const loading = (async () => {
		// Without a connection the browser’s own words name no file.
		const response = await fetch(url).catch(() => null);
		if (!response?.ok) throw new FontFailed(url);
		const bytes = new Uint8Array(await response.arrayBuffer());
		let binary = '';
		for (let start = 0; start < bytes.length; start += 0x8000)
			binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
		return `data:font/woff2;base64,${btoa(binary)}`;
	})();
	fetched.set(url, loading);
	loading.catch(() => fetched.delete(url));
	return loading;
}

async function fontRules(text: string, fonts: readonly FontFile[]): Promise<string> {
	const needed = fonts.filter(({ unicodeRange }) => [...text].some((character) => inRange(character, unicodeRange)));
	const rules = await Promise.all(
		needed.map(async ({ family, unicodeRange, url }) => {
			const src = await dataUrl(url);
			// One range of weights for all: a browser takes a text’s characters from faces that share theirs.
			return `@font-face{font-family:'${family}';font-weight:400 600;src:url(${src}) format('woff2');unicode-range:${unicodeRange}}`;
		})
	);
	return rules.join('');
}

function inRange(character: string, ranges: string): boolean {
	const point = character.codePointAt(0)!;
	return ranges.split(',').some((range) => {
		const [from, to = from] = range.trim().slice(2).split('-');
		return point >= parseInt(from, 16) && point <= parseInt(to, 16);
	});
}

/** px; a canvas with a longer side is refused by some desktop browser in use (Safari). */
const largestSide = 16_384;

/** More pixels than this browser draws. */
export class TooLarge extends Error {}

/**
 * @param svg self-contained, as from `toSvg`
 * @param width px of the result, with `height`
 * @throws TooLarge, or Error where the image cannot be decoded or encoded
 */
export async function toPng(svg: string, width: number, height: number): Promise<Blob> {
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
		// The first draw of an SVG can come before its embedded fonts are ready: draw once, wait, draw again. The wait also
		// keeps the encoding out of the click, where a browser puts it off by a second.
		context.drawImage(image, 0, 0, width, height);
		await aFrameLater();
		context.drawImage(image, 0, 0, width, height);
		// A phone refuses less than that, and says so by leaving the canvas empty; the picture’s ground is opaque.
		if (context.getImageData(width - 1, height - 1, 1, 1).data[3] === 0) throw new TooLarge(size);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TooLarge(size))), 'image/png')
		);
	} finally {
		URL.revokeObjectURL(url);
		// Safari keeps the memory of canvases that are gone, up to a limit for all.
		canvas.width = canvas.height = 0;
	}
}

/** After the next frame and 50 ms; a tab in the background has no frames, so after 300 ms at the latest. */
const aFrameLater = () =>
	new Promise<void>((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve, 50));
		setTimeout(resolve, 300);
	});

/** Hands a file to the reader. */
export function save(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
