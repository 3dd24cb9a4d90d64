import { error, json } from '@sveltejs/kit';
import { searchTexts } from '#lib/explore/search.ts';
import { localStory } from '#lib/node/page.ts';
import type { RequestHandler } from './$types';

/** The items’ words by ref in the story’s other languages, for a search beyond the page’s language. */
export const GET: RequestHandler = ({ params }) => {
	const story = localStory(params.story, params.lang);
	if (!story) error(404, `no story "${params.story}" in "${params.lang}"`);
	const others = story.languages.filter(({ lang }) => lang !== params.lang);
	const words: Record<string, string> = {};
	for (const { lang } of others)
		for (const [{ ref }, text] of searchTexts(localStory(params.story, lang)!))
			words[ref] = words[ref] ? `${words[ref]}\n${text}` : text;
	return json(words);
};
