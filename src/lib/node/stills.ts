/**
 * What of a page is drawn on the server and never again: the words of opening, scenes and ending, the first timeline, all
 * cards, the end of the story. Scripts have no use for them; the page marks their places (page/Still.svelte), and the
 * document is sent with them filled in.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import Evidence from '../cards/Evidence.svelte';
import { layoutChart, type ChartFrame } from '../layout/chart.ts';
import { frames } from '../layout/frames.ts';
import { gapsOf } from '../layout/lanes.ts';
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

/** One element, without the comments that a live component would need in and around it. */
export const element = (html: string) => bare(/<(div|section|svg)[^]*<\/\1>/.exec(html)![0]);

/** Places for other parts stay. */
const bare = (html: string) => html.replace(/<!--(?!still )[^]*?-->/g, '');

/**
 * @returns HTML by the name of its place: `opening`, `stage`, `strip`, `ending`, `evidence`, `explore`, `sources`;
 * `scene-` and its id; `chart-` or `stage-` and a figure’s ref. And `styles`: their style sheets, by ids, so that a
 * component that comes later does not bring its own again.
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
		// Set anew for a phone, not made small.
		const [wide, narrow] = [560, 350].map((width) => chart(item, story, { width }));
		parts.set(`chart-${item.ref}`, `<div class="at-wide">${wide}</div><div class="at-narrow">${narrow}</div>`);
		if (story.scenes.some(({ stage }) => stage === item.ref)) parts.set(`stage-${item.ref}`, staged(item, story));
	}
	return parts.set('styles', [...styles].join(''));
}

/** Beside the prose the whole story, over a phone’s the first scene. */
function drawTimelines(
	story: LocalStory,
	put: <Props extends Record<string, unknown>>(name: string, component: Component<Props>, props: Props) => void
) {
	const reader = new Reader(story);
	const view = initialView(story.lang);
	const signs = keysOf(story).told[reader.staged?.id ?? ''] ?? [];
	const layout = layoutScene(story, select(story, view), { ...frames.desk, key: [] });
	put('stage', Stage, { reader, signs, gaps: gapsOf(layout, story), mini: miniLine(story, story.items), layout });
	const scene = reader.staged?.id ?? null;
	const strip = makeStrip(story, select(story, { ...view, scene }), scene, phoneWidth);
	put('strip', Strip, { story, strip, focus: null });
}

/** For a stage’s height, high or low: type is not made smaller where one is low. */
const staged = (item: FigureItem, story: LocalStory) =>
	[690, 430]
		.map((height) => chart(item, story, { width: 680, height, titled: true }))
		.map((drawn, low) => `<div class="${low ? 'at-low' : 'at-high'}">${drawn}</div>`)
		.join('');

const chart = (item: FigureItem, story: LocalStory, frame: ChartFrame) =>
	element(render(Chart, { props: { layout: layoutChart(item, story.sides, frame), theme: screen } }).body);

/**
 * All cards of a story.
 * @param home where its sources are, if not on the page that the cards stand in
 */
export function evidence(story: LocalStory, home = ''): string {
	const { base } = site();
	const { lang, slug } = story;
	const imageOf = (ref: string) => `${base}/images/${slug}/${lang}/${ref}.card.png`;
	return element(render(Evidence, { props: { story, page: `${base}/${lang}/${slug}`, imageOf, home } }).body);
}
