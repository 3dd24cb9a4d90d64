/** What a source says about one of its numbers: the words that go with it, its subjects, date and direction. */
import type { DateFound } from './dates.ts';
import { directionOf, type Direction } from './direction.ts';
import { mentionsOf, type Mentions } from './mentions.ts';
import type { Names } from './names.ts';
import type { NumberFound } from './numerals/found.ts';
import { memoiseByObject } from './remember.ts';
import type { Library } from './scope.ts';
import { clauseContaining, dateWithin, segmentOf, sentenceContaining } from './segments.ts';
import type { Paragraph } from './source.ts';
import { contentWords, type Subject } from './subjects.ts';

/** A number’s place in a source. */
export interface NumberPlace {
	library: Library;
	paragraph: Paragraph;
	/** All numbers of the paragraph, and the index of this one. */
	all: readonly NumberFound[];
	index: number;
}

/** UTF-16 units before a number’s sentence that are searched for its date. */
const dateReach = 400;

export class Part {
	readonly number: NumberFound;
	readonly paragraph: Paragraph;
	readonly library: Library;
	/** Position in the paragraph, [start, end). */
	readonly segment: [number, number];
	readonly text: string;
	readonly words: ReadonlySet<string>;
	readonly subjects: readonly Subject[];
	/** The noun that it counts, if that follows directly. */
	readonly noun: string | undefined;

	constructor(
		private readonly place: NumberPlace,
		private readonly mentions: Mentions
	) {
		const { library, paragraph, all, index } = place;
		const { subjectsIn } = mentions;
		const { text } = paragraph.normal;
		this.number = all[index];
		this.paragraph = paragraph;
		this.library = library;
		this.segment = segmentOf(text, all, index);
		this.text = text.slice(...this.segment);
		this.words = contentWords(this.text);
		this.subjects = respective(text, all, index, subjectsIn) ?? subjectsOf(text, all, index, this.text, subjectsIn);
		this.noun = nounAfter(text, this.number.end);
	}

	/** The words of its sentence that are near it. */
	get sentence(): string {
		const { start, end } = this.number;
		return this.paragraph.normal.text.slice(...sentenceContaining(this.paragraph.normal.text, start, end));
	}

	private around: readonly Subject[] | undefined;

	/** The subjects that its sentence names. */
	get subjectsOfSentence(): readonly Subject[] {
		return (this.around ??= this.mentions.subjectsIn(this.sentence));
	}

	/** Those that act, people and companies: a country may only be the place. */
	get actors(): readonly Subject[] {
		const { names } = this.mentions;
		return this.subjectsOfSentence.filter(({ ids: [id] }) => names.acts(id));
	}

	private way: Direction | null | undefined;

	/** Does the source say that it rose, or that it fell? */
	get direction(): Direction | null {
		if (this.way !== undefined) return this.way;
		const { text } = this.paragraph.normal;
		const { start, end } = this.number;
		return (this.way =
			directionOf(this.text) ??
			directionOf(clauseContaining(text, this.number)) ??
			directionOf(text.slice(...sentenceContaining(text, start, end))));
	}

	private last: DateFound | null | undefined;

	/**
	 * The date that goes with the number: in its own words, or else the last one named before it. Null also where the
	 * paragraph names a date more than once, so that the right one is unknown.
	 */
	get date(): DateFound | null {
		if (this.last !== undefined) return this.last;
		const { library, paragraph, number, place } = this;
		if (library.repeats(paragraph)) return (this.last = null);
		const dates = library.datesIn(paragraph);
		const own = dateWithin(dates, place.all, place.index, this.segment);
		if (own) return (this.last = own);
		const last = dates.findLast(({ end }) => end <= number.start);
		const [from] = sentenceContaining(paragraph.normal.text, number.start, number.start);
		return (this.last = last && last.start >= from - dateReach ? last : null);
	}
}

const parts = memoiseByObject((mentions: Mentions) => {
	const known = new WeakMap<NumberFound, Part>();
	return (place: NumberPlace): Part => {
		const number = place.all[place.index];
		const part = known.get(number) ?? new Part(place, mentions);
		known.set(number, part);
		return part;
	};
});

/** The same for every story with these names. */
export const partOf = (place: NumberPlace, names: Names): Part => parts(mentionsOf(place.library, names))(place);

/** The noun that a number counts, if it follows directly: hole in “46 holes”, 票 in 11票. */
export function nounAfter(text: string, end: number): string | undefined {
	const [, word, han] =
		/^[ -](\p{Ll}{3,})|^[多余]?([^\P{sc=Han}的是在和与多余左上以之第万亿千百十])/u.exec(text.slice(end, end + 30)) ??
		[];
	if (word && contentWords(word).size > 0) return word.replace(/s$/, '');
	// 四名工人 are 4人.
	return han && /[名位]/.test(han) ? '人' : han;
}

type Read = (text: string) => readonly Subject[];

/** The subjects in a number’s own words; if there are none, the last one named since the number before it. */
export function subjectsOf(
	text: string,
	all: readonly NumberFound[],
	index: number,
	own: string,
	read: Read
): readonly Subject[] {
	const found = read(own);
	if (found.length) return found;
	const [from] = sentenceContaining(text, all[index].start, all[index].start);
	const before = Math.max(from, index ? all[index - 1].end : 0);
	if (before >= all[index].start) return [];
	const clauses = text.slice(before, all[index].start).split(/, ?(?:and|while|but|whereas) |,(?:而|但)/);
	return read(clauses.at(-1)!).slice(-1);
}

/** “A and B have 6% and 8%, respectively”, 分别是: the second number belongs to the second subject. */
function respective(text: string, all: readonly NumberFound[], index: number, read: Read): readonly Subject[] | null {
	const number = all[index];
	const [from, to] = sentenceContaining(text, number.start, number.end);
	const sentence = text.slice(from, to);
	if (!/分别|依次|\brespectively\b|\bin that order\b/i.test(sentence)) return null;
	const numbers = all.filter(
		({ start, end, kind, name }) => start >= from && end <= to && kind === number.kind && !name
	);
	const marked = sentence.search(/分别|依次/);
	const listed = marked < 0 ? numbers : numbers.filter(({ start }) => start > from + marked);
	const subjects = read(sentence).filter(({ ids }) => !ids[0].startsWith('place:'));
	const named = [...new Map(subjects.map((one) => [one.ids[0], one])).values()];
	const at = listed.indexOf(number);
	return at >= 0 && named.length === listed.length ? [named[at]] : null;
}
