/** The content of the front page, with every text resolved (node/home.ts). Plain data. */
import type { Miniature } from '../layout/miniature.ts';
import type { Strings } from '../text/strings.ts';
import type { Logo } from './logo.ts';

/** A link with its own text. */
export interface FrontLink {
	href: string;
	text: string;
	/** BCP 47 language of the text. */
	lang: string;
}

export interface FrontStory {
	slug: string;
	/** BCP 47 language of the story’s texts: the page’s, if there is an edition in it. */
	lang: string;
	dir: 'ltr' | 'rtl';
	title: string;
	/** One sentence about the story. */
	line: string;
	/** BCP 47 language of the interface’s words about it: the story’s own, else the page’s. */
	words: string;
	read: FrontLink;
	/** Links to its other editions. */
	others: FrontLink[];
	/** Such as “28 events, 18 quotations, from one article”. */
	counts: string;
	/** The word for a story that is not published yet. */
	draft: string | null;
	/** Link to the explorer, where the story has a table. */
	explore: FrontLink | null;
	/** Its picture for each of `miniatureWidths`, and the alternative text. */
	pictures: Miniature[];
	alt: string;
}

export interface Front {
	/** BCP 47 language of the page. */
	lang: string;
	/** BCP 47 language of its interface, which may differ from the page’s. */
	words: string;
	ui: Pick<Strings, 'product' | 'home' | 'page'>;
	logo: Logo | null;
	/** Links to the page in its other languages, named in those languages. */
	languages: FrontLink[];
	stories: FrontStory[];
	/** Commands for making another story; none on a site that does not say how. */
	commands: { command: string; does: string }[];
}
