/** What the explorer’s page brings of a story’s table. */
import type { StoryTable } from '../explore/table.ts';

/** @returns undefined where the story has none */
export function tableOf(slug: string): StoryTable | undefined {
	void slug;
	return undefined;
}
