import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { layoutChart } from '../layout/chart.ts';
import { dark, light } from '../layout/palettes.ts';
import type { SideColour } from '../layout/theme.ts';
import type { FigureItem, FigureRow, LocalSide } from '../view/local.ts';
import Chart from './Chart.svelte';

const sides: LocalSide[] = [
	{ id: 'us', name: 'United States', colour: 'blue' },
	{ id: 'china', name: 'China', colour: 'vermilion' }
];
const row = (label: string, value: number, text: string, side?: string, group?: string): FigureRow => ({
	label,
	value,
	text,
	side,
	group,
	unit: ''
});
const figure = (part: Pick<FigureItem, 'chart' | 'rows' | 'whole'>) =>
	({ kind: 'figure', title: 'Figure', summary: '', unit: '', ...part }) as FigureItem;

const figures = {
	bars: figure({
		chart: 'bars',
		rows: [
			row('Llama (Meta)', 10.6e6, '10.6 million', 'us', 'Early 2024'),
			row('Qwen (Alibaba)', 0.5e6, '0.5 million', 'china', 'Early 2024'),
			row('Qwen (Alibaba)', 385.3e6, '385.3 million', 'china', 'October 2025')
		]
	}),
	share: figure({
		chart: 'share',
		whole: { value: 200, text: 'over 200', label: 'satellite circuits' },
		rows: [row('USA', 46, '46', 'us'), row('Japan', 25, '25')]
	}),
	numbers: figure({
		chart: 'numbers',
		rows: [
			row('Monthly active users', 1e8, 'over 100 million', 'china'),
			row('Monthly revenue', 2e7, 'over $20 million')
		]
	})
};
const draw = (one: FigureItem, theme = light, label?: string) => {
	const layout = layoutChart(one, sides, { width: 480 });
	return { layout, svg: render(Chart, { props: { layout, theme, label } }).body };
};
/** `name="value"` of every such element. */
const attributes = (svg: string, element: string, name: string) =>
	[...svg.matchAll(new RegExp(`<${element} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value]) => value);

describe.each(Object.entries(figures))('a chart of %s', (_, one) => {
	it('has each row’s label and amount, in the theme’s face', () => {
		const { svg } = draw(one);
		const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
		for (const { label, text, group } of one.rows) {
			expect(texts).toContain(label);
			expect(texts).toContain(text);
			if (group) expect(texts).toContain(group);
		}
		expect(new Set(attributes(svg, 'text', 'font-family'))).toEqual(new Set([light.sans]));
	});

	it.each([
		['light', light],
		['dark', dark]
	])('has each row’s colour in the %s theme', (_, theme) => {
		const { svg, layout } = draw(one, theme);
		const colours = one.rows.map(({ side }) => (sides.find(({ id }) => id === side)?.colour ?? 'ink') as SideColour);
		const drawn = layout.bars.length
			? attributes(svg, 'rect', 'fill').filter((fill) => fill !== 'none')
			: attributes(svg, 'text', 'fill').filter((fill) => fill !== theme.ink);
		expect(drawn).toEqual(colours.map((colour) => theme.colours[colour]));
	});

	it('draws every part of the layout where the layout says', () => {
		const { svg, layout } = draw(one);
		expect(svg).toContain(`viewBox="0 0 480 ${layout.height}"`);
		const numbers = (element: string, name: string) => attributes(svg, element, name).map(Number);
		const boxes = [...layout.outlines, ...layout.bars];
		expect(numbers('rect', 'x')).toEqual(boxes.map(({ x }) => x));
		expect(numbers('rect', 'width')).toEqual(boxes.map(({ width }) => width));
		expect(numbers('text', 'y')).toEqual(layout.texts.map(({ y }) => y));
		expect(attributes(svg, 'text', 'text-anchor')).toEqual(layout.texts.map(({ anchor }) => anchor));
		expect(attributes(svg, 'path', 'd')).toHaveLength(layout.lines.length + layout.seams.length);
		expect(svg).not.toMatch(/NaN|undefined|var\(/);
	});
});

it('is an image of its label to a screen reader, and without one nothing', () => {
	const named = draw(figures.bars, light, 'Llama & Qwen').svg;
	expect(named).toMatch(/<svg[^>]* role="img" aria-label="Llama &amp; Qwen"/);
	expect(named).not.toContain('aria-hidden');
	const silent = draw(figures.bars).svg;
	expect(silent).toMatch(/<svg[^>]* aria-hidden="true"/);
	expect(silent).not.toMatch(/role=|aria-label/);
});
