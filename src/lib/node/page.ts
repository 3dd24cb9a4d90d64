/** The inputs of a story’s page: the story in one language, and its fonts. */
import type { FontFile, PageFonts } from '../export/runs.ts';
import { firstSigns } from '../layout/sceneSigns.ts';
import type { Keys } from '../page/sceneWork.ts';
import type { Story } from '../story/model.ts';
import type { LocalStory } from '../view/local.ts';
import { localise } from '../view/localise.ts';
import { filterStory } from '../view/select.ts';
import { shorten } from '../view/shorten.ts';
import type { Order } from '../view/view.ts';
import { citeStory } from './citation.ts';
import { fontCss, fontUrl, staticUrl, staticWeights, type FaceFile } from './faces.ts';
import { site, type Site } from './site.ts';
import { readStories } from './stories.ts';
import { pictureFaces, storyFaces } from './storyFaces.ts';
import { rowCharacters } from './tiles/read.ts';

/** By the settings too: name and address are in what is made of a story. */
const bySite = new WeakMap<Site, WeakMap<Story, Map<string, LocalStory>>>();
/** The shortened stories that their pages carry. */
const short = new WeakMap<LocalStory, LocalStory>();

/** @returns the same object each time; undefined where there is no such story, or not in this language */
export function localStory(slug: string, lang: string): LocalStory | undefined {
	const story = readStories().get(slug);
	if (!story?.languages.includes(lang)) return undefined;
	const local = bySite.get(site()) ?? new WeakMap<Story, Map<string, LocalStory>>();
	bySite.set(site(), local);
	const known = local.get(story) ?? new Map<string, LocalStory>();
	local.set(story, known);
	if (!known.has(lang)) {
		const { carried, whole } = shorten(localise(story, lang, site().name));
		short.set(whole, carried);
		known.set(lang, whole);
	}
	return known.get(lang);
}

/** The part of the story that its page carries; the same object each time. */
export function pageStory(slug: string, lang: string): LocalStory | undefined {
	const story = localStory(slug, lang);
	return story && short.get(story);
}

const allKeys = new WeakMap<LocalStory, Keys>();

/** For each order and scene, the signs of its picture that no earlier scene has; computed once per story. */
export function keysOf(story: LocalStory): Keys {
	const keys = allKeys.get(story) ?? findKeys(story);
	allKeys.set(story, keys);
	return keys;
}

function findKeys(story: LocalStory): Keys {
	const keys = (order: Order) => firstSigns(story, filterStory(story, [], order));
	return { told: keys('told'), time: keys('time') };
}

/** Everything that the page shows besides the story itself. */
export async function dress(story: LocalStory) {
	const { slug, lang } = story;
	const { base } = site();
	const file = ({ name, family, weight, unicodeRange }: FaceFile, url: string): FontFile => ({
		name,
		family,
		weight,
		unicodeRange,
		url
	});
	const fonts: PageFonts = {
		web: storyFaces(story, rowCharacters(slug, lang)).map((face) => file(face, fontUrl(slug, lang, face.name, base))),
		picture: pictureFaces(story, rowCharacters(slug, lang)).flatMap((face) =>
			staticWeights(face).map((weight) => file({ ...face, weight }, staticUrl(slug, lang, face.name, weight, base)))
		)
	};
	return {
		keys: keysOf(story),
		fonts,
		colours: site().colours,
		citation: await citeStory(readStories().get(slug)!, lang)
	};
}

/**
 * The `@font-face` rules of a story’s page, and the preloads of faces in the page’s language.
 * @param telling whether the page begins with words in the serif face
 */
export function fontHead(slug: string, lang: string, telling = true): string {
	const story = localStory(slug, lang);
	if (!story) return '';
	return faceHead(slug, lang, storyFaces(story, rowCharacters(slug, lang)), telling);
}

/** @param slug '' for the front page */
export function faceHead(slug: string, lang: string, faces: FaceFile[], telling = true): string {
	const { base } = site();
	const own = lang.startsWith('zh');
	const first = faces.filter(
		({ name }) => (telling || name.startsWith('sans')) && (name.endsWith('-latin') || (own && name.endsWith('-han')))
	);
	const links = first.map(
		({ name }) =>
			`<link rel="preload" href="${fontUrl(slug, lang, name, base)}" as="font" type="font/woff2" crossorigin="anonymous">`
	);
	return `${links.join('')}<style>${fontCss(slug, lang, faces, base)}</style>`;
}
