/** Every address of the site, for writing it as files. */
import { pageName, pagesOf } from '../view/shorten.ts';
import { fontUrl, staticUrl, staticWeights } from './faces.ts';
import { homeFaces, homeLanguages } from './home.ts';
import { localStory, pageStory } from './page.ts';
import { siteAssets } from './siteFiles.ts';
import { editions, readStories } from './stories.ts';
import { pictureFaces, storyFaces } from './storyFaces.ts';
import { rowCharacters } from './tiles/read.ts';

/** @returns paths below the site’s base, such as `/en/my-story`: the pages of all stories, and the files they load */
export function addresses(): string[] {
	return [
		'/',
		'/404',
		...siteAssets().map(({ name }) => `/site/${name}`),
		...homeLanguages().flatMap(front),
		...editions().flatMap(edition)
	];
}

const front = (lang: string) => [`/${lang}`, ...homeFaces(lang).map(({ name }) => fontUrl('', lang, name))];

function edition({ story: slug, lang }: { story: string; lang: string }): string[] {
	const home = `/${lang}/${slug}`;
	const [whole, carried] = [localStory(slug, lang)!, pageStory(slug, lang)!];
	const rows = rowCharacters(slug, lang);
	const quotes = whole.items.filter(({ kind }) => kind === 'quote').map(({ ref }) => ref);
	return [
		home,
		...['explore', 'embed', 'words.json', ...quotes].map((rest) => `${home}/${rest}`),
		// What the explorer loads when it opens over the story.
		...(readStories().get(slug)!.table ? [`${home}/table.json`] : []),
		// What the page of a long story leaves out.
		...(carried.whole ? [`${home}/story.json`] : []),
		...carried.scenes
			.filter((scene) => scene.whole)
			.flatMap(({ id }) => {
				const scene = whole.scenes.find((one) => one.id === id)!;
				return pagesOf(scene, whole).map((_, n) => `${home}/${pageName(scene, n + 1)}`);
			}),
		...['story', ...quotes].map((name) => `/images/${slug}/${lang}/${name}.card.png`),
		...storyFaces(whole, rows).map(({ name }) => fontUrl(slug, lang, name)),
		...pictureFaces(whole, rows).flatMap((face) =>
			staticWeights(face).map((weight) => staticUrl(slug, lang, face.name, weight))
		)
	];
}
