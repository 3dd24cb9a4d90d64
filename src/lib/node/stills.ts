/**
 * The parts of a page that only the server renders: the words of opening, scenes and ending, the first timeline, all
 * cards, the end of the story. Scripts have no use for them; the page marks their places (page/Still.svelte), and the
 * document is sent with them filled in.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import Evidence from '../cards/Evidence.svelte';
import { layoutChart, type ChartFrame } from '../layout/chart.ts';
import { frames } from '../layout/frames.ts';
import { wordFolds } from '../layout/lanes.ts';
import { miniLine, phoneWidth } from '../layout/lines.ts';
import { layoutScene } from '../layout/scene.ts';
import { screen } from '../layout/theme.ts';
import Ending from '../page/Ending.svelte';
import ExploreLink from '../page/ExploreLink.svelte';
import Opening from '../page/Opening.svelte';
import { Reader } from '../page/reader.svelte.ts';
import SceneWords from '../page/SceneWords.svelte';
import Sources from '../page/Sources.svelte';
import Stage from '../page/Stage.svelte';
import Strip from '../page/Strip.svelte';
import { makeStrip } from '../page/strip.ts';
import Chart from '../timeline/Chart.svelte';
import type { FigureItem, LocalStory } from '../view/local.ts';
import { orderScenes, select } from '../view/select.ts';
import { initialView, orders, type Order } from '../view/view.ts';
import { keysOf } from './page.ts';
import { site } from './site.ts';

const known = new WeakMap<LocalStory, Map<string, string>>();

/** One element, without the comments that hydration would need in and around it. */
export const element = (html: string) => bare(/<(div|section|svg)[^]*<\/\1>/.exec(html)![0]);

/** Removes Svelte’s comments, but keeps the placeholders for other parts. */
const bare = (html: string) => html.replace(/<!--(?!still )[^]*?-->/g, '');

/**
 * @returns HTML by the name of its placeholder: `opening`, `stage`, `strip`, `ending`, `evidence`, `explore`,
 * `sources`; `scene-` and its id; `chart-` or `stage-` and a figure’s ref. Also `styles`: their style sheets with ids,
 * so that a component loaded later does not add its own again.
 */
export function storyParts(story: LocalStory): ReadonlyMap<string, string> {
	let parts = known.get(story);
	if (!parts) known.set(story, (parts = drawParts(story)));
	return parts;
}

function drawParts(story: LocalStory): Map<string, string> {
	const { base } = site();
	const parts = new Map<string, string>();
	const styles = new Set<string>();
	const put = <Props extends Record<string, unknown>>(name: string, component: Component<Props>, props: Props) => {
		const { head, body } = render(component as Component, { props });
		for (const [sheet] of head.matchAll(/<style[^]*?<\/style>/g)) styles.add(sheet);
		parts.set(name, bare(body));
	};
	put('opening', Opening, { story });
	const begins = (order: Order) => orderScenes(story, order).find(({ ending }) => !ending);
	for (const scene of story.scenes)
		if (!scene.ending) {
			const first = orders.filter((order) => begins(order) === scene);
			put(`scene-${scene.id}`, SceneWords, { scene, story, first });
		}
	put('ending', Ending, { story, explore: `${base}/${story.lang}/${story.slug}/explore` });
	put('explore', ExploreLink, { story, base });
	put('sources', Sources, { story });
	drawTimelines(story, put);
	parts.set('evidence', evidence(story));
	for (const item of story.items) {
		if (item.kind !== 'figure') continue;
		// Laid out again for a phone, not scaled down.
		const [wide, narrow] = [560, 350].map((width) => chart(item, story, { width }));
		parts.set(`chart-${item.ref}`, `<div class="at-wide">${wide}</div><div class="at-narrow">${narrow}</div>`);
		if (story.scenes.some(({ stage }) => stage === item.ref)) parts.set(`stage-${item.ref}`, staged(item, story));
	}
	return parts.set('styles', [...styles].join(''));
}

/** Beside the prose the whole story, above it on a phone the first scene. */
function drawTimelines(
	story: LocalStory,
	put: <Props extends Record<string, unknown>>(name: string, component: Component<Props>, props: Props) => void
) {
	const reader = new Reader(story);
	const view = initialView(story.lang);
	const signs = keysOf(story).told[reader.staged?.id ?? ''] ?? [];
	const layout = layoutScene(story, select(story, view), { ...frames.desk, key: [] });
	put('stage', Stage, { reader, signs, gaps: wordFolds(layout, story), mini: miniLine(story, story.items), layout });
	const scene = reader.staged?.id ?? null;
	const strip = makeStrip(story, select(story, { ...view, scene }), scene, phoneWidth);
	put('strip', Strip, { story, strip, focus: null });
}

/** Laid out for a high and a low stage, so that a low one does not shrink the type. */
const staged = (item: FigureItem, story: LocalStory) =>
	[690, 430]
		.map((height) => chart(item, story, { width: 680, height, titled: true }))
		.map((drawn, low) => `<div class="${low ? 'at-low' : 'at-high'}">${drawn}</div>`)
		.join('');

const chart = (item: FigureItem, story: LocalStory, frame: ChartFrame) =>
	element(render(Chart, { props: { layout: layoutChart(item, story.sides, frame), theme: screen } }).body);

/**
 * All cards of a story.
 * @param home address of the page with its sources, if it is not the page of the cards
 */
export function evidence(story: LocalStory, home = ''): string {
	const { base } = site();
	const { lang, slug } = story;
	const imageOf = (ref: string) => `${base}/images/${slug}/${lang}/${ref}.card.png`;
	return element(render(Evidence, { props: { story, page: `${base}/${lang}/${slug}`, imageOf, home } }).body);
}
