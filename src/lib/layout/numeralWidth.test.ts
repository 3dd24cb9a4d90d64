import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { beforeAll, expect, it } from 'vitest';
import { numeralWidth } from './numeralWidth.ts';

const require = createRequire(import.meta.url);
const signs = Array.from({ length: 0x5f }, (_, n) => String.fromCharCode(0x20 + n));
let font: Font;

beforeAll(async () => {
	const file = require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2');
	const options = { targetFormat: 'sfnt' as const, variationAxes: { wght: 600 } };
	font = create(await subsetFont(readFileSync(file), signs.join(''), options)) as Font;
});
const drawn = (sign: string) => font.glyphForCodePoint(sign.codePointAt(0)!).advanceWidth;

it.each([...'0123456789.,%$ '])('knows how wide “%s” is', (sign) => {
	expect(numeralWidth(sign, 1000)).toBe(drawn(sign));
});

it('bounds every other sign of ASCII', () => {
	expect(signs.filter((sign) => numeralWidth(sign, 1000) < drawn(sign))).toEqual([]);
});

it('takes what is Chinese as one em wide', () => {
	expect(numeralWidth('不到', 20)).toBe(40);
});
