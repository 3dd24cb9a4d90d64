/** Drafts: which entries of a story readers are not to see yet, and the story without them. */
import type { Story } from './model.ts';

/** The lists whose entries can be drafts, by the kind that their keys begin with. */
export const draftLists = { event: 'events', quote: 'quotes', figure: 'figures', scene: 'scenes' } as const;

interface Draftable {
	id: string;
	draft?: boolean;
}

type Lists = Record<'events' | 'quotes' | 'figures', readonly Draftable[]> & {
	scenes: readonly (Draftable & { cards: readonly string[] })[];
};

/**
 * @returns the entries that are left out where drafts are, as `event-fair` or `scene-end`: every draft, and what has
 * its card in a draft scene, with the id of that scene
 */
export function draftsOf(story: Lists): ReadonlyMap<string, string | null> {
	const drafts = new Map<string, string | null>();
	for (const scene of story.scenes) if (scene.draft) for (const ref of scene.cards) drafts.set(ref, scene.id);
	for (const [kind, list] of Object.entries(draftLists))
		for (const { id, draft } of story[list]) if (draft) drafts.set(`${kind}-${id}`, null);
	return drafts;
}

/**
 * The story that readers get: without its drafts, and without the actors and sources that only drafts name. A story
 * with a table keeps all actors, since any row may name one.
 *
 * @param story one whose published entries link to no draft (`parseStory` lists such links as `draftProblems`)
 * @returns the same object where it has no drafts; null where the whole story is one
 */
export function withoutDrafts(story: Story): Story | null {
	if (story.draft) return null;
	const drafts = draftsOf(story);
	if (!drafts.size) return story;
	const kept = {
		...story,
		events: story.events.filter(({ id }) => !drafts.has(`event-${id}`)),
		quotes: story.quotes.filter(({ id }) => !drafts.has(`quote-${id}`)),
		figures: story.figures.filter(({ id }) => !drafts.has(`figure-${id}`)),
		scenes: story.scenes
			.filter(({ id }) => !drafts.has(`scene-${id}`))
			.map((scene) => ({ ...scene, cards: scene.cards.filter((ref) => !drafts.has(ref)) }))
	};
	kept.actors = story.table ? story.actors : actorsOf(kept, story);
	const [cited, stillCited] = [sourcesOf(story), sourcesOf(kept)];
	kept.sources = story.sources.filter(({ id }) => !cited.has(id) || stillCited.has(id));
	return {
		...kept,
		...(story.verified && { verified: { ...story.verified, ...verifiedOf(kept, story.verified) } })
	};
}

/** All actors but those that only drafts name, and the groups that only these belong to. */
function actorsOf(kept: Story, story: Story): Story['actors'] {
	const groups = new Map(story.actors.map(({ id, memberOf }) => [id, memberOf]));
	const withGroups = (ids: Iterable<string>) => {
		const all = new Set<string>();
		for (const id of ids) for (let at: string | undefined = id; at && !all.has(at); at = groups.get(at)) all.add(at);
		return all;
	};
	const named = withGroups(namedIn(story));
	const needed = withGroups([...namedIn(kept), ...[...groups.keys()].filter((id) => !named.has(id))]);
	return story.actors.filter(({ id }) => needed.has(id));
}

const namedIn = ({ events, quotes, figures }: Story): string[] => [
	...events.flatMap(({ actors }) => actors),
	...quotes.flatMap(({ speaker, actors }) => [speaker, ...actors]),
	...figures.flatMap(({ actors, rows }) => [...actors, ...rows.flatMap(({ actor }) => actor ?? [])])
];

const sourcesOf = ({ actors, events, quotes, figures, scenes, table }: Story): Set<string> =>
	new Set([
		...[actors, events, quotes, figures, scenes].flatMap((list) =>
			list.flatMap(({ sources }) => sources.map(({ source }) => source))
		),
		...(table ? [table.source] : [])
	]);

/** The records of what is kept: the names of drafts are in no output. */
function verifiedOf(kept: Story, verified: NonNullable<Story['verified']>) {
	const sources = new Set(kept.sources.map(({ id }) => id));
	const lists = { ...draftLists, actor: 'actors', source: 'sources' } as const;
	const entries = new Set([
		'story',
		...Object.entries(lists).flatMap(([kind, list]) => kept[list].map(({ id }) => `${kind}-${id}`))
	]);
	return {
		sources: verified.sources.filter(({ source }) => sources.has(source)),
		claims: verified.claims.filter(({ item }) => entries.has(item))
	};
}
