/** The View: everything that a reader can change, in one plain object. See url.ts for its form in a link. */
import type { Ref } from './local.ts';

export const orders = ['told', 'time'] as const;
export const scales = ['folded', 'true', 'even'] as const;
/** Where quotations stand: when they were said, or at the time that they are about. */
export const quotePlaces = ['said', 'about'] as const;
export const themes = ['auto', 'light', 'dark'] as const;

export type Order = (typeof orders)[number];
export type ScaleKind = (typeof scales)[number];
export type QuotePlace = (typeof quotePlaces)[number];
export type ThemeName = (typeof themes)[number];

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
