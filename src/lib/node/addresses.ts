/** Every address of the site, for writing it as files. */
import { answerKeys } from './answerKeys.ts';
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

export interface Address {
	/** Below the site’s base, such as `/en/my-story`. */
	path: string;
	/** Whether it is a page, which has no extension in its address. */
	page: boolean;
	/** Of what takes long to draw: where the key is the same, so is the answer. */
	key?: string;
}

/** @returns the pages of all stories, and the files they load */
export function addresses(): Address[] {
	const keyOf = answerKeys();
	const all = [
		...['/', '/404'].map(page),
		...['/robots.txt', ...sitemaps().keys(), ...feedLanguages().map(feedPath)].map(file),
		...siteAssets().map(({ name }) => file(`/site/${name}`)),
		...homeLanguages().flatMap(front),
		...editions().flatMap(({ story, lang }) => edition(story, lang, (path) => keyOf(story, lang, path)))
	];
	return all.sort((a, b) => rank(a) - rank(b));
}

/** What takes longest comes first, so that several threads end together; and a font before the images that are set in it. */
const rank = ({ path, page, key }: Address) => (path.startsWith('/fonts/') ? 0 : page && key ? 1 : 2);

const page = (path: string): Address => ({ path, page: true });
const file = (path: string): Address => ({ path, page: false });

const front = (lang: string): Address[] => [
	...[`/${lang}`, offlinePath(lang)].map(page),
	...homeFaces(lang).map(({ name }) => file(fontUrl('', lang, name)))
];

function edition(slug: string, lang: string, keyOf: (path: string) => string): Address[] {
	const home = pagePath(slug, lang);
	const names = pageNames(slug, lang);
	const [whole, carried] = [localStory(slug, lang)!, pageStory(slug, lang)!];
	const rows = rowCharacters(slug, lang);
	const pages = [...names.map((name) => pagePath(slug, lang, name)), `${home}/embed`];
	const images = ['story', ...names.filter((name) => name.startsWith('quote-'))].map(
		(name) => `/images/${slug}/${lang}/${name}.card.png`
	);
	const data = [
		...['words.json', ...(site().origin ? ['oembed.json'] : [])],
		// What the explorer loads when it opens over the story.
		...(readStories().get(slug)!.table ? ['table.json'] : []),
		// What the page of a long story leaves out.
		...(carried.whole ? ['story.json'] : [])
	];
	const fonts = [
		...storyFaces(whole, rows).map(({ name }) => fontUrl(slug, lang, name)),
		...pictureFaces(whole, rows).flatMap((face) =>
			staticWeights(face).map((weight) => staticUrl(slug, lang, face.name, weight))
		)
	];
	return [
		...pages.map((path) => ({ ...page(path), key: keyOf(path) })),
		...images.map((path) => ({ ...file(path), key: keyOf(path) })),
		...[...data.map((name) => `${home}/${name}`), ...fonts].map(file)
	];
}
