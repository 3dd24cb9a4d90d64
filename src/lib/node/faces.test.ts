import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreign, pageStacks, stacks } from '../layout/theme.ts';
import { fallbacks } from './fallbacks.ts';
import { facesFor, fontCss, type FaceFile } from './faces.ts';

const texts = { serif: '他说：“好”——OpenAI’s K2 №1', sans: '2025年 Łódź' };
const named = (faces: FaceFile[]) => Object.fromEntries(faces.map((face) => [face.name, face]));

/** Whether a CSS unicode-range includes a character. */
function covers(range: string, character: string): boolean {
	const point = character.codePointAt(0)!;
	return range.split(',').some((part) => {
		const [from, to = from] = part.slice(2).split('-');
		return parseInt(from, 16) <= point && point <= parseInt(to, 16);
	});
}

describe('facesFor', () => {
	test('a Chinese page has its marks from the Chinese face', () => {
		const faces = named(facesFor(texts, 'zh-Hans'));
		expect(faces['serif-han'].characters).toBe('—’“”№他好说：');
		for (const mark of '“”‘’…—') {
			expect(covers(faces['serif-han'].unicodeRange, mark)).toBe(true);
			expect(covers(faces['serif-latin'].unicodeRange, mark)).toBe(false);
			// For quotations in English; see fontCss.
			expect(faces['serif-latin'].characters).toContain(mark);
		}
	});

	test('the · of a name is Latin on every page', () => {
		for (const lang of ['en', 'zh-Hans']) {
			const faces = named(facesFor({ serif: '德·格', sans: '' }, lang));
			expect(covers(faces['serif-latin'].unicodeRange, '·')).toBe(true);
			expect(covers(faces['serif-han'].unicodeRange, '·')).toBe(false);
		}
	});

	test('an English page has them from the Latin one', () => {
		const faces = named(facesFor(texts, 'en'));
		// Quotation marks too, for quotations in Chinese; see fontCss.
		expect(faces['serif-han'].characters).toBe('—’“”№他好说：');
		expect(covers(faces['serif-han'].unicodeRange, '“')).toBe(false);
		expect(covers(faces['serif-latin'].unicodeRange, '“')).toBe(true);
	});

	test('no face without characters', () => {
		const only = (sans: string, lang: string) => facesFor({ serif: '', sans }, lang).map(({ name }) => name);
		expect(only('', 'zh-Hans')).toEqual([]);
		expect(only('\n', 'en')).toEqual([]);
		expect(only('Łódź', 'en')).toEqual(['sans-latin', 'sans-latin-ext']);
		expect(only('汉', 'en')).toEqual(['sans-han']);
		expect(only('กขค', 'en')).toEqual([]);
	});

	test('Chinese has one weight', () => {
		const faces = named(facesFor({ serif: '汉aé', sans: '' }, 'en'));
		expect(faces['serif-han']).toMatchObject({ characters: '汉', weight: '400' });
		expect(faces['serif-latin']).toMatchObject({ weight: '400 600' });
	});

	test('a character is in the range of one Latin or Chinese face, that has it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'zh-Hans'), (text, lang) => {
				const faces = facesFor({ serif: '', sans: text }, lang);
				for (const character of text) {
					const drawing = faces.filter(({ unicodeRange }) => covers(unicodeRange, character));
					expect(drawing.length).toBeLessThanOrEqual(1);
					if (character >= ' ') for (const face of drawing) expect(face.characters).toContain(character);
				}
			})
		);
	});
});

describe('fontCss', () => {
	const rules = (lang: string) => fontCss('s', lang, facesFor(texts, lang), '/base').split('\n');

	test('bold Chinese stays in the family', () => {
		const bold = rules('zh-Hans').filter((rule) => rule.includes("'Throughline Serif';font-weight:400 600"));
		expect(bold.map((rule) => /\/([a-z-]+)\.woff2/.exec(rule)![1])).toEqual(['serif-latin', 'serif-han']);
	});

	test('addresses have the base path', () => {
		expect(rules('en').join()).toContain('url(/base/fonts/s/en/serif-latin.woff2)');
	});

	test.each([
		['zh-Hans', 'Latin', 1],
		['en', 'Han', 1]
	])('a page in %s has a family for quotations in %s, with all marks', (lang, script, files) => {
		const quoting = rules(lang).filter((rule) => rule.includes(`'Throughline Serif ${script}'`));
		expect(quoting.length).toBe(files);
		for (const rule of quoting)
			for (const mark of '“’…') expect(covers(/unicode-range:([^}]*)/.exec(rule)![1], mark)).toBe(true);
		expect(rules(lang === 'en' ? 'zh-Hans' : 'en').join()).not.toContain(`Serif ${script}'`);
	});

	test('every face of ours swaps in, and has its fallbacks', () => {
		for (const lang of ['en', 'zh-Hans']) {
			const ours = rules(lang).filter((rule) => rule.includes('woff2'));
			expect(ours.length).toBeGreaterThan(4);
			for (const rule of ours) expect(rule).toContain('font-display:swap');
			for (const { family } of fallbacks)
				expect(rules(lang).filter((rule) => rule.includes(`'${family}'`)).length).toBe(lang === 'en' ? 4 : 3);
		}
	});

	test('no fallback takes the marks of a Chinese page', () => {
		const local = (lang: string) => rules(lang).filter((rule) => rule.includes('local('));
		for (const rule of local('zh-Hans')) expect(covers(/unicode-range:([^}]*)/.exec(rule)![1], '“')).toBe(false);
	});

	test('no rules without faces', () => expect(fontCss('s', 'en', [])).toBe(''));
});

test('stacks have no space outside a name; on pages every fallback comes before any installed Chinese font', () => {
	for (const stack of [...Object.values(stacks), ...Object.values(pageStacks)])
		expect(stack.replace(/'[^']*'/g, '')).not.toContain(' ');
	for (const { of, family } of fallbacks) {
		const stack = pageStacks[of === 'Throughline Serif' ? 'serif' : 'sans'];
		expect(stack).toContain(`'${family}'`);
		expect(stack.indexOf(family)).toBeLessThan(stack.indexOf('Noto S'));
	}
	expect(foreign(pageStacks.sans, 'Han')).toMatch(/^'Throughline Sans Han','Throughline Sans',/);
});
