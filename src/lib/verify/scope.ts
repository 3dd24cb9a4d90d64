/** The paragraphs of one source that an entry cites, and what stands in them; read once, however many ask. */
import type { DateSpan } from '../story/date.ts';
import { datesOf, type DateContext, type DateFound } from './dates.ts';
import type { Finding } from './finding.ts';
import { needed, normalise, steps, type Normal } from './normalise.ts';
import { findNumbers, type NumberFound } from './numerals.ts';
import { isOrdinary } from './proper.ts';
import { kept, remembered } from './remember.ts';
import { original, type Paragraph, type SourceText } from './source.ts';
import { contentWords } from './subjects.ts';

/** How far back to look for what “two years later” counts from. */
const memory = 30;
const around = 14;
const latinWord = /[\p{sc=Latin}\p{N}]+(?:['.&-][\p{sc=Latin}\p{N}]+)*/gu;
const plainWord = /(?<![\p{sc=Latin}'])\p{sc=Latin}[\p{sc=Latin}\p{N}]*/gu;
/** Marks words left out of a quotation. */
export const gap = /(?<!\s)\s*(?:\[\s*)?(?:…+|\.{3,})(?:\s*\])?\s*/;

/** Languages whose dates, numbers and sentences the rules can read. */
export const isReadable = (language: string) => /^(en|zh)\b/i.test(language);

/** The language of a tag without script and region. */
export const primary = (tag: string) => tag.split('-')[0].toLowerCase();

interface Vocabulary {
	/** Written somewhere without a capital, and somewhere with one. */
	small: ReadonlySet<string>;
	capital: ReadonlySet<string>;
	/** Those with a capital that may be names. */
	names: readonly string[];
}

/** A source’s text, with caches. */
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
		/** When it was published. */
		readonly reference: DateSpan | null
	) {}

	/**
	 * The dates that a paragraph names, in its order. What it names again in the same words is left out, but for its last:
	 * a claim agrees with the first of them or with none.
	 */
	datesIn(paragraph: Paragraph): readonly DateFound[] {
		return this.read(paragraph).named;
	}

	/** Does a paragraph name a date again that `datesIn` has once? */
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

	/** Readings after characters, 年(nián), are left out of the normal form only. */
	private datesOf({ text, normal }: Paragraph, context: DateContext): Iterable<DateFound> {
		return this.text.readings ? datesOf(normal.text, context) : datesIn(text, normal, context);
	}

	/** The last date of a paragraph that counts from nothing before it. */
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

	/** What a paragraph is about, as words. */
	readonly contentOf = kept(({ normal }: Paragraph) => contentWords(normal.text));

	/** Latin words of a paragraph in small letters, with and without what follows an apostrophe or a hyphen. */
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

	/** The paragraph in which a text in normal form stands, wherever that is. */
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

/** The dates of a text as it is written, which has the spaces that its normal form has not; placed in its normal form. */
export function* datesIn(text: string, { starts }: Normal, context: DateContext): Generator<DateFound> {
	for (const date of datesOf(text, context)) {
		const [start, end] = [firstFrom(starts, date.start), firstFrom(starts, date.end)];
		// A picture’s address is no part of the text.
		if (end > start) yield { ...date, start, end };
	}
}

interface Dates {
	/** Without what is named again. */
	named: DateFound[];
	/** Where all of them stand, [start, end). */
	covered: [number, number][];
	/** Without stretches that are told by their length: “the next three years” has a number as well. */
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

/** The index of the first number of a sorted list that is not below another; the length where there is none. */
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
	/** In its normal form, [start, end). */
	start: number;
	end: number;
}

/** What one entry cites of one source. */
export class Scope {
	private named: { scope: Scope; paragraph: Paragraph; date: DateFound }[] | undefined;
	/** Paragraphs in which something of the entry was found. */
	readonly support = new Set<number>();

	constructor(
		readonly library: Library,
		readonly paragraphs: Paragraph[],
		/** As cited; null where the citation names none: then the whole source is looked through. */
		readonly cited: readonly number[] | null
	) {}

	/** Every place of a text in normal form, one by one. */
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

/** Where something was found, for a finding; the paragraph is known to support its entry from then on. */
export function located({ scope, paragraph, start, end }: Hit): Located {
	scope.support.add(paragraph.number);
	return at({ scope, paragraph, start, end });
}

/** The same for what is only near: it supports nothing. */
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

/** Is what was found there to the letter, or what was made alike? Pieces between marked gaps (…) count one by one. */
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

export const normal: (text: string) => string = remembered((text) => normalise(text).text);
