/**
 * What of a page is drawn on the server and never again: all cards, the way to the explorer and the end of the story.
 * Scripts have no use for them; the page marks their places, and the document is sent with them filled in.
 */
import { render } from 'svelte/server';
import Evidence from '../cards/Evidence.svelte';
import ExploreLink from '../page/ExploreLink.svelte';
import Sources from '../page/Sources.svelte';
import { layoutChart, type ChartFrame } from '../layout/chart.ts';
import { screen } from '../layout/theme.ts';
import Chart from '../timeline/Chart.svelte';
import type { FigureItem, LocalStory } from '../view/local.ts';

const known = new WeakMap<LocalStory, Map<string, string>>();

/** One element, without the comments that a live component would need in and around it. */
export const element = (html: string) => /<(div|section|svg)[^]*<\/\1>/.exec(html)![0].replace(/<!--[^]*?-->/g, '');

/** @returns HTML by the name of its place: `evidence`, `explore`, `sources`; `chart-` or `stage-` and a figure’s ref */
export function claimParts(story: LocalStory, base: string): ReadonlyMap<string, string> {
	let parts = known.get(story);
	if (!parts) {
		parts = new Map([
			['evidence', evidence(story, base)],
			['explore', element(render(ExploreLink, { props: { story, base } }).body)],
			['sources', element(render(Sources, { props: { story } }).body)]
		]);
		for (const item of story.items) {
			if (item.kind !== 'figure') continue;
			// Set anew for a phone, not made small.
			const [wide, narrow] = [560, 350].map((width) => chart(item, story, { width }));
			parts.set(`chart-${item.ref}`, `<div class="at-wide">${wide}</div><div class="at-narrow">${narrow}</div>`);
			if (story.scenes.some(({ stage }) => stage === item.ref)) parts.set(`stage-${item.ref}`, staged(item, story));
		}
		known.set(story, parts);
	}
	return parts;
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
export function evidence(story: LocalStory, base: string, home = ''): string {
	const { lang, slug } = story;
	const imageOf = (ref: string) => `${base}/images/${slug}/${lang}/${ref}.card.png`;
	return element(render(Evidence, { props: { story, page: `${base}/${lang}/${slug}`, imageOf, home } }).body);
}
