/** Lanes by side, or by actor: for a layout, an actor’s lane is a side of its own. */
import type { LayoutStory } from '../layout/lanes.ts';
import type { Item, LocalStory } from '../view/local.ts';

export const laneKinds = ['side', 'actor'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** The lane of all that no other lane takes. */
export const othersLane = 'others';

/**
 * @param items to be drawn
 * @param most lanes, the one of the others included
 * @returns story and items as they are, or with the actors of the most events for sides; an item stands in the lane of
 * the first of its actors that has one, and members stand in the lane of what they belong to
 */
export function laneStory(
	story: LocalStory,
	items: readonly Item[],
	kind: LaneKind,
	most: number
): { own: LayoutStory; items: readonly Item[] } {
	if (kind === 'side') return { own: story, items };
	const colour = new Map(story.sides.map(({ id, colour }) => [id, colour]));
	const heads = story.actors
		.filter(({ memberOf, items }) => !memberOf && items)
		.sort((a, b) => b.events - a.events || b.items - a.items || (a.id < b.id ? -1 : 1))
		.slice(0, most - 1);
	const laneOf = new Map(heads.flatMap(({ id, family }) => family.map((member) => [member, id])));
	const sides = [
		...heads.map(({ id, name, side }) => ({ id, name, colour: colour.get(side) ?? 'ink' })),
		{ id: othersLane, name: story.ui.explore.others, colour: 'ink' }
	];
	return {
		own: { ...story, sides },
		items: items.map((item) => {
			const lanes = [...new Set(item.actors.flatMap((id) => laneOf.get(id) ?? []))];
			return { ...item, sides: lanes.length ? lanes : [othersLane] };
		})
	};
}
