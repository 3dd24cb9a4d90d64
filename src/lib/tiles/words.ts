/**
 * Index of the words in the titles of a large table, as static files: words are spread over shards by a hash, and a
 * search fetches the shards of its words. A common word names its most important events and gives their total number.
 */
import { fold } from '../text/fold.ts';
import { areCounts, checkEvents, need, tileLength, type TileEvents, type TileMeta } from './format.ts';
import {
	packSteps,
	packTexts,
	packTimes,
	unpackSteps,
	unpackTexts,
	unpackTimes,
	type PackedTexts,
	type PackedTimes
} from './pack.ts';

/** Maximum number of events that a word names. */
export const eventsOfWord = 100;
/** Larger tables are not indexed: their words would not fit into memory while they are gathered. */
export const mostIndexed = 2_000_000;

const han = /^\p{Script=Han}+$/u;
const parts = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Chinese is written without spaces, so every two characters count as a word; in a title, so does every single one. */
const pairsOf = (run: string) => {
	const characters = [...run];
	return characters.slice(1).map((next, n) => characters[n] + next);
};

/**
 * @param found words of other titles, to which these are added
 * @returns each word of a title once
 */
export function wordsOf(title: string, found = new Set<string>()): Set<string> {
	for (const [run] of fold(title).matchAll(parts))
		if (han.test(run)) for (const word of [...run, ...pairsOf(run)]) found.add(word);
		else found.add(run);
	return found;
}

/** @returns the words that a title must all contain; none for an empty query */
export function wordsAsked(query: string): string[] {
	const runs = [...fold(query).matchAll(parts)].map(([run]) => run);
	return [...new Set(runs.flatMap((run) => (han.test(run) && [...run].length > 1 ? pairsOf(run) : [run])))];
}

/** Number of shards for so many entries, a power of two that keeps each shard small. */
export const shardsFor = (entries: number) => 2 ** Math.min(14, Math.max(0, Math.ceil(Math.log2(entries / 400))));

/** FNV-1a over UTF-16 (Fowler, Noll & Vo), since it gives the same result in every engine. */
export function shardOf(word: string, shards: number): number {
	let hash = 0x811c9dc5;
	for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
	return (hash >>> 0) & (shards - 1);
}

export const shardPath = ({ version }: Pick<TileMeta, 'version'>, shard: number) => `${version}/words/${shard}.json`;

/** An unpacked shard; `at` of its events is counted from the root’s start. */
export interface WordShard {
	/** Number of events in the whole table, by word. */
	counts: Map<string, number>;
	/** Indices into `events`, most important first; at most `eventsOfWord` of the word’s events. */
	named: Map<string, number[]>;
	events: TileEvents;
}

/** A shard as stored in its file. */
export interface PackedShard {
	/** Sorted. */
	words: PackedTexts;
	/** By word, for the whole table. */
	counts: number[];
	/** Word after word, the indices of the events that it names: the first, then the steps to the next ones. */
	named: number[];
	/** Sorted by title, so that neighbours have much in common. */
	events: Omit<TileEvents, 'id' | 'at' | 'title' | 'url'> & {
		id: number[] | PackedTexts;
		at: PackedTimes;
		title: PackedTexts | Record<string, PackedTexts>;
		/** Empty where an event has none. */
		url?: PackedTexts;
	};
}

const namedOf = (count: number) => Math.min(eventsOfWord, count);

/** @param words sorted; for each its count and the indices of the events that it names, ascending */
export function packShard(
	words: readonly [word: string, count: number, named: number[]][],
	events: TileEvents
): PackedShard {
	const { id, at, title, url, ...others } = events;
	const named = (id.every((one) => typeof one === 'string') ? packTexts(id) : id) as number[] | PackedTexts;
	return {
		words: packTexts(words.map(([word]) => word)),
		counts: words.map(([, count]) => count),
		named: words.flatMap(([, , indices]) => packSteps(indices)),
		events: {
			...others,
			id: named,
			at: packTimes(at),
			title: Array.isArray(title)
				? packTexts(title)
				: Object.fromEntries(Object.entries(title).map(([language, texts]) => [language, packTexts(texts)])),
			...(url && { url: packTexts(id.map((_, n) => url[n] ?? '')) })
		}
	};
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function unpackEvents(value: unknown, meta: TileMeta): TileEvents {
	need(isObject(value) && isObject(value.title), 'a shard has events');
	const { id, at, title, url, ...others } = value;
	const unpacked = {
		...others,
		id: Array.isArray(id) ? id : unpackTexts(id),
		at: unpackTimes(at),
		title:
			'rest' in title && 'same' in title
				? unpackTexts(title)
				: Object.fromEntries(Object.entries(title).map(([language, texts]) => [language, unpackTexts(texts)])),
		...(url !== undefined && {
			url: Object.fromEntries([...unpackTexts(url).entries()].filter(([, address]) => address))
		})
	};
	return checkEvents(unpacked, meta, tileLength(meta, 0), Infinity);
}

/** @throws Error saying what is wrong; then nothing in the shard can be trusted */
export function checkShard(value: unknown, meta: TileMeta): WordShard {
	need(isObject(value), 'a shard is an object');
	const words = unpackTexts(value.words);
	const { counts, named } = value;
	const events = unpackEvents(value.events, meta);
	need(areCounts(counts) && counts.length === words.length && !counts.includes(0), 'every word is counted');
	need(new Set(words).size === words.length, 'a word stands in it once');
	need(areCounts(named), 'words name events');
	const shard: WordShard = { counts: new Map(), named: new Map(), events };
	let done = 0;
	words.forEach((word, n) => {
		const indices = unpackSteps(named.slice(done, (done += namedOf(counts[n]))));
		need(indices.length === namedOf(counts[n]), 'a word names as many as it says');
		need(
			indices.every((index, at) => index < events.id.length && (at === 0 || index > indices[at - 1])),
			'a word names an event once'
		);
		shard.counts.set(word, counts[n]);
		shard.named.set(word, byImportance(indices, events));
	});
	need(done === named.length, 'events are named by words');
	return shard;
}

const byImportance = (indices: readonly number[], { importance, at }: TileEvents) =>
	[...indices].sort((a, b) => importance.charCodeAt(b) - importance.charCodeAt(a) || at[a] - at[b]);
