/** The web fonts: the installed fonts, subset to the characters of a story. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type SubsetFont from 'subset-font';
import type { FaceName } from './faces.ts';
import { kept, keyOf, versionOf } from './kept.ts';

type Options = NonNullable<Parameters<typeof SubsetFont>[2]> & { keepFeatures?: string[]; noHinting?: boolean };

/** Loaded where something is cut: most builds find every font kept. */
const subsetFont = async (...given: Parameters<typeof SubsetFont>) => (await import('subset-font')).default(...given);

const { resolve } = createRequire(import.meta.url);
const source = (font: string, slice: string) => `@fontsource-variable/${font}/files/${font}-${slice}-wght-normal.woff2`;
const noto = (font: string, style: string) => `@expo-google-fonts/${font}/${style}.ttf`;

/** The font file that each face is subset from: paths in node_modules. */
export const fontFaces: Record<FaceName, string> = {
	'serif-latin': source('source-serif-4', 'latin'),
	'serif-latin-ext': source('source-serif-4', 'latin-ext'),
	'serif-han': noto('noto-serif-sc', '400Regular/NotoSerifSC_400Regular'),
	'sans-latin': source('source-sans-3', 'latin'),
	'sans-latin-ext': source('source-sans-3', 'latin-ext'),
	'sans-han': noto('noto-sans-sc', '400Regular/NotoSansSC_400Regular')
};

/**
 * Cache key of what a face is cut from and with: the versions of the font’s package and of the library, and a number for
 * how this file calls it.
 */
async function cutOf(face: FaceName): Promise<string[]> {
	const file = fontFaces[face];
	const font = file.split('/').slice(0, 2).join('/');
	return [file, await versionOf(font), 'subset-font', await versionOf('subset-font'), 'call 2'];
}

/**
 * What browsers apply by themselves, and figures of one width: without small capitals, superscripts and other variants,
 * a sixth of a file.
 */
const latinFeatures = ['ccmp', 'locl', 'kern', 'mark', 'mkmk', 'liga', 'clig', 'calt', 'rlig', 'rvrn', 'tnum'];

/** Omits vertical layout and variants, half of the glyphs; `locl` and `ccmp` join —— into one line. */
const hanFeatures = ['ccmp', 'locl', 'kern', 'mark', 'mkmk', 'halt', 'chws'];

/** @returns options that leave out what no page and no picture uses */
const lean = (face: FaceName): Options => ({
	noHinting: true,
	keepFeatures: face.endsWith('-han') ? hanFeatures : latinFeatures
});

/**
 * @param text the characters to keep, in any order
 * @returns a WOFF2 file, for Latin faces a variable font with weights from 400 to 600
 * @throws if the font is not installed, or has none of the characters
 */
export async function subset(face: FaceName, text: string): Promise<Buffer> {
	return kept(await webOf(face, text), () => cutForWeb(face, text));
}

const webOf = async (face: FaceName, text: string) => [...(await cutOf(face)), 'web', text];

/** The key under which `subset` keeps it. */
export const subsetKey = async (face: FaceName, text: string): Promise<string> => keyOf(await webOf(face, text));

async function cutForWeb(face: FaceName, text: string): Promise<Buffer> {
	const font = await readFile(resolve(fontFaces[face]));
	if (face.endsWith('-han')) return subsetFont(font, text, { ...lean(face), targetFormat: 'woff2' });
	const options: Options = { ...lean(face), targetFormat: 'sfnt', variationAxes: { wght: { min: 400, max: 600 } } };
	// Subset again, to update the checksums and to compress.
	return subsetFont(renamed(await subsetFont(font, text, options)), text, { targetFormat: 'woff2' });
}

/**
 * A font for software that reads neither variable fonts nor WOFF2: glyph outlines, PDF.
 * @param weight the weight of a Latin face; the Chinese faces have one each
 * @returns a static TrueType file
 * @throws as `subset`
 */
export async function subsetStatic(face: FaceName, text: string, weight: number): Promise<Buffer> {
	return kept(await staticOf(face, text, weight), () => cutStatic(face, text, weight));
}

const staticOf = async (face: FaceName, text: string, weight: number) => [
	...(await cutOf(face)),
	'static',
	text,
	String(weight)
];

/** The key under which `subsetStatic` keeps it. */
export const staticKey = async (face: FaceName, text: string, weight: number): Promise<string> =>
	keyOf(await staticOf(face, text, weight));

async function cutStatic(face: FaceName, text: string, weight: number): Promise<Buffer> {
	const font = await readFile(resolve(fontFaces[face]));
	const options: Options = { ...lean(face), targetFormat: 'sfnt' };
	if (face.endsWith('-han')) return subsetFont(font, text, options);
	const cut = await subsetFont(font, text, { ...options, variationAxes: { wght: weight } });
	return subsetFont(renamed(cut), text, { targetFormat: 'sfnt' });
}

/**
 * A subset font is a modified one, and may not use the reserved name “Source” (OFL 1.1, condition 3): its name table
 * says “Thread”, which has the same length, so that no offset changes. The copyright line keeps the name.
 */
function renamed(sfnt: Buffer): Buffer {
	const font = Buffer.from(sfnt);
	const table = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + 16 * n).find(
		(at) => font.toString('latin1', at, at + 4) === 'name'
	)!;
	const names = font.readUInt32BE(table + 8);
	const strings = names + font.readUInt16BE(names + 4);
	for (let n = 0; n < font.readUInt16BE(names + 2); n++) {
		const record = names + 6 + 12 * n;
		const copyright = font.readUInt16BE(record + 6) === 0;
		const from = strings + font.readUInt16BE(record + 10);
		const text = font.subarray(from, from + font.readUInt16BE(record + 8)).swap16();
		if (!copyright) text.write(text.toString('utf16le').replaceAll('Source', 'Thread'), 'utf16le');
		text.swap16();
	}
	return font;
}
