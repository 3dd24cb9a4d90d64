/**
 * Which characters the rows of a table use, besides printable ASCII, which every page has: a page’s fonts are subset to
 * what it shows, and rows are loaded later. Stored in a file beside the tiles, which is read when the site is built.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './rowColumns.ts';

/** The most frequent only, since each makes a story’s fonts larger. Rarer ones are drawn in a font of the reader’s. */
const mostCharacters = 500;

export const charactersFile = 'characters.json';

const beyondAscii = /[^\x20-\x7e]/u;

/** Counts the characters as rows pass. */
export class Characters {
	private readonly counts: Map<string, number>[];

	/**
	 * @param languages the languages of the story
	 * @param translated whether a row has a title in each language, not one for all
	 */
	constructor(
		private readonly languages: readonly string[],
		private readonly translated: boolean
	) {
		this.counts = languages.map(() => new Map());
	}

	add({ titles, date }: Row): void {
		this.languages.forEach((language, n) => {
			this.count(titles[this.translated ? n : 0], n);
			if (date) this.count(date.label[language] ?? '', n);
		});
	}

	private count(text: string, n: number): void {
		if (!beyondAscii.test(text)) return;
		const counts = this.counts[n];
		for (const one of text) if (beyondAscii.test(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
	}

	/** For each language, how often each character occurs. */
	saved(): [character: string, n: number][][] {
		return this.counts.map((counts) => [...counts]);
	}

	merge(other: ReturnType<Characters['saved']>): void {
		other.forEach((found, n) => {
			const counts = this.counts[n];
			for (const [one, times] of found) counts.set(one, (counts.get(one) ?? 0) + times);
		});
	}

	/** @returns by language, the most frequent first */
	found(): Record<string, string> {
		const most = (counts: Map<string, number>) =>
			[...counts]
				.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
				.slice(0, mostCharacters)
				.map(([one]) => one)
				.join('');
		return Object.fromEntries(this.languages.map((language, n) => [language, most(this.counts[n])]));
	}
}

/**
 * @param folder the folder of a story’s tiles
 * @throws Error where there are none
 */
export function charactersIn(folder: string, language: string): string {
	const found = JSON.parse(readFileSync(join(folder, charactersFile), 'utf8')) as Record<string, string>;
	return found[language] ?? '';
}
