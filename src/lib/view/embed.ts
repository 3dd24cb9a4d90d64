/**
 * The View of a frame in another page: the story’s own parameters, and `range=2024-01/2025-06` for a stretch of time and
 * `card=event-kimi` for the card that it comes with. What the story does not have is ignored.
 */
import type { LocalStory, Ref } from './local.ts';
import { readRange, type Range } from './range.ts';
import { select, type Selection } from './select.ts';
import { readUrl } from './url.ts';
import { initialView, type View } from './view.ts';

export interface EmbedView extends View {
	/** The stretch of time to draw, instead of the scene’s. */
	range: Range | null;
	card: Ref | null;
}

export const initialEmbed = (lang: string): EmbedView => ({ ...initialView(lang), range: null, card: null });

/** @param url anything with `search` and `hash`, such as `location` */
export function readEmbedUrl(url: { search: string; hash: string }, story: LocalStory): EmbedView {
	const { view } = readUrl(url, story);
	const params = new URLSearchParams(url.search);
	const range = readRange(params.get('range') ?? '', story.extent);
	const meets = range && range.window[0] < story.extent[1] && range.window[1] > story.extent[0];
	const card = story.items.find(({ ref }) => ref === params.get('card'));
	return {
		...view,
		...(card && { scene: card.scene, focus: card.ref }),
		range: meets ? range : null,
		card: card?.ref ?? null
	};
}

/** In a stretch of time no scene says what has words: the most important has, and what is in focus first. */
export function embedSelection(story: LocalStory, view: EmbedView): Selection {
	if (!view.range) return select(story, view);
	const all = select({ ...story, extent: view.range.window }, { ...view, scene: null, focus: null });
	return { ...all, focus: view.focus };
}
