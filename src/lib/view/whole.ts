/** The whole of a story of which a page carries a part. */
import type { LocalStory } from './local.ts';

/**
 * @param story what its page carries
 * @param home address of the story’s page
 * @throws Error where the rest does not come
 */
export async function wholeStory(story: LocalStory, home: string): Promise<LocalStory> {
	const response = await fetch(`${home}/story.json`);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return { ...((await response.json()) as LocalStory), ui: story.ui };
}
