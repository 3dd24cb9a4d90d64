/** The page that stands in for one that is not kept, while there is no network (routes/offline). */
import type { OfflineSet } from './sets.ts';

/** Its address, below the site’s base. */
export const offlinePath = (lang: string) => `/offline/${lang}`;

/** @returns the languages in which the page is among these files */
export const languagesIn = (files: readonly string[]) =>
	files.flatMap((path) => /\/offline\/([^/]+)$/.exec(path)?.[1] ?? []);

/** Where the build leaves room for the list of stories. */
export const listPlace = '<!--kept-->';

/**
 * @param path of the page that was asked for, below the site’s base: `/zh-Hans/my-story`, or ''
 * @param wanted languages of the browser, by preference
 * @param known languages in which the page is kept
 * @returns the language of the address, else the best for the browser; undefined where none is kept
 */
export function languageFor(path: string, wanted: readonly string[], known: readonly string[]): string | undefined {
	const asked = [path.split('/')[1] ?? '', ...wanted];
	const same = (a: string, b: string) => a.split('-')[0] === b.split('-')[0];
	const found = asked.flatMap(
		(tag) => known.find((lang) => lang === tag) ?? known.find((lang) => same(lang, tag)) ?? []
	);
	return found[0] ?? known[0];
}

/** @returns the page with a link to each story that is kept, those read last first */
export function withStories(html: string, sets: readonly Pick<OfflineSet, 'home' | 'list'>[]): string {
	const links = new Map(
		sets.flatMap(({ home, list }) =>
			list
				? [[home, `<li><a href="${escaped(home)}" lang="${escaped(list.lang)}">${escaped(list.title)}</a></li>`]]
				: []
		)
	);
	return html.replace(listPlace, () => [...links.values()].join(''));
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
