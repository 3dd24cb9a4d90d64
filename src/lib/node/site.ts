/** The site that this process builds or serves: where its files are, and its address on the web. */
import { join } from 'node:path';

/** Name of the site’s settings, in the folder where commands are run. */
export const siteFileName = 'site.yaml';

/** A site: where its files are, what it is called, and its address on the web. */
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
	/** Whether its front page says how to make a story: Throughline’s own does; the readers of another site make none. */
	invites: boolean;
	/** Whether stories are edited while they are served: changed files are then read again. */
	edited: boolean;
	/** Whether drafts are shown. */
	drafts: boolean;
}

/** Name of a site that has none of its own. */
export const defaultName = 'Throughline';

/** The site of a clone, whose pages `npm run dev` serves from their sources. */
const byDefault: Site = {
	name: defaultName,
	stories: 'data',
	cache: '.throughline',
	app: join('dist', 'app'),
	origin: '',
	base: '',
	invites: true,
	edited: false,
	drafts: false
};

// The command line and the pages are compiled separately, and share this in one process.
const key = Symbol.for('throughline.site');
const shared = globalThis as { [key]?: Site };

/** Folders are relative to the working directory. */
export const site = (): Site => shared[key] ?? byDefault;

/**
 * Makes this the site that `readStories`, `drawSite` and the rest of this process work on.
 *
 * @param given what differs from a site in this folder that has no known address and does not say how to make a story
 */
export function useSite(given: Partial<Site>): void {
	shared[key] = { ...byDefault, invites: false, ...given };
}

/**
 * The address of a path below the base, such as `/en/my-story`, encoded: absolute where the site’s own address is known,
 * else from the root.
 */
export const addressOf = (path: string): string => site().origin + site().base + encodeURI(path);
