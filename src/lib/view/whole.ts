/** Loads the whole of a story that a page carries only in part. */
import type { LocalStory } from './local.ts';

/**
 * @param story the part that its page carries
 * @param home address of the story’s page
 * @throws Error where the rest cannot be loaded
 */
export async function loadFullStory(story: LocalStory, home: string): Promise<LocalStory> {
	return { ...(await fetchJson<LocalStory>(`${home}/story.json`)), ui: story.ui };
}

/** @throws Error where it cannot be loaded */
export async function fetchJson<T>(url: string): Promise<T> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${response.status} ${response.url}`);
	return response.json();
}
