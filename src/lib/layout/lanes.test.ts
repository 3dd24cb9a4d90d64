import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strings } from '../text/strings.ts';
import { frames } from './frames.ts';
import { facing, gapLines, layoutLanes } from './lanes.ts';
import { textWidth } from './textWidth.ts';

const story = (lang: string) => ({ lang, items: [], sides: [], ui: strings(lang).ui });
const at = (year: number, month = 0, date = 1) => new Date(0).setUTCFullYear(year, month, date);

describe('the length of a fold', () => {
	it.each([
		['en', ['44 years', '10 months']],
		['zh-Hans', ['44年', '10个月']],
		['it', ['44 anni', '10 mesi']]
	])('is years and months in %s', (lang, lines) => {
		expect(gapLines([at(1978), at(2022, 10, 30)], story(lang))).toEqual(lines);
	});

	it('leaves out what is none, and is days where it is short', () => {
		expect(gapLines([at(-217), at(-201)], story('en'))).toEqual(['16 years']);
		expect(gapLines([at(2025, 0, 1), at(2025, 0, 13)], story('en'))).toEqual(['12 days']);
	});
});

describe('sides', () => {
	const side = (id: string, lane?: 'left' | 'right' | 'middle') => ({ id, name: id, colour: 'ink', lane });
	it('face each other where the story says so, or where there are just two', () => {
		expect(facing([side('a', 'right'), side('b', 'left'), side('c', 'middle')])).toEqual(['b', 'a']);
		expect(facing([side('a'), side('b')])).toEqual(['a', 'b']);
	});

	it.each([
		['six lanes of a phone', 6, 300],
		['five', 5, 300],
		['two that face each other with no room to', 2, 280],
		['four of a desk', 4, 640]
	])('have names that are all there, within the width and apart: %s', (_, n, width) => {
		const names = ['Blink', 'Samsung Internet', 'WebKit', 'Others', 'Gecko', '其他'];
		const sides = names.slice(0, n).map((name) => ({ ...side(name), name }));
		const { lanes } = layoutLanes({ ...story('en'), sides }, width, 60, frames.desk.font);
		expect(lanes.map(({ id }) => id)).toEqual(names.slice(0, n));
		const ends = lanes.map(({ x, name }) => x + textWidth(name, frames.desk.font.small));
		lanes.forEach(({ name, id, x, y }, index) => {
			expect(name.replace('…', '').length).toBeGreaterThan(1);
			expect(id.startsWith(name.replace('…', ''))).toBe(true);
			expect(ends[index]).toBeLessThanOrEqual(width);
			lanes.slice(0, index).forEach((before, other) => {
				if (before.y === y) expect(x).toBeGreaterThan(ends[other] + 3);
			});
			expect(y).toBeLessThan(frames.desk.font.small * 3.3);
		});
	});

	it('have names within the width, however long these are', () => {
		const text = fc.string({ unit: fc.constantFrom('W', 'i', ' ', '国', 'é'), minLength: 1, maxLength: 300 });
		const lanesOf = fc.array(text, { minLength: 1, maxLength: 9 });
		fc.assert(
			fc.property(
				lanesOf,
				fc.integer({ min: 280, max: 1600 }),
				fc.integer({ min: 9, max: 20 }),
				(names, width, small) => {
					const sides = names.map((name, n) => ({ ...side(`s${n}`), name }));
					for (const { name, x, anchor } of layoutLanes({ ...story('en'), sides }, width, 60, { small }).lanes) {
						const wide = textWidth(name, small);
						const [from, to] = anchor === 'end' ? [x - wide, x] : [x, x + wide];
						expect(from).toBeGreaterThanOrEqual(0);
						expect(to).toBeLessThanOrEqual(width);
					}
				}
			)
		);
	});

	it('stand in lanes of their own otherwise', () => {
		expect(facing([side('a')])).toBeNull();
		expect(facing([side('a'), side('b'), side('c')])).toBeNull();
	});
});
