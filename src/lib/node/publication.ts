/** A story, and who publishes it: what feeds and structured data are written from. */
import type { Story } from '../story/model.ts';
import type { LocalStory } from '../view/local.ts';
import { localStory } from './page.ts';
import { publisher, type Publisher } from './publisher.ts';
import { readStories } from './stories.ts';

export interface Publication {
	story: Story;
	/** The whole story in one of its languages. */
	local: LocalStory;
	publisher: Publisher;
}

/** @param lang one of the story’s languages */
export const publicationOf = (slug: string, lang: string): Publication => ({
	story: readStories().get(slug)!,
	local: localStory(slug, lang)!,
	publisher: publisher()
});
