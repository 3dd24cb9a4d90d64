/** What the page of stories says, every word of it resolved (server/home.ts). Plain data. */
import type { Miniature } from '../layout/miniature.ts';
import type { Strings } from '../text/strings.ts';

/** A link in words of its own. */
export interface FrontLink {
	href: string;
	text: string;
	/** BCP 47, of these words. */
	lang: string;
}

export interface FrontStory {
	slug: string;
	/** Of its words, BCP 47: the page’s where it has an edition in it. */
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	/** What it is about, in one sentence. */
	line: string;
	/** BCP 47, of the words of the interface about it: the story’s own language, else the page’s. */
	words: string;
	read: FrontLink;
	/** Its other editions. */
	others: FrontLink[];
	/** “28 events, 18 quotations, from one article” */
	counts: string;
	/** Where it has a table. */
	explore: FrontLink | null;
	/** Its picture for each of `miniatureWidths`, and the same in words. */
	pictures: Miniature[];
	alt: string;
}

export interface Front {
	/** Of the page, BCP 47. */
	lang: string;
	/** Of its words, where the interface is not in the page’s language. */
	words: string;
	ui: Pick<Strings, 'product' | 'home' | 'page'>;
	/** The page in each of its other languages, by the language’s own name. */
	languages: FrontLink[];
	stories: FrontStory[];
	/** What to type to make another story. */
	commands: { command: string; does: string }[];
}
