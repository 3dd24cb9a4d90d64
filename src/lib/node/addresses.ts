/** Every address of the site, for writing it as files. */
import { answerKeys } from './answerKeys.ts';
import { offlinePath } from '../offline/notKept.ts';
import { fontUrl, staticUrl, staticWeights, type FaceFile } from './faces.ts';
import { staticKey, subsetKey } from './fonts.ts';
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
export async function addresses(): Promise<Address[]> {
	const keyOf = answerKeys();
	const all = [
		...['/', '/404'].map(page),
		...['/robots.txt', ...sitemaps().keys(), ...feedLanguages().map(feedPath)].map(file),
		...siteAssets().map(({ name }) => file(`/site/${name}`)),
		...(await listed(homeLanguages(), front)),
		...(await listed(editions(), ({ story, lang }) => edition(story, lang, (path) => keyOf(story, lang, path))))
	];
	return all.sort((a, b) => rank(a) - rank(b));
}

/** What takes longest comes first, so that several threads end together; and a font before the images that are set in it. */
const rank = ({ path, page, key }: Address) => (path.startsWith('/fonts/') ? 0 : page && key ? 1 : 2);

const page = (path: string): Address => ({ path, page: true });
const file = (path: string): Address => ({ path, page: false });

const listed = async <T>(all: readonly T[], list: (one: T) => Promise<Address[]>): Promise<Address[]> =>
	(await Promise.all(all.map(list))).flat();

const front = async (lang: string): Promise<Address[]> => [
	...[`/${lang}`, offlinePath(lang)].map(page),
	...(await webFonts('', lang, homeFaces(lang)))
];

const webFonts = (slug: string, lang: string, faces: readonly FaceFile[]): Promise<Address[]> =>
	Promise.all(
		faces.map(async ({ name, characters }) => ({
			...file(fontUrl(slug, lang, name)),
			key: await subsetKey(name, characters)
		}))
	);

const staticFonts = (slug: string, lang: string, faces: readonly FaceFile[]): Promise<Address[]> =>
	listed(faces, (face) =>
		Promise.all(
			staticWeights(face).map(async (weight) => ({
				...file(staticUrl(slug, lang, face.name, weight)),
				key: await staticKey(face.name, face.characters, Number(weight))
			}))
		)
	);

async function edition(slug: string, lang: string, keyOf: (path: string) => string): Promise<Address[]> {
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
		...(await webFonts(slug, lang, storyFaces(whole, rows))),
		...(await staticFonts(slug, lang, pictureFaces(whole, rows)))
	];
	return [
		...pages.map((path) => ({ ...page(path), key: keyOf(path) })),
		...images.map((path) => ({ ...file(path), key: keyOf(path) })),
		...data.map((name) => file(`${home}/${name}`)),
		...fonts
	];
}
