/**
 * Dates as articles write them, in Chinese and English, as EDTF: 2022年11月30日, 截至2025年10月, 今年年初, 上个月, 两年后,
 * “early 2025”, “last month”. Reads the normal form (normalise.ts). Relative ones need the article’s own date.
 */
import { parseDate, type DateSpan } from '../story/date.ts';
import { chinese } from './datesChinese.ts';
import { english } from './datesEnglish.ts';
import { Reading, type Groups, type Sense } from './reading.ts';

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
}

export interface DateContext {
	/** When the source was published; without it “last month” is no date. */
	reference?: DateSpan | null;
	/** The last date named before the text: what “two years later” and “at that time” count from. */
	previous?: DateSpan | null;
	/** Is `previous` what the text is about? Then a month without a year is of its year. */
	about?: boolean;
}

const all = [...chinese, ...english].map(({ pattern, read }) => ({
	pattern: new RegExp(pattern.source, [...new Set(`${pattern.flags}gu`)].join('')),
	read
}));

const sinceBefore = /(?:自从?|从|\bsince |\bfrom )(?:the )?$/i;
const sinceAfter = /^(?:以来|起|开始|之后|以后| on(?:wards)?\b)/;
const untilBefore = /(?:截至|截止到?|到|\bby |\buntil |\bas of |\bup to )(?:the )?$/i;

/**
 * The dates that a text names, in its order; of two that overlap, the longer. Those that cannot be computed (relative
 * ones without a date to count from) are left out.
 */
export const findDates = (text: string, context: DateContext = {}): DateFound[] => [...datesOf(text, context)];

/** The same, one by one: a text of nothing but dates has millions. */
export function* datesOf(text: string, context: DateContext = {}): Generator<DateFound> {
	const { reference = null, previous = null, about = false } = context;
	const at = new Reading(reference, previous, about && previous !== null);
	let until = 0;
	for (const { start, end, rule, groups } of matchesIn(text)) {
		if (start < until) continue;
		at.guessed = false;
		const draft = all[rule].read(groups, at);
		const span = draft && spanOf(draft.edtf);
		if (!span) continue;
		until = end;
		let sense = draft.sense ?? 'exact';
		if (sense === 'exact' && !draft.edtf.includes('/')) {
			const [left, right] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 10)];
			if (sinceBefore.test(left) || sinceAfter.test(right)) sense = 'since';
			else if (untilBefore.test(left)) sense = 'until';
		}
		yield {
			edtf: span.edtf,
			span,
			start,
			end,
			text: text.slice(start, end),
			sense,
			relative: draft.relative ?? false,
			yearless: at.guessed
		};
		at.last = span;
		at.own = true;
	}
}

interface Match {
	start: number;
	end: number;
	rule: number;
	groups: Groups;
}

/** What the rules match, by its start, of two the longer, of two as long the earlier rule; every rule holds one match. */
function* matchesIn(text: string): Generator<Match> {
	const from = all.map(() => 0);
	const next = (rule: number): Match | null => {
		// Not matchAll, which copies its pattern: there are thousands of short paragraphs.
		const { pattern } = all[rule];
		pattern.lastIndex = from[rule];
		const match = pattern.exec(text);
		if (!match) return null;
		const end = (from[rule] = match.index + match[0].length);
		return { start: match.index, end, rule, groups: { ...match.groups, all: match[0] } };
	};
	const heads = all.flatMap((_, rule) => next(rule) ?? []);
	while (heads.length) {
		let first = 0;
		for (let i = 1; i < heads.length; i++) {
			const [a, b] = [heads[i], heads[first]];
			if ((a.start - b.start || b.end - a.end || a.rule - b.rule) < 0) first = i;
		}
		const match = heads[first];
		yield match;
		const following = next(match.rule);
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
