import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { layoutChart } from '../layout/chart.ts';
import { light, pictureThemes } from '../layout/palettes.ts';
import type { SideColour } from '../layout/theme.ts';
import { realFigures, realStory } from '../../../tests/support/figures.ts';
import type { FigureItem } from '../view/local.ts';
import Chart from './Chart.svelte';

const figures = (lang: string) => Object.fromEntries(realFigures(lang).map((one) => [one.id, one]));
const draw = (one: FigureItem, theme = light, label?: string) => {
	const layout = layoutChart(one, realStory('en').sides, { width: 560, titled: one.chart === 'line' });
	return { layout, svg: render(Chart, { props: { layout, theme, label } }).body };
};
/** The values of an attribute on all elements of a name. */
const attributes = (svg: string, element: string, name: string) =>
	[...svg.matchAll(new RegExp(`<${element} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

describe.each(
	['en', 'zh-Hans'].flatMap((lang) => Object.entries(figures(lang)).map(([id, one]) => ({ lang, id, one })))
)('the chart of $id in $lang', ({ one }) => {
	it('has each text of the layout, large amounts in the face of telling', () => {
		const { svg, layout } = draw(one);
		const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
		expect(texts).toEqual(layout.texts.map(({ text }) => text));
		expect(attributes(svg, 'text', 'font-family')).toEqual(
			layout.texts.map(({ face }) => (face ? light.serif : light.sans))
		);
	});

	it.each(Object.entries(pictureThemes))('is painted in the %s theme alone', (_, theme) => {
		const { svg } = draw(one, theme);
		const known = [
			...Object.values(theme.colours),
			theme.paper,
			theme.raised,
			theme.ink,
			theme.ink2,
			theme.ink3,
			theme.rule
		];
		const painted = ['rect', 'path', 'circle', 'text'].flatMap((element) =>
			['fill', 'stroke'].flatMap((name) => attributes(svg, element, name))
		);
		expect(painted.filter((colour) => colour !== 'none' && !known.includes(colour))).toEqual([]);
		for (const side of new Set(one.rows.map(({ side }) => realStory('en').sides.find(({ id }) => id === side)?.colour)))
			if (side) expect(painted).toContain(theme.colours[side as SideColour]);
	});

	it('draws every part of the layout where the layout says', () => {
		const { svg, layout } = draw(one);
		expect(svg).toContain(`viewBox="0 0 560 ${layout.height}"`);
		const numbers = (element: string, name: string) => attributes(svg, element, name).map(Number);
		const solid = layout.bars.filter(({ fill }) => fill !== 'none');
		const inset = solid.map(({ x, fill }) => (fill === 'outline' ? x + 0.75 : x));
		expect(numbers('rect', 'x')).toEqual([
			...layout.outlines.map(({ x }) => x),
			...inset,
			...layout.pieces.map(({ x }) => x)
		]);
		expect(numbers('circle', 'cx')).toEqual(layout.points.map(({ x }) => x));
		expect(numbers('circle', 'cy')).toEqual(layout.points.map(({ y }) => y));
		expect(numbers('text', 'y')).toEqual(layout.texts.map(({ y }) => y));
		expect(attributes(svg, 'text', 'text-anchor')).toEqual(layout.texts.map(({ anchor }) => anchor));
		const lines = [...svg.matchAll(/M[\d.-]+,[\d.-]+L/g)];
		const segments = [
			...layout.lines,
			...layout.seams,
			...layout.grid,
			...layout.strokes.flatMap(({ segments }) => segments)
		];
		expect(lines).toHaveLength(segments.length);
		expect(svg).not.toMatch(/NaN|undefined|var\(|class=|id=/);
	});
});

it('joins two counts by round dots', () => {
	const { svg } = draw(figures('en').downloads);
	expect(attributes(svg, 'path', 'stroke-linecap')).toEqual(['round', 'round']);
	expect(attributes(svg, 'path', 'stroke-dasharray')).toHaveLength(2);
});

it('is an image of its label to a screen reader, and without one nothing', () => {
	const named = draw(figures('en').cost, light, 'Llama & Qwen').svg;
	expect(named).toMatch(/<svg[^>]* role="img" aria-label="Llama &amp; Qwen"/);
	expect(named).not.toContain('aria-hidden');
	const silent = draw(figures('en').cost).svg;
	expect(silent).toMatch(/<svg[^>]* aria-hidden="true"/);
	expect(silent).not.toMatch(/role=|aria-label/);
});
