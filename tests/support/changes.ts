/** Changes to a story, one entry at a time: each gives a whole story, which shares all other entries. */
import type { Story } from '#lib/story/model.ts';
import { reviewDigest } from '#lib/verify/digest.ts';

export type List = 'actors' | 'events' | 'quotes' | 'figures' | 'scenes' | 'sources';

/**
 * @param change may modify its copy of the entry
 * @returns the story with the changed entry; its reviews are renewed, as their lapsing is not an error in its text
 */
export function changed<L extends List>(
	story: Story,
	list: L,
	index: number,
	change: (entry: Story[L][number]) => void
): Story {
	const entry = structuredClone(story[list][index]);
	change(entry);
	for (const review of entry.reviewed ?? []) review.digest = reviewDigest(entry);
	const entries: Story[L][number][] = [...story[list]];
	entries[index] = entry;
	return { ...story, [list]: entries };
}

export interface Seed {
	category: string;
	what: string;
	/** The changed story; made on demand, so that thousands of copies are not kept. */
	readonly story: Story;
}

export const seed = (category: string, what: string, make: () => Story): Seed => ({
	category,
	what,
	get story() {
		return make();
	}
});
