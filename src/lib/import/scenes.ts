/** Items in the order of time → scenes, cut where nothing happens for longest. */
import { midpoint, parseDate, type DateSpan } from '../story/date.ts';
import { wordDate, wordRange } from '../story/dateWords.ts';

export interface Dated {
	ref: string;
	span: DateSpan;
}

const mostCards = 8;

/** @param items sorted by time */
export function cutScenes<T extends Dated>(items: readonly T[]): T[][] {
	if (items.length <= mostCards) return [[...items]];
	// Only the middle half is asked: no scene of one card beside one of seven, and no depth beyond the logarithm.
	const from = Math.ceil(items.length / 4);
	const gaps = items.slice(from, items.length - from + 1).map(({ span }, index) => ({
		at: from + index,
		gap: midpoint(span) - midpoint(items[from + index - 1].span)
	}));
	const { at } = gaps.reduce((widest, one) => (one.gap > widest.gap ? one : widest));
	return [...cutScenes(items.slice(0, at)), ...cutScenes(items.slice(at))];
}

/** All known time of the items, ms. */
function reach(items: readonly Dated[]): [min: number, max: number] {
	const times = items.flatMap(({ span }) => [span.min, span.max]).filter(Number.isFinite);
	return [Math.min(...times), Math.max(...times)];
}

/** The range in words; open where an item goes on. */
export function headingOf(items: readonly Dated[], language: string): string {
	const [min, max] = reach(items);
	// A month beyond the reach of the platform’s calendar has no name; years have.
	if (Math.max(-min, max) > 8.64e15) {
		const ends = new Set([items[0], items.at(-1)!].map(({ span }) => wordDate(span, language)));
		return [...ends].join(' – ');
	}
	return wordRange(min, max > min ? max : min + 864e5, language);
}

/** An EDTF interval of whole years, or of months where it is short, that each item touches; `all` beyond our calendar. */
export function windowOf(items: readonly Dated[]): string {
	const [min, max] = reach(items);
	const [first, last] = [new Date(min), new Date(max - 1)];
	const years = [first, last].map((date) => date.getUTCFullYear());
	if (years.some((year) => Number.isNaN(year) || Math.abs(year) > 9999)) return 'all';
	const inMonths = max - min < 2 * 366 * 864e5;
	const [from, to] = [first, last].map((date) => point(date, inMonths));
	// A single point is a window too, and a lone open end gives no other.
	const window = from === to ? from : `${from}/${to}`;
	const read = parseDate(window);
	const shows = ({ span }: Dated) => 'date' in read && span.max > read.date.min && span.min < read.date.max;
	return items.every(shows) ? window : 'all';
}

function point(date: Date, inMonths: boolean): string {
	const year = date.getUTCFullYear();
	const written = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
	return inMonths ? `${written}-${String(date.getUTCMonth() + 1).padStart(2, '0')}` : written;
}
