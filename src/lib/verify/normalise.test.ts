import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasReadings, needed, normalise } from './normalise.ts';
import { original, SourceText } from './source.ts';

const text = fc.string({
	unit: fc.constantFrom(...'國中国，。,."“”‘’—-…  \t\u00a0Aé\u0301b１2(（)）(guó)ﬁ着著🙂\u200b'),
	maxLength: 60
});

describe('one normal form', () => {
	it.each([
		['中國(guó)的“風(fēng)向”', '中国的"风向"', true],
		['他 说 ，AI', '他说,AI', false],
		['Ｋｉｍｉ　Ｋ２', 'Kimi K2', false],
		['「好」——……', '"好"-...', false],
		['soft\u00adhyphen and\n  lines', 'softhyphen and lines', false],
		['随著 隨著 随着', '随着随着随着', false],
		['人工智能(ai)', '人工智能(ai)', false],
		['智能(AGI)和(46条)', '智能(AGI)和(46条)', true]
	])('of %j is %j', (from, to, readings) => {
		expect(normalise(from, readings).text).toBe(to);
	});

	it('leads back to where each of its characters stood', () => {
		fc.assert(
			fc.property(text, fc.boolean(), (from, readings) => {
				const { text, starts, ends } = normalise(from, readings);
				expect([starts.length, ends.length]).toEqual([text.length, text.length]);
				for (let i = 0; i < text.length; i++) {
					expect(ends[i]).toBeGreaterThan(starts[i]);
					if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]);
					expect(ends[i]).toBeLessThanOrEqual(from.length);
				}
			})
		);
	});

	it('of a normal form is itself', () => {
		fc.assert(
			fc.property(text, (from) => {
				const once = normalise(from).text;
				expect(normalise(once).text).toBe(once);
			})
		);
	});
});

it('says which steps were needed', () => {
	expect(needed('中国', '中国', false)).toEqual([]);
	expect(needed('中國', '中国', false)).toEqual(['script']);
	expect(needed('中国，', '中国,', false)).toEqual(['width']);
	expect(needed('国(guó)', '国', true)).toEqual(['annotations']);
	expect(needed('“a”', '"a"', false)).toEqual(['punctuation']);
});

it('tells readings from brackets', () => {
	expect(hasReadings('國(guó)會(huì)問(wèn)')).toBe(true);
	expect(hasReadings('人工(AI)智能(AGI)某(ai)某(de)某(ma)')).toBe(false);
});

describe('paragraphs', () => {
	it('are lines, without empty ones and pictures, and have their places', () => {
		const source = new SourceText('![]()\r\nEins\r\n\r\n![x](y)\r\nZwei drei\r\n');
		expect(source.paragraphs.map(({ text }) => text)).toEqual(['Eins', 'Zwei drei']);
		expect(source.place(source.paragraphs[1], 5)).toEqual({ paragraph: 2, line: 5, column: 6 });
	});
	it('are blocks where lines are broken within them', () => {
		const source = new SourceText('one\ntwo\n\nthree\nfour\n');
		expect(source.unit).toBe('block');
		expect(source.paragraphs.map(({ text }) => text)).toEqual(['one\ntwo', 'three\nfour']);
		expect(new SourceText('one\ntwo\n\nthree', 'line').paragraphs).toHaveLength(3);
	});
	it('are lines where pictures, not empty lines, stand between them', () => {
		expect(new SourceText('one\n![]()\ntwo\nthree\n![]()\nfour\nfive').paragraphs).toHaveLength(5);
	});
	it('give back what stood there', () => {
		const source = new SourceText('中國(guó)的風(fēng)向(xiàng)');
		const [paragraph] = source.paragraphs;
		const at = paragraph.normal.text.indexOf('风');
		expect(original(paragraph, at, at + 1).text).toBe('風');
	});
});
