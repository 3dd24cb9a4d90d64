/**
 * Dates as EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0–2): one plain shape for all other code, and
 * messages that an editor can act on. Independent of language (see dateWords.ts) and screen.
 */
import { adviceOn } from './dateAdvice.ts';
import { guess } from './dateGuess.ts';
import { Mistake, parsePoint, type DatePoint } from './datePoint.ts';

/** A date of a story. Every number is ms since 1970-01-01T00:00Z; a span covers [min, max). */
export interface DateSpan {
	/** As written. */
	edtf: string;
	/** `date`: one point; `interval`: from … to …; `choice`: some time within `[a..b]` or `{…}`. */
	kind: 'date' | 'interval' | 'choice';
	/** First and last written point; null where open (`..`) or unknown (empty). Equal for a `date`. */
	first: DatePoint | null;
	last: DatePoint | null;
	/** Open ends: `open` for `..`, `unknown` for an empty end. */
	openStart: false | 'open' | 'unknown';
	openEnd: false | 'open' | 'unknown';
	/** First instant covered; -Infinity for an open start. */
	min: number;
	/** First instant after the span; Infinity for an open end. */
	max: number;
	/**
	 * Whether the start (the end) is approximate, questioned, unknown, of unspecified digits, or a choice. Drawn soft.
	 */
	softStart: boolean;
	softEnd: boolean;
}

/**
 * @param text EDTF: a date, an interval `from/to` (`..` for open, empty for unknown), or a choice `[a..b]`, `{a,b}`
 * @returns the date, or one sentence that says what is wrong and what to write instead
 */
export function parseDate(text: string): { date: DateSpan } | { problem: string } {
	const written = text.trim();
	try {
		if (written.includes('/')) return { date: parseInterval(written) };
		return { date: /^[[{]/.test(written) ? parseChoice(written) : parseOne(written) };
	} catch (error) {
		return { problem: adviceOn(error, written) };
	}
}

/** Whether the point is uncertain: approximate, questioned, a season, or with unspecified digits (`197X`). */
const soft = (point: DatePoint, text: string) =>
	point.approximate || point.uncertain || point.precision === 'season' || text.includes('X');

function parseOne(text: string): DateSpan {
	const point = parsePoint(text);
	return {
		edtf: text,
		kind: 'date',
		first: point,
		last: point,
		openStart: false,
		openEnd: false,
		min: point.min,
		max: point.max,
		softStart: soft(point, text),
		softEnd: soft(point, text)
	};
}

function parseInterval(text: string): DateSpan {
	const ends = text.split('/');
	const isOpen = (end: string) => end === '' || end === '..';
	if (ends.length !== 2) throw new Error('no interval');
	if (ends.every(isOpen)) throw new Mistake(`"${text}" is open at both ends; write at least one date`);
	const [first, last] = ends.map((end) => (isOpen(end) ? null : pointWithin(text, end)));
	if (first && last && first.min >= last.max)
		throw new Mistake(`the end comes before the start in "${text}"; write ${ends[1]}/${ends[0]}`);
	const open = (end: string) => (end === '..' ? 'open' : end === '' ? 'unknown' : false);
	return {
		edtf: text,
		kind: 'interval',
		first,
		last,
		openStart: open(ends[0]),
		openEnd: open(ends[1]),
		min: first ? first.min : -Infinity,
		max: last ? last.max : Infinity,
		softStart: first ? soft(first, ends[0]) : ends[0] === '',
		softEnd: last ? soft(last, ends[1]) : ends[1] === ''
	};
}

/** A date within an interval or a choice: the message names both, unless the whole can be read as something else. */
function pointWithin(whole: string, text: string): DatePoint {
	try {
		return parsePoint(text);
	} catch (error) {
		const meant = guess(whole);
		if (meant) throw new Mistake(`"${whole}" is not EDTF; write ${meant}`);
		throw new Mistake(`in "${whole}": ${adviceOn(error, text)}`);
	}
}

/** One member of a choice: start and end, equal for a single date; null where open. */
export type Member = [DatePoint | null, DatePoint | null];

/**
 * @param text the EDTF of a date whose kind is `choice`
 * @throws Mistake
 */
export function membersOf(text: string): Member[] {
	if (!/^(\[.+\]|\{.+\})$/.test(text)) throw new Mistake(`"${text}" is no choice; write [1960,1961] or [1960..1965]`);
	const members = text.slice(1, -1).split(',');
	return members.map((written, index) => {
		const ends = written.split('..').map((end) => end.trim());
		const [from, to = from] = ends.map((end) => (end ? pointWithin(text, end) : null));
		const misplaced = (!from && index > 0) || (!to && index < members.length - 1);
		if (ends.length > 2 || (!from && !to) || misplaced)
			throw new Mistake(`"${text}" is no choice; write .. between two dates, before the first or after the last`);
		if (from && to && from.min >= to.max)
			throw new Mistake(
				`the end comes before the start in "${text}"; write ${turned(text, index, `${ends[1]}..${ends[0]}`)}`
			);
		return [from, to];
	});
}

/** The choice with one member replaced. */
const turned = (text: string, index: number, member: string) =>
	text[0] +
	text
		.slice(1, -1)
		.split(',')
		.map((one, n) => (n === index ? member : one.trim()))
		.join(',') +
	text.at(-1);

/** `[…]` is one of its dates, `{…}` all of them; either way the span around them is drawn. */
function parseChoice(text: string): DateSpan {
	const members = membersOf(text);
	const openStart = members.some(([from]) => !from) && 'open';
	const openEnd = members.some(([, to]) => !to) && 'open';
	if (openStart && openEnd) throw new Mistake(`"${text}" is open at both ends; write .. at one end only`);
	const points = members.flat().filter((point) => point !== null);
	const first = points.reduce((a, b) => (b.min < a.min ? b : a));
	const last = points.reduce((a, b) => (b.max > a.max ? b : a));
	const one = text.startsWith('[');
	return {
		edtf: text,
		kind: 'choice',
		first: openStart ? null : first,
		last: openEnd ? null : last,
		openStart,
		openEnd,
		min: openStart ? -Infinity : first.min,
		max: openEnd ? Infinity : last.max,
		softStart: one || soft(first, text),
		softEnd: one || soft(last, text)
	};
}

/**
 * The sorting rule, for uncertain dates too: the earliest possible start comes first; of two with the same start, the
 * one that ends first, so that a day comes before its month and a month before its year. 0 keeps told order.
 */
export function compareDates(a: DateSpan, b: DateSpan): number {
	return order(a.min, b.min) || order(a.max, b.max);
}

const order = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** Time of a point mark, ms: the middle of the span, or its known end. */
export function midpoint({ min, max }: DateSpan): number {
	if (Number.isFinite(min) && Number.isFinite(max)) return (min + max) / 2;
	return Number.isFinite(min) ? min : max;
}
