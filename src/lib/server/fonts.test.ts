import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { facesFor, fallbacks, type FaceName } from './faces.ts';
import { fontFaces, subset } from './fonts.ts';

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
		const faces = facesFor({ serif: text, display: text, sans: text }, 'zh-Hans');
		expect(faces.map(({ name }) => name)).toEqual(Object.keys(fontFaces));
		for (const { name, characters } of faces) {
			const font = await cut(name, characters);
			const lacking = [...characters].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0)!));
			expect([name, lacking]).toEqual([name, []]);
		}
	});

	test('the fallbacks are as high as our Latin faces', async () => {
		for (const [face, family] of [
			['serif-latin', 'Throughline Serif'],
			['sans-latin', 'Throughline Sans']
		] as const) {
			const { ascent, descent, lineGap } = await cut(face, 'a');
			const own = fallbacks.filter((fallback) => fallback.family === family);
			expect(own.length).toBe(2);
			for (const fallback of own)
				expect([fallback.ascent * 1000, -fallback.descent * 1000, 0]).toEqual([ascent, descent, lineGap]);
		}
	});
});
