/** How an amount of a figure is worded, named and coloured: as the figure’s own chart does. */
import type { FigureItem, FigureRow, LocalStory } from '../../view/local.ts';
import type { Ink } from './parts.ts';
import { sideInk } from './quoteBlock.ts';

export type Texts = Pick<LocalStory, 'sides' | 'ui' | 'lang'>;

export const rowInk = (row: Pick<FigureRow, 'side'>, story: Texts): Ink =>
	row.side ? sideInk(row.side, story) : 'ink2';

/** @returns an amount’s words; with its unit where that is not said once for all, and that it was computed */
export function amountLines(row: FigureRow, { unit, wording, rows }: FigureItem, own = false): string[] {
	const shared = !own && rows.every((one) => one.unit === unit);
	const amount =
		shared || !row.unit ? row.text : /\p{sc=Han}/u.test(row.unit) ? row.text + row.unit : `${row.text} ${row.unit}`;
	return [amount, ...(row.computed && wording ? [wording.computed] : [])];
}

export const rowName = (row: FigureRow, { ui }: Texts): string =>
	row.group ? `${row.group}${ui.list.colon}${row.label}` : row.label;
