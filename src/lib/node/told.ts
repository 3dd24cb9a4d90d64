/** A story with all that is told of it to other programs. */
import type { Story } from '../story/model.ts';
import type { LocalStory } from '../view/local.ts';
import { localStory } from './page.ts';
import { publisher, type Publisher } from './publisher.ts';
import { readStories } from './stories.ts';

export interface Told {
	story: Story;
	/** The whole story in one of its languages. */
	local: LocalStory;
	publisher: Publisher;
}

/** @param lang one of the story’s languages */
export const told = (slug: string, lang: string): Told => ({
	story: readStories().get(slug)!,
	local: localStory(slug, lang)!,
	publisher: publisher()
});
