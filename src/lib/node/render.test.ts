import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { DOMParser } from '@xmldom/xmldom';
import pixelmatch from 'pixelmatch';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { layoutPicture } from '../export/picture.ts';
import { pictureSizeNames, pictureSizes, type PictureSize } from '../export/parts.ts';
import { quoteSizes } from '../export/quotePicture.ts';
import type { LocalStory } from '../view/local.ts';
import { initialView } from '../view/view.ts';
import { imageName, renderImage, type ImageRequest } from './render.ts';

const stories: Record<string, LocalStory> = {
	en: readStory('data/silicon-valley-turns', 'en'),
	'zh-Hans': readStory('data/silicon-valley-turns', 'zh-Hans')
};
const langs = Object.keys(stories);
const link = 'https://example.org/story';
const ask = (lang: string, part: Partial<ImageRequest> = {}): ImageRequest => ({
	story: stories[lang],
	view: initialView(lang),
	size: 'slide',
	format: 'png',
	theme: 'light',
	resolution: 1,
	link,
	...part
});
const image = async (lang: string, part: Partial<ImageRequest> = {}) => Buffer.from(await renderImage(ask(lang, part)));
const svgText = async (lang: string, part: Partial<ImageRequest> = {}) =>
	(await image(lang, { ...part, format: 'svg' })).toString('utf8');

/** Reads a PDF independently of our own code, with poppler. */
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'throughline-'))));
afterAll(() => rmSync(folder, { recursive: true }));
function poppler(command: string, pdf: Buffer, ...args: string[]): string {
	const file = join(folder, 'a.pdf');
	writeFileSync(file, pdf);
	return execFileSync(command, command === 'pdftotext' ? [...args, file, '-'] : [...args, file], { encoding: 'utf8' });
}
const flat = (text: string) => text.replace(/\s/g, '');

describe.each(langs)('in %s', (lang) => {
	it.each(pictureSizeNames)('a PNG of size %s is as large as it says, with both sides’ colours', async (size) => {
		const png = PNG.sync.read(await image(lang, { size }));
		expect([png.width, png.height]).toEqual([pictureSizes[size].width, pictureSizes[size].height]);
		const colours = new Set<number>();
		for (let at = 0; at < png.data.length; at += 4) colours.add(png.data.readUIntBE(at, 3));
		expect(colours).toContain(0x1c4480);
		expect(colours).toContain(0xc2401f);
	});

	it.each(pictureSizeNames)('an SVG of size %s needs nothing from outside', async (size) => {
		const text = await svgText(lang, { size });
		const errors: string[] = [];
		const svg = new DOMParser({ onError: (level, message) => void errors.push(`${level} ${message}`) });
		const root = svg.parseFromString(text, 'image/svg+xml').documentElement!;
		expect(errors).toEqual([]);
		expect(root.getAttribute('lang')).toBe(lang);
		expect(Array.from(root.getElementsByTagName('script'))).toHaveLength(0);
		expect(Array.from(root.getElementsByTagName('foreignObject'))).toHaveLength(0);
		for (const element of Array.from(root.getElementsByTagName('*')))
			for (const { name, value } of Array.from(element.attributes)) {
				expect(name).not.toMatch(/^on/);
				if (/href$/.test(name)) expect(value).toMatch(/^#/);
				if (/url\(/.test(value)) expect(value).toMatch(/^url\(#/);
			}
		const style = root.getElementsByTagName('style')[0].textContent!;
		expect(style.match(/url\(/g)!.length).toBe(style.match(/url\(data:font\/woff2;base64,/g)!.length);
		expect(style).not.toContain('@import');
	});

	it('an SVG drawn by a program without any font is the PNG', async () => {
		for (const size of ['slide', 'poster'] as const) {
			const drawn = new Resvg(await svgText(lang, { size }), { font: { loadSystemFonts: false } }).render();
			const png = PNG.sync.read(await image(lang, { size }));
			const { width, height } = png;
			expect([drawn.width, drawn.height]).toEqual([width, height]);
			const differ = pixelmatch(drawn.pixels, png.data, undefined, width, height, { threshold: 0.1 });
			expect(differ / (width * height)).toBeLessThan(0.0001);
		}
	});

	it('the words of an SVG are in it as text, to be found and read aloud', async () => {
		const text = await svgText(lang);
		const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement!;
		const words = Array.from(root.getElementsByTagName('text')).map((node) => node.textContent);
		const { labels } = layoutPicture(stories[lang], initialView(lang), { size: 'slide', link }).timelines[0].layout;
		for (const { lines } of labels) for (const line of lines) expect(words).toContain(line.text);
		expect(root.getElementsByTagName('title')[0].textContent).toBe(stories[lang].title);
	});

	it.each(['slide', 'poster'] as const)('the text of a PDF of size %s can be searched', async (size) => {
		const pdf = await image(lang, { size, format: 'pdf' });
		const found = flat(poppler('pdftotext', pdf, '-raw'));
		const { texts, timelines, charts } = layoutPicture(stories[lang], initialView(lang), { size, link });
		const labels = timelines.flatMap(({ layout }) => layout.labels);
		expect(labels.length).toBeGreaterThan(7);
		for (const { lines } of labels) for (const { text } of lines) expect(found).toContain(flat(text));
		expect(charts.length).toBeGreaterThan(0);
		for (const { layout } of charts) for (const { text } of layout.texts) expect(found).toContain(flat(text));
		for (const { text } of texts) expect(found).toContain(flat(text));
		expect(found).toContain(flat(stories[lang].title));
	});

	it('the code of a poster leads a camera to its address', async () => {
		for (const theme of ['light', 'dark'] as const) {
			const png = PNG.sync.read(await image(lang, { size: 'poster', theme, resolution: 1 }));
			const { data, width, height } = png;
			expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(link);
		}
	});

	it('a poster is a sheet of A3 or A2', async () => {
		const sheet = async (size: 'poster' | 'poster-a2') =>
			poppler('pdfinfo', await image(lang, { size, format: 'pdf' }));
		expect(await sheet('poster')).toMatch(/841\.89 x 1190\.55 pts \(A3\)/);
		expect(await sheet('poster-a2')).toMatch(/1190\.55 x 1683\.78 pts \(A2\)/);
	});

	it('a PDF is tagged with title, language and alternative text', async () => {
		const pdf = await image(lang, { size: 'poster', format: 'pdf' });
		const about = poppler('pdfinfo', pdf);
		expect(about).toMatch(/Tagged: +yes/);
		expect(about).toContain(`Title:           ${stories[lang].title}`);
		expect(about).toMatch(/841\.89 x 1190\.55 pts \(A3\)/);
		const structure = poppler('pdfinfo', pdf, '-struct');
		expect(structure).toMatch(/Document/);
		expect(structure).toMatch(/Figure/);
		expect(pdf.toString('latin1')).toContain(`/Lang (${lang})`);
		const fonts = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
		// Each font is embedded, subset, and maps back to its characters.
		for (const line of fonts) expect(line).toMatch(/ yes +yes +yes /);
	});

	it.each(quoteSizes)('every quote has its image, %s', async (size) => {
		for (const item of stories[lang].items.filter(({ kind }) => kind === 'quote')) {
			const { width, height } = pictureSizes[size];
			const png = await image(lang, { quote: item.ref, size });
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
		}
		const text = await svgText(lang, { quote: 'quote-chesky', size });
		const { speaker } = stories[lang].items.find(({ ref }) => ref === 'quote-chesky') as { speaker: { name: string } };
		expect(text).toContain('又好又便宜');
		expect(text).toContain(speaker.name);
	});
});

it('a PNG of 8K is 7,680 px long', async () => {
	const png = await image('en', { resolution: '8k' });
	expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([7680, 4320]);
});

it('grey is grey', async () => {
	const { data } = PNG.sync.read(await image('en', { theme: 'grey' }));
	for (let at = 0; at < data.length; at += 4)
		if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) expect.fail(`a colour at ${at / 4}`);
});

it('the same picture is the same file', async () => {
	for (const format of ['png', 'svg', 'pdf'] as const)
		expect(Buffer.compare(await image('en', { format }), await image('en', { format }))).toBe(0);
});

it('a paraphrase never stands in quotation marks, and a translation is marked as ours', async () => {
	const reported = await svgText('en', { quote: 'quote-chamath', size: 'card' });
	expect(reported).toContain('该模型比');
	expect(reported).not.toMatch(/[“”「」]/);
	expect(reported).toContain('not the speaker’s own words');
});

it('a quote has no other sizes, and must be there', async () => {
	await expect(image('en', { quote: 'quote-chesky', size: 'slide' })).rejects.toThrow(/card and square/);
	await expect(image('en', { quote: 'quote-nobody', size: 'card' })).rejects.toThrow(/quote-nobody/);
});

it('characters that no face has are told, with boxes in their places; the rest is drawn', async () => {
	const story = { ...stories.en, title: 'Time กข passes' };
	const told: string[] = [];
	const request = { ...ask('en', { story }), onmissing: (characters: string) => void told.push(characters) };
	const pdf = Buffer.from(await renderImage({ ...request, format: 'pdf' }));
	expect(flat(poppler('pdftotext', pdf))).toContain('Timepasses');
	expect(await renderImage(request)).not.toEqual(await renderImage(ask('en')));
	expect(told).toEqual(['กข', 'กข']);
});

it('names a file as the page does', () => {
	const name = (size: PictureSize, part: Partial<ImageRequest> = {}) => imageName(ask('en', { size, ...part }));
	expect(name('poster', { theme: 'grey', resolution: 4 })).toBe('silicon-valley-turns.en.poster.grey@4x.png');
	expect(name('card', { quote: 'quote-chesky' })).toBe('silicon-valley-turns.en.quote-chesky.card.png');
});
