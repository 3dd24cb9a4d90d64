/**
 * Finds dates in articles, in Chinese and English, and gives them as EDTF: 2022年11月30日, 截至2025年10月, 上个月, 两年后, “early
 * 2025”, “August 6–9, 1890”, “last month”. Reads a text as written or in normal form (normalise.ts). Relative dates
 * need the article’s own date. A year that is written is never replaced. The rules are in dates/, by kind.
 */
import { dayLength } from '../story/calendar.ts';
import type { DateSpan } from '../story/date.ts';
import { complete } from './dates/complete.ts';
import { foldDates } from './dates/fold.ts';
import { inTitle } from './dates/numbered.ts';
import { Ahead, matchesIn } from './dates/matches.ts';
import { termAt } from './dates/ranges.ts';
import { Reading } from './dates/reading.ts';
import type { Reach, Sense, Term } from './dates/term.ts';
import { chinese, either, english } from './dates/rules.ts';
import { isAround, sideOf } from './dates/sides.ts';
import { spanOf } from './dates/spans.ts';

export interface DateFound {
	edtf: string;
	span: DateSpan;
	/** Position in the text, [start, end). */
	start: number;
	end: number;
	text: string;
	sense: Sense;
	/** How far a vague date reaches; the span of any other. */
	reach: Reach;
	/** Computed, by counting from the article’s date or from the date named before. */
	relative: boolean;
	/** Relative only because the year is not given: 6 November. */
	yearless: boolean;
	/** The ends of a range that the words name: each is stated by itself. */
	ends?: readonly DateSpan[];
	/** Other readings of the same words, equally likely: 6/11/2025. */
	alternatives?: readonly DateSpan[];
}

export interface DateContext {
	/** When the source was published; without it “last month” is not a date. */
	reference?: DateSpan | null;
	/** The last date named before the text, from which “two years later” and “at that time” count. */
	previous?: DateSpan | null;
	/** Is `previous` what the text is about? Then a month without a year is in its year. */
	about?: boolean;
}

/**
 * The dates that a text names, in order; of two that overlap, the longer. Those that cannot be computed (relative ones
 * without a date to count from) are left out.
 */
export const findDates = (text: string, context: DateContext = {}): DateFound[] => [...datesOf(text, context)];

/** Soft hyphens and invisible joiners and separators, which do not split a date. */
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
/** Slightly more than a year in ms: longer relative spans do not date what follows. */
const longestNamed = 370 * dayLength;
const latin = /[a-z]/i;
const han = /[㐀-鿿]/;

/** The same as a generator: a text of nothing but dates has millions. */
export function* datesOf(text: string, context: DateContext = {}): Generator<DateFound> {
	if (!invisible.test(text)) return yield* datesOfVisible(text, context);
	const places: number[] = [];
	for (let unit = 0; unit < text.length; unit++) if (!invisible.test(text[unit])) places.push(unit);
	for (const date of datesOfVisible(places.map((unit) => text[unit]).join(''), context))
		yield { ...date, start: places[date.start], end: places[date.end - 1] + 1 };
}

function* datesOfVisible(text: string, context: DateContext): Generator<DateFound> {
	const { reference = null, previous = null, about = false } = context;
	const folded = foldDates(text);
	const rules = [...either, ...(latin.test(folded) ? english : []), ...(han.test(folded) ? chinese : [])];
	const at: Reading = new Reading(reference, previous, about && previous !== null, (words) => oneOf(words, at));
	const matches = new Ahead(matchesIn(folded, rules));
	for (let match = matches.next(); match; match = matches.next()) {
		at.at(folded, match.start);
		const read = termAt(folded, match, matches, at);
		const whole = read && complete(read.term, at);
		if (
			whole?.relative &&
			inTitle(folded.slice(Math.max(0, match.start - 44), match.start), folded.slice(read!.end, read!.end + 44))
		)
			continue;
		const around = whole !== null && (whole.sense ?? 'exact') === 'exact' && isAround(folded, match.start);
		const span = whole && spanOf(around ? nearly(whole.edtf) : whole.edtf);
		if (!span) continue;
		const [{ start }, { end }] = [match, read];
		const { min, max } = span;
		const ends = whole.ends?.flatMap((edtf) => spanOf(edtf) ?? []);
		const alternatives = whole.others?.flatMap((edtf) => spanOf(edtf) ?? []);
		yield {
			edtf: span.edtf,
			span,
			start,
			end,
			text: text.slice(start, end),
			sense: around ? 'vague' : (whole.sense ?? sideOf(folded, start, end)),
			reach: whole.reach ?? { min, max, grain: max - min },
			relative: whole.relative ?? false,
			yearless: at.guessed,
			...(ends?.length && { ends }),
			...(alternatives?.length && { alternatives })
		};
		matches.skip(end);
		// Nothing counts from a span such as “the next twenty years”.
		if (whole.relative && max - min > longestNamed) continue;
		at.last = span;
		at.own = true;
	}
}

/** EDTF of one point, marked approximate; anything longer is vague already. */
const nearly = (edtf: string) => (/^-?\d{4}(?:-\d\d){0,2}$/.test(edtf) ? `${edtf}~` : edtf);

const known = new Map<string, Term>();

/** The date that the words are, if they are exactly one. Dates that do not depend on context are cached. */
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
