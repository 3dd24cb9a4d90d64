/** The site for search engines: the sitemap of its pages (sitemaps.org, protocol 0.9), and robots.txt (RFC 9309). */
import { isoDay } from '../story/isoDate.ts';
import { lastChange } from '../story/changes.ts';
import { homeAlternates } from './home.ts';
import { addressOf, site } from './site.ts';
import { readStories } from './stories.ts';
import { alternatesOf, pageNames, pagePath, type Alternate } from './storyPages.ts';
import { element, xmlFile, xmlText } from './xml.ts';

/** What one file may hold; the protocol allows 50,000 addresses and 50 MB (52,428,800 bytes). */
const most = { addresses: 50_000, bytes: 52_000_000 };

export interface SitemapPage {
	/** Below the site’s base. */
	path: string;
	/** The page in all its languages; empty for a page in one. */
	alternates: readonly Alternate[];
	/** ISO 8601, to the day or the second. */
	modified?: string;
}

/** Path of the nth part of a sitemap in parts, from 1. */
const partPath = (n: number) => `/sitemap-${n}.xml`;

/**
 * @param most the most that a file may hold
 * @returns the files by path: `/sitemap.xml`, which is an index of others where one cannot hold all pages
 */
export function sitemapFiles(pages: readonly SitemapPage[], { addresses, bytes } = most): Map<string, string> {
	const parts: string[][] = [[]];
	let used = 0;
	for (const page of pages) {
		const entry = entryOf(page);
		// The rest of the file, and an end of line for each entry.
		const size = Buffer.byteLength(entry) + 1;
		if (parts.at(-1)!.length === addresses || (used && used + size > bytes - 1000)) {
			parts.push([]);
			used = 0;
		}
		parts.at(-1)!.push(entry);
		used += size;
	}
	if (parts.length === 1) return new Map([['/sitemap.xml', urlSet(parts[0])]]);
	const index = parts.map((_, n) => element('sitemap', {}, element('loc', {}, xmlText(addressOf(partPath(n + 1))))));
	return new Map([
		['/sitemap.xml', file('sitemapindex', {}, index)],
		...parts.map((entries, n) => [partPath(n + 1), urlSet(entries)] as const)
	]);
}

const urlSet = (entries: string[]) => file('urlset', { 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, entries);

const file = (name: string, attributes: Record<string, string>, entries: string[]) =>
	xmlFile(
		element(name, { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', ...attributes }, `\n${entries.join('\n')}\n`)
	);

function entryOf({ path, alternates, modified }: SitemapPage): string {
	return element(
		'url',
		{},
		element('loc', {}, xmlText(addressOf(path))),
		...(modified ? [element('lastmod', {}, modified)] : []),
		...alternates.map(({ lang, path }) =>
			element('xhtml:link', { rel: 'alternate', hreflang: lang, href: addressOf(path) })
		)
	);
}

/** Every page that is to be found. */
function pages(): SitemapPage[] {
	const home = homeAlternates();
	const fronts = home.map(({ path }) => ({ path, alternates: home }));
	const stories = [...readStories().values()].flatMap((story) => {
		const modified = isoDay(lastChange(story));
		return story.languages.flatMap((lang) =>
			pageNames(story.slug, lang).map((name) => ({
				path: pagePath(story.slug, lang, name),
				alternates: alternatesOf(story.slug, name),
				modified
			}))
		);
	});
	return [...fronts, ...stories];
}

/** The sitemap of this site; empty where its address is not known, since a sitemap holds only whole addresses. */
export const sitemaps = (): Map<string, string> => (site().origin ? sitemapFiles(pages()) : new Map());

/** Everything may be read; crawlers look for this file at the root of a host, and nowhere else. */
export function robots(): string {
	const { origin, base } = site();
	const moved = base ? `# Of this file only the one at ${origin}/robots.txt is read: add this line to it.\n` : '';
	const sitemap = origin ? `\n${moved}Sitemap: ${addressOf('/sitemap.xml')}\n` : '';
	return `User-agent: *\nDisallow:\n${sitemap}`;
}
