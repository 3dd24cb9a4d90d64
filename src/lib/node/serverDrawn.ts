/**
 * The parts of a story’s page that only the server draws (page/serverDrawn.ts): the words of opening, scenes and ending,
 * the first timeline, all cards, the end of the story.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import Evidence from '../cards/Evidence.svelte';
import { frames } from '../layout/frames.ts';
import { wordFolds } from '../layout/lanes.ts';
import { miniLine, phoneWidth } from '../layout/lines.ts';
import { layoutScene } from '../layout/scene.ts';
import Ending from '../page/Ending.svelte';
import ExploreLink from '../page/ExploreLink.svelte';
import FigureInText from '../page/FigureInText.svelte';
import Opening from '../page/Opening.svelte';
import { Reader } from '../page/reader.svelte.ts';
import SceneWords from '../page/SceneWords.svelte';
import type { ServerDrawn, ServerPart } from '../page/serverDrawn.ts';
import Sources from '../page/Sources.svelte';
import Stage from '../page/Stage.svelte';
import Strip from '../page/Strip.svelte';
import { makeStrip } from '../page/strip.ts';
import type { LocalStory } from '../view/local.ts';
import { orderScenes, select } from '../view/select.ts';
import { initialView, orders, type Order } from '../view/view.ts';
import { keysOf } from './page.ts';
import { site } from './site.ts';

/** Draws parts one by one, and collects their style sheets. */
export class PartDrawer {
	readonly drawn: ServerDrawn = { html: {}, styles: '' };

	draw<Props extends Record<string, unknown>>(name: ServerPart, component: Component<Props>, props: Props): void {
		const { head, body } = render(component as Component, { props });
		for (const [sheet] of head.matchAll(/<style[^]*?<\/style>/g))
			if (!this.drawn.styles.includes(sheet)) this.drawn.styles += sheet;
		// The comments are Svelte’s, for a hydration that never comes; text cannot contain any.
		this.drawn.html[name] = body.replace(/<!--[^]*?-->/g, '');
	}
}

const known = new WeakMap<LocalStory, ServerDrawn>();

/** All parts of a story’s page; drawn once per story. */
export function storyParts(story: LocalStory): ServerDrawn {
	let parts = known.get(story);
	if (!parts) known.set(story, (parts = drawStory(story)));
	return parts;
}

function drawStory(story: LocalStory): ServerDrawn {
	const { base } = site();
	const parts = new PartDrawer();
	parts.draw('opening', Opening, { story });
	const begins = (order: Order) => orderScenes(story, order).find(({ ending }) => !ending);
	for (const scene of story.scenes)
		if (!scene.ending) {
			const first = orders.filter((order) => begins(order) === scene);
			parts.draw(`scene-${scene.id}`, SceneWords, { scene, story, first });
		}
	parts.draw('ending', Ending, { story, explore: `${base}/${story.lang}/${story.slug}/explore` });
	parts.draw('explore', ExploreLink, { story, base });
	parts.draw('sources', Sources, { story });
	drawTimelines(story, parts);
	drawEvidence(story, parts);
	for (const item of story.items)
		if (item.kind === 'figure' && story.scenes.some(({ stage }) => stage === item.ref))
			parts.draw(`stage-${item.ref}`, FigureInText, { item, story, onStage: true });
	return parts.drawn;
}

/** Beside the prose the whole story, above it on a phone the first scene. */
function drawTimelines(story: LocalStory, parts: PartDrawer) {
	const reader = new Reader(story);
	const view = initialView(story.lang);
	const signs = keysOf(story).told[reader.staged?.id ?? ''] ?? [];
	const layout = layoutScene(story, select(story, view), { ...frames.desk, key: [] });
	const mini = miniLine(story, story.items);
	parts.draw('stage', Stage, { reader, signs, gaps: wordFolds(layout, story), mini, layout });
	const scene = reader.staged?.id ?? null;
	const strip = makeStrip(story, select(story, { ...view, scene }), scene, phoneWidth);
	parts.draw('strip', Strip, { story, strip, focus: null });
}

/** The part of an embed: its drawer shows the cards; what they link to is on the story’s page. */
export function embedParts(story: LocalStory): ServerDrawn {
	const parts = new PartDrawer();
	drawEvidence(story, parts, `${site().base}/${story.lang}/${story.slug}`);
	return parts.drawn;
}

/**
 * All cards of a story.
 * @param home address of the page with its sources, if it is not the page of the cards
 */
function drawEvidence(story: LocalStory, parts: PartDrawer, home = '') {
	const { base } = site();
	const { lang, slug } = story;
	const imageOf = (ref: string) => `${base}/images/${slug}/${lang}/${ref}.card.png`;
	parts.draw('evidence', Evidence, { story, page: `${base}/${lang}/${slug}`, imageOf, home });
}
