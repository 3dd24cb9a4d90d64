/** What a reader’s browser keeps of each story, for reading without a network (lib/offline). */
import { offlinePath } from '../offline/notKept.ts';
import { fontUrl } from './faces.ts';
import { homeFaces } from './home.ts';
import { localStory, pageStory } from './page.ts';
import { scriptFiles } from './script.ts';
import { siteAssets } from './siteFiles.ts';
import { editions, readStories } from './stories.ts';
import { storyFaces } from './storyFaces.ts';
import { rowCharacters } from './tiles/read.ts';

export interface OfflineStory {
	/** Address of its page. */
	home: string;
	title: string;
	lang: string;
	/** Addresses of its page and of all that this loads, except tiles and what saves pictures; below the site’s base. */
	files: string[];
}

/** @returns each story in each of its languages, with paths below the site’s base */
export function offlineStories(): OfflineStory[] {
	const scripts = scriptFiles(['story', 'explore']).map((file) => `/${file}`);
	return editions().map(({ story: slug, lang }) => {
		const home = `/${lang}/${slug}`;
		const whole = localStory(slug, lang)!;
		const data = [
			'explore',
			'words.json',
			...(readStories().get(slug)!.table ? ['table.json'] : []),
			...(pageStory(slug, lang)!.whole ? ['story.json'] : [])
		];
		const files = [
			home,
			...data.map((name) => `${home}/${name}`),
			...scripts,
			'/favicon.svg',
			...siteAssets().map(({ name }) => `/site/${name}`),
			...storyFaces(whole, rowCharacters(slug, lang)).map(({ name }) => fontUrl(slug, lang, name)),
			// The page links to the story’s other languages. The fonts for these words are only worth it in its own.
			...whole.languages.map((other) => offlinePath(other.lang)),
			...homeFaces(lang).map(({ name }) => fontUrl('', lang, name))
		];
		return { home, title: whole.title, lang, files };
	});
}
