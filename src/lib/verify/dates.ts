/**
 * Dates as articles write them, in Chinese and English, as EDTF: 2022年11月30日, 截至2025年10月, 上个月, 两年后, “early 2025”,
 * “August 6–9, 1890”, “last month”. Reads a text as it stands and in its normal form (normalise.ts) alike. Relative ones
 * need the article’s own date. A year that is said is kept: none is supplied for it.
 */
import { daysIn } from '../story/calendar.ts';
import { parseDate, type DateSpan } from '../story/date.ts';
import { foldDates } from './dates/fold.ts';
import { between, edtfOf, isDay, type Calendar } from './dates/points.ts';
import { jointOf, longestJoint, rangeOf, withYearOf } from './dates/ranges.ts';
import { Reading } from './dates/reading.ts';
import type { Groups, Partial, Reach, Rule, Sense, Shift, Term } from './dates/rule.ts';
import { chinese, either, english } from './dates/rules.ts';

export type { Reach, Sense } from './dates/rule.ts';

export interface DateFound {
	edtf: string;
	span: DateSpan;
	/** In the text, [start, end). */
	start: number;
	end: number;
	text: string;
	sense: Sense;
	/** Counted from the article’s date or from the date named before; then it was computed. */
	relative: boolean;
	/** Relative only because the year is not said: 6 November. */
	yearless: boolean;
	/** Other readings of the same words, each as likely: 6/11/2025. */
	alternatives?: readonly DateSpan[];
	/** Of a vague one, how far it reaches; else its span. */
	reach: Reach;
}

export interface DateContext {
	/** When the source was published; without it “last month” is no date. */
	reference?: DateSpan | null;
	/** The last date named before the text: what “two years later” and “at that time” count from. */
	previous?: DateSpan | null;
	/** Is `previous` what the text is about? Then a month without a year is of its year. */
	about?: boolean;
}

/**
 * The dates that a text names, in its order; of two that overlap, the longer. Those that cannot be computed (relative
 * ones without a date to count from) are left out.
 */
export const findDates = (text: string, context: DateContext = {}): DateFound[] => [...datesOf(text, context)];

const latin = /[a-z]/i;
const han = /[㐀-鿿]/;

/** The same, one by one: a text of nothing but dates has millions. */
export function* datesOf(text: string, context: DateContext = {}): Generator<DateFound> {
	const { reference = null, previous = null, about = false } = context;
	const folded = foldDates(text);
	const rules = [...either, ...(latin.test(folded) ? english : []), ...(han.test(folded) ? chinese : [])];
	const at: Reading = new Reading(reference, previous, about && previous !== null, (words) => oneOf(words, at));
	const matches = new Ahead(matchesIn(folded, rules));
	for (let match = matches.next(); match; match = matches.next()) {
		const found = read(folded, match, matches, at);
		if (!found) continue;
		matches.skip(found.end);
		yield { ...found, text: text.slice(found.start, found.end) };
		at.last = found.span;
		at.own = true;
	}
}

/** What one match means, with those after it that belong to it. */
function read(text: string, match: Match, matches: Ahead, at: Reading): DateFound | null {
	const { start } = match;
	at.at(text, start);
	let { end } = match;
	let term = match.rule.read(match.groups, at);
	if (!term) return null;
	let joined = false;
	for (
		let next = matches.peek(end);
		next && next.start - end <= longestJoint;
		next = joined ? null : matches.peek(end)
	) {
		const words = text.slice(end, next.start);
		const made = join(term, words, next, text, start, at);
		if (!made) break;
		if (made.end) end = next.end;
		({ term } = made);
		joined = !made.more;
	}
	const made = term.kind === 'shift' ? term.alone : term;
	return made && resolved(text, start, end, made, at);
}

type Made = { term: Term; end: boolean; more?: boolean } | null;

function join(term: Term | Shift, words: string, next: Match, text: string, start: number, at: Reading): Made {
	if (term.kind === 'shift') {
		if (!/^ {0,4}(?:the )?$/.test(words)) return null;
		const of = next.rule.read(next.groups, at);
		const from = of && of.kind !== 'shift' && complete(of, at);
		return from ? { term: term.by(from), end: true } : null;
	}
	const joint = jointOf(words, text.slice(Math.max(0, start - 16), start), text.slice(next.end, next.end + 4));
	if (!joint || (joint !== 'range' && !(term.kind === 'partial' && term.calendar.year === undefined))) return null;
	const second = next.rule.read(next.groups, at);
	if (!second || second.kind === 'shift') return null;
	if (joint === 'range') {
		const range = rangeOf(term, second, at);
		return range && spanOf(range.edtf) ? { term: range, end: true } : null;
	}
	const dated = withYearOf(term, second, joint);
	return dated && { term: dated, end: joint === 'year', more: joint === 'year' };
}

/** A term with the year that it leaves out. */
function complete(term: Term, at: Reading): Extract<Term, { kind: 'whole' }> | null {
	if (term.kind === 'whole') return term;
	const calendar = dated(term.calendar, term, at);
	if (!calendar) return null;
	const { to, other } = term;
	const turn = to && (to.month ?? 0) < (calendar.month ?? 0) ? 1 : 0;
	const end = to && { ...to, year: to.year ?? calendar.year! + turn };
	// The end of a month that has fewer days.
	if (end?.day && term.sense === 'vague' && !isDay(end)) end.day = daysIn(end.year, end.month ?? 12);
	return {
		kind: 'whole',
		edtf: end ? between(calendar, end) : edtfOf(calendar),
		others: other && [edtfOf({ ...other, year: other.year ?? calendar.year })],
		sense: term.sense ?? (to && 'exact'),
		reach: term.reach,
		relative: term.relative || term.calendar.year === undefined
	};
}

function dated(calendar: Calendar, { weekday, to }: Partial, at: Reading): Calendar | null {
	if (calendar.year !== undefined) return calendar;
	if (calendar.month === undefined) {
		const month = calendar.day ? at.monthOf(calendar.day, weekday) : null;
		return month && { ...calendar, ...month };
	}
	const year = at.yearOf(to?.month !== undefined && to.month < calendar.month ? to : calendar, weekday);
	return year === null
		? null
		: { ...calendar, year: year - (to?.month !== undefined && to.month < calendar.month ? 1 : 0) };
}

const sinceBefore = /(?:自从?|从|\b(?:since|from|starting|starting on|beginning|beginning on|as early as) )(?:the )?$/i;
const sinceAfter =
	/^(?:以来|起|开始|至今|[或及]?(?:之后|以后)(?=.)(?<=[或及].{2})| onwards?\b| on(?= ?[.,;:!?)]|$)|,? (?:or|and) (?:later|after)(?= ?[.,;:!?)]|$))/i;
const untilBefore = /(?:截至|截止到?|到|至|\b(?:by|until|till|as of|up to|no later than) )(?:the )?$/i;
const untilAfter = /^(?:为止|止(?![^\s,.;])|[或及](?:之前|以前))/;
const afterBefore = /\b(?:after|later than) (?:the )?$/i;
const afterAfter = /^(?:之后|以后|后(?![来者方期半续]))/;
const beforeBefore = /\b(?:before|prior to|earlier than) (?:the )?$/i;
const beforeAfter = /^(?:之前|以前|前(?![后往期半者身提途进所来沿线]))/;

/** What stands beside a date and says which side of it is meant. */
function sideOf(text: string, start: number, end: number): Sense {
	const [left, right] = [text.slice(Math.max(0, start - 18), start), text.slice(end, end + 12)];
	if (sinceBefore.test(left) || sinceAfter.test(right)) return 'since';
	if (untilBefore.test(left) || untilAfter.test(right)) return 'until';
	if (afterBefore.test(left) || afterAfter.test(right)) return 'after';
	return beforeBefore.test(left) || beforeAfter.test(right) ? 'before' : 'exact';
}

function resolved(text: string, start: number, end: number, term: Term, at: Reading): DateFound | null {
	const whole = complete(term, at);
	const span = whole && spanOf(whole.edtf);
	if (!span) return null;
	const others = whole.others?.flatMap((edtf) => spanOf(edtf) ?? []);
	const { min, max } = span;
	return {
		edtf: span.edtf,
		span,
		start,
		end,
		text: '',
		sense: whole.sense ?? sideOf(text, start, end),
		relative: whole.relative ?? false,
		yearless: at.guessed,
		reach: whole.reach ?? { min, max, grain: max - min },
		...(others?.length && { alternatives: others })
	};
}

const known = new Map<string, Term>();

/** The one date that some words are; those that count from nothing are read once. */
function oneOf(words: string, outer: Reading): Term | null {
	const key = `${outer.now?.year} ${words}`;
	const before = known.get(key);
	if (before) return before;
	const at: Reading = new Reading(outer.reference, outer.last, outer.own, (inner) => oneOf(inner, at));
	at.at(words, 0);
	for (const { rule, groups, start, end } of matchesIn(words, [...either, ...english, ...chinese])) {
		if (start > 0 || end < words.length) return null;
		const term = rule.read(groups, at);
		if (!term || term.kind === 'shift') continue;
		if (known.size >= 20_000) known.clear();
		if (!term.relative && !at.guessed) known.set(key, term);
		return term;
	}
	return null;
}

interface Match {
	start: number;
	end: number;
	rule: Rule;
	groups: Groups;
}

/** Matches one after another, with a look at the one to come. */
class Ahead {
	private held: Match[] = [];

	constructor(private readonly matches: Iterator<Match>) {}

	next(): Match | null {
		return this.held.shift() ?? this.pull();
	}

	/** The first that starts there or later; what starts before is within what was read already. */
	peek(from: number): Match | null {
		for (const match of this.held) if (match.start >= from) return match;
		for (let match = this.pull(); match; match = this.pull()) {
			this.held.push(match);
			if (match.start >= from) return match;
		}
		return null;
	}

	skip(until: number): void {
		this.held = this.held.filter(({ start }) => start >= until);
		while (this.held.length === 0) {
			const match = this.pull();
			if (!match) return;
			if (match.start >= until) this.held.push(match);
		}
	}

	private pull(): Match | null {
		const { value, done } = this.matches.next() as IteratorResult<Match, undefined>;
		return done ? null : value;
	}
}

/** What the rules match, by its start, of two the longer, of two as long the earlier rule; every rule holds one match. */
function* matchesIn(text: string, rules: readonly Rule[]): Generator<Match, undefined> {
	const from = rules.map(() => 0);
	const next = (index: number): (Match & { index: number }) | null => {
		// Not matchAll, which copies its pattern: there are thousands of short paragraphs.
		const rule = rules[index];
		rule.pattern.lastIndex = from[index];
		const match = rule.pattern.exec(text);
		if (!match) return null;
		const end = (from[index] = match.index + match[0].length);
		return { start: match.index, end, rule, index, groups: { ...match.groups } };
	};
	const heads = rules.flatMap((_, index) => next(index) ?? []);
	while (heads.length) {
		let first = 0;
		for (let i = 1; i < heads.length; i++) {
			const [a, b] = [heads[i], heads[first]];
			if ((a.start - b.start || b.end - a.end || a.index - b.index) < 0) first = i;
		}
		const match = heads[first];
		yield match;
		const following = next(match.index);
		if (following) heads[first] = following;
		else heads.splice(first, 1);
	}
}

const spans = new Map<string, DateSpan | null>();

/** Dates come again and again: each is read once. */
function spanOf(edtf: string): DateSpan | null {
	let span = spans.get(edtf);
	if (span === undefined) {
		const parsed = parseDate(edtf);
		span = 'problem' in parsed ? null : parsed.date;
		if (spans.size >= 20_000) spans.clear();
		spans.set(edtf, span);
	}
	return span;
}
