/** Writes beside each story of a drawn site what belongs to it offline, and its version. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfflineList } from '../offline/sets.ts';
import type { OfflineStory } from './offline.ts';
import { site } from './site.ts';

/** Links to files whose names change with their content. */
const linked = /_app\/immutable\/[\w./-]+/g;

/**
 * A version is a hash of all files of the story, so that the same content has the same version in every build. It is
 * written into the heads of the story’s page and of its explorer, where scripts and the service worker find it.
 *
 * @param folder the drawn site
 */
export async function listForOffline(folder: string, stories: readonly OfflineStory[]): Promise<void> {
	const { base } = site();
	for (const { home, title, lang, files: known } of stories) {
		const pages = [home, `${home}/explore`].map((path) => fileOf(folder, path));
		const written = await Promise.all(pages.map((page) => readFile(page, 'utf8')));
		const styles = written.flatMap((html) => [...headOf(html).matchAll(linked)].map(([path]) => `/${path}`));
		const files = [...new Set([...known, ...styles])];
		const hash = createHash('sha256').update(JSON.stringify([title, files]));
		for (const path of files) hash.update(await readFile(fileOf(folder, path)));
		const version = hash.digest('hex').slice(0, 16);
		const mark = `<meta name="throughline-version" content="${version}">`;
		for (const [n, page] of pages.entries())
			await writeFile(
				page,
				written[n].replace('</head>', () => `${mark}</head>`)
			);
		const list: OfflineList = { version, title, lang, files: files.map((path) => base + path) };
		await writeFile(join(folder, home, 'offline.json'), JSON.stringify(list));
	}
}

const headOf = (html: string) => html.slice(0, html.indexOf('</head>'));

/** Pages have no extension in their addresses. */
function fileOf(folder: string, path: string): string {
	const file = join(folder, path);
	return existsSync(`${file}.html`) ? `${file}.html` : file;
}
