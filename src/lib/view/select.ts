/** What a View selects and lights in a story. Pure; the same for a link, a key, scrolling and an exported image. */
import { compareItems, countKinds } from './items.ts';
import type { Item, Kind, LocalScene, LocalStory, Outside, Ref } from './local.ts';
import type { ScaleKind, View } from './view.ts';

export interface SceneSelection {
	scene: LocalScene;
	/** All items of the scene, in the order of its cards. */
	all: Item[];
	/** Cards kept by the filter: in told order, or by time in time order. */
	cards: Item[];
	/** The filter leaves none of its cards (a scene that never had any is not empty). */
	empty: boolean;
}

/** What of a story a View shows. */
export interface Selection {
	/** Kept by the filter, in time order. */
	items: Item[];
	lit: ReadonlySet<Ref>;
	/** The item that the reader opened. */
	focus: Ref | null;
	/** The stretch of time to draw, ms. */
	window: [number, number];
	/** How many lie outside it; zero while a filter is set and the page carries only part of the story. */
	outside: Outside;
	scale: ScaleKind;
	/** In the reader’s order. */
	scenes: SceneSelection[];
	counts: Record<Kind, { shown: number; total: number }>;
}

/** The items that the actor filter keeps: those of the actors and their members. With no actor chosen, all. */
export function keep(story: Pick<LocalStory, 'items' | 'actors'>, actors: readonly string[]): Item[] {
	if (!actors.length) return story.items;
	const chosen = new Set(story.actors.flatMap(({ id, family }) => (actors.includes(id) ? family : [])));
	return story.items.filter((item) => item.actors.some((id) => chosen.has(id)));
}

/**
 * Places quotations at the time that they are about; `speaksOf` is then when they were said. The timeline joins both
 * while the card is open.
 */
function place(items: Item[], quotes: View['quotes']): Item[] {
	if (quotes === 'said') return items;
	return items
		.map((item) =>
			item.kind === 'quote' && item.speaksOf ? { ...item, date: item.speaksOf, speaksOf: item.date } : item
		)
		.sort(compareItems);
}

/** The scenes in the reader’s order; time order is by the earliest time told, then the latest; endings are last. */
export function orderScenes(story: Pick<LocalStory, 'scenes'>, order: View['order']): LocalScene[] {
	if (order === 'told') return story.scenes;
	return [...story.scenes].sort(
		(a, b) =>
			Number(a.ending) - Number(b.ending) || a.when[0] - b.when[0] || a.when[1] - b.when[1] || a.number - b.number
	);
}

/** The result of filter and order, which is the same for every scene, so that scrolling need not recompute it. */
export type Filtered = Pick<Selection, 'items' | 'scenes' | 'counts'>;

/** Items are in time order, scenes and their cards in the reader’s. */
export function filterStory(
	story: LocalStory,
	actors: readonly string[],
	order: View['order'],
	quotes: View['quotes'] = 'said'
): Filtered {
	const items = place(keep(story, actors), quotes);
	const kept = new Set(items.map(({ ref }) => ref));
	const byRef = new Map(story.items.map((item) => [item.ref, item]));
	const scenes = orderScenes(story, order).map((scene) => {
		const all = scene.cards.flatMap((ref) => byRef.get(ref) ?? []);
		if (order === 'time') all.sort((a, b) => story.items.indexOf(a) - story.items.indexOf(b));
		const cards = all.filter(({ ref }) => kept.has(ref));
		return { scene, all, cards, empty: all.length > 0 && cards.length === 0 };
	});
	const [shown, total] = [items, story.items].map(countKinds);
	const count = (kind: Kind) => ({ shown: shown[kind], total: total[kind] });
	return { items, scenes, counts: { event: count('event'), quote: count('quote'), figure: count('figure') } };
}

const none: Outside = { before: 0, after: 0 };

export function countOutside(items: readonly Item[], [from, to]: [number, number]): Outside {
	return {
		before: items.filter(({ date }) => date.max <= from).length,
		after: items.filter(({ date }) => date.min >= to).length
	};
}

/**
 * Selects what a View shows of a story: filtered by its actors, of the time of its scene.
 *
 * @param filtered result for the View’s actors and order, where it is already known
 */
export function select(
	story: LocalStory,
	view: View,
	filtered: Filtered = filterStory(story, view.actors, view.order, view.quotes)
): Selection {
	const kept = new Set(filtered.items.map(({ ref }) => ref));
	const scene = story.scenes.find(({ id }) => id === view.scene);
	const lit = new Set((scene?.lights ?? []).filter((ref) => kept.has(ref)));
	if (view.focus && kept.has(view.focus)) lit.add(view.focus);
	const window = scene?.window ?? story.extent;
	const outside = countOutside(filtered.items, window);
	const uncarried = scene?.uncarried ?? none;
	return {
		...filtered,
		lit,
		focus: view.focus,
		window,
		outside:
			story.whole && view.actors.length
				? none
				: { before: outside.before + uncarried.before, after: outside.after + uncarried.after },
		scale: view.scale
	};
}
