/** Does a date of the story agree with the dates that its source names? */
import { parseDate, type DatePoint, type DateSpan } from '../story/date.ts';
import type { DateFound } from './dates.ts';

interface Stretch {
	min: number;
	max: number;
}

export const within = (inner: Stretch, outer: Stretch) => inner.min >= outer.min && inner.max <= outer.max;
export const overlaps = (a: Stretch, b: Stretch) => a.min < b.max && b.min < a.max;
const isSame = (a: Stretch, b: Stretch) => a.min === b.min && a.max === b.max;

/** 6/11/2025 is two dates, either of which may be meant. */
const readings = ({ span, alternatives = [] }: DateFound) => [span, ...alternatives];

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

/** “After 2010” is some time from 2011 on. */
const isBeyond = (span: DateSpan, { sense, span: named }: DateFound): boolean =>
	sense === 'after'
		? span.openEnd !== false && span.min === named.max
		: sense === 'before' && span.openStart !== false && span.max === named.min;

const isApproximate = ({ kind, first, last }: DateSpan) =>
	kind === 'choice' || [first, last].some((point) => point?.approximate || point?.uncertain);

/** A vague expression states what lies within its reach and is as vague: “this spring” is no day of May. */
const isAsVague = (span: DateSpan, { reach }: DateFound) => isApproximate(span) || span.max - span.min >= reach.grain;

/** Does one expression of the source state a date? A date around what it names is stated less exactly. */
const states = (found: DateFound, span: DateSpan): boolean =>
	(span.kind === 'date' && Boolean(found.ends?.some((one) => within(one, span)))) ||
	(found.sense === 'vague'
		? isAsVague(span, found) &&
			([found.reach, ...(found.alternatives ?? [])].some((reach) => within(span, reach)) ||
				(span.kind === 'date' && within(found.span, span)))
		: span.kind === 'date' && readings(found).some((one) => within(one, span)));

/**
 * A date that the source states: the same span, or one around it that is less exact, or one as vague within what a vague
 * expression (“early 2025”) may mean. An interval may be named in one, or by its two ends.
 * @returns the expressions that it agrees with; empty where it does not
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
 * A date in the story’s own words, held against the dates that its sources name and the date of its entry. What the words
 * leave out, the year of a scene’s “6 November”, is not asked for.
 * @param own the dates of its entry; none for what has no date of its own
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

/** How finely a point is dated: month in 2 steps, a day in 3; what is approximate claims nothing finer than a year. */
const fineness = (point: DatePoint | null) =>
	!point || point.approximate || point.uncertain ? 1 : point.day ? 3 : point.month || point.part ? 2 : 1;

const monthLength = 32 * 864e5;
/** A vague expression is as fine as the shortest date that it may state. */
const finenessOf = ({ sense, span, reach }: DateFound) =>
	sense !== 'vague' ? fineness(span.first) : reach.grain > monthLength ? 1 : reach.grain > monthLength / 3 ? 2 : 3;

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
	const named = found.filter((date) => /exact|after|before/.test(date.sense) && finenessOf(date) >= wanted);
	const all = span.kind === 'date' && wanted > 1 && named.length ? named : [...found, ...reasons];
	// “Summer 1906” is June to August of it.
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
