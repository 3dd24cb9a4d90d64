import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitsOf } from '../explore/wordSearch.ts';
import { WordIndex } from '../node/tiles/words.ts';
import type { Row } from '../node/tiles/rowColumns.ts';
import { form, type TileMeta } from './format.ts';
import { checkShard, eventsOfWord, shardOf, wordsAsked, wordsOf, type PackedShard, type WordShard } from './words.ts';

const meta: TileMeta = {
	form,
	version: '0123456789ab',
	count: 1,
	start: 0,
	bits: 41,
	extent: [0, 1],
	casts: [{ sides: ['a'], actors: ['a'], count: 1 }],
	unnamed: [],
	source: 'table',
	instants: true
};

describe('words', () => {
	it('are runs of letters and numbers, alike in case, width and accents', () => {
		expect([...wordsOf('CSS: aspect-ratio in Ｃhrome 88, déjà vu')]).toEqual([
			'css',
			'aspect',
			'ratio',
			'in',
			'chrome',
			'88',
			'deja',
			'vu'
		]);
	});

	it('of Chinese are characters and pairs in a title, pairs in what is asked', () => {
		expect([...wordsOf('Chrome支持网格')]).toEqual(['chrome', '支', '持', '网', '格', '支持', '持网', '网格']);
		expect(wordsAsked('网格 Chrome')).toEqual(['网格', 'chrome']);
		expect(wordsAsked('网')).toEqual(['网']);
	});

	it('that are asked for stand in every title that has the query in it', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('web', 'Grid', '网格', '布局', '88', 'é')), (parts) => {
				const title = parts.join(' ');
				const own = wordsOf(title);
				expect(wordsAsked(title).every((word) => own.has(word))).toBe(true);
			})
		);
	});
});

const vocabulary = ['harbour', 'market', 'river', '港口', '日志', 'constructor', '__proto__', 'rare'];
function packed(rows: Row[]): (word: string) => PackedShard {
	const files = new Map<string, string>();
	const made = new WordIndex();
	rows.forEach((row) => made.add(row));
	const shards = made.write(meta, null, (path, text) => files.set(path, text));
	return (word) => JSON.parse(files.get(`${meta.version}/words/${shardOf(word, shards)}.json`)!) as PackedShard;
}
const index = (rows: Row[]): ((word: string) => WordShard) => {
	const shardFor = packed(rows);
	return (word) => checkShard(shardFor(word), meta);
};
const rows = (titles: string[], seed = 7): Row[] =>
	titles.map((title, n) => ({ row: n + 1, at: n, cast: 0, importance: 1 + ((n * seed) % 5), titles: [title] }));

describe('an index of words', () => {
	it('finds just the events that have all words, and how many, or says that it does not know', () => {
		const title = fc
			.array(fc.constantFrom(...vocabulary.slice(0, -1)), { minLength: 1, maxLength: 4 })
			.map((words) => words.join(' '));
		fc.assert(
			fc.property(
				fc.array(title, { minLength: 1, maxLength: 400 }),
				fc.uniqueArray(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 }),
				(titles, asked) => {
					const shardFor = index(rows(titles));
					const words = wordsAsked(asked.join(' '));
					const { hits, total } = hitsOf(words, words.map(shardFor));
					const right = titles.flatMap((title, n) => {
						const own = wordsOf(title);
						return words.every((word) => own.has(word)) ? [n + 1] : [];
					});
					const found = hits.map(({ events, n }) => events.id[n] as number);
					expect(new Set(found).size).toBe(found.length);
					expect(found.every((id) => right.includes(id))).toBe(true);
					if (total !== null) {
						expect(total).toBe(right.length);
						expect(found.length).toBe(words.length > 1 ? total : Math.min(total, eventsOfWord));
					} else expect(right.length).toBeGreaterThanOrEqual(found.length);
				}
			),
			{ numRuns: 200 }
		);
	});

	it('names the most important of a common word', () => {
		const shard = index(rows(Array.from({ length: 1000 }, (_, n) => `harbour ${n}`)))('harbour');
		expect(shard.counts.get('harbour')).toBe(1000);
		expect(shard.named.get('harbour')!.map((n) => shard.events.importance[n])).toEqual(
			new Array(eventsOfWord).fill('5')
		);
	});

	it('is not believed where it says other than it holds', () => {
		const whole = packed(rows(['harbour', 'harbour two']))('harbour');
		const at = ['harbour', 'two'].findIndex((_, n) => whole.counts[n] === 2);
		const wrong = (change: (shard: PackedShard) => void) => {
			const copy = structuredClone(whole);
			change(copy);
			return () => checkShard(copy, meta);
		};
		expect(wrong(() => {})).not.toThrow();
		expect(wrong((shard) => (shard.counts[at] = 3))).toThrow();
		expect(wrong((shard) => (shard.counts[at] = 0))).toThrow();
		expect(wrong((shard) => shard.counts.push(1))).toThrow();
		expect(wrong((shard) => shard.named.push(0))).toThrow();
		expect(wrong((shard) => (shard.named[0] = 99))).toThrow();
		expect(wrong((shard) => (shard.named = shard.named.map(() => 0)))).toThrow();
		expect(wrong((shard) => shard.words.rest.pop())).toThrow();
		expect(wrong((shard) => (shard.words = { same: [0, 7], rest: ['harbour', ''] }))).toThrow();
		expect(wrong((shard) => (shard.words.same[0] = 1))).toThrow();
		expect(wrong((shard) => (shard.events.title = ['a'] as never))).toThrow();
		expect(wrong((shard) => (shard.events.at.first = -1))).toThrow();
		expect(wrong((shard) => (shard.events.at.times[0] = 1.5))).toThrow();
		expect(wrong((shard) => (shard.events.url = { same: [0, 0], rest: ['', 'javascript:'] }))).toThrow();
	});

	it('gives back every event as the table has it', () => {
		const given: Row[] = [
			{ ...rows(['港口 harbour'])[0], id: 'one', url: 'https://example.org/a', actors: ['a', 'b'] },
			{ ...rows(['harbour', 'harbour'])[1], id: 'two', at: 2 ** 40 }
		];
		const { named, events } = index(given)('harbour');
		const read = named.get('harbour')!.map((n) => ({
			id: events.id[n],
			at: events.at[n],
			title: (events.title as string[])[n],
			url: events.url?.[n],
			actors: events.actors?.[n]
		}));
		const told = given.map(({ id, at, titles: [title], url, actors }) => ({ id, at, title, url, actors }));
		expect(read.sort((a, b) => a.at - b.at)).toEqual(told);
	});
});
