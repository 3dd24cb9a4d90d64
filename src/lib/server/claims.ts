/**
 * What of a page is drawn on the server and never again: the notes under each card and the end of the story. Scripts
 * have no use for them; the page marks their places, and the document is sent with them filled in.
 */
import { render } from 'svelte/server';
import { screen } from '../layout/theme.ts';
import ClaimNotes from '../page/ClaimNotes.svelte';
import ExploreLink from '../page/ExploreLink.svelte';
import Sources from '../page/Sources.svelte';
import Chart from '../timeline/Chart.svelte';
import type { LocalStory } from '../view/local.ts';
import { chartsOf } from './page.ts';

const known = new WeakMap<LocalStory, Map<string, string>>();

/** One element, without the comments that a live component would need around it. */
export const element = (html: string) => /<(div|section|svg)[^]*<\/\1>/.exec(html)![0];

/** @returns HTML by the name of its place: a card’s ref, `chart-` and a figure’s, `explore` or `sources` */
export function claimParts(story: LocalStory, base: string): ReadonlyMap<string, string> {
	let parts = known.get(story);
	if (!parts) {
		parts = new Map(
			story.items.map((item) => [item.ref, element(render(ClaimNotes, { props: { item, story } }).body)])
		);
		for (const [ref, layout] of Object.entries(chartsOf(story)))
			parts.set(`chart-${ref}`, element(render(Chart, { props: { layout, theme: screen } }).body));
		parts.set('explore', element(render(ExploreLink, { props: { story, base } }).body));
		parts.set('sources', element(render(Sources, { props: { story } }).body));
		known.set(story, parts);
	}
	return parts;
}
