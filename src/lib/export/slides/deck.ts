/**
 * A story as slides: its title, a slide for each scene, and its whole timeline. Pure, and independent of file formats.
 */
import { fileDate } from '../fileDate.ts';
import { fill } from '../../text/fill.ts';
import type { Sign } from '../../layout/parts.ts';
import type { LocalStory } from '../../view/local.ts';
import { filterStory, select } from '../../view/select.ts';
import type { View } from '../../view/view.ts';
import { address } from '../sheet.ts';
import { lastSlide, titleSlide } from './endSlides.ts';
import { footTop, least, margin, slideSize, type Deck } from './parts.ts';
import { sceneSlide } from './sceneSlide.ts';
import { wide } from './setBox.ts';
import { truncate } from '../../layout/textWidth.ts';

export { footTop };

export interface DeckOptions {
	/** Address of the story, printed on every slide where it is absolute. */
	link: string;
	/** Ids of the scenes to include; by default all. */
	scenes?: readonly string[];
}

/** @returns the deck; a scene without any item left by the filter has no slide */
export function layoutDeck(story: LocalStory, view: View, { link, scenes }: DeckOptions): Deck {
	const whole = { ...view, scene: null, focus: null };
	const filtered = filterStory(story, view.actors, view.order, view.quotes);
	const selection = select(story, whole, filtered);
	const known = new Set<Sign>();
	const shown = filtered.scenes.filter(({ scene, empty }) => !empty && (!scenes || scenes.includes(scene.id)));
	return {
		lang: story.lang,
		dir: story.dir,
		title: story.title,
		subject: story.dek,
		author: story.sources
			.map(({ authors }) => authors)
			.filter(Boolean)
			.join('; '),
		date: fileDate(story),
		foot: footOf(story, link),
		slides: [
			titleSlide(story, whole, selection),
			...shown.map(({ scene }) =>
				sceneSlide(story, {
					scene,
					view: whole,
					known,
					selection: select(story, { ...whole, scene: scene.id }, filtered)
				})
			),
			lastSlide(story, whole, selection)
		]
	};
}

/** One line. An address is useful only when it is complete, so the source is shortened. */
function footOf({ sources, ui }: LocalStory, link: string): Deck['foot'] {
	const room = slideSize.width - 2 * margin - 120;
	const where = address(link);
	const source = sources.map(({ short }) => fill(ui.export.source, { source: short })).join(' · ');
	const whole = wide(where, least) <= room ? where : '';
	const left = whole ? room - wide(` · ${whole}`, least) : room;
	const short = left > 80 ? truncate(source, least * 1.1, left) : '';
	return { left: [short, whole].filter(Boolean).join(' · '), right: ui.product };
}
