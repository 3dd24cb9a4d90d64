/** The site that this process builds or serves: where its files are, and its address on the web. */
import { join } from 'node:path';

/** Name of the site’s settings, in the folder where commands are run. */
export const siteFileName = 'site.yaml';

export interface Site {
	/** Name shown on every page. */
	name: string;
	/** Folder of stories, each in its own folder. */
	stories: string;
	/** Folder for what can be made again but takes a while: tiles, fonts. */
	cache: string;
	/** Folder of the compiled pages and their scripts (scripts/adapter.js). */
	app: string;
	/** Such as `https://example.org`; '' where it is not known. */
	origin: string;
	/** Path that it is served under: '' or `/timelines`. */
	base: string;
	/** Whether stories are edited while they are served: changed files are then read again. */
	edited: boolean;
	/** Whether drafts are shown. */
	drafts: boolean;
}

const byDefault: Site = {
	name: 'Throughline',
	stories: 'data',
	cache: '.throughline',
	app: join('dist', 'app'),
	origin: '',
	base: '',
	edited: false,
	drafts: false
};

// The command line and the pages are compiled separately, and share this in one process.
const key = Symbol.for('throughline.site');
const shared = globalThis as { [key]?: Site };

/** Folders are relative to the working directory. */
export const site = (): Site => shared[key] ?? byDefault;

/** @param given what differs from a site in this folder without a known address */
export function useSite(given: Partial<Site>): void {
	shared[key] = { ...byDefault, ...given };
}
