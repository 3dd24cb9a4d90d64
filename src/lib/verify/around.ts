/** A number in a source, and the numbers near it that the story might mean instead. */
import type { Entry, NumberThere } from './entry.ts';
import type { NumberFound } from './numerals/found.ts';
import { partOf, type Part } from './part.ts';
import { original, type Paragraph } from './source.ts';
import { sameCurrency } from './units.ts';

/** How many places of one number are looked at closely: a long paragraph may have thousands. */
export const manyPlaces = 60;

/** How many numbers near one are considered in its place. */
const neighbours = 12;

/** “Paragraph 21”, for messages. */
export const where = ({ paragraph }: { paragraph: Paragraph }) => `Paragraph ${paragraph.number}`;

const units =
	/^[ -]?(?:%|percentage points?|per ?cent|percent|个百分点|美元|欧元|英镑|日元|元|[a-z]+|小时|天|年|个?月|周|公里)/i;

/** A number with its unit, as the source writes it. */
export function words({ paragraph, number }: { paragraph: Paragraph; number: NumberFound }): string {
	const { start, end, kind, measure, currency } = number;
	const { text } = paragraph.normal;
	const sign = kind === 'money' && /[$€£¥₩₹]/.test(text[start - 1] ?? '') ? 1 : 0;
	const isBare = sign > 0 || (kind === 'count' && !measure && !currency) || kind === 'ordinal' || kind === 'day';
	const unit = isBare ? '' : (units.exec(text.slice(end, end + 20))?.[0] ?? '');
	return original(paragraph, start - sign, end + unit.length).text;
}

/** A number in a source, and others of its kind that the story might mean instead. */
export class Around {
	readonly own: Part;
	private parts: Part[] | undefined;
	private counts: Map<string, number> | undefined;

	constructor(
		private readonly entry: Entry,
		private readonly there: NumberThere
	) {
		this.own = this.read(there);
	}

	private read({ scope, paragraph, all, index }: NumberThere): Part {
		return partOf({ library: scope.library, paragraph, all, index }, this.entry.shared.names);
	}

	/** Others in its paragraph, and the first ones in the other paragraphs cited. */
	get others(): readonly Part[] {
		if (this.parts) return this.parts;
		const { there, own } = this;
		const { kind, measure, currency, value } = own.number;
		const isLike = (one: NumberFound) =>
			kind === one.kind &&
			measure === one.measure &&
			sameCurrency(currency, one.currency) &&
			!one.name &&
			!one.weak &&
			!one.vague &&
			value !== one.value;
		const found: NumberThere[] = [];
		for (let index = Math.max(0, there.index - neighbours); index <= there.index + neighbours; index++)
			if (index < there.all.length && isLike(there.all[index]))
				found.push({ ...there, number: there.all[index], index });
		let looked = 0;
		for (const one of this.entry.numbers()) {
			if (++looked > 4 * manyPlaces) break;
			if (one.paragraph !== there.paragraph && isLike(one.number)) found.push(one);
		}
		return (this.parts = found.map((one) => this.read(one)).filter(({ text }) => text !== own.text));
	}

	/** Words that belong to one number’s part of the text and to no other’s. */
	distinct(part: Part): string[] {
		if (!this.counts) {
			this.counts = new Map();
			for (const { words } of [this.own, ...this.others])
				for (const word of words) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
		}
		return [...part.words].filter((word) => this.counts!.get(word) === 1);
	}
}
