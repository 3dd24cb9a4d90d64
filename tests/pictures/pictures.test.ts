/**
 * Layout that must not move, as text: a few chosen pictures, each an SVG file in this folder. If one is meant to
 * change, `npm run pictures` writes them anew, and their diff shows what moved.
 */
import { readdirSync } from 'node:fs';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { PictureLayout } from '../../src/lib/export/parts.ts';
import Picture from '../../src/lib/export/Picture.svelte';
import { layoutPicture } from '../../src/lib/export/picture.ts';
import { layoutQuote } from '../../src/lib/export/quotePicture.ts';
import { layoutChart } from '../../src/lib/layout/chart.ts';
import { frames } from '../../src/lib/layout/frames.ts';
import { deskWidth, endingLine, phoneWidth, stripLine } from '../../src/lib/layout/lines.ts';
import type { TimelineLayout } from '../../src/lib/layout/parts.ts';
import { layoutScene } from '../../src/lib/layout/scene.ts';
import type { Theme } from '../../src/lib/layout/theme.ts';
import Chart from '../../src/lib/timeline/Chart.svelte';
import Timeline from '../../src/lib/timeline/Timeline.svelte';
import { select } from '../../src/lib/view/select.ts';
import { initialView } from '../../src/lib/view/view.ts';
import { charts, chartSides } from '../support/charts.ts';
import { readStory } from '../support/story.ts';

/** Size of all files in bytes, small enough for a person to read what changed. */
const most = 150 * 1024;

/** Not the product’s theme: a change of colour moves nothing. */
const theme: Theme = {
	paper: 'ivory',
	raised: 'white',
	ink: 'black',
	ink2: 'dimgray',
	ink3: 'gray',
	rule: 'lightgray',
	colours: {
		blue: 'navy',
		vermilion: 'orangered',
		green: 'green',
		violet: 'purple',
		ochre: 'goldenrod',
		ink: 'slategray'
	},
	serif: 'serif',
	sans: 'sans-serif'
};
const hannibal = readStory('tests/fixtures/stories/hannibal', 'en');
const port = readStory('tests/fixtures/stories/port-log', 'zh-Hans');
const site = 'https://throughline.example';
const link = `${site}/en/hannibal`;
const view = initialView('en');
const cannae = { ...view, scene: 'cannae' };

const ofPicture = (picture: PictureLayout) =>
	render(Picture, { props: { picture, theme, prefix: 'image' } }).body.replace(/<desc[^]*?<\/desc>/, '');

function ofTimeline(layout: TimelineLayout): string {
	const { body } = render(Timeline, { props: { layout, theme, prefix: 'image' } });
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${layout.height}">${body}</svg>`;
}

const pictures: Record<string, () => string> = {
	'hannibal.page': () => ofPicture(layoutPicture(hannibal, view, { size: 'page', link })),
	'hannibal.cannae.slide': () => ofPicture(layoutPicture(hannibal, cannae, { size: 'slide', link })),
	'hannibal.card': () => ofPicture(layoutPicture(hannibal, view, { size: 'card', link })),
	'hannibal.quote-maharbal.card': () => ofPicture(layoutQuote(hannibal, 'quote-maharbal', { size: 'card', link })),
	'port-log.zh-Hans.phone': () =>
		ofPicture(layoutPicture(port, initialView('zh-Hans'), { size: 'phone', link: `${site}/zh-Hans/port-log` })),
	'hannibal.cannae.stage': () => ofTimeline(layoutScene(hannibal, select(hannibal, cannae), frames.desk)),
	'hannibal.cannae.strip': () => ofTimeline(stripLine(hannibal, select(hannibal, cannae), phoneWidth)),
	'hannibal.ending': () => ofTimeline(endingLine(hannibal, hannibal.items, deskWidth)),
	...Object.fromEntries(
		Object.entries(charts).map(([kind, figure]) => [
			`chart.${kind}`,
			() =>
				render(Chart, { props: { layout: layoutChart(figure, chartSides, { width: 560, titled: true }), theme } }).body
		])
	)
};

/** One tag per line; numbers rounded to a tenth of a px, as machines may differ beyond that. */
const readable = (svg: string) =>
	svg
		.replace(/<!--[^]*?-->/g, '')
		.replace(/<[^>]+>/g, (tag) => tag.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => String(+(+number).toFixed(1) || 0)))
		.replace(/>\s*</g, '>\n<') + '\n';

it.each(Object.entries(pictures))('%s is where it was', async (name, draw) => {
	await expect(readable(draw()), 'If it was to move: npm run pictures').toMatchFileSnapshot(`${name}.svg`);
});

it('are few enough to be read, and no file is of another time', () => {
	const bytes = Object.values(pictures).map((draw) => Buffer.byteLength(readable(draw())));
	expect(bytes.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(most);
	const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.svg'));
	expect(files.filter((name) => !pictures[name.slice(0, -'.svg'.length)])).toEqual([]);
});
