/** The pages of each story that have an address of their own, and the same pages in other languages. */
import type { LocalStory } from '../view/local.ts';
import { pageName, pagesOf } from '../view/shorten.ts';
import { localStory, pageStory } from './page.ts';
import { readStories } from './stories.ts';

const known = new WeakMap<LocalStory, string[]>();

/**
 * Names of a story’s pages below its address: '' for the story, `explore`, its quotations, and of a long story the
 * scenes that its page carries in part. Without the embed, which repeats the story in a frame.
 *
 * @param slug a story that is told in `lang`
 */
export function pageNames(slug: string, lang: string): string[] {
	const whole = localStory(slug, lang)!;
	const names = known.get(whole) ?? findNames(whole, pageStory(slug, lang)!);
	known.set(whole, names);
	return names;
}

function findNames(whole: LocalStory, carried: LocalStory): string[] {
	const quotes = whole.items.filter(({ kind }) => kind === 'quote').map(({ ref }) => ref);
	const scenes = carried.scenes.flatMap((scene) => {
		if (!scene.whole) return [];
		const all = whole.scenes.find(({ id }) => id === scene.id)!;
		return pagesOf(all, whole).map((_, n) => pageName(all, n + 1));
	});
	return ['', 'explore', ...quotes, ...scenes];
}

/** The path of a story’s page below the site’s base. @param name as in `pageNames` */
export const pagePath = (slug: string, lang: string, name = ''): string => `/${lang}/${slug}${name && `/${name}`}`;

/** The same page in one language; `x-default` is for readers of all others. */
export interface Alternate {
	/** BCP 47, or `x-default`. */
	lang: string;
	/** Below the site’s base. */
	path: string;
}

/** A page in each language that has it, itself included, and as the default in the first of them. */
export function alternatesOf(slug: string, name: string): Alternate[] {
	const { languages } = readStories().get(slug)!;
	const own = languages
		.filter((lang) => pageNames(slug, lang).includes(name))
		.map((lang): Alternate => ({ lang, path: pagePath(slug, lang, name) }));
	return own.length ? [...own, { lang: 'x-default', path: own[0].path }] : [];
}
