/** Does a date of the story agree with the dates that its source names? */
import { parseDate, type DateSpan } from '../story/date.ts';
import type { DatePoint } from '../story/datePoint.ts';
import type { DateFound } from './dates.ts';

interface Stretch {
	min: number;
	max: number;
}

const within = (inner: Stretch, outer: Stretch) => inner.min >= outer.min && inner.max <= outer.max;
export const overlaps = (a: Stretch, b: Stretch) => a.min < b.max && b.min < a.max;
const isSame = (a: Stretch, b: Stretch) => a.min === b.min && a.max === b.max;

/** 6/11/2025 is two dates, either of which may be meant. */
const readings = ({ span, alternatives = [] }: DateFound) => [span, ...alternatives];

/** The dates that an interval or a choice is written with, one by one. */
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

/** “After 2010” means some time from 2011 on. */
const isBeyond = (span: DateSpan, { sense, span: named }: DateFound): boolean =>
	sense === 'after'
		? span.openEnd !== false && span.min === named.max
		: sense === 'before' && span.openStart !== false && span.max === named.min;

const isApproximate = ({ kind, first, last }: DateSpan) =>
	kind === 'choice' || [first, last].some((point) => point?.approximate || point?.uncertain);

/** A vague expression supports dates within its reach that are as vague: “this spring” does not state a day in May. */
const isAsVague = (span: DateSpan, { reach }: DateFound) => isApproximate(span) || span.max - span.min >= reach.grain;

/** Does one expression in the source state a date? A wider date states what it names less exactly. */
const states = (found: DateFound, span: DateSpan): boolean =>
	(span.kind === 'date' && Boolean(found.ends?.some((one) => within(one, span)))) ||
	(found.sense === 'vague'
		? isAsVague(span, found) &&
			([found.reach, ...(found.alternatives ?? [])].some((reach) => within(span, reach)) ||
				(span.kind === 'date' && within(found.span, span)))
		: span.kind === 'date' && readings(found).some((one) => within(one, span)));

/**
 * Finds what states a date: the same span, a less exact one around it, or one within the reach of a vague expression
 * (“early 2025”) that is as vague. The source may name an interval as a whole or by its two ends.
 * @returns the expressions that it agrees with; empty if there are none
 */
export function agreesStated(span: DateSpan, found: readonly DateFound[]): DateFound[] {
	const one = (span: DateSpan, candidates: readonly DateFound[]) => candidates.find((date) => states(date, span));
	if (span.kind === 'date') {
		const date = one(span, found);
		return date ? [date] : [];
	}
	const whole =
		found.find((date) =>
			date.sense === 'vague' ? states(date, span) : readings(date).some((other) => isSame(other, span))
		) ?? found.find((date) => isBeyond(span, date));
	if (whole) return [whole];
	const points = found.filter((date) => date.span.kind === 'date' || date.sense === 'vague');
	const ends = members(span).map((end) => one(end, points));
	return ends.length > 0 && ends.every((date) => date !== undefined) ? (ends as DateFound[]) : [];
}

const isSameDay = (a: DatePoint | null, b: DatePoint | null) =>
	a?.month !== undefined && a.month === b?.month && (a.day === undefined || a.day === b.day);

/**
 * Checks a date in the story’s own words against the dates that its sources name and the date of its entry. Parts that
 * the words leave out, such as the year of a scene’s “6 November”, are not compared.
 * @param own dates of its entry; empty if it has no date of its own
 */
export function agreesTold(told: DateFound, found: readonly DateFound[], own: readonly DateSpan[]): boolean {
	if (told.yearless && own.length === 0) {
		const { first } = told.span;
		const wanted = first && told.sense === 'vague' ? { ...first, day: undefined } : first;
		return found.some(({ span }) => [span.first, span.last].some((point) => isSameDay(wanted, point)));
	}
	const isNear = [...found.map(({ reach }) => reach), ...own].some((one) => overlaps(one, told.reach));
	if (!isNear || told.sense === 'vague') return isNear;
	const spans = [...found.filter(({ sense }) => sense !== 'vague').flatMap(readings), ...own];
	return readings(told).some((span) => spans.some((one) => within(one, span)) || agreesStated(span, found).length > 0);
}

/** How finely a point is dated: 2 for a month, 3 for a day; an approximate date claims nothing finer than a year. */
const fineness = (point: DatePoint | null) =>
	!point || point.approximate || point.uncertain ? 1 : point.day ? 3 : point.month || point.part ? 2 : 1;

const monthLength = 32 * 864e5;
/** A vague expression is as fine as the shortest date that it may state. */
const finenessOf = ({ sense, span, reach }: DateFound) =>
	sense !== 'vague' ? fineness(span.first) : reach.grain > monthLength ? 1 : reach.grain > monthLength / 3 ? 2 : 3;

/**
 * Checks an inferred date. It must be possible by what the source names, or by what the story says that it was inferred
 * from, and no finer than that; each end of an interval is checked by itself. Where the source itself names a day or
 * month, a date as fine has to be that one.
 */
export function agreesInferred(
	span: DateSpan,
	found: readonly DateFound[],
	reasons: readonly DateFound[] = []
): DateFound[] {
	const wanted = fineness(span.first);
	const named = found.filter((date) => /exact|after|before/.test(date.sense) && finenessOf(date) >= wanted);
	const all = span.kind === 'date' && wanted > 1 && named.length ? named : [...found, ...reasons];
	// “Summer 1906” means all of June to August.
	const isWhole = (date: DateFound) =>
		date.sense === 'vague'
			? span.kind !== 'date' && states(date, span)
			: readings(date).some((one) => isSame(one, span));
	const whole = all.find(isWhole);
	if (whole) return [whole];
	const ends = members(span).map((end) =>
		all.find((date) => {
			if (span.kind !== 'date' && date.span.kind !== 'date' && date.sense !== 'vague') return false;
			const covered = date.sense === 'vague' ? [date.reach] : readings(date);
			const last = date.sense === 'since' ? { max: Infinity } : {};
			return covered.some((one) => overlaps(end, { ...one, ...last })) && finenessOf(date) >= fineness(end.first);
		})
	);
	return ends.length > 0 && ends.every((date) => date !== undefined) ? (ends as DateFound[]) : [];
}
