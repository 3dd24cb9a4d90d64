/** Which rows contain each word, with the most important of them by name. */
import type { TileMeta } from '../../tiles/format.ts';
import { eventsOfWord, packShard, shardOf, shardPath, shardsFor, wordsOf } from '../../tiles/words.ts';
import { columnsOf, type Row } from './rowColumns.ts';

interface Entry {
	count: number;
	/** The most important first, then in order of reading; no more than are to be named. */
	top: Row[];
}

export class WordIndex {
	private readonly words = new Map<string, Entry>();

	/** @param row later than all earlier ones */
	add(row: Row): void {
		const words = new Set<string>();
		for (const title of row.titles) wordsOf(title, words);
		const only = [row];
		for (const word of words) this.enter(word, 1, only);
	}

	private enter(word: string, count: number, rows: readonly Row[]): void {
		const entry = this.words.get(word);
		if (!entry) {
			this.words.set(word, { count, top: [...rows] });
			return;
		}
		const { top } = entry;
		entry.count += count;
		for (const row of rows) {
			if (top.length === eventsOfWord && row.importance <= top[top.length - 1].importance) continue;
			let at = top.length;
			while (at > 0 && top[at - 1].importance < row.importance) at--;
			top.splice(at, 0, row);
			if (top.length > eventsOfWord) top.pop();
		}
	}

	/** A line for each row, then a line for each word: how many rows have it, and the line numbers of those named. */
	*saved(): Iterable<string> {
		const places = new Map<Row, number>();
		for (const { top } of this.words.values())
			for (const row of top)
				if (!places.has(row)) {
					places.set(row, places.size);
					yield JSON.stringify(row);
				}
		for (const [word, { count, top }] of this.words)
			yield JSON.stringify([word, count, top.map((row) => places.get(row)!)]);
	}

	/** @param lines as `saved` yields them, for rows later than all earlier ones */
	async merge(lines: AsyncIterable<string>): Promise<void> {
		const rows: Row[] = [];
		for await (const line of lines) {
			const value = JSON.parse(line) as Row | [string, number, number[]];
			if (!Array.isArray(value)) rows.push(value);
			else
				this.enter(
					value[0],
					value[1],
					value[2].map((at) => rows[at])
				);
		}
	}

	/**
	 * @returns the number of shards
	 * @param write writes a text file into the folder
	 */
	write(meta: TileMeta, languages: readonly string[] | null, write: (path: string, text: string) => void): number {
		let entries = 0;
		for (const { top } of this.words.values()) entries += top.length;
		const shards = shardsFor(entries);
		const spread: string[][] = Array.from({ length: shards }, () => []);
		for (const word of this.words.keys()) spread[shardOf(word, shards)].push(word);
		spread.forEach((words, shard) => {
			const found = words.sort().map((word) => [word, this.words.get(word)!] as const);
			const rows = [...new Set(found.flatMap(([, { top }]) => top))].sort(byTitle);
			const places = new Map(rows.map((row, n) => [row, n]));
			const named = found.map(([word, { count, top }]): [string, number, number[]] => [
				word,
				count,
				top.map((row) => places.get(row)!).sort((a, b) => a - b)
			]);
			const file = packShard(named, columnsOf(rows, meta.start, languages));
			write(shardPath(meta, shard), JSON.stringify(file));
		});
		return shards;
	}
}

const byTitle = (a: Row, b: Row) => {
	const [one, other] = [a.titles[0], b.titles[0]];
	return one < other ? -1 : one > other ? 1 : a.row - b.row;
};
