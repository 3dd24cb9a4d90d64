/** The paragraphs of one source that an entry cites, and what they contain; each is read once and shared. */
import type { DateSpan } from '../story/date.ts';
import { datesOf, type DateContext, type DateFound } from './dates.ts';
import type { Finding } from './finding.ts';
import { needed, normalise, steps, type Normal } from './normalise.ts';
import { findNumbers } from './numerals.ts';
import type { NumberFound } from './numerals/found.ts';
import { isOrdinary } from './proper.ts';
import { memoiseByObject, memoiseByText } from './remember.ts';
import { original, type Paragraph, type SourceText } from './source.ts';
import { contentWords } from './subjects.ts';

/** How many paragraphs back to look for the date that “two years later” counts from. */
const memory = 30;
const around = 14;
// Bounded: the engine keeps a place for each repetition, and runs out of room in a run of millions of characters.
const latinWord = /[\p{sc=Latin}\p{N}]{1,100}(?:['.&-][\p{sc=Latin}\p{N}]{1,100}){0,20}/gu;
const plainWord = /(?<![\p{sc=Latin}'])\p{sc=Latin}[\p{sc=Latin}\p{N}]{0,100}/gu;
/** Marks that words are left out of a quotation. */
export const gap = /(?<!\s)\s*(?:\[\s*)?(?:…+|\.{3,})(?:\s*\])?\s*/;

/** Is a text in a language whose dates, numbers and sentences the rules can read? */
export const isReadable = (language: string) => /^(en|zh)\b/i.test(language);

/** The language subtag of a BCP 47 tag. */
export const primary = (tag: string) => tag.split('-')[0].toLowerCase();

interface Vocabulary {
	/** Words written in lower case somewhere; and those written with a capital somewhere. */
	small: ReadonlySet<string>;
	capital: ReadonlySet<string>;
	/** Capitalised words that may be names. */
	names: readonly string[];
}

/** A source’s text with cached results. */
export class Library {
	private readonly dates = new Map<Paragraph, Dates>();
	private readonly numbers = new Map<Paragraph, NumberFound[]>();
	private readonly named = new Map<Paragraph, DateSpan | null>();
	private readonly words = new Map<Paragraph, Set<string>>();
	private vocabularies: Vocabulary | undefined;
	private whole: { text: string; starts: number[] } | undefined;

	constructor(
		readonly id: string,
		readonly text: SourceText,
		readonly language: string,
		/** The source’s date of publication. */
		readonly reference: DateSpan | null
	) {}

	/**
	 * The dates that a paragraph names, in order. Repetitions in the same words are left out, except the last: a claim
	 * agrees with the first of them or with none.
	 */
	datesIn(paragraph: Paragraph): readonly DateFound[] {
		return this.read(paragraph).named;
	}

	/** Does a paragraph name a date repeatedly that `datesIn` lists once? */
	repeats(paragraph: Paragraph): boolean {
		const { named, covered } = this.read(paragraph);
		return named.length !== covered.length;
	}

	private read(paragraph: Paragraph): Dates {
		let found = this.dates.get(paragraph);
		if (!found) {
			let previous: DateSpan | null = null;
			for (let i = paragraph.number - 2; i >= Math.max(0, paragraph.number - 2 - memory) && !previous; i--)
				previous = this.lastNamed(this.text.paragraphs[i]);
			found = distinct(this.datesOf(paragraph, { reference: this.reference, previous }));
			this.dates.set(paragraph, found);
		}
		return found;
	}

	/** Readings after characters, 年(nián), are removed only in the normal form. */
	private datesOf({ text, normal }: Paragraph, context: DateContext): Iterable<DateFound> {
		return this.text.readings ? datesOf(normal.text, context) : datesIn(text, normal, context);
	}

	/** The last date of a paragraph that does not count from an earlier one. */
	private lastNamed(paragraph: Paragraph): DateSpan | null {
		let last = this.named.get(paragraph);
		if (last === undefined) {
			last = null;
			for (const { relative, sense, span } of this.datesOf(paragraph, { reference: this.reference }))
				if (!relative || (sense === 'exact' && span.kind === 'date')) last = span;
			this.named.set(paragraph, last);
		}
		return last;
	}

	numbersIn(paragraph: Paragraph): NumberFound[] {
		let found = this.numbers.get(paragraph);
		if (!found) {
			found = findNumbers(paragraph.normal.text, this.read(paragraph).stated);
			this.numbers.set(paragraph, found);
		}
		return found;
	}

	/** The content words of a paragraph. */
	readonly contentOf = memoiseByObject(({ normal }: Paragraph) => contentWords(normal.text));

	/** Latin words of a paragraph in lower case, both whole and split at apostrophes and hyphens. */
	wordsIn(paragraph: Paragraph): ReadonlySet<string> {
		let found = this.words.get(paragraph);
		if (!found) {
			found = new Set();
			for (const [word] of paragraph.normal.text.toLowerCase().matchAll(latinWord)) {
				found.add(word);
				if (/['.&-]/.test(word)) for (const part of word.split(/['.&-]/)) found.add(part);
			}
			this.words.set(paragraph, found);
		}
		return found;
	}

	/** Latin words of the whole text. */
	get vocabulary(): Vocabulary {
		if (!this.vocabularies) {
			const [small, capital] = [new Set<string>(), new Set<string>()];
			for (const { normal } of this.text.paragraphs)
				for (const [word] of normal.text.matchAll(plainWord)) (/^\p{Lu}/u.test(word) ? capital : small).add(word);
			this.vocabularies = { small, capital, names: [...capital].filter((word) => !isOrdinary(word)) };
		}
		return this.vocabularies;
	}

	/** The first paragraph in the whole source that contains a text in normal form. */
	anywhere(text: string): Paragraph | null {
		if (!this.whole) {
			const starts: number[] = [];
			let length = 0;
			for (const { normal } of this.text.paragraphs) {
				starts.push(length);
				length += normal.text.length + 1;
			}
			this.whole = { text: this.text.paragraphs.map(({ normal }) => normal.text).join('\n'), starts };
		}
		const at = this.whole.text.indexOf(text);
		return at < 0 ? null : this.text.paragraphs[firstFrom(this.whole.starts, at + 1) - 1];
	}
}

/** The dates of a text as written, which still has all its spaces; positions are in the normal form. */
export function* datesIn(text: string, { starts }: Normal, context: DateContext): Generator<DateFound> {
	for (const date of datesOf(text, context)) {
		const [start, end] = [firstFrom(starts, date.start), firstFrom(starts, date.end)];
		// The address of an image is not part of the text.
		if (end > start) yield { ...date, start, end };
	}
}

interface Dates {
	/** Without repetitions. */
	named: DateFound[];
	/** Positions of all of them, [start, end). */
	covered: [number, number][];
	/** Without relative stretches: “the next three years” contains a number as well. */
	stated: [number, number][];
}

function distinct(found: Iterable<DateFound>): Dates {
	const named: DateFound[] = [];
	const covered: [number, number][] = [];
	const stated: [number, number][] = [];
	const known = new Set<string>();
	let last: DateFound | undefined;
	for (const date of found) {
		const { text, edtf, sense, relative, yearless } = date;
		covered.push([date.start, date.end]);
		if (!relative || yearless || date.span.kind === 'date') stated.push([date.start, date.end]);
		const key = [text, edtf, sense, relative, yearless].join('\n');
		if (!known.has(key)) named.push(date);
		known.add(key);
		last = date;
	}
	if (last && named.at(-1) !== last) named.push(last);
	return { named, covered, stated };
}

/** The index of the first number in a sorted list that is not below `wanted`; the list’s length if there is none. */
export function firstFrom(sorted: ArrayLike<number>, wanted: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

export interface Hit {
	scope: Scope;
	paragraph: Paragraph;
	/** Position in its normal form, [start, end). */
	start: number;
	end: number;
}

/** What one entry cites from one source. */
export class Scope {
	private named: { scope: Scope; paragraph: Paragraph; date: DateFound }[] | undefined;
	/** Numbers of paragraphs in which something of the entry was found. */
	readonly support = new Set<number>();

	constructor(
		readonly library: Library,
		readonly paragraphs: Paragraph[],
		/** As cited; null if the citation names none: then the whole source is searched. */
		readonly cited: readonly number[] | null
	) {}

	/** Every place of a text in normal form, one at a time. */
	*places(text: string): Generator<Hit> {
		if (text === '') return;
		for (const paragraph of this.paragraphs)
			for (let at = paragraph.normal.text.indexOf(text); at >= 0; at = paragraph.normal.text.indexOf(text, at + 1))
				yield { scope: this, paragraph, start: at, end: at + text.length };
	}

	get dates(): readonly { scope: Scope; paragraph: Paragraph; date: DateFound }[] {
		return (this.named ??= this.paragraphs.flatMap((paragraph) =>
			this.library.datesIn(paragraph).map((date) => ({ scope: this as Scope, paragraph, date }))
		));
	}
}

type Located = Pick<Finding, 'source' | 'place' | 'within' | 'context'>;

/** Where something was found, for a finding; also records that the paragraph supports its entry. */
export function located({ scope, paragraph, start, end }: Hit): Located {
	scope.support.add(paragraph.number);
	return at({ scope, paragraph, start, end });
}

/** The same for something only similar, which supports nothing. */
export function at({ scope, paragraph, start, end }: Hit): Located {
	const { library } = scope;
	const here = original(paragraph, start, end);
	const from = Math.max(0, here.start - around);
	const to = Math.min(paragraph.text.length, here.start + here.text.length + around);
	return {
		source: library.id,
		place: library.text.place(paragraph, here.start),
		within: [here.start, here.start + here.text.length],
		context: `${from > 0 ? '…' : ''}${paragraph.text.slice(from, to)}${to < paragraph.text.length ? '…' : ''}`
	};
}

/** Was it found to the letter, or after normalising? Pieces between marked gaps (…) are compared one by one. */
export function likeness(written: string, hit: Hit): Pick<Finding, 'verdict' | 'how'> {
	const there = original(hit.paragraph, hit.start, hit.end).text;
	const { readings } = hit.scope.library.text;
	const pieces = written.split(gap).filter(Boolean);
	if (pieces.length === 1) {
		const same = there === pieces[0];
		return { verdict: same ? 'found' : 'normalised', how: needed(there, pieces[0], readings) };
	}
	if (pieces.every((piece) => there.includes(piece))) return { verdict: 'found', how: [] };
	const how = steps.filter((step) => {
		const rest = steps.filter((other) => other !== step);
		const text = normalise(there, readings, rest).text;
		return pieces.some((piece) => !text.includes(normalise(piece, false, rest).text));
	});
	return { verdict: 'normalised', how };
}

export const normal: (text: string) => string = memoiseByText((text) => normalise(text).text);
