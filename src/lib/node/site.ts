/** The site that this process draws or serves: where its files are, and where it will stand on the web. */
import { join } from 'node:path';

/** What an editor writes of it, in the folder where commands are typed. */
export const siteFileName = 'site.yaml';

export interface Site {
	/** As it stands on every page. */
	name: string;
	/** Folder of stories, a folder each. */
	stories: string;
	/** What can be made again, and is kept because that takes a while: tiles, fonts. */
	cache: string;
	/** The compiled pages and their scripts (scripts/adapter.js). */
	app: string;
	/** `https://example.org`; '' where it is not known. */
	origin: string;
	/** Path that it is served under: '' or `/timelines`. */
	base: string;
	/** Somebody edits the stories while they are served: files that change are read again. */
	edited: boolean;
}

const byDefault: Site = {
	name: 'Throughline',
	stories: 'data',
	cache: '.throughline',
	app: join('dist', 'app'),
	origin: '',
	base: '',
	edited: false
};

// The command line and the pages that it draws are compiled apart, and share this in one process.
const key = Symbol.for('throughline.site');
const shared = globalThis as { [key]?: Site };

/** Folders are taken from where the process stands. */
export const site = (): Site => shared[key] ?? byDefault;

/** @param given what differs from a site in this folder, without a known address */
export function useSite(given: Partial<Site>): void {
	shared[key] = { ...byDefault, ...given };
}
