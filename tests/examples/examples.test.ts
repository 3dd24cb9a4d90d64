/**
 * docs/examples.md: its YAML is valid, and its pictures come of it. `npm run examples` draws them anew into
 * docs/examples/.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Picture from '../../src/lib/export/Picture.svelte';
import { layoutPicture } from '../../src/lib/export/picture.ts';
import { layoutQuote } from '../../src/lib/export/quotePicture.ts';
import { layoutChart } from '../../src/lib/layout/chart.ts';
import { light } from '../../src/lib/layout/palettes.ts';
import { layoutScene } from '../../src/lib/layout/scene.ts';
import { fontsOf } from '../../src/lib/node/render.ts';
import Chart from '../../src/lib/timeline/Chart.svelte';
import Timeline from '../../src/lib/timeline/Timeline.svelte';
import type { Story } from '../../src/lib/story/model.ts';
import type { LocalStory } from '../../src/lib/view/local.ts';
import { localise } from '../../src/lib/view/localise.ts';
import { select } from '../../src/lib/view/select.ts';
import { initialView, type View } from '../../src/lib/view/view.ts';
import { outlined } from '../gallery/pictures.ts';
import { readExamples } from './read.ts';

/** Of all pictures together, bytes. */
const most = 400 * 1024;

const examples = readExamples(readFileSync('docs/examples.md', 'utf8'));

const viewOf = (story: LocalStory, more: Partial<View> = {}): View => ({
	...initialView(story.lang),
	scene: story.scenes[0].id,
	...more
});
const link = '';

function ofScene(story: LocalStory, view = viewOf(story)): string {
	const width = 680;
	const frame = { name: 'desk', width, height: 420, orientation: 'down', font: { label: 15, small: 13 } } as const;
	const layout = layoutScene(story, select(story, view), frame);
	const { body } = render(Timeline, { props: { layout, theme: light, prefix: 'p' } });
	return onPaper(layout, body);
}

function ofChart(story: LocalStory): string {
	const figure = story.items.find((item) => item.kind === 'figure')!;
	const layout = layoutChart(figure, story.sides, { width: 560, titled: true });
	const { body } = render(Chart, { props: { layout, theme: light } });
	return onPaper(layout, body);
}

/** On a sheet with a margin all around. */
function onPaper({ width, height }: { width: number; height: number }, body: string): string {
	const margin = 20;
	const size = `width="${width + 2 * margin}" height="${height + 2 * margin}"`;
	const box = [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' ');
	const paper = `<rect x="${-margin}" y="${-margin}" ${size} fill="${light.paper}"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" ${size}>${paper}${body}</svg>`;
}

const ofPicture = (picture: ReturnType<typeof layoutPicture>) =>
	render(Picture, { props: { picture, theme: light, prefix: 'p' } }).body;

const drawers: Record<string, (story: LocalStory) => string> = {
	folded: (story) => ofScene(story, viewOf(story, { scale: 'folded' })),
	true: (story) => ofScene(story, viewOf(story, { scale: 'true' })),
	quote: (story) =>
		ofPicture(layoutQuote(story, story.items.find(({ kind }) => kind === 'quote')!.ref, { size: 'card', link })),
	opening: (story) => ofPicture(layoutPicture(story, initialView(story.lang), { size: 'card', link })),
	...Object.fromEntries(['line', 'bars', 'share', 'numbers'].map((name) => [name, ofChart]))
};

/** The file of a picture: every glyph as an outline, referred to in as few bytes as browsers need. */
async function fileOf(name: string, story: Story): Promise<string> {
	const local = localise(story, story.languages[0]);
	const { open } = await fontsOf(local);
	const svg = outlined((drawers[name] ?? ofScene)(local), open);
	return svg.replaceAll(' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href=', ' href=');
}

describe('docs/examples.md', () => {
	const pictures = examples.flatMap(({ pictures, story }) => pictures.map((name) => ({ name, story })));

	it.each(pictures)('$name.svg comes of its YAML', async ({ name, story }) => {
		const path = `../../docs/examples/${name}.svg`;
		await expect(await fileOf(name, story), 'If it was to change: npm run examples').toMatchFileSnapshot(path);
	});

	it('has a picture in every section, and no file is of another time', () => {
		expect(examples.filter(({ pictures }) => !pictures.length).map(({ title }) => title)).toEqual([]);
		const files = readdirSync('docs/examples').map((name) => name.replace(/\.svg$/, ''));
		expect(files.filter((file) => !pictures.some(({ name }) => name === file))).toEqual([]);
	});

	it('is small', async () => {
		const files = await Promise.all(pictures.map(({ name, story }) => fileOf(name, story)));
		expect(files.reduce((sum, file) => sum + Buffer.byteLength(file), 0)).toBeLessThanOrEqual(most);
	});
});
