/** A number of a source and the words that are its own; and the numbers beside it that might be told instead. */
import type { Entry, NumberThere } from './entry.ts';
import type { NumberFound } from './numerals.ts';
import { segmentOf, sentenceAround } from './segments.ts';
import type { Hit } from './scope.ts';
import { original } from './source.ts';
import { contentWords, subjectsIn, type Subject } from './subjects.ts';
import { sameCurrency } from './units.ts';

/** Places of one number that are looked at closely: a long paragraph may have thousands. */
export const manyPlaces = 60;

/** Numbers beside one that may be told instead of it. */
const neighbours = 12;

/** “paragraph 21” of a place */
export const where = ({ paragraph }: Hit) => `Paragraph ${paragraph.number}`;

const units =
	/^[ -]?(?:%|percentage points?|per ?cent|percent|个百分点|美元|欧元|英镑|日元|元|[a-z]+|小时|天|年|个?月|周|公里)/i;

/** A number as a source has it, with its unit. */
export const words = ({ paragraph }: Hit, { start, end, kind, measure, currency }: NumberFound) => {
	const { text } = paragraph.normal;
	const sign = kind === 'money' && /[$€£¥₩₹]/.test(text[start - 1] ?? '') ? 1 : 0;
	const isBare = sign > 0 || (kind === 'count' && !measure && !currency) || kind === 'ordinal' || kind === 'day';
	const unit = isBare ? '' : (units.exec(text.slice(end, end + 20))?.[0] ?? '');
	return original(paragraph, start - sign, end + unit.length).text;
};

/** The word that a number counts, where it follows at once: hole of “46 holes”, 票 of 11票. */
export function nounAfter(text: string, end: number): string | undefined {
	const [, word, han] =
		/^[ -](\p{Ll}{3,})|^[多余]?([^\P{sc=Han}的是在和与多余左上以之第万亿千百十])/u.exec(text.slice(end, end + 30)) ??
		[];
	return word && contentWords(word).size > 0 ? word.replace(/s$/, '') : han;
}

/** A number’s part of its paragraph. */
export interface Part {
	there: NumberThere;
	text: string;
	subjects: Subject[];
	words: ReadonlySet<string>;
	/** What it counts, where that follows at once. */
	noun?: string;
}

/** Who is named in a number’s own words; where nobody is, who was named last since the number before it. */
export function subjectsOf(
	text: string,
	all: readonly NumberFound[],
	index: number,
	own: string,
	read: (text: string) => Subject[]
): Subject[] {
	const found = read(own);
	if (found.length) return found;
	const [from] = sentenceAround(text, all[index].start, all[index].start);
	const before = Math.max(from, index ? all[index - 1].end : 0);
	return before < all[index].start
		? read(
				text
					.slice(before, all[index].start)
					.split(/, ?(?:and|while|but|whereas) |,(?:而|但)/)
					.at(-1)!
			).slice(-1)
		: [];
}

/** “A and B have 6% and 8%, respectively”, 分别是: the second number is of the second who is named. */
function respective(
	text: string,
	all: readonly NumberFound[],
	index: number,
	read: (text: string) => Subject[]
): Subject[] | null {
	const number = all[index];
	const [from, to] = sentenceAround(text, number.start, number.end);
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

/** A number of a source, and those of its kind that might be told instead of it. */
export class Around {
	readonly own: Part;
	private readonly parts = new Map<NumberFound, Part>();
	private all: Part[] | undefined;

	constructor(
		private readonly entry: Entry,
		readonly there: NumberThere
	) {
		this.own = this.read(there);
	}

	private read(there: NumberThere): Part {
		const { names } = this.entry.shared;
		const { text: whole } = there.paragraph.normal;
		const text = whole.slice(...segmentOf(whole, there.all, there.index));
		const { library } = there.scope;
		const read = (part: string) => subjectsIn(part, names, library);
		return {
			there,
			text,
			subjects:
				respective(whole, there.all, there.index, read) ?? subjectsOf(whole, there.all, there.index, text, read),
			words: contentWords(text),
			noun: nounAfter(whole, there.end)
		};
	}

	/** Beside it in its paragraph, and the first ones of the other paragraphs cited. */
	get others(): readonly Part[] {
		if (this.all) return this.all;
		const { there, entry } = this;
		const near = there.all
			.map((_, index) => index)
			.slice(Math.max(0, there.index - neighbours), there.index + neighbours + 1);
		const beside = near.map((index): NumberThere => {
			const number = there.all[index];
			return { ...there, number, index, start: number.start, end: number.end };
		});
		const isLike = ({ number: { kind, measure, currency, name, weak, vague, value } }: NumberThere) =>
			kind === there.number.kind &&
			measure === there.number.measure &&
			sameCurrency(currency, there.number.currency) &&
			!name &&
			!weak &&
			!vague &&
			value !== there.number.value;
		const found = beside.filter(isLike);
		let looked = 0;
		for (const one of entry.numbers()) {
			if (++looked > 4 * manyPlaces) break;
			if (one.paragraph !== there.paragraph && isLike(one)) found.push(one);
		}
		return (this.all = found.map((one) => this.read(one)).filter(({ text }) => text !== this.own.text));
	}

	/** Words that a number’s part has, and no other number’s. */
	distinct(part: Part): Set<string> {
		const rest = [this.own, ...this.others].filter((one) => one !== part);
		return new Set([...part.words].filter((word) => !rest.some(({ words }) => words.has(word))));
	}
}

/** The date that a number is told at: the last one named before it, or in its sentence. */
export function lastDateBefore({ scope, paragraph, start }: NumberThere) {
	const [from] = sentenceAround(paragraph.normal.text, start, start);
	const before = scope.library.datesIn(paragraph).filter((date) => date.end <= start);
	const last = before.at(-1);
	return last && last.start >= from - 400 ? { date: last, range: [last.start, last.end] as [number, number] } : null;
}
