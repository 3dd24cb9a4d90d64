/** The content of the foot of a site’s pages, with every text resolved (node/siteFoot.ts). Plain data. */
import type { Block } from '../story/prose.ts';

export interface Foot {
	/** BCP 47 language of the interface’s words. */
	words: string;
	/** The site’s own text, and its language where that is known. */
	text: { blocks: Block[]; lang?: string } | null;
	/** `label` ends with what divides it from the name. */
	licence: { label: string; name: string; url: string } | null;
	accounts: { network: string; handle: string; url: string }[];
}
