/**
 * What of a page is drawn on the server and never again: all cards, the way to the explorer and the end of the story.
 * Scripts have no use for them; the page marks their places, and the document is sent with them filled in.
 */
import { render } from 'svelte/server';
import Evidence from '../cards/Evidence.svelte';
import ExploreLink from '../page/ExploreLink.svelte';
import Sources from '../page/Sources.svelte';
import type { LocalStory } from '../view/local.ts';

const known = new WeakMap<LocalStory, Map<string, string>>();

/** One element, without the comments that a live component would need in and around it. */
export const element = (html: string) => /<(div|section|svg)[^]*<\/\1>/.exec(html)![0].replace(/<!--[^]*?-->/g, '');

/** @returns HTML by the name of its place: `evidence`, `explore` or `sources` */
export function claimParts(story: LocalStory, base: string): ReadonlyMap<string, string> {
	let parts = known.get(story);
	if (!parts) {
		parts = new Map([
			['evidence', evidence(story, base)],
			['explore', element(render(ExploreLink, { props: { story, base } }).body)],
			['sources', element(render(Sources, { props: { story } }).body)]
		]);
		known.set(story, parts);
	}
	return parts;
}

/**
 * All cards of a story.
 * @param home where its sources are, if not on the page that the cards stand in
 */
export function evidence(story: LocalStory, base: string, home = ''): string {
	const { lang, slug } = story;
	const imageOf = (ref: string) => `${base}/images/${slug}/${lang}/${ref}.card.png`;
	return element(render(Evidence, { props: { story, page: `${base}/${lang}/${slug}`, imageOf, home } }).body);
}
