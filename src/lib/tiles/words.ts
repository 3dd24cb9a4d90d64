/**
 * Which events of a large table have a word in their title, as static files: words are spread over shards by a hash, and
 * a search fetches the shards of its words. A common word names its most important events and says how many there are.
 */
import { fold } from '../text/fold.ts';
import { areCounts, checkEvents, need, tileLength, type TileEvents, type TileMeta } from './format.ts';

/** A word names no more events than this. */
export const eventsOfWord = 100;
/** No table of more rows is indexed: its words would not fit into memory while they are gathered. */
export const mostIndexed = 2_000_000;

const han = /^\p{Script=Han}+$/u;
const parts = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Chinese is written without spaces: every two characters are a word, in a title each one too. */
const pairsOf = (run: string) => {
	const characters = [...run];
	return characters.slice(1).map((next, n) => characters[n] + next);
};

/** @returns each word of a title once */
export function wordsOf(title: string): Set<string> {
	const found = new Set<string>();
	for (const [run] of fold(title).matchAll(parts))
		if (han.test(run)) for (const word of [...run, ...pairsOf(run)]) found.add(word);
		else found.add(run);
	return found;
}

/** @returns the words that a title has to have, all of them; none where nothing was asked */
export function wordsAsked(query: string): string[] {
	const runs = [...fold(query).matchAll(parts)].map(([run]) => run);
	return [...new Set(runs.flatMap((run) => (han.test(run) && [...run].length > 1 ? pairsOf(run) : [run])))];
}

/** Shards for so many entries, a power of two: each of a size that is soon fetched. */
export const shardsFor = (entries: number) => 2 ** Math.min(14, Math.max(0, Math.ceil(Math.log2(entries / 400))));

/** FNV-1a over UTF-16 (Fowler, Noll & Vo): the same in every engine. */
export function shardOf(word: string, shards: number): number {
	let hash = 0x811c9dc5;
	for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
	return (hash >>> 0) & (shards - 1);
}

export const shardPath = ({ version }: Pick<TileMeta, 'version'>, shard: number) => `${version}/words/${shard}.json`;

/** `at` of its events is counted from the root’s start. */
export interface WordShard {
	/** In all of the table. */
	counts: Record<string, number>;
	/** Indices into `events`, the most important first; all of them where there are no more. */
	named: Record<string, number[]>;
	events: TileEvents;
}

/** @throws Error saying what is wrong with it: then none of it is to be believed */
export function checkShard(value: unknown, meta: TileMeta): WordShard {
	need(typeof value === 'object' && value !== null, 'a shard is an object');
	const { counts, named, events } = value as Record<string, unknown>;
	const checked = checkEvents(events, meta, tileLength(meta, 0), Infinity);
	const n = checked.id.length;
	need(typeof counts === 'object' && counts !== null && typeof named === 'object' && named !== null, 'it has words');
	const lists = Object.entries(named as Record<string, unknown>);
	need(lists.length === Object.keys(counts).length, 'every word is counted');
	for (const [word, list] of lists) {
		const count = Object.hasOwn(counts, word) ? (counts as Record<string, unknown>)[word] : undefined;
		need(areCounts([count]) && areCounts(list) && list.every((index) => index < n), 'words name events');
		need(new Set(list).size === list.length, 'a word names an event once');
		need(list.length === Math.min(eventsOfWord, count as number), 'a word names as many as it says');
	}
	return { counts, named, events: checked } as WordShard;
}
