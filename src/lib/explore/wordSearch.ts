/** A search of a large table: which of its events contain all words of a query. Pure. */
import type { TileEvents } from '../tiles/format.ts';
import { eventsOfWord, wordsOf, type WordShard } from '../tiles/words.ts';

/** An event of a shard. */
export interface WordHit {
	events: TileEvents;
	n: number;
}

export interface Hits {
	/** Without duplicates, most important first. */
	hits: WordHit[];
	/** Number of events with the words; null where unknown, since a word has more events than it names. */
	total: number | null;
}

const titlesOf = ({ title }: TileEvents, n: number) =>
	Array.isArray(title) ? [title[n]] : Object.values(title).map((titles) => titles[n]);

/** @param shards the shard of each word, in the order of `words` */
export function hitsOf(words: readonly string[], shards: readonly WordShard[]): Hits {
	const found = words.map((word, index) => {
		const { counts, named, events } = shards[index];
		return { count: counts.get(word) ?? 0, hits: (named.get(word) ?? []).map((n): WordHit => ({ events, n })) };
	});
	const rarest = found.reduce((a, b) => (b.count < a.count ? b : a));
	if (words.length === 1 || !rarest.count) return { hits: rarest.hits, total: rarest.count };
	const complete = rarest.count <= eventsOfWord;
	const seen = new Map<string | number, WordHit>();
	for (const { hits } of complete ? [rarest] : found)
		for (const hit of hits) {
			const own = new Set<string>();
			for (const title of titlesOf(hit.events, hit.n)) wordsOf(title, own);
			if (words.every((word) => own.has(word))) seen.set(hit.events.id[hit.n], hit);
		}
	const hits = [...seen.values()].sort(
		(a, b) => b.events.importance.charCodeAt(b.n) - a.events.importance.charCodeAt(a.n)
	);
	return { hits, total: complete ? hits.length : null };
}
