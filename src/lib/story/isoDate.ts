/**
 * Dates as ISO 8601-1 has them, for programs that do not read EDTF: never more exact than the date was written, and
 * nothing where the date is uncertain.
 */
import type { DateSpan } from './date.ts';
import type { DatePoint } from './datePoint.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** A point to the precision written; undefined for parts of a year, decades and coarser, and outside years 1–9999. */
function isoPoint({ year, month, day, precision, min }: DatePoint): string | undefined {
	// Other years need a form on which writer and reader have agreed (ISO 8601-1:2019, 4.3.2).
	if (year < 1 || year > 9999) return undefined;
	if (precision === 'second') return new Date(min).toISOString().replace('.000', '');
	const y = String(year).padStart(4, '0');
	if (precision === 'year') return y;
	if (precision === 'month' && month) return `${y}-${two(month)}`;
	return precision === 'day' && month && day ? `${y}-${two(month)}-${two(day)}` : undefined;
}

/** A value for HTML’s `<time datetime>`; undefined for what HTML lacks (intervals, seasons, before year 1 …). */
export const isoForTime = ({ kind, first }: DateSpan): string | undefined =>
	kind === 'date' && first ? isoPoint(first) : undefined;

/** A part of a year that lies within it, as that year: less exact, and still true. */
const yearOfPart = ({ year, precision }: DatePoint): string | undefined =>
	['quarter', 'third', 'half'].includes(precision) && year >= 1 && year <= 9999
		? String(year).padStart(4, '0')
		: undefined;

/** The start and the end of a date in ISO 8601. */
export interface IsoEnds {
	/** Undefined where it is open, unknown or uncertain, or ISO 8601 has no form for it. */
	start?: string;
	/** The same; set for intervals and sets only, since any other date is one point. */
	end?: string;
	/** Whether the two say all that the EDTF says. */
	whole: boolean;
}

export function isoEnds({ edtf, kind, first, last, softStart, softEnd }: DateSpan): IsoEnds {
	const iso = (point: DatePoint | null, soft: boolean) =>
		point && !soft ? (isoPoint(point) ?? yearOfPart(point)) : undefined;
	const start = iso(first, softStart);
	if (kind === 'date') return { start, whole: start === edtf };
	const end = iso(last, softEnd);
	return { start, end, whole: `${start}/${end}` === edtf };
}

/** A date that is one point, in ISO 8601; undefined for an interval, and where `isoEnds` has none. */
export const isoDate = (span: DateSpan): string | undefined => (span.kind === 'date' ? isoEnds(span).start : undefined);

/** The day or the instant of a date that is exactly that; undefined for any other. */
export function isoDay(span: DateSpan): string | undefined {
	const iso = isoDate(span);
	return iso && iso.length >= 'YYYY-MM-DD'.length ? iso : undefined;
}
