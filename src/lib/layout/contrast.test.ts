import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, hexOf, lowContrasts } from './contrast.ts';
import { dark, grey, light, roles, themeCss, themesOf, colourOf, type SiteColours } from './palettes.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colours = fc.record(Object.fromEntries(roles.map((role) => [role, hex])), { requiredKeys: [] });

describe('contrast', () => {
	it('is that of WCAG', () => {
		expect(contrast('#000000', '#ffffff')).toBe(21);
		// The lightest grey that is text on white, of every explanation of the rule.
		expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
		expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 1);
	});

	it('is enough in the themes as they are', () => {
		expect(lowContrasts(light, true)).toEqual([]);
		expect(lowContrasts(dark, false)).toEqual([]);
		expect(lowContrasts(grey, true)).toEqual([]);
	});

	it('names each role on the ground where it is hardest to see, with a colour that passes on all', () => {
		fc.assert(
			fc.property(colours, (own) => {
				const theme = themesOf({ light: own } as SiteColours).light;
				for (const { role, on, found, needed, nearest } of lowContrasts(theme, true)) {
					expect(found).toBe(contrast(colourOf(theme, role), on));
					expect(found).toBeLessThan(needed);
					if (nearest)
						for (const ground of [theme.paper, theme.raised, '#ffffff'])
							expect(contrast(nearest, ground)).toBeGreaterThanOrEqual(needed);
				}
			})
		);
	});

	it('is enough once what it says is written', () => {
		fc.assert(
			fc.property(hex, hex, (ink, blue) => {
				const own = { light: { ink, blue } };
				const low = lowContrasts(themesOf(own).light, true);
				const mended = Object.fromEntries(low.map(({ role, nearest }) => [role, nearest!]));
				expect(lowContrasts(themesOf({ light: { ...own.light, ...mended } }).light, true)).toEqual([]);
			})
		);
	});
});

describe('a colour', () => {
	it.each([
		['#ABC', '#aabbcc'],
		['rgb(10, 20, 30)', '#0a141e'],
		['rgb(10% 20% 30%)', null],
		['hsl(210, 50%, 40%)', '#336699'],
		['rebeccapurple', '#663399'],
		['#11223380', null],
		['transparent', null],
		['url(https://example.org)', null],
		['red;}body{display:none', null]
	])('%s is %s', (written, read) => expect(hexOf(written)).toBe(read));
});

describe('the themes of a site', () => {
	it('keep what is not given', () => {
		const { light: own, dark: same, grey: print } = themesOf({ light: { blue: '#0000ff', ink2: '#333333' } });
		expect(own.colours).toEqual({ ...light.colours, blue: '#0000ff', ink: '#333333' });
		expect(own.paper).toBe(light.paper);
		expect(same).toBe(dark);
		expect(print).toBe(grey);
	});

	it('are the page’s custom properties', () => {
		const css = themeCss(themesOf({ dark: { paper: '#000000', other: '#cccccc' } }));
		expect(css).toContain('data-theme=dark]{color-scheme:dark;--paper:#000000;');
		expect(css).toContain('--side-ink:#cccccc');
		expect(themeCss(themesOf({}))).toBe(themeCss());
	});
});
