import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../../tests/support/story.ts';
import { acrossLanes, acrossSatellites, acrossTickSpacing, layoutAcross } from '../layout/across.ts';
import { frames } from '../layout/frames.ts';
import { axisOf } from '../layout/lanes.ts';
import { light } from '../layout/palettes.ts';
import { makeRows } from '../layout/rows.ts';
import { axisTicks } from '../layout/ticks.ts';
import Timeline from './Timeline.svelte';

const [width, height] = [900, 480];
const { font } = frames.desk;
const story = readStory('data/silicon-valley-turns', 'en');
const { scale, words } = axisOf(story, { scale: 'folded', window: story.extent }, [0, width]);
const lanes = acrossLanes(story, height, font);
const layout = layoutAcross(
	story,
	{
		rows: makeRows(story.items, new Set(), lanes.laneOf, acrossSatellites),
		lit: new Set(),
		scale,
		ticks: axisTicks(scale, acrossTickSpacing(font), words),
		range: [0, width],
		lanes
	},
	{ ...frames.desk, orientation: 'across', width, height }
);
const svg = render(Timeline, { props: { layout, theme: light, prefix: 't' } }).body;
const numbers = (text: string) => [...text.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));

describe('the drawing of time running across', () => {
	it('has poles that leave the axis upright', () => {
		const poles = [...svg.matchAll(/<path d="(M[^"]*C[^"]*)"/g)].map(([, d]) => numbers(d));
		expect(poles).toHaveLength(layout.links.length);
		for (const [x1, , c1, , c2, , x2] of poles) expect([c1, c2]).toEqual([x1, x2]);
	});

	it('has spans along the axis, fading at their uncertain ends from left to right', () => {
		const rects = [...svg.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g)];
		const drawn = rects.map(([, ...values]) => values.map(Number));
		expect(drawn).toEqual(layout.spans.map(({ x, y, length, thickness }) => [x, y - thickness / 2, length, thickness]));
		const fades = [...svg.matchAll(/<linearGradient [^>]*>/g)].map(([tag]) => tag);
		expect(fades.length).toBeGreaterThan(0);
		for (const tag of fades) expect(tag).toContain('x2="1" y2="0"');
	});

	it('has upright lines between sides and breaks across the axis', () => {
		for (const { x1, y1, y2 } of layout.bridges) expect(svg).toContain(`M${x1},${y1}L${x1},${y2}`);
		for (const { cuts } of layout.axis.folds)
			for (const { x, y } of cuts) expect(svg).toContain(`M${x - 3},${y + 6}L${x + 3},${y - 6}`);
		expect(layout.bridges.length * layout.axis.folds.length).toBeGreaterThan(0);
	});
});
