import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stacks } from '../layout/theme.ts';
import { facesFor, fontCss, type FaceFile } from './faces.ts';

const texts = { serif: '他说：“好”——OpenAI’s K2 №1', display: '好', sans: '2025年 Łódź' };
const named = (faces: FaceFile[]) => Object.fromEntries(faces.map((face) => [face.name, face]));

/** Whether a CSS unicode-range has a character in it. */
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
		for (const mark of '“”‘’…—·') {
			expect(covers(faces['serif-han'].unicodeRange, mark)).toBe(true);
			expect(covers(faces['serif-latin'].unicodeRange, mark)).toBe(false);
			// For English quotations, see fontCss.
			expect(faces['serif-latin'].characters).toContain(mark);
		}
	});

	test('an English page has them from the Latin one', () => {
		const faces = named(facesFor(texts, 'en'));
		expect(faces['serif-han'].characters).toBe('№他好说：');
		expect(covers(faces['serif-han'].unicodeRange, '“')).toBe(false);
		expect(covers(faces['serif-latin'].unicodeRange, '“')).toBe(true);
	});

	test('no face without characters', () => {
		const only = (sans: string, lang: string) =>
			facesFor({ serif: '', display: '', sans }, lang).map(({ name }) => name);
		expect(only('', 'zh-Hans')).toEqual([]);
		expect(only('\n', 'en')).toEqual([]);
		expect(only('Łódź', 'en')).toEqual(['sans-latin', 'sans-latin-ext']);
		expect(only('汉', 'en')).toEqual(['sans-han']);
		expect(only('กขค', 'en')).toEqual([]);
	});

	test('headings have a Chinese face of their own and share the Latin one', () => {
		const faces = named(facesFor({ serif: '汉a', display: '字é', sans: '' }, 'en'));
		expect(faces['display-han']).toMatchObject({ characters: '字', weight: '600' });
		expect(faces['serif-han']).toMatchObject({ characters: '汉', weight: '400' });
		expect(faces['serif-latin'].characters).toContain('é');
	});

	test('a character is in the range of one Latin or Chinese face, that has it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'zh-Hans'), (text, lang) => {
				const faces = facesFor({ serif: '', display: '', sans: text }, lang);
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

	test('bold Chinese prefers the headings’ face, and stays in the family without', () => {
		const bold = rules('zh-Hans').filter((rule) => rule.includes("'Throughline Serif';font-weight:600"));
		expect(bold.map((rule) => /\/([a-z-]+)\.woff2/.exec(rule)![1])).toEqual([
			'serif-latin',
			'serif-han',
			'display-han'
		]);
	});

	test('addresses have the base path', () => {
		expect(rules('en').join()).toContain('url(/base/fonts/s/en/serif-latin.woff2)');
	});

	test('only Chinese pages need a family for English quotations, with all marks', () => {
		const quoting = rules('zh-Hans').filter((rule) => rule.includes("'Throughline Serif Latin'"));
		expect(quoting.length).toBe(2);
		for (const rule of quoting) expect(covers(/unicode-range:([^}]*)/.exec(rule)![1], '’')).toBe(true);
		expect(rules('en').join()).not.toContain("Serif Latin'");
	});

	test('Latin never swaps, Chinese does', () => {
		for (const rule of rules('zh-Hans').filter((rule) => rule.includes('woff2')))
			expect(rule).toContain(rule.includes('-han.') ? 'font-display:swap' : 'font-display:optional');
	});

	test('no rules without faces', () => expect(fontCss('s', 'en', [])).toBe(''));
});

test('stacks have no space outside a name, and the fallback before any installed Chinese font', () => {
	for (const stack of Object.values(stacks)) {
		expect(stack.replace(/'[^']*'/g, '')).not.toContain(' ');
		expect(stack.indexOf('Fallback')).toBeLessThan(stack.indexOf('Noto'));
		expect(stack).not.toContain('Latin Fallback');
	}
});
