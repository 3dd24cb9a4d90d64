/** Does a date of the story agree with the dates that its source names? */
import { parseDate, type DatePoint, type DateSpan } from '../story/date.ts';
import type { DateFound } from './dates.ts';

export const within = (inner: DateSpan, outer: DateSpan) => inner.min >= outer.min && inner.max <= outer.max;
export const overlaps = (a: DateSpan, b: DateSpan) => a.min < b.max && b.min < a.max;

/** What is written of an interval or a choice, one by one. */
function members(span: DateSpan): DateSpan[] {
	if (span.kind === 'date') return [span];
	return span.edtf
		.replace(/[[\]{}]/g, '')
		.split(/\/|,|\.\.(?=[\d-])/)
		.flatMap((text) => {
			const parsed = parseDate(text.trim().replace(/^\.\.|\.\.$/, ''));
			return 'date' in parsed && text.trim() !== '' ? [parsed.date] : [];
		});
}

/** A start or an end is all that was named: does that agree? */
function edge(span: DateSpan, found: DateFound): boolean {
	if (found.sense === 'since') return within(found.span, { ...span, max: Infinity }) && span.min === found.span.min;
	if (found.sense === 'until') return span.max === found.span.max && span.kind === 'interval';
	return false;
}

/**
 * A date that the source states: the same span, or one around it that is less exact, or within what a vague expression
 * (“early 2025”) may mean. An interval may be named in one, or by its two ends.
 * @returns the expressions that it agrees with; empty where it does not
 */
export function agreesStated(span: DateSpan, found: readonly DateFound[]): DateFound[] {
	const one = (span: DateSpan, candidates: readonly DateFound[]) =>
		candidates.find((date) =>
			date.sense === 'vague' ? within(span, date.span) : within(date.span, span) && span.kind === 'date'
		) ?? candidates.find((date) => edge(span, date));
	if (span.kind === 'date') {
		const date = one(span, found);
		return date ? [date] : [];
	}
	const whole = found.find(({ span: other, sense }) => sense !== 'vague' && other.min === span.min && other.max === span.max);
	if (whole) return [whole];
	const ends = members(span).map((end) => one(end, found.filter((date) => date.span.kind === 'date' || date.sense === 'vague')));
	return ends.length > 0 && ends.every((date) => date !== undefined) ? (ends as DateFound[]) : [];
} // prettier-ignore

/** How finely a point is dated: month in 2 steps, a day in 3; what is approximate claims nothing finer than a year. */
const fineness = (point: DatePoint | null) =>
	!point || point.approximate || point.uncertain ? 1 : point.day ? 3 : point.month || point.part ? 2 : 1;

/**
 * A date that was inferred: it must at least be possible by what the source names, or by what the story says that it was
 * inferred from, and be no finer than that; each end of an interval by itself. Where the source itself names a day or
 * month, a date as fine has to be that one.
 */
export function agreesInferred(
	span: DateSpan,
	found: readonly DateFound[],
	reasons: readonly DateFound[] = []
): DateFound[] {
	const wanted = fineness(span.first);
	const finenessOf = ({ sense, span }: DateFound) => (sense === 'vague' ? 2 : fineness(span.first));
	const named = found.filter((date) => date.sense === 'exact' && finenessOf(date) >= wanted);
	const all = span.kind === 'date' && wanted > 1 && named.length ? named : [...found, ...reasons];
	const whole = all.find(({ span: other, sense }) => sense !== 'vague' && other.min === span.min && other.max === span.max);
	if (whole) return [whole];
	const ends = members(span).map((end) =>
		all.find((date) => {
			if (span.kind !== 'date' && date.span.kind !== 'date' && date.sense !== 'vague') return false;
			const covered = date.sense === 'since' ? { ...date.span, max: Infinity } : date.span;
			return overlaps(end, covered) && finenessOf(date) >= fineness(end.first);
		})
	);
	return ends.length > 0 && ends.every((date) => date !== undefined) ? (ends as DateFound[]) : [];
} // prettier-ignore
