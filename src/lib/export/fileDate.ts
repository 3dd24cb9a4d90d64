import { yearOf } from '../story/calendar.ts';

/**
 * The date in a file’s metadata: when its story was published, so that the same story gives the same file. File formats
 * have years of four digits; for any other year, or an open date, it is 1970-01-01.
 */
export function fileDate({ published: { min } }: { published: { min: number } }): Date {
	const year = Number.isFinite(min) ? yearOf(min) : NaN;
	return new Date(year >= 1 && year <= 9999 ? min : 0);
}
