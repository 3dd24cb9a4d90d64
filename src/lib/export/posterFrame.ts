/** What the bands of a poster are, and what they share. */
import type { PictureLayout } from './parts.ts';

/** A horizontal band across the sheet; positions in it are from its upper left corner. */
export type Band = Pick<PictureLayout, 'texts' | 'timelines' | 'charts' | 'rules'> & { height: number };

/** Shared by all bands. */
export interface PosterFrame {
	inner: number;
	/** Number of columns for charts, and for texts. */
	columns: { charts: number; texts: number };
	title: number;
	dek: number;
	small: number;
	/** Unit in px, for heights on the sheet. */
	unit: number;
}
