/** Items in order of time → scenes, cut at the longest gaps. */
import { calendarDay, type CalendarDay, dayLength, yearBefore, yearLength } from '../story/calendar.ts';
import { midpoint, parseDate, type DateSpan } from '../story/date.ts';
import { wordDate, wordRange } from '../story/dateWords.ts';

export interface Dated {
	ref: string;
	span: DateSpan;
}

/** Maximum number of cards in a scene, unless that would make too many scenes. */
export const fewCards = 8;
const mostScenes = 24;

/** @param items sorted by time */
export function cutScenes<T extends Dated>(
	items: readonly T[],
	mostCards = Math.max(fewCards, Math.ceil((items.length / mostScenes) * 1.5))
): T[][] {
	if (items.length <= mostCards) return [[...items]];
	// Cuts only within the middle half, which avoids a scene of one card beside one of seven, and deep recursion.
	const from = Math.ceil(items.length / 4);
	const gaps = items.slice(from, items.length - from + 1).map(({ span }, index) => ({
		at: from + index,
		gap: midpoint(span) - midpoint(items[from + index - 1].span)
	}));
	const { at } = gaps.reduce((widest, one) => (one.gap > widest.gap ? one : widest));
	return [...cutScenes(items.slice(0, at), mostCards), ...cutScenes(items.slice(at), mostCards)];
}

/** Span of all known times of the items, ms. */
function reach(items: readonly Dated[]): [min: number, max: number] {
	const times = items.flatMap(({ span }) => [span.min, span.max]).filter(Number.isFinite);
	return [Math.min(...times), Math.max(...times)];
}

/** The range in words; open where an item is still going on. */
export function headingOf(items: readonly Dated[], language: string): string {
	const [min, max] = reach(items);
	// A month beyond the range of the platform’s calendar has no name, so years are used.
	if (Math.max(-min, max) > 8.64e15) {
		const ends = new Set([items[0], items.at(-1)!].map(({ span }) => wordDate(span, language)));
		return [...ends].join(' – ');
	}
	return wordRange(min, max > min ? max : min + dayLength, language);
}

/** An EDTF interval of whole years, or of months where it is short, that touches every item; else `all`. */
export function windowOf(items: readonly Dated[]): string {
	const [min, max] = reach(items);
	if (!(min < max)) return 'all';
	const first = calendarDay(min);
	const last = { ...calendarDay(max - 1), year: yearBefore(max) };
	const inMonths = max - min < 2 * yearLength && [first, last].every(({ year }) => Math.abs(year) <= 9999);
	const [from, to] = [first, last].map((day) => point(day, inMonths));
	// A single year or month is a window too; with one open end there is no other.
	const window = from === to ? from : `${from}/${to}`;
	const read = parseDate(window);
	const shows = ({ span }: Dated) => 'date' in read && span.max > read.date.min && span.min < read.date.max;
	return items.every(shows) ? window : 'all';
}

function point({ year, month }: CalendarDay, inMonths: boolean): string {
	if (Math.abs(year) > 9999) return `Y${year}`;
	const written = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
	return inMonths ? `${written}-${String(month).padStart(2, '0')}` : written;
}
