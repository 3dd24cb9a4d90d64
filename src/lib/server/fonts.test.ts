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
		// fontkit counts the end mark of the table, U+FFFF, as a character.
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
	// The fonts of devices, or twins whose every character is as wide.
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
	const told = {
		400: stories.flatMap(({ scenes }) => scenes.map(({ prose }) => plainText(prose))).join(' '),
		600: stories
			.flatMap(({ scenes, items }) => [...scenes.map(({ heading }) => heading), ...items.map(({ title }) => title)])
			.join(' ')
	};
	// Of what every font has: in other characters it would measure the mark for none.
	const ascii = (text: string) => text.replace(/[^ -~]+/g, ' ');
	const width = (font: Font, text: string) => font.layout(ascii(text)).advanceWidth / font.unitsPerEm;
	const own = async (family: string, weight: number) =>
		create(
			await subsetStatic(family.endsWith('Serif') ? 'serif-latin' : 'sans-latin', ascii(told[400] + told[600]), weight)
		) as Font;

	test.each(fallbacks.map((fallback) => [fallback.family, fallback] as const))(
		'%s is as wide as ours',
		async (name, { of, widen }) => {
			for (const [index, weight] of ([400, 600] as const).entries()) {
				const measured = width(await own(of, weight), told[weight]) / width(devices[name][index], told[weight]);
				// Within a half of a hundredth, a third of a character in a line.
				expect.soft(widen[weight], `${name} ${weight}: ${measured.toFixed(3)}`).toBeCloseTo(measured, 2);
			}
		}
	);
});
