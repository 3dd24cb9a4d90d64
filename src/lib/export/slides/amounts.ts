/** Wording, names and colours of a figure’s amounts, the same as in the figure’s own chart. */
import type { FigureItem, FigureRow, LocalStory } from '../../view/local.ts';
import type { Ink } from './parts.ts';
import { sideInk } from './quoteBlock.ts';

export type Texts = Pick<LocalStory, 'sides' | 'ui' | 'lang'>;

export const rowInk = (row: Pick<FigureRow, 'side'>, story: Texts): Ink =>
	row.side ? sideInk(row.side, story) : 'ink2';

/** @returns the amount in words; with its unit where rows differ in it, and a note where it was computed */
export function amountLines(row: FigureRow, { unit, wording, rows }: FigureItem, own = false): string[] {
	const shared = !own && rows.every((one) => one.unit === unit);
	const amount =
		shared || !row.unit ? row.text : /\p{sc=Han}/u.test(row.unit) ? row.text + row.unit : `${row.text} ${row.unit}`;
	return [amount, ...(row.computed && wording ? [wording.computed] : [])];
}

export const rowName = (row: FigureRow, { ui }: Texts): string =>
	row.group ? `${row.group}${ui.list.colon}${row.label}` : row.label;
