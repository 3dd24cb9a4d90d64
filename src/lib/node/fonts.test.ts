import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { plainText } from '../story/prose.ts';
import { facesFor, type FaceName } from './faces.ts';
import { fallbacks, heights } from './fallbacks.ts';
import { fontFaces, subset, subsetStatic } from './fonts.ts';

const cut = async (face: FaceName, text: string) => create(await subset(face, text)) as Font;

describe('subset', () => {
	test.each(Object.keys(fontFaces) as FaceName[])('%s has the characters it is given and no others', async (face) => {
		const text = face.endsWith('-han') ? '字汉。' : face.endsWith('-ext') ? 'łőŠ' : 'aé“';
		// fontkit counts the end marker of the table, U+FFFF, as a character.
		const points = (await cut(face, text)).characterSet.filter((point) => point !== 0xffff);
		expect(String.fromCodePoint(...points)).toBe([...text].sort().join(''));
	});

	test('Latin faces vary from 400 to 600, Chinese ones do not vary', async () => {
		expect((await cut('serif-latin', 'a')).variationAxes.wght).toMatchObject({ min: 400, max: 600 });
		expect((await cut('sans-latin', 'a')).variationAxes.wght).toMatchObject({ min: 400, max: 600 });
		expect((await cut('sans-han', '汉')).variationAxes).toEqual({});
	});

	test('no Latin face is named by the reserved name; the copyright line stays', async () => {
		for (const face of ['serif-latin', 'sans-latin', 'serif-latin-ext', 'sans-latin-ext'] as const) {
			const font = await cut(face, 'ał');
			expect([font.familyName, font.fullName, font.postscriptName].join()).not.toContain('Source');
			expect(font.familyName).toContain('Thread S');
			expect(font.copyright).toContain('‘Source’');
		}
	});

	test('Latin and Chinese faces draw what facesFor gives them', async () => {
		const text = 'Zürich Łódź “it’s” ‘a’ … — – · • † € № → × − § ° 汉字，。！？：；《》（）、①②％〇２';
		const faces = facesFor({ serif: text, sans: text }, 'zh-Hans');
		expect(faces.map(({ name }) => name)).toEqual(Object.keys(fontFaces));
		for (const { name, characters } of faces) {
			const font = await cut(name, characters);
			const lacking = [...characters].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
			expect([name, lacking]).toEqual([name, []]);
		}
	});
});

describe('the fallbacks', () => {
	const { resolve } = createRequire(import.meta.url);
	const file = (path: string) => create(readFileSync(resolve(path))) as Font;
	const google = (name: string, weight: number) =>
		file(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
	const dejavu = (name: string) => file(`dejavu-fonts-ttf/ttf/${name}.ttf`);
	// The fonts of devices, or counterparts whose characters all have the same widths.
	const devices: Record<string, [regular: Font, bold: Font]> = {
		'Serif as Georgia': [google('gelasio', 400), google('gelasio', 700)],
		'Serif as Noto': [google('noto-serif', 400), google('noto-serif', 700)],
		'Serif as Times': [google('tinos', 400), google('tinos', 700)],
		'Serif as DejaVu': [dejavu('DejaVuSerif'), dejavu('DejaVuSerif-Bold')],
		'Sans as Arial': [google('arimo', 400), google('arimo', 700)],
		'Sans as Roboto': [google('roboto', 400), google('roboto', 700)],
		'Sans as DejaVu': [dejavu('DejaVuSans'), dejavu('DejaVuSans-Bold')]
	};
	const stories = ['silicon-valley-turns', 'web-platform'].map((slug) => readStory(`data/${slug}`, 'en'));
	// Only characters that every font has: for others it would measure the glyph for a missing character.
	const ascii = (text: string) => text.replace(/[^ -~]+/g, ' ');
	const prose = ascii(stories.flatMap(({ scenes }) => scenes.map(({ prose }) => plainText(prose))).join(' '));
	const headings = ascii(
		stories
			.flatMap(({ scenes, items }) => [...scenes, ...items].map((one) => ('heading' in one ? one.heading : one.title)))
			.join(' ')
	);
	const kind = { lower: /[a-z]/g, space: / /g, rest: /[^a-z ]/g };
	const own = async (family: string, weight: number) =>
		create(
			await subsetStatic(family.endsWith('Serif') ? 'serif-latin' : 'sans-latin', prose + headings, weight)
		) as Font;
	const kerned = (font: Font, text: string) => font.layout(text).advanceWidth / font.unitsPerEm;
	const bare = (font: Font, text: string) =>
		[...text].reduce((sum, one) => sum + font.glyphForCodePoint(one.codePointAt(0)!).advanceWidth, 0) / font.unitsPerEm;

	test.each(fallbacks.map((fallback) => [fallback.family, fallback] as const))(
		'%s is as wide as ours',
		async (name, { of, widen }) => {
			const [regular, bold] = devices[name];
			const face = await own(of, 400);
			// In CSS each kind of character is a run of its own, without kerning across runs.
			const kerning = kerned(face, prose) / bare(face, prose);
			const ratio = (of: RegExp) => {
				const text = prose.match(of)!.join('');
				return (kerning * bare(face, text)) / bare(regular, text);
			};
			const measured = {
				lower: ratio(kind.lower),
				space: ratio(kind.space),
				rest: ratio(kind.rest),
				bold: kerned(await own(of, 600), headings) / kerned(bold, headings)
			};
			for (const key of ['lower', 'space', 'rest', 'bold'] as const)
				// Half of 0.01 is a third of a character in a line. Editing stories changes their mix of characters.
				expect.soft(widen[key], `${name} ${key}: ${measured[key].toFixed(3)}`).toBeCloseTo(measured[key], 2);
		}
	);

	test('are as high as our Latin faces', async () => {
		for (const [face, family] of [
			['serif-latin', 'Throughline Serif'],
			['sans-latin', 'Throughline Sans']
		] as const) {
			const { ascent, descent, lineGap } = await cut(face, 'a');
			const own = heights[family];
			expect([own.ascent * 1000, -own.descent * 1000, 0]).toEqual([ascent, descent, lineGap]);
		}
	});
});
