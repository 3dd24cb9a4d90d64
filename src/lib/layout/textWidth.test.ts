import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { phrases, single, textWidth, truncate, wrapText } from './textWidth.ts';
import { WIDTHS } from './widths.ts';

const require = createRequire(import.meta.url);
const latin: number[] = Array.from({ length: 0x230 }, (_, n) => 0x20 + n);
const marks = [...'–—‘’“”„†•…€−™›‹′″↑↓'].map((mark) => mark.codePointAt(0)!);
/** For each slice of the font, its weights 400 and 600. */
let fonts: Font[][];

beforeAll(async () => {
	// fontkit cannot vary a WOFF2, so subset-font fixes the weight and unpacks.
	const text = String.fromCodePoint(...latin, ...marks);
	const at = async (slice: string, wght: number) => {
		const file = `@fontsource-variable/source-sans-3/files/source-sans-3-${slice}-wght-normal.woff2`;
		const font = readFileSync(require.resolve(file));
		return create(await subsetFont(font, text, { targetFormat: 'sfnt', variationAxes: { wght } })) as Font;
	};
	fonts = await Promise.all(['latin', 'latin-ext'].map((slice) => Promise.all([at(slice, 400), at(slice, 600)])));
});

function fontWidth(point: number): number | undefined {
	const weights = fonts.find(([font]) => font.hasGlyphForCodePoint(point));
	return weights && Math.max(...weights.map((font) => font.glyphForCodePoint(point).advanceWidth));
}

describe('the table', () => {
	test('is made so from the font', () => {
		const lines = new Map<number, string>();
		for (const point of [...latin, ...marks]) {
			const width = fontWidth(point);
			const character = String.fromCodePoint(point);
			const base = character.normalize('NFD')[0];
			const basePoint = base.codePointAt(0)!;
			const listed = basePoint !== point && latin.includes(basePoint);
			if (width === undefined || (listed && fontWidth(basePoint) === width)) continue;
			lines.set(width, (lines.get(width) ?? '') + character);
		}
		const sorted = [...lines].sort(([a], [b]) => a - b);
		expect(WIDTHS).toBe(
			sorted.map(([width, characters]) => width.toString(36).padStart(2, '0') + characters).join('\n')
		);
		expect(Buffer.byteLength(WIDTHS)).toBeLessThan(1024);
	});

	test('gives each Latin character of the font its width', () => {
		const known = [...latin, ...marks].filter((point) => fontWidth(point) !== undefined);
		expect(known.length).toBe(438);
		const wrong = known.filter((point) => textWidth(String.fromCodePoint(point), 1000, false) !== fontWidth(point));
		expect(wrong.map((point) => point.toString(16))).toEqual([]);
	});

	test('bounds what the Chinese face draws', () => {
		const font = create(
			readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
		) as Font;
		const shared = [...'“”‘’…—'].map((mark) => mark.codePointAt(0)!);
		const points = [
			...shared,
			...font.characterSet.filter(
				(point) => point >= 0x2100 && fontWidth(point) === undefined && !/\p{M}/u.test(String.fromCodePoint(point))
			)
		];
		const over = points.filter(
			(point) => font.glyphForCodePoint(point).advanceWidth > textWidth(String.fromCodePoint(point), 1000, true)
		);
		// Two-em and three-em dashes as one character, which no story uses.
		expect(over.map((point) => point.toString(16))).toEqual(['2e3a', '2e3b']);
		expect(font.glyphForCodePoint('汉'.codePointAt(0)!).advanceWidth).toBe(textWidth('汉', 1000));
	});
});

describe('textWidth', () => {
	test.each([
		['', 0],
		['汉字', 2000],
		['é', textWidth('e', 1000)],
		['e\u0301', textWidth('e', 1000)],
		['“好”', 3000],
		['№→', 2000],
		['Ω', 600]
	])('%s', (text, width) => expect(textWidth(text, 1000)).toBe(width));

	test('quotation marks are wide where the page is Chinese', () => {
		expect(textWidth('“K2”', 10, true) - textWidth('K2', 10)).toBe(20);
		expect(textWidth('“K2”', 10) - textWidth('K2', 10)).toBeLessThan(12);
	});
});

describe('wrapText', () => {
	test.each<[string, string, number, number, string[]]>([
		['at spaces', 'open weights win', 60, 3, ['open', 'weights', 'win']],
		['after hyphens and slashes', 'state-of/the-art', 48, 4, ['state-', 'of/the-', 'art']],
		['not inside a date', 'on 2023-05-12 it', 100, 2, ['on 2023-05-12', 'it']],
		['between 汉字', '深度求索的模型', 64, 2, ['深度求索', '的模型']],
		['not before a closing mark', '深度求索，的模型', 64, 3, ['深度', '求索，的', '模型']],
		['not after an opening mark', '深度求“索”', 64, 3, ['深度求', '“索”']],
		['not inside a word in Chinese', '奥特曼说OpenAI好', 96, 3, ['奥特曼说', 'OpenAI好']],
		['not inside a word', '中国人工智能如何追上', 80, 3, ['中国', '人工智能', '如何追上']],
		['not inside a name', '安德森·霍洛维茨基金的', 130, 2, ['安德森·霍洛维茨', '基金的']],
		['with a phrase', '中国的模型又好又便宜', 96, 3, ['中国的模型', '又好又便宜']],
		['with its unit', '发布于2025年11月', 70, 3, ['发布于', '2025年', '11月']],
		['inside a word rather than lose it', '模型人工智能模型', 80, 2, ['模型人工智', '能模型']],
		['never inside a dash', '封杀它——老调', 64, 3, ['封杀', '它——', '老调']],
		['at a word longer than a line', 'a Donaudampfschiff', 64, 9, ['a', 'Donauda', 'mpfschif', 'f']],
		['what is cut ends in …', '深度求索，的模型', 64, 1, ['深度求…']],
		['the mark before … goes', '深度，求索的模型', 64, 1, ['深度…']],
		['nothing fits', '汉字', 10, 2, []],
		['no lines asked', '汉字', 64, 0, []],
		['spaces collapse', '  a \n b ', 64, 2, ['a b']]
	])('%s', (_, text, maxWidth, maxLines, lines) => expect(wrapText(text, 16, maxWidth, maxLines)).toEqual(lines));

	const word = fc.constantFrom(
		...[
			'OpenAI',
			'K2',
			'汉',
			'字',
			'，',
			'。',
			'”',
			'“',
			'（',
			'）',
			'…',
			'—',
			' ',
			'-',
			'/',
			'1',
			'é',
			'e\u0301',
			'👩‍🚀',
			'🇨🇳',
			'𠮷',
			'.',
			'('
		]
	);
	const texts = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
	const bare = (text: string) => text.replace(/\s/g, '');

	test('every line fits, at most the lines asked for', () => {
		const any = fc.oneof(texts, fc.string({ unit: 'grapheme' }));
		const ems = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0.1, max: 15, noNaN: true }));
		const sizes = fc.double({ min: 8, max: 40, noNaN: true });
		fc.assert(
			fc.property(any, sizes, ems, fc.integer({ min: 1, max: 5 }), (text, size, wide, maxLines) => {
				const maxWidth = wide * size;
				const lines = wrapText(text, size, maxWidth, maxLines);
				expect(lines.length).toBeLessThanOrEqual(maxLines);
				for (const line of lines) expect(textWidth(line, size)).toBeLessThanOrEqual(maxWidth);
				expect(textWidth(truncate(text, size, maxWidth), size)).toBeLessThanOrEqual(maxWidth);
			}),
			{ numRuns: 1000 }
		);
	});

	test('with lines enough nothing is lost, and no character is split', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 60, max: 200 }), (text, maxWidth) => {
				const lines = wrapText(text, 13, maxWidth, 99);
				expect(bare(lines.join(''))).toBe(bare(text));
				const segmenter = new Intl.Segmenter();
				const count = (part: string) => [...segmenter.segment(bare(part))].length;
				expect(lines.reduce((sum, line) => sum + count(line), 0)).toBe(count(text));
			})
		);
	});

	test('marks stay where a line may have them', () => {
		const sentence = fc
			.array(fc.constantFrom('汉', '字模', '，', '。', '“好”', '（OpenAI）', 'K2', '《书》'), { maxLength: 30 })
			// At most one closing mark after a word: a run of them longer than the line has to break.
			.map((parts) => parts.join('').replace(/([，。])[，。]+/g, '$1'));
		fc.assert(
			fc.property(sentence, fc.integer({ min: 120, max: 260 }), (text, maxWidth) => {
				const lines = wrapText(text, 13, maxWidth, 99);
				for (const line of lines.slice(1)) expect(line).not.toMatch(/^[。，、；：！？”’）》】…]/);
				for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“‘（《【]$/);
			})
		);
	});

	test('what is taken for one grapheme without asking a segmenter is one, whatever stands beside it', () => {
		const all = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter((character) =>
			single.test(character)
		);
		expect(all.length).toBeGreaterThan(20_000);
		const segmenter = new Intl.Segmenter();
		for (const character of all) {
			const text = `${character}${character}e${character}汉`;
			expect([...segmenter.segment(text)].length).toBe(text.length);
		}
	});
});

describe('phrases', () => {
	test('are the text again, and end where a line of it reads well', () => {
		expect(phrases('网页功能如何走进浏览器')).not.toContain('如');
		expect(phrases('网页功能如何走进浏览器').join('|')).toMatch(/\|?如何\|/);
		expect(phrases('How the web came')).toEqual(['How the web came']);
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('CSS ', 'grid', '：', '三家', '引擎', '“', '封杀', '”', ' ', '20天')),
				(parts) => {
					const text = parts.join('');
					const pieces = phrases(text);
					expect(pieces.join('')).toBe(text);
					for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[：”]/);
				}
			)
		);
	});
});
