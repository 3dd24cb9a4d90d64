/** The site that this process builds or serves: where its files are, and its address on the web. */
import { join } from 'node:path';
import { themesOf, type SiteColours } from '../layout/palettes.ts';
import type { Block } from '../story/prose.ts';
import type { Licence } from './licences.ts';
import type { TextStack } from './textStacks.ts';

/** Name of the site’s settings, in the folder where commands are run. */
export const siteFileName = 'site.yaml';

/** A site: where its files are, what it is called, and its address on the web. */
export interface Site {
	/** Folder of site.yaml, and of the files that it names. */
	folder: string;
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
	/** BCP 47 languages that the front page is offered in, the first by default; none for those of the stories. */
	languages: string[];
	colours: SiteColours;
	/** Faces of what is read; the design’s own where there is none. */
	fonts: { text?: SiteFont; headings?: SiteFont };
	/** Files in `folder`. */
	logo: { file: string; dark?: string; icon?: string } | null;
	/** By language; '' for the text of every language that has none of its own. */
	footer: Record<string, Block[]>;
	/** Of the stories. */
	licence: Licence | null;
	social: Social[];
	analytics: Analytics | null;
	/** Whether stories that were read open without a network. */
	offline: boolean;
}

/** A stack of system fonts, or files in the site’s folder. */
export type SiteFont = TextStack | { file: string; weight: string; style: 'normal' | 'italic' }[];

/** An account of the site elsewhere. */
export interface Social {
	network: 'mastodon' | 'bluesky' | 'x';
	/** With its @. */
	handle: string;
	url: string;
}

export interface Analytics {
	/** A file in the site’s folder, or an address. */
	script: string;
	/** Origins that it comes from or sends to. */
	hosts: string[];
	/** `data-` attributes of its element. */
	data: Record<string, string>;
	/** Whether embedded timelines have it too. */
	embeds: boolean;
}

/** Name of a site that has none of its own. */
export const defaultName = 'Throughline';

/** The site of a clone, whose pages `npm run dev` serves from their sources. */
const byDefault: Site = {
	folder: '.',
	name: defaultName,
	stories: 'data',
	cache: '.throughline',
	app: join('dist', 'app'),
	origin: '',
	base: '',
	invites: true,
	edited: false,
	drafts: false,
	languages: [],
	colours: {},
	fonts: {},
	logo: null,
	footer: {},
	licence: null,
	social: [],
	analytics: null,
	offline: true
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

/** The themes in the site’s own colours. */
export const siteThemes = () => themesOf(site().colours);

/** Divides an address into its origin and its path. */
export function placeOf(address: URL): Pick<Site, 'origin' | 'base'> {
	return { origin: address.origin, base: address.pathname.replace(/\/+$/, '') };
}
