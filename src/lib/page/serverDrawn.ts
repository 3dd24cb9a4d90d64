/**
 * What only the server draws: parts of a page that never change, or that a script replaces as a whole. No script carries
 * their code or data; hydration leaves them in the document as they are. This is the list of them; each is drawn in
 * node/serverDrawn.ts or node/explore.ts, and placed by ServerDrawn.svelte.
 */
import type { Ref } from '../view/local.ts';

export type ServerPart =
	// A story’s page; evidence is in its embed too.
	| 'opening'
	| `scene-${string}`
	| 'ending'
	| 'explore'
	| 'evidence'
	| 'sources'
	// The timeline before the reader begins, beside the prose and on a phone; a figure that fills the stage.
	| 'stage'
	| 'strip'
	| `stage-${Ref}`
	// The explorer before its script runs.
	| 'explore-picture'
	| 'explore-list';

/** Plain data, as Kit wants from a page’s `load`. */
export interface ServerDrawn {
	/** Each part as elements without comments: hydration takes the first comment after a part for its end. */
	html: Partial<Record<ServerPart, string>>;
	/** Their style sheets with ids, for the head; a component loaded later does not add its own again. */
	styles: string;
}

/** Key of the parts in the context that the server renders a page with (routes/Live.svelte). */
export const serverDrawn = 'throughline-server-drawn';
