/** Rows that go by → which of them have which word, the most important ones of each by name. */
import type { TileMeta } from '../../tiles/format.ts';
import { eventsOfWord, shardOf, shardPath, shardsFor, wordsOf, type WordShard } from '../../tiles/words.ts';
import { columnsOf, type Row } from './rowColumns.ts';

interface Entry {
	count: number;
	/** The most important first, then as they came; no more than are named. */
	top: Row[];
}

export class WordIndex {
	private readonly words = new Map<string, Entry>();

	add(row: Row): void {
		const found = new Set(row.titles.flatMap((title) => [...wordsOf(title)]));
		for (const word of found) {
			const entry = this.words.get(word);
			if (!entry) {
				this.words.set(word, { count: 1, top: [row] });
				continue;
			}
			const { top } = entry;
			entry.count++;
			if (top.length === eventsOfWord && row.importance <= top[top.length - 1].importance) continue;
			let at = top.length;
			while (at > 0 && top[at - 1].importance < row.importance) at--;
			top.splice(at, 0, row);
			if (top.length > eventsOfWord) top.pop();
		}
	}

	/** @returns how many shards there are. @param write a file of the folder, as its text */
	write(meta: TileMeta, languages: readonly string[] | null, write: (path: string, text: string) => void): number {
		let entries = 0;
		for (const { top } of this.words.values()) entries += top.length;
		const shards = shardsFor(entries);
		const spread: string[][] = Array.from({ length: shards }, () => []);
		for (const word of this.words.keys()) spread[shardOf(word, shards)].push(word);
		spread.forEach((words, shard) => {
			const places = new Map<Row, number>();
			const counts: [string, number][] = [];
			const named: [string, number[]][] = [];
			for (const word of words.sort()) {
				const { count, top } = this.words.get(word)!;
				counts.push([word, count]);
				named.push([
					word,
					top.map((row) => {
						if (!places.has(row)) places.set(row, places.size);
						return places.get(row)!;
					})
				]);
			}
			const file: WordShard = {
				counts: Object.fromEntries(counts),
				named: Object.fromEntries(named),
				events: columnsOf([...places.keys()], meta.start, languages)
			};
			write(shardPath(meta, shard), JSON.stringify(file));
		});
		return shards;
	}
}
