import { yearOf } from '../story/calendar.ts';
import type { LocalStory } from '../view/local.ts';

/**
 * The date that a file says of itself: when its story was published, so that the same story is the same file. Formats of
 * files know years of four digits; a story of another year, or of an open date, has 1970-01-01.
 */
export function fileDate({ published: { min } }: Pick<LocalStory, 'published'>): Date {
	const year = Number.isFinite(min) ? yearOf(min) : NaN;
	return new Date(year >= 1 && year <= 9999 ? min : 0);
}
