/** The proportions of a logo, and what an SVG may not hold. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @returns width divided by height; null where the image does not say */
export function ratioOf(file: string, bytes: Buffer): number | null {
	if (extname(file).toLowerCase() === '.png') {
		if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngMark)) return null;
		return proportion(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
	}
	const root = rootOf(bytes);
	if (!root) return null;
	const [, , wide, high] = (root.getAttribute('viewBox') ?? '')
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	if (wide > 0 && high > 0) return wide / high;
	const [width, height] = ['width', 'height'].map((name) => {
		const length = root.getAttribute(name) ?? '';
		return /^[\d.]+(px)?$/.test(length) ? parseFloat(length) : NaN;
	});
	return proportion(width, height);
}

const proportion = (width: number, height: number) => (width > 0 && height > 0 ? width / height : null);

type Root = NonNullable<ReturnType<DOMParser['parseFromString']>['documentElement']>;

function rootOf(bytes: Buffer): Root | null {
	try {
		const parser = new DOMParser({ onError: () => {} });
		const root = parser.parseFromString(bytes.toString('utf8'), 'image/svg+xml').documentElement;
		return root?.localName === 'svg' ? root : null;
	} catch {
		return null;
	}
}

/**
 * Pages show an SVG as an image, where no script of it runs and nothing else is loaded. Opened by its own address it is
 * a document of the site’s, so it may hold neither.
 *
 * @returns what is wrong with the image and what to do; undefined where nothing is
 */
export function imageProblem(folder: string, file: string): string | undefined {
	const bytes = readFileSync(join(folder, file));
	const isPng = extname(file).toLowerCase() === '.png';
	if (isPng) return ratioOf(file, bytes) ? undefined : `${file} is no PNG; save it again as one`;
	const root = rootOf(bytes);
	if (!root) return `${file} cannot be read as SVG; save it again as one`;
	if (/<!DOCTYPE|<!ENTITY/i.test(bytes.toString('utf8'))) return `${file} begins with a DOCTYPE; save it without`;
	for (const element of [root, ...Array.from(root.getElementsByTagName('*'))]) {
		const name = element.localName ?? '';
		if (['script', 'foreignObject', 'iframe', 'handler'].includes(name))
			return `${file} holds a <${name}>, which an image may not; save it without`;
		for (const { name: key, value } of Array.from(element.attributes))
			if (/^on/i.test(key) || (/(^|:)href$/.test(key) && !/^(#|data:image\/)/.test(value.trim())))
				return `${file} holds ${key}="${value.slice(0, 40)}", which an image may not; save it without`;
	}
	return ratioOf(file, bytes) ? undefined : `${file} does not say how large it is; give its <svg> a viewBox`;
}
