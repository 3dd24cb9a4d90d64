/** Who is named in the clause around a number, of those whom it may belong to. */
import type { Names, NameFound } from './names.ts';
import { firstFrom } from './scope.ts';

const edge = /[,.;:!?](?!\d)/g;

/** The clauses of one text, for any number of its numbers. */
export class Clauses {
	private readonly edges: number[];
	private readonly named: NameFound[];
	private readonly ends: number[];
	private readonly starts: number[];
	private readonly known = new Map<string, string[]>();

	/** @param owners ids of the actors that a number may belong to */
	constructor(
		private readonly text: string,
		names: Names,
		owners: readonly string[]
	) {
		this.edges = [...text.matchAll(edge)].map(({ index }) => index);
		this.named = names.all(text).filter(({ actor }) => owners.includes(actor.id));
		this.starts = this.named.map(({ start }) => start);
		this.ends = this.named.map(({ end }) => end);
	}

	/** @returns the ids of those named in the clause around [start, end), and the last of them before it */
	around(start: number, end: number): { ids: readonly string[]; last: string | null } {
		const before = firstFrom(this.edges, start) - 1;
		const from = before < 0 ? 0 : this.edges[before] + 1;
		const to = this.edges[firstFrom(this.edges, end)] ?? this.text.length;
		const key = `${from} ${to}`;
		let ids = this.known.get(key);
		if (!ids) {
			const [first, after] = [firstFrom(this.starts, from), firstFrom(this.ends, to + 1)];
			ids = [...new Set(this.named.slice(first, Math.max(first, after)).map(({ actor }) => actor.id))];
			this.known.set(key, ids);
		}
		const last = this.named[firstFrom(this.ends, start + 1) - 1];
		return { ids, last: last && last.start >= from ? last.actor.id : null };
	}
}
