/** The View: everything that a reader can change, in one plain object. See url.ts for its form in a link. */
import type { Ref } from './local.ts';

/** Orders of the scenes: as the author tells them, or as they happened. */
export const orders = ['told', 'time'] as const;
/** Scales of time: empty stretches shortened at a visible break, true to time, or one step a date. */
export const scales = ['folded', 'true', 'even'] as const;
/** Where quotations stand: when they were said, or at the time that they are about. */
export const quotePlaces = ['said', 'about'] as const;
export const themes = ['auto', 'light', 'dark'] as const;

/** One of `orders`. */
export type Order = (typeof orders)[number];
/** One of `scales`. */
export type ScaleKind = (typeof scales)[number];
export type QuotePlace = (typeof quotePlaces)[number];
export type ThemeName = (typeof themes)[number];

/** Everything that a reader can change; the page is a function of it, and `writeUrl` puts it in a link. */
export interface View {
	/** BCP 47, one of the story’s languages. */
	lang: string;
	/** The scene being read; null before the first one. */
	scene: string | null;
	/** The card or mark that the reader opened. */
	focus: Ref | null;
	/** Ids; an empty list means all. */
	actors: string[];
	order: Order;
	scale: ScaleKind;
	quotes: QuotePlace;
	theme: ThemeName;
}

/**
 * @param lang BCP 47, one of the story’s languages
 * @returns the View of a reader who has changed nothing yet
 */
export const initialView = (lang: string): View => ({
	lang,
	scene: null,
	focus: null,
	actors: [],
	order: 'told',
	scale: 'folded',
	quotes: 'said',
	theme: 'auto'
});
