/** The files that site.yaml names: logo, fonts, script. Pages load them under names that change with their contents. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import { site, type Site } from './site.ts';

export interface SiteAsset {
	/** As in site.yaml. */
	file: string;
	/** Name in the folder `site/` of the built site: `logo-0123456789ab.svg`. */
	name: string;
	bytes: Buffer;
}

const types: Record<string, string> = {
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.woff': 'font/woff',
	'.ttf': 'font/ttf',
	'.otf': 'font/otf',
	'.js': 'text/javascript'
};

/** Media type by the end of a file’s name; undefined for what a site cannot have. */
export const typeOf = (file: string): string | undefined => types[extname(file).toLowerCase()];

const isAddress = (script: string) => /^https?:/i.test(script);

/** The files that a site names, as in site.yaml, each once. */
export function filesOf({ logo, fonts, analytics }: Pick<Site, 'logo' | 'fonts' | 'analytics'>): string[] {
	const faces = [fonts.text, fonts.headings].flatMap((font) => (typeof font === 'object' ? font : []));
	const script = analytics && !isAddress(analytics.script) ? [analytics.script] : [];
	const images = logo ? [logo.file, logo.dark, logo.icon].filter((file) => file !== undefined) : [];
	return [...new Set([...images, ...faces.map(({ file }) => file), ...script])];
}

const read = new Map<string, { stamp: string; asset: SiteAsset }>();

/**
 * A file of the site, read again when it has changed. One that has gone stays as it was: while a site is edited, its
 * pages are shown as they last were right.
 *
 * @param file as in site.yaml
 * @throws where it has never been there
 */
export function assetOf(file: string): SiteAsset {
	const path = join(site().folder, file);
	const known = read.get(path);
	const found = statSync(path, { throwIfNoEntry: !known });
	const stamp = found && `${found.mtimeMs} ${found.size}`;
	if (known && (!stamp || known.stamp === stamp)) return known.asset;
	const bytes = readFileSync(path);
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
	const { name, ext } = parse(file);
	const own = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const asset = { file, name: `${own}-${hash}${ext.toLowerCase()}`, bytes };
	read.set(path, { stamp: stamp!, asset });
	return asset;
}

/** All of them, for the build and for answering requests. */
export const siteAssets = (): SiteAsset[] => filesOf(site()).map(assetOf);

/** Address of a file of the site; an address stays as it is. */
export const assetUrl = (file: string): string =>
	isAddress(file) ? file : `${site().base}/site/${assetOf(file).name}`;
