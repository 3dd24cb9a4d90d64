/** Finds the quotation in which a stretch of a paragraph stands, and whether it says more beside the stretch. */
import { original, type Paragraph } from './source.ts';
import { firstFrom, type Hit } from './scope.ts';
import { quotations } from './speech.ts';

/** The quotations of a text, which are nested or disjoint. */
interface Nest {
	/** [start, end), in UTF-16 units of the original text. */
	ranges: [number, number][];
	/** For each range, the one that contains it; -1 for none. */
	outer: number[];
	/** Where the innermost quotation changes, in order, and which it is from there on; -1 for none. */
	at: number[];
	innermost: number[];
}

const nests = new WeakMap<Paragraph, Nest>();

/** @param found as `quotations` gives them */
export function nestOf(found: readonly [number, number][]): Nest {
	const ranges = [...found].sort(([a, b], [c, d]) => a - c || d - b);
	const nest: Nest = { ranges, outer: [], at: [], innermost: [] };
	const open: number[] = [];
	const note = (at: number) => {
		nest.at.push(at);
		nest.innermost.push(open.at(-1) ?? -1);
	};
	const closeBefore = (limit: number) => {
		while (open.length && ranges[open.at(-1)!][1] < limit) note(ranges[open.pop()!][1] + 1);
	};
	ranges.forEach(([from], index) => {
		closeBefore(from);
		nest.outer.push(open.at(-1) ?? -1);
		open.push(index);
		note(from);
	});
	closeBefore(Infinity);
	return nest;
}

/** The smallest quotation around [start, end), in UTF-16 units of the original text. */
export function innermost({ ranges, outer, at, innermost }: Nest, start: number, end: number): [number, number] | null {
	let index = innermost[firstFrom(at, start + 1) - 1] ?? -1;
	while (index >= 0 && ranges[index][1] < end) index = outer[index];
	return ranges[index] ?? null;
}

/** The quotation that a run stands in: [start, end) in the normal form, or null. */
export function quotationAround({ paragraph, start, end }: Hit): [number, number] | null {
	let nest = nests.get(paragraph);
	if (!nest) nests.set(paragraph, (nest = nestOf(quotations(paragraph.text))));
	const here = original(paragraph, start, end);
	const around = innermost(nest, here.start, here.start + here.text.length);
	const { starts } = paragraph.normal;
	return around && [firstFrom(starts, around[0]), firstFrom(starts, around[1])];
}

/** Finds the nearest character that is not among `signs`. Asked in order, it looks at each unit once. */
class Past {
	private asked = 0;
	private answer = -1;

	constructor(
		private readonly text: string,
		private readonly signs: RegExp
	) {}

	/** The last one before a position; -1 for none. */
	before(place: number): number {
		const stop = place >= this.asked ? this.asked : 0;
		const known = place >= this.asked ? this.answer : -1;
		let at = place - 1;
		while (at >= stop && this.signs.test(this.text[at])) at--;
		this.asked = place;
		return (this.answer = at >= stop ? at : known);
	}

	/** The first one from a position on; the length of the text for none. */
	from(place: number): number {
		if (place < this.asked || this.answer < place) {
			this.answer = place;
			while (this.answer < this.text.length && this.signs.test(this.text[this.answer])) this.answer++;
		}
		this.asked = place;
		return this.answer;
	}
}

const anyEdge = /[\s,.;:!?"'-]/;
const mark = /["']/;
const end = /[.!?;]/;

/** Does a quotation say more in the same sentence before or after a run? Ask about runs in order. */
export class Beside {
	private readonly words: [before: Past, after: Past];
	private readonly marks: [before: Past, inner: Past, after: Past];

	constructor(readonly text: string) {
		this.words = [new Past(text, anyEdge), new Past(text, anyEdge)];
		this.marks = [new Past(text, mark), new Past(text, mark), new Past(text, mark)];
	}

	/** Do words stand before the run, without the end of a sentence between? */
	before(from: number, start: number): boolean {
		if (this.words[0].before(start) < from) return false;
		// The normal form has only single spaces, and only between letters and digits.
		const last = /\s/.test(this.text[start - 1]) ? start - 2 : this.marks[0].before(start);
		return !(last >= from && end.test(this.text[last]));
	}

	/** Do words stand after the run, without the end of a sentence between? */
	after(start: number, stop: number, to: number): boolean {
		if (this.words[1].from(stop) >= to) return false;
		const last = this.marks[1].before(stop);
		if (last >= start && end.test(this.text[last])) return false;
		const next = /\s/.test(this.text[stop]) ? stop + 1 : this.marks[2].from(stop);
		return !(next < to && end.test(this.text[next]));
	}
}
