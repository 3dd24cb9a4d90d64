/** What a View keeps and lights of a story. Pure; the same for a link, a key, a scroll and an exported image. */
import type { Item, Kind, LocalScene, LocalStory, Ref } from './local.ts';
import type { ScaleKind, View } from './view.ts';

export interface SceneSelection {
	scene: LocalScene;
	/** Cards kept by the filter: as told, or by time in time order. */
	cards: Item[];
	/** The filter leaves none of its cards (a scene that never had one is not empty). */
	empty: boolean;
}

export interface Selection {
	/** Kept by the filter, in time order. */
	items: Item[];
	lit: ReadonlySet<Ref>;
	/** The stretch of time to draw, ms. */
	window: [number, number];
	scale: ScaleKind;
	/** In the reader’s order. */
	scenes: SceneSelection[];
	counts: Record<Kind, { shown: number; total: number }>;
}

/** The items that the actor filter keeps: those of the actors and of their members. None chosen keeps all. */
export function keep(story: Pick<LocalStory, 'items' | 'actors'>, actors: readonly string[]): Item[] {
	if (!actors.length) return story.items;
	const chosen = new Set(story.actors.flatMap(({ id, family }) => (actors.includes(id) ? family : [])));
	return story.items.filter((item) => item.actors.some((id) => chosen.has(id)));
}

/** The scenes in the reader’s order; time order goes by the earliest time lit, then the latest, then as told. */
export function orderScenes(story: Pick<LocalStory, 'scenes'>, order: View['order']): LocalScene[] {
	if (order === 'told') return story.scenes;
	return [...story.scenes].sort((a, b) => a.when[0] - b.when[0] || a.when[1] - b.when[1] || a.number - b.number);
}

/** @returns the Selection; items keep the order of `story.items`, which is by time. */
export function select(story: LocalStory, view: View): Selection {
	const items = keep(story, view.actors);
	const kept = new Map(items.map((item) => [item.ref, item]));
	const scene = story.scenes.find(({ id }) => id === view.scene);

	const lit = new Set((scene?.lights ?? []).filter((ref) => kept.has(ref)));
	if (view.focus && kept.has(view.focus)) lit.add(view.focus);

	const scenes = orderScenes(story, view.order).map((scene) => {
		const cards = scene.cards.flatMap((ref) => kept.get(ref) ?? []);
		if (view.order === 'time') cards.sort((a, b) => items.indexOf(a) - items.indexOf(b));
		return { scene, cards, empty: scene.cards.length > 0 && cards.length === 0 };
	});

	const count = (kind: Kind) => ({
		shown: items.filter((item) => item.kind === kind).length,
		total: story.items.filter((item) => item.kind === kind).length
	});
	return {
		items,
		lit,
		window: scene?.window ?? story.extent,
		scale: view.scale,
		scenes,
		counts: { event: count('event'), quote: count('quote'), figure: count('figure') }
	};
}
