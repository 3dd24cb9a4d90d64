/** Every address of the site, for writing it as files. */
import { offlinePath } from '../offline/notKept.ts';
import { fontUrl, staticUrl, staticWeights } from './faces.ts';
import { feedLanguages, feedPath } from './feed.ts';
import { homeFaces, homeLanguages } from './home.ts';
import { localStory, pageStory } from './page.ts';
import { site } from './site.ts';
import { siteAssets } from './siteFiles.ts';
import { sitemaps } from './sitemap.ts';
import { editions, readStories } from './stories.ts';
import { pictureFaces, storyFaces } from './storyFaces.ts';
import { pageNames, pagePath } from './storyPages.ts';
import { rowCharacters } from './tiles/read.ts';

/** @returns paths below the site’s base, such as `/en/my-story`: the pages of all stories, and the files they load */
export function addresses(): string[] {
	return [
		...['/', '/404', '/robots.txt'],
		...sitemaps().keys(),
		...feedLanguages().map(feedPath),
		...siteAssets().map(({ name }) => `/site/${name}`),
		...homeLanguages().flatMap(front),
		...editions().flatMap(edition)
	];
}

const front = (lang: string) => [
	`/${lang}`,
	offlinePath(lang),
	...homeFaces(lang).map(({ name }) => fontUrl('', lang, name))
];

function edition({ story: slug, lang }: { story: string; lang: string }): string[] {
	const home = pagePath(slug, lang);
	const names = pageNames(slug, lang);
	const [whole, carried] = [localStory(slug, lang)!, pageStory(slug, lang)!];
	const rows = rowCharacters(slug, lang);
	return [
		...names.map((name) => pagePath(slug, lang, name)),
		...['embed', 'words.json', ...(site().origin ? ['oembed.json'] : [])].map((rest) => `${home}/${rest}`),
		// What the explorer loads when it opens over the story.
		...(readStories().get(slug)!.table ? [`${home}/table.json`] : []),
		// What the page of a long story leaves out.
		...(carried.whole ? [`${home}/story.json`] : []),
		...['story', ...names.filter((name) => name.startsWith('quote-'))].map(
			(name) => `/images/${slug}/${lang}/${name}.card.png`
		),
		...storyFaces(whole, rows).map(({ name }) => fontUrl(slug, lang, name)),
		...pictureFaces(whole, rows).flatMap((face) =>
			staticWeights(face).map((weight) => staticUrl(slug, lang, face.name, weight))
		)
	];
}
